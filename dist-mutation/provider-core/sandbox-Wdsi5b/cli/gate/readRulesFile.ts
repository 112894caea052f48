// @ts-nocheck
import { readFile } from "node:fs/promises";
import { readAll } from "../readAll";
import { CommandError, untilInterrupted, type Shell } from "../shell";

/** A file's text, or what standard input holds for `-`. @throws CommandError */
export async function readRulesFile(path: string, { stdin, signal }: Shell): Promise<string> {
  if (path === "-") return untilInterrupted(readAll(stdin), signal);
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new CommandError(`cannot read the rules: ${error instanceof Error ? error.message : String(error)}`);
  }
}
