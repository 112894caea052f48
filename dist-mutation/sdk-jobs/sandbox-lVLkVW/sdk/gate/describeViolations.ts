// @ts-nocheck
import type { Job } from "../jobs/job";
import { noStatus } from "../jobs/statuses";
import { formatAge } from "../text/duration";
import { formatTable, type Column } from "../text/formatTable";
import { withCommas } from "../text/withCommas";
import type { GateViolation } from "./decideGate";

const columns: readonly Column[] = ["JOB", "TYPE", "STATUS", "LAST INSTANCE", "ENDED", "OWNER", "PATH"].map(
  (title) => ({ title }),
);

/**
 * The violations as a person reads them: each rule with its jobs, at most `maxLines` lines (default 20), and how many
 * jobs were left out.
 *
 * @param now ms since the epoch: jobs are shown with the time since their last instance ended
 */
export function describeViolations(
  violations: readonly GateViolation[],
  { now, maxLines = 20, width = 160 }: { now: number; maxLines?: number; width?: number },
): string {
  const withJobs = violations.filter(({ jobs }) => jobs.length > 0).length;
  // Three lines of each rule are no jobs: what is wrong, the table's titles, how many more.
  const lines = maxLines - (violations.length - withJobs) - 3 * withJobs;
  const jobsEach = Math.max(1, Math.floor(lines / Math.max(1, withJobs)));
  return violations
    .flatMap(({ rule, message, jobs }) => {
      const shown = jobs.slice(0, jobsEach);
      const more = jobs.length - shown.length;
      const table =
        shown.length === 0
          ? []
          : formatTable(
              columns,
              shown.map((job) => row(job, now)),
              width,
            );
      return [
        `${rule}: ${message}`,
        ...table.map((line) => `  ${line}`),
        ...(more > 0 ? [`  and ${withCommas(more)} more`] : []),
      ];
    })
    .join("\n");
}

function row(job: Job, now: number): string[] {
  const { name, jobType, status = noStatus, lastInstanceStatus, lastInstanceEndTime, owner, path } = job;
  const ended = lastInstanceEndTime === undefined ? undefined : sinceOrUntil(lastInstanceEndTime, now);
  return [name, jobType, status, lastInstanceStatus, ended, owner, path].map((cell) => cell ?? "-");
}

function sinceOrUntil(time: number, now: number): string {
  return time > now ? `in ${formatAge(time - now)}` : `${formatAge(now - time)} ago`;
}
