import { Gauge, Registry } from "prom-client";
import { labelValue, type BatchJob, type Job, type JobType } from "../../sdk/index";

export interface WorkspaceJobs {
  /** Its ID, or `default`. */
  workspace: string;
  jobs: readonly Job[];
  /** By name, ms since the epoch: see `lastSuccesses`. */
  lastSuccess: ReadonlyMap<string, number>;
  /** Those that were asked for: their counts are there at 0, too. */
  types: readonly JobType[];
}

type Sample = [labels: Record<string, string>, value: number];

interface Family {
  name: string;
  help: string;
  samples: (workspace: WorkspaceJobs) => Iterable<Sample>;
}

const statuses = {
  BATCH: ["SCHEDULING", "STOPPED", "PAUSED"],
  REAL_TIME: ["STARTING", "NORMAL", "EXCEPTION", "STOPPING", "STOPPED", "PAUSE", "ABNORMAL"],
} as const;
const lastInstanceStatuses = ["running", "success", "fail", "running-exception", "manual-stop"] as const;

/** All that is known of the jobs, in Prometheus's text format. The same jobs give the same text. */
export async function jobMetrics(workspaces: readonly WorkspaceJobs[]): Promise<string> {
  const texts: string[] = [];
  for (const family of families) {
    // A registry for each family, and a pause between them: with 10,000 jobs there is other work waiting.
    texts.push(await render(family, workspaces));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return texts.join("");
}

async function render({ name, help, samples }: Family, workspaces: readonly WorkspaceJobs[]): Promise<string> {
  const registry = new Registry();
  let gauge: Gauge | undefined;
  for (const workspace of workspaces) {
    for (const [labels, value] of samples(workspace)) {
      gauge ??= new Gauge({ name, help, labelNames: Object.keys(labels), registers: [registry] });
      gauge.set(labels, value);
    }
  }
  return gauge === undefined ? "" : registry.metrics();
}

const families: readonly Family[] = [
  {
    name: "dlf_jobs",
    help: "Number of jobs by type and status.",
    *samples({ workspace, jobs, types }) {
      for (const type of types) {
        const counts = new Map<string, number>(statuses[type].map((status) => [status, 0]));
        for (const job of jobs) {
          if (job.jobType !== type) continue;
          const status = labelValue(job.status);
          counts.set(status, (counts.get(status) ?? 0) + 1);
        }
        for (const [status, count] of counts) yield [{ workspace, type, status }, count];
      }
    },
  },
  {
    name: "dlf_job_status",
    help: "1 for the status that the job has, 0 for those that it could have.",
    *samples({ workspace, jobs }) {
      for (const job of jobs) {
        const labels = { workspace, job: labelValue(job.name), type: job.jobType };
        for (const [status, value] of stateSet(statuses[job.jobType], job.status)) yield [{ ...labels, status }, value];
      }
    },
  },
  {
    name: "dlf_job_last_instance_status",
    help: "1 for the status of the batch job's last instance, 0 for the others. Absent for a job that has not run.",
    *samples({ workspace, jobs }) {
      for (const job of jobs.filter(isBatch)) {
        if (job.lastInstanceStatus === undefined) continue;
        const labels = { workspace, job: labelValue(job.name) };
        for (const [status, value] of stateSet(lastInstanceStatuses, job.lastInstanceStatus)) {
          yield [{ ...labels, status }, value];
        }
      }
    },
  },
  {
    name: "dlf_job_last_instance_end_timestamp_seconds",
    help: "When the batch job's last instance ended.",
    *samples({ workspace, jobs }) {
      for (const { name, lastInstanceEndTime } of jobs.filter(isBatch)) {
        if (lastInstanceEndTime !== undefined) {
          yield [{ workspace, job: labelValue(name) }, lastInstanceEndTime / 1_000];
        }
      }
    },
  },
  {
    name: "dlf_job_last_success_timestamp_seconds",
    help: "When the newest successful instance ended that this exporter has seen of the batch job.",
    *samples({ workspace, lastSuccess }) {
      for (const [name, endTime] of lastSuccess) yield [{ workspace, job: labelValue(name) }, endTime / 1_000];
    },
  },
  timestamps("dlf_job_create_timestamp_seconds", "When the job was created.", (job) => job.createTime),
  timestamps("dlf_job_start_timestamp_seconds", "When the job starts to run.", (job) => job.startTime),
  timestamps("dlf_job_last_update_timestamp_seconds", "When the job was last changed.", (job) => job.lastUpdateTime),
  perJob("dlf_job_priority", "Priority: 0 high (also where the service tells none), 1 medium, 2 low.", (job) => {
    return job.priority ?? 0;
  }),
];

function timestamps(name: string, help: string, ms: (job: Job) => number | undefined): Family {
  return perJob(name, help, (job) => {
    const time = ms(job);
    return time === undefined ? undefined : time / 1_000;
  });
}

function perJob(name: string, help: string, valueOf: (job: Job) => number | undefined): Family {
  return {
    name,
    help,
    *samples({ workspace, jobs }) {
      for (const job of jobs) {
        const value = valueOf(job);
        if (value !== undefined) yield [{ workspace, job: labelValue(job.name), type: job.jobType }, value];
      }
    },
  };
}

/** The known statuses, and the actual one where it is a new one. */
function stateSet(known: readonly string[], actual: string): [status: string, value: 0 | 1][] {
  const set = known.map((status): [string, 0 | 1] => [status, status === actual ? 1 : 0]);
  return known.includes(actual) ? set : [...set, [labelValue(actual), 1]];
}

function isBatch(job: Job): job is BatchJob {
  return job.jobType === "BATCH";
}

/**
 * The end of the newest successful instance by job's name, ms since the epoch: what the list tells now, and what an
 * earlier one told of the jobs that are still there.
 */
export function lastSuccesses(jobs: readonly Job[], earlier: ReadonlyMap<string, number> = new Map()) {
  const newest = new Map<string, number>();
  for (const job of jobs.filter(isBatch)) {
    const seen = job.lastInstanceStatus === "success" ? job.lastInstanceEndTime : undefined;
    const times = [seen, earlier.get(job.name)].filter((time) => time !== undefined);
    if (times.length > 0) newest.set(job.name, Math.max(...times));
  }
  return newest;
}
