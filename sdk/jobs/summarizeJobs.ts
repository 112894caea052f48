import * as z from "zod";
import { UnexpectedAnswerError } from "../errors";
import { describeIssues } from "../configuration/options";
import type { Job } from "./job";
import { succeededSince } from "./lastSuccess";
import { describeStatus, statusIs, type StatusOf } from "./statuses";

const counts = z.record(z.string(), z.int().min(0));
const summarySchema = z.object({
  total: z.int().min(0),
  byType: counts,
  byStatus: z.object({ BATCH: counts, REAL_TIME: counts }),
  byLastInstanceStatus: counts,
  failed: z.array(z.string()),
  stale: z.array(z.string()),
});

/**
 * A list of jobs in a few figures: small enough for the outputs of a stack. Statuses are counted under their known
 * spelling, whatever case the service writes them in.
 */
export interface JobsSummary {
  /** How many jobs there are. */
  total: number;
  /** How many by `jobType`. A type without jobs is absent. */
  byType: Record<string, number>;
  /** `no status` counts jobs that came without one. */
  byStatus: {
    /** How many batch jobs by `status`. */
    BATCH: Record<string, number>;
    /** How many real-time jobs by `status`. */
    REAL_TIME: Record<string, number>;
  };
  /**
   * Of batch jobs, and of the real-time jobs that have one: the last **finished** instance, not what runs now.
   * `never run` counts batch jobs without one.
   */
  byLastInstanceStatus: Record<string, number>;
  /** Names of jobs in `EXCEPTION` or `ABNORMAL`, and of those whose last instance is `fail` or `running-exception`. */
  failed: string[];
  /**
   * Names of batch jobs whose last instance did not end with success (or one that was forced or ignored) within
   * `staleAfterMs`, or ended in the future. Empty without it.
   */
  stale: string[];
}

/**
 * Counts the jobs by type, status and last instance, and names those that failed or are stale. Pure; the same jobs
 * give the same summary, in whatever order they come.
 *
 * @param options `staleAfterMs`: a batch job that did not end with success within this time before `now` is stale;
 * `now`: ms since the epoch, default: this machine's clock
 */
export function summarizeJobs(
  jobs: readonly Job[],
  { staleAfterMs, now = Date.now() }: { staleAfterMs?: number; now?: number } = {},
): JobsSummary {
  const batch = jobs.filter((job) => job.jobType === "BATCH");
  const realTime = jobs.filter((job) => job.jobType === "REAL_TIME");
  const stale = batch.filter((job) => staleAfterMs !== undefined && !succeededSince(job, now - staleAfterMs, now));
  const failed = jobs.filter(
    (job) => statusIs(job.jobType, job.status, "bad") || statusIs("lastInstance", job.lastInstanceStatus, "bad"),
  );
  const ran = jobs.filter((job) => job.jobType === "BATCH" || job.lastInstanceStatus !== undefined);
  return {
    total: jobs.length,
    byType: countBy(jobs.map((job) => job.jobType)),
    byStatus: { BATCH: countBy(batch.map(statusOf("BATCH"))), REAL_TIME: countBy(realTime.map(statusOf("REAL_TIME"))) },
    byLastInstanceStatus: countBy(
      ran.map((job) =>
        job.lastInstanceStatus === undefined
          ? "never run"
          : describeStatus("lastInstance", job.lastInstanceStatus).name,
      ),
    ),
    failed: failed.map((job) => job.name).sort(),
    stale: stale.map((job) => job.name).sort(),
  };
}

function statusOf(of: StatusOf): (job: Job) => string {
  return ({ status }) => describeStatus(of, status).name;
}

/**
 * Reads a summary that another stack has exported, and checks that it is one.
 *
 * @throws UnexpectedAnswerError (`UNEXPECTED_ANSWER`), also for the undefined of an output that does not exist
 */
export function parseJobsSummary(value: unknown): JobsSummary {
  const parsed = summarySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UnexpectedAnswerError(
    `This is not a summary of jobs (the output of a stack that exports summarizeJobs): ${describeIssues(parsed.error)}.`,
    { permanent: true },
  );
}

/** Keys sorted: the outputs of a stack change only when the figures do. */
function countBy(values: readonly string[]): Record<string, number> {
  const found = new Map<string, number>();
  for (const value of [...values].sort()) found.set(value, (found.get(value) ?? 0) + 1);
  return Object.fromEntries(found);
}
