import { getDlfJobs, type Job } from "pulumi-dlf";

/** What the stack's outputs are made of. Exported as a function, which Pulumi awaits. */
export = async () => {
  const { total, jobs } = await getDlfJobs({ jobType: "ALL" });
  const batch = jobs.filter((job) => job.jobType === "BATCH");
  const realTime = jobs.filter((job) => job.jobType === "REAL_TIME");

  return {
    total,
    byType: count(jobs, (job) => job.jobType),
    byStatus: {
      BATCH: count(batch, (job) => job.status),
      REAL_TIME: count(realTime, (job) => job.status),
    },
    byLastInstanceStatus: count(batch, (job) => job.lastInstanceStatus ?? "never run"),
    needAttention: jobs.filter(needsAttention).map(summary).sort(latestFirst),
  };
};

/** A batch job whose last run failed, or a real-time job that is broken now. */
function needsAttention(job: Job): boolean {
  return job.jobType === "BATCH"
    ? ["fail", "running-exception"].includes(job.lastInstanceStatus ?? "")
    : ["EXCEPTION", "ABNORMAL"].includes(job.status);
}

function summary(job: Job) {
  const { name, jobType, status, owner, path } = job;
  const lastRun = job.jobType === "BATCH" ? job : undefined;
  return {
    ...{ name, jobType, status, owner, path },
    lastInstanceStatus: lastRun?.lastInstanceStatus,
    lastInstanceEndTime: isoTime(lastRun?.lastInstanceEndTime),
  };
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

function count<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of items.map(key).sort()) {
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
