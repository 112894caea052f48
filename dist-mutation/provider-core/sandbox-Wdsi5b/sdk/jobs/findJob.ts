// @ts-nocheck
import { InvalidQueryError, JobNotFoundError } from "../errors";
import { nearest, nearestOf } from "../text/nearest";
import type { Job, JobType } from "./job";
import { refuseNoQuery, type JobsQuery } from "./query";

/** Which job. */
export interface JobQuery {
  /** Its whole name, with its case: 1 to 128 characters. */
  name: string;
  /** Default: `ALL`, since a name is unique in a workspace. */
  jobType?: JobType | "ALL" | undefined;
  /** Workspace ID. Default: the client's, else the default workspace. */
  workspace?: string | undefined;
}

const parts: readonly string[] = ["name", "jobType", "workspace"] satisfies (keyof JobQuery)[];

/** @throws InvalidQueryError for a part that there is not: without it another job would be meant */
function refuseOtherParts(query: object): void {
  refuseNoQuery(query);
  const other = Object.keys(query).find((part) => !parts.includes(part));
  if (other === undefined) return;
  const close = nearest(other, parts);
  const hint = close === undefined ? "" : ` The nearest is ${close}.`;
  throw new InvalidQueryError(
    `Invalid query: there is no ${JSON.stringify(other)}.${hint} There is: ${parts.join(", ")}.`,
  );
}

/** So many names a person may have meant. */
const namesShown = 3;

/**
 * The one job of exactly that name.
 *
 * @param list lists whole, as `DlfClient.listJobs`
 * @throws JobNotFoundError with the nearest names, which takes a listing of all jobs
 * @throws InvalidQueryError where two jobs of different types have the name
 */
export async function findJob(
  query: JobQuery,
  list: (query: JobsQuery) => Promise<{ jobs: readonly Job[] }>,
): Promise<Job> {
  refuseOtherParts(query);
  const { name, jobType = "ALL", workspace } = query;
  const { jobs } = await list({ jobType, workspace, jobName: name, exactName: true });
  const [job, other] = jobs;
  if (other !== undefined) {
    throw new InvalidQueryError(
      `Invalid query: there is a batch job and a real-time job ${JSON.stringify(name)}. Say which by jobType.`,
    );
  }
  if (job !== undefined) return job;
  const all = await list({ jobType, workspace });
  const close = nearestOf(
    name,
    all.jobs.map((each) => each.name),
    namesShown,
  );
  const hint =
    close.length === 0
      ? "The workspace has none of that type."
      : `The nearest names are: ${close.map((each) => JSON.stringify(each)).join(", ")}.`;
  throw new JobNotFoundError(`There is no job ${JSON.stringify(name)}. ${hint}`);
}
