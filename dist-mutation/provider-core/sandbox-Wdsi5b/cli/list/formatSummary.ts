// @ts-nocheck
import { describeStatus, type Job } from "../../sdk/index";
import { withCommas } from "../../sdk/text/withCommas";
import { countJobs } from "../progress";
import { printable } from "../../sdk/text/printable";

/** Below the table: `300 jobs: 240 SCHEDULING, 60 STOPPED; last run: 200 success, 12 fail`. */
export function formatSummary(jobs: readonly Job[]): string {
  if (jobs.length === 0) return "No job matches.";
  const statuses = counts(jobs.map(({ jobType, status }) => describeStatus(jobType, status).name));
  const runs = counts(jobs.flatMap(lastRun));
  return `${countJobs(jobs.length)}: ${statuses}${runs === "" ? "" : `; last run: ${runs}`}`;
}

/** Real-time jobs need not have runs, but some servers tell of one. */
function lastRun({ jobType, lastInstanceStatus }: Job): string | [] {
  if (lastInstanceStatus === undefined) return jobType === "BATCH" ? "never" : [];
  return describeStatus("lastInstance", lastInstanceStatus).name;
}

/** The most frequent first. */
function counts(values: readonly string[]): string {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  const sorted = [...times].sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1));
  return sorted.map(([value, number]) => `${withCommas(number)} ${printable(value)}`).join(", ");
}
