// @ts-nocheck
import { describeStatus, isAhead, labelValue, lastSuccess, usualStatuses } from "../../sdk/index";
import type { BatchJob, Job, JobType, StatusOf } from "../../sdk/index";
import { headerOf, label, sampleOf, type Metric } from "./textFormat";

export interface WorkspaceJobs {
  /** Its ID, or `default`. */
  workspace: string;
  jobs: readonly Job[];
  /** By name: see `rememberJobs`. */
  remembered: ReadonlyMap<string, RememberedJob>;
  /** Those that were asked for: their counts are there at 0, too. */
  types: readonly JobType[];
}

/** What the list of now does not tell of a batch job. ms since the epoch. */
export interface RememberedJob {
  firstListed: number;
  /** End of the newest successful instance that was seen. */
  lastSuccess?: number;
}

/** Writes the line of one sample. */
type Sample = (labels: string, value: number) => string;

/** A metric of jobs. */
export interface JobFamily extends Metric {
  /** Its lines, one or some at a time. */
  samples: (workspace: WorkspaceJobs, sample: Sample) => Iterable<string>;
}

/**
 * Those that have a series at 0 too, with the label of each. The others have one while a job has them: no rule needs
 * their zeros.
 */
const usual: Readonly<Record<StatusOf, ReadonlyMap<string, string>>> = {
  BATCH: labelled(usualStatuses("BATCH")),
  REAL_TIME: labelled(usualStatuses("REAL_TIME")),
  lastInstance: labelled(usualStatuses("lastInstance")),
};

function labelled(statuses: readonly string[]): ReadonlyMap<string, string> {
  return new Map(statuses.map((status) => [status, label("status", status)]));
}

