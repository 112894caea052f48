// @ts-nocheck
import { summarizeJobs, type Job } from "../../sdk/index";

/** An object of strings: lists are JSON in one, for `jsondecode`. No time in it: only a change of jobs is a change. */
export function externalResult(jobs: readonly Job[]): Record<string, string> {
  return {
    total: String(jobs.length),
    names: JSON.stringify(jobs.map(({ name }) => name)),
    failed: JSON.stringify(summarizeJobs(jobs).failed),
    jobs: JSON.stringify(jobs),
  };
}
