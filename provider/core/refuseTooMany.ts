import { ConfigurationError, type Job } from "../../sdk/index";
import { withCommas } from "../../sdk/text/withCommas";

/**
 * Ten times the service's own quota of jobs in a workspace. The engine keeps a list as values of its own, nearly 3 GB for
 * a hundred thousand jobs, and takes no message over 400 MiB (`rpcutil` in its source).
 */
const most = 100_000;

/** @throws ConfigurationError for more jobs than the engine can be given */
export function refuseTooMany(jobs: readonly Job[]): void {
  if (jobs.length <= most) return;
  throw new ConfigurationError(
    `The list holds ${withCommas(jobs.length)} jobs, and the engine can be given ${withCommas(most)} at most. ` +
      "Narrow it (jobName, tags, jobType, workspace or filter), or split it.",
  );
}