/** All that is known of the jobs, in Prometheus's text format. The same jobs give the same text. */
export async function jobMetrics(workspaces: readonly WorkspaceJobs[]): Promise<string> {
  const texts: string[] = [];
  for (const family of jobFamilies) {
    const samples = workspaces.flatMap((workspace) => [...samplesText(family, workspace)]);
    if (samples.length > 0) texts.push(headerOf(family), ...samples);
    // With 10,000 jobs there is other work waiting.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return texts.join("");
}

/** So many characters are written at once: not worth a pause in between, and little to hold. */
const pieceLength = 65_536;

/** The lines of one metric, without what stands before them, in pieces of whole lines. Nothing where there is none. */
export function* samplesText(family: JobFamily, workspace: WorkspaceJobs): Generator<string> {
  let piece = "";
  for (const lines of family.samples(workspace, (labels, value) => sampleOf(family, labels, value))) {
    piece += lines;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** In the order of the text. */
export const jobFamilies: readonly JobFamily[] = [
  {
    name: "dlf_jobs",
    type: "gauge",
    help: "Number of jobs by type and status.",
    *samples({ workspace, jobs, types }, sample) {
      for (const type of types) {
        const counts = new Map<string, number>([...usual[type].keys()].map((status) => [status, 0]));
        for (const [status, count] of countStatuses(jobs, type)) {
          const name = statusLabel(type, status);
          counts.set(name, (counts.get(name) ?? 0) + count);
        }
        const labels = `${label("workspace", workspace)},${label("type", type)}`;
        for (const [status, count] of counts) yield sample(`${labels},${label("status", status)}`, count);
      }
    },
  },
  {
    name: "dlf_job_status",
    type: "gauge",
    help: "1 for the status that the job has, 0 for those that it could have.",
    *samples({ workspace, jobs }, sample) {
      for (const job of jobs) {
        yield stateSet(typedLabels(workspace, job), job.jobType, job.status, sample);
      }
    },
  },
  {
    name: "dlf_job_last_instance_status",
    type: "gauge",
    help: "1 for the status of the job's last finished instance, 0 for the others. Absent for a job that has none.",
    *samples({ workspace, jobs }, sample) {
      for (const job of withInstance(jobs)) {
        if (job.lastInstanceStatus === undefined) continue;
        yield stateSet(jobLabels(workspace, job.name), "lastInstance", job.lastInstanceStatus, sample);
      }
    },
  },
  {
    name: "dlf_job_last_instance_end_timestamp_seconds",
    type: "gauge",
    help: "When the job's last instance ended.",
    *samples({ workspace, jobs }, sample) {
      for (const { name, lastInstanceEndTime } of withInstance(jobs)) {
        if (lastInstanceEndTime !== undefined) yield sample(jobLabels(workspace, name), lastInstanceEndTime / 1_000);
      }
    },
  },
  {
    name: "dlf_job_last_success_timestamp_seconds",
    type: "gauge",
    help: "When the newest successful instance ended that this exporter has seen of the batch job.",
    *samples({ workspace, remembered }, sample) {
      for (const [name, { lastSuccess }] of remembered) {
        if (lastSuccess !== undefined) yield sample(jobLabels(workspace, name), lastSuccess / 1_000);
      }
    },
  },
  {
    name: "dlf_job_no_success_since_timestamp_seconds",
    type: "gauge",
    help:
      "From when on the batch job certainly had no success, where this exporter has seen none: from its creation if it " +
      "never ran, else from the end of its last instance or from when it was first listed, whichever is earlier.",
    *samples({ workspace, jobs, remembered }, sample) {
      for (const job of jobs.filter(isBatch)) {
        const known = remembered.get(job.name);
        if (known === undefined || known.lastSuccess !== undefined) continue;
        yield sample(jobLabels(workspace, job.name), noSuccessSince(job, known) / 1_000);
      }
    },
  },
  timestamps("dlf_job_create_timestamp_seconds", "When the job was created.", (job) => job.createTime),
  timestamps("dlf_job_start_timestamp_seconds", "When the job starts to run.", (job) => job.startTime),
  timestamps("dlf_job_last_update_timestamp_seconds", "When the job was last changed.", (job) => job.lastUpdateTime),
  perJob("dlf_job_priority", "Priority: 0 high (also where the service tells none), 1 medium, 2 low.", (job) => {
    return job.priority ?? 0;
  }),
];

function timestamps(name: string, help: string, ms: (job: Job) => number | undefined): JobFamily {
  return perJob(name, help, (job) => {
    const time = ms(job);
    return time === undefined ? undefined : time / 1_000;
  });
}

function perJob(name: string, help: string, valueOf: (job: Job) => number | undefined): JobFamily {
  return {
    name,
    type: "gauge",
    help,
    *samples({ workspace, jobs }, sample) {
      for (const job of jobs) {
        const value = valueOf(job);
        if (value !== undefined) yield sample(typedLabels(workspace, job), value);
      }
    },
  };
}

function jobLabels(workspace: string, name: string): string {
  return `${label("workspace", workspace)},${label("job", labelValue(name))}`;
}

function typedLabels(workspace: string, { name, jobType }: Job): string {
  return `${jobLabels(workspace, name)},${label("type", jobType)}`;
}

/** The usual statuses, and the actual one where it is another. */
function stateSet(labels: string, of: StatusOf, status: string | undefined, sample: Sample): string {
  const actual = statusLabel(of, status);
  let lines = "";
  for (const [each, its] of usual[of]) lines += sample(`${labels},${its}`, each === actual ? 1 : 0);
  return usual[of].has(actual) ? lines : lines + sample(`${labels},${label("status", actual)}`, 1);
}

/** In the known spelling, whatever the service's case: alerts and dashboards ask for that. */
function statusLabel(of: StatusOf, status: string | undefined): string {
  return labelValue(describeStatus(of, status).name);
}

/** As they came: there are few of them, and each has to be looked up only once. */
function countStatuses(jobs: readonly Job[], type: JobType): Map<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const { jobType, status } of jobs) {
    if (jobType === type) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

/** These series have no label `type`: behind a real-time job of the same name no batch job may disappear. */
function withInstance(jobs: readonly Job[]): Job[] {
  const streams = jobs.filter((job) => !isBatch(job) && hasRun(job));
  const names = new Set(streams.map(({ name }) => name));
  const ofBatch = new Set(jobs.filter((job) => isBatch(job) && names.has(job.name)).map(({ name }) => name));
  return jobs.filter((job) => isBatch(job) || !ofBatch.has(job.name));
}

function hasRun({ lastInstanceStatus, lastInstanceEndTime }: Job): boolean {
  return lastInstanceStatus !== undefined || lastInstanceEndTime !== undefined;
}

function isBatch(job: Job): job is BatchJob {
  return job.jobType === "BATCH";
}

/** Nothing that lies in the future is taken for true: it would be the earliest for ever. */
function noSuccessSince(job: BatchJob, { firstListed }: RememberedJob): number {
  const bound: number | undefined = hasRun(job) ? job.lastInstanceEndTime : job.createTime;
  return Math.min(firstListed, bound ?? firstListed);
}

/**
 * What is known of the batch jobs in a list that came `at` a time: what it tells, and what an earlier one told of those
 * that are still there. A success in the future is none: nothing newer would ever be seen.
 *
 * @param at ms since the epoch
 * @param remembered takes them in, for lists that are gone through part by part
 */
export function rememberJobs(
  jobs: readonly Job[],
  at: number,
  earlier: ReadonlyMap<string, RememberedJob> = new Map(),
  remembered = new Map<string, RememberedJob>(),
): Map<string, RememberedJob> {
  for (const job of jobs) {
    if (!isBatch(job)) continue;
    const known = earlier.get(job.name);
    const told = lastSuccess(job);
    // What was taken once stays: a clock that was set back since makes no success of the past one of the future.
    const seen = told !== undefined && isAhead(told, at) ? undefined : told;
    const newest = Math.max(seen ?? -Infinity, known?.lastSuccess ?? -Infinity);
    // A clock that was ahead and is set back: it cannot have been first listed in the future.
    const firstListed = Math.min(known?.firstListed ?? at, at);
    remembered.set(job.name, newest === -Infinity ? { firstListed } : { firstListed, lastSuccess: newest });
  }
  return remembered;
}
