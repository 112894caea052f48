// @ts-nocheck
import { DlfError } from "../sdk/index";
import { CommandError } from "./shell";
import { oneLine } from "../sdk/text/printable";

/** In one line. An error of the client has no secrets in its message; its code is for those who look it up. */
export function describeError(error: unknown): string {
  if (error instanceof DlfError) return `${oneLine(error.message)} [${error.code}]`;
  if (error instanceof CommandError) return oneLine(error.message);
  return `unexpected: ${oneLine(error instanceof Error ? error.message : String(error))}`;
}
