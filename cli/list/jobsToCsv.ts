import type { Job } from "../../sdk/index";
import { printable } from "../../sdk/text/printable";
import { isoTime } from "./times";

/** @internal */
export const columns = [
  ...["name", "jobType", "status", "lastInstanceStatus", "lastInstanceEndTime", "priority", "owner", "path"],
  ...["createTime", "createUser", "startTime", "endTime", "lastUpdateTime", "lastUpdateUser", "singleNodeJobFlag"],
];
const times = new Set(columns.filter((name) => name.endsWith("Time")));

/**
 * A header line, then a line for each job, quoted as RFC 4180 says but ended by a line feed, as other commands expect
 * it. A control character is a `?`, and what a spreadsheet would take for a formula begins with a `'`, as OWASP says.
 */
export function jobsToCsv(jobs: readonly Job[]): string {
  const lines = jobs.map((job) => columns.map((name) => quoted(noFormula(valueOf(job, name)))).join(","));
  return [columns.join(","), ...lines].map((line) => `${line}\n`).join("");
}

function valueOf(job: Job, name: string): string {
  const value = (job as unknown as Record<string, string | number | boolean | undefined>)[name];
  if (value === undefined) return "";
  return times.has(name) && typeof value === "number" ? isoTime(value) : String(value);
}

/** Also behind a space, which some spreadsheets take away. */
function noFormula(text: string): string {
  return `${/^\s*[=+\-@\t\r]/.test(text) ? "'" : ""}${printable(text)}`;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
