import { createHash } from "node:crypto";
import type { Job, JobsQuery, ListJobsResult } from "../../sdk/index";
import { notNull } from "./pick";
import { stableKey } from "./stableKey";

/** The query as it was given, and its answer. */
export interface GetDlfJobsResult extends JobsQuery {
  /** A hash of the query: the same in every run. */
  id: string;
  /** As it was asked for; `BATCH` where nothing was. */
  jobType: NonNullable<JobsQuery["jobType"]>;
  /** How many jobs match: `jobs.length`. */
  total: number;
  /** The names of the jobs, in the order of `jobs`. */
  names: string[];
  /** By type, then by name. */
  jobs: Job[];
  /** False only with `consistency: "best-effort"`, when the service's pages kept contradicting each other. */
  complete: boolean;
}

/** The answer to a query, as programs read it. */
export function jobsResult(
  args: JobsQuery,
  { jobs, total, complete, warnings = [] }: ListJobsResult,
  warn: (message: string) => void,
): GetDlfJobsResult {
  if (!complete) warn(`the list of jobs did not settle; ${total} came (consistency: best-effort).`);
  for (const warning of warnings) warn(warning);
  const query = { ...notNull(args), jobType: args.jobType ?? "BATCH" };
  return {
    ...query,
    id: createHash("sha256").update(stableKey(query)).digest("hex").slice(0, 16),
    total,
    names: jobs.map((job) => job.name),
    // Copies: a program that changes its jobs must not change those of another call.
    jobs: jobs.map((job) => ({ ...job })),
    complete,
  };
}
