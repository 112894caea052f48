import { ConfigurationError, type Job } from "../../sdk/index";
import { withCommas } from "../../sdk/text/withCommas";
import { unknownMarks } from "./unknown";

/**
 * Ten times the service's own quota of jobs in a workspace. The engine keeps a list as values of its own, nearly 3 GB for
 * a hundred thousand jobs, and takes no message over 400 MiB (`rpcutil` in its source).
 */
const most = 100_000;

/**
 * @throws ConfigurationError for more jobs than the engine can be given, and for a text that it would take for a value
 * that is not known yet
 */
export function refuseUnfit(jobs: readonly Job[]): void {
  const marked = jobs.find((job) => Object.values(job).some((value) => unknownMarks.has(value)));
  if (marked !== undefined) {
    throw new ConfigurationError(
      `A field of the job ${JSON.stringify(marked.name)} is a text by which Pulumi marks values that are not known yet: it ` +
        "cannot be given to the engine. Give the job another, or leave it out (filter: { excludeNames }).",
    );
  }
  if (jobs.length <= most) return;
  throw new ConfigurationError(
    `The list holds ${withCommas(jobs.length)} jobs, and the engine can be given ${withCommas(most)} at most. ` +
      "Narrow it (jobName, tags, jobType, workspace or filter), or split it.",
  );
}
