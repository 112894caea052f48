import { InvalidQueryError, JobNotFoundError } from "../errors";
import { nearestOf } from "../text/nearest";
import type { Job, JobType } from "./job";
import type { JobsQuery } from "./query";

/** Which job. */
export interface JobQuery {
  /** Its whole name, with its case: 1 to 128 characters. */
  name: string;
  /** Default: `ALL`, since a name is unique in a workspace. */
  jobType?: JobType | "ALL" | undefined;
  /** Workspace ID. Default: the client's, else the default workspace. */
  workspace?: string | undefined;
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
  { name, jobType = "ALL", workspace }: JobQuery,
  list: (query: JobsQuery) => Promise<{ jobs: readonly Job[] }>,
): Promise<Job> {
  const { jobs } = await list({ jobType, workspace, jobName: name, exactName: true });
  const [job, other] = jobs;
  if (other !== undefined) {
    throw new InvalidQueryError(
      `Invalid query: there is a batch job and a real-time job ${JSON.stringify(name)}. Say which by jobType.`,
    );
  }
  if (job !== undefined) return job;
  const all = await list({ jobType, workspace });
  const nearest = nearestOf(
    name,
    all.jobs.map((each) => each.name),
    namesShown,
  );
  const hint =
    nearest.length === 0
      ? "The workspace has none of that type."
      : `The nearest names are: ${nearest.map((each) => JSON.stringify(each)).join(", ")}.`;
  throw new JobNotFoundError(`There is no job ${JSON.stringify(name)}. ${hint}`);
}
