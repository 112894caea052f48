import type { Job } from "../../sdk/index";
import { isoTime, printable } from "./printable";

const columns = [
  ...["name", "jobType", "status", "lastInstanceStatus", "lastInstanceEndTime", "priority", "owner", "path"],
  ...["createTime", "createUser", "startTime", "endTime", "lastUpdateTime", "lastUpdateUser", "singleNodeJobFlag"],
];
const times = new Set(columns.filter((name) => name.endsWith("Time")));

/**
 * A header line, then a line for each job, quoted as RFC 4180 says but ended by a line feed, as other commands expect
 * it. Values are exact, but for a terminal: there a control character is a `?`.
 */
export function jobsToCsv(jobs: readonly Job[], forTerminal = false): string {
  const show = forTerminal ? printable : (text: string) => text;
  const lines = jobs.map((job) => columns.map((name) => quoted(show(valueOf(job, name)))).join(","));
  return [columns.join(","), ...lines].map((line) => `${line}\n`).join("");
}

function valueOf(job: Job, name: string): string {
  const value = (job as unknown as Record<string, string | number | boolean | undefined>)[name];
  if (value === undefined) return "";
  return times.has(name) && typeof value === "number" ? isoTime(value) : String(value);
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
