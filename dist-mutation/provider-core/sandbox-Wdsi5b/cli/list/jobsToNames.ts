// @ts-nocheck
import type { Job } from "../../sdk/index";
import { printable } from "../../sdk/text/printable";

/**
 * One name a line. A control character is a `?`: a line break in a name would be the name of another job, to a script
 * that reads lines.
 */
export function jobsToNames(jobs: readonly Job[]): string {
  return jobs.map(({ name }) => `${printable(name)}\n`).join("");
}
