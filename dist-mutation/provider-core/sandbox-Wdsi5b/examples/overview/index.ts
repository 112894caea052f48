// @ts-nocheck
import { getDlfJobs, summarizeJobs, type Job } from "pulumi-dlf";

/** What the stack's outputs are made of. Exported as a function, which Pulumi awaits. */
export = async () => {
  const { jobs } = await getDlfJobs({ jobType: "ALL" });
  const { total, byType, byStatus, byLastInstanceStatus, failed } = summarizeJobs(jobs);
  // A job whose last run failed, or that is broken now.
  const names = new Set(failed);
  const needAttention = jobs.filter((job) => names.has(job.name));
  return { total, byType, byStatus, byLastInstanceStatus, needAttention: needAttention.map(summary).sort(latestFirst) };
};

function summary(job: Job) {
  const { name, jobType, status, lastInstanceStatus, lastInstanceEndTime, owner, path } = job;
  return { name, jobType, status, owner, path, lastInstanceStatus, lastInstanceEndTime: isoTime(lastInstanceEndTime) };
}

function isoTime(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}

/** What is broken now has no end time and comes first, then the latest failure; names decide between equals. */
function latestFirst(a: ReturnType<typeof summary>, b: ReturnType<typeof summary>): number {
  const now = "9";
  const [timeOfA, timeOfB] = [a.lastInstanceEndTime ?? now, b.lastInstanceEndTime ?? now];
  return compare(timeOfB, timeOfA) || compare(a.name, b.name);
}

/** Not `localeCompare`: the order of the outputs must not depend on the machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
