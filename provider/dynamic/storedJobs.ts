import type { Job } from "../../sdk/index";
import type { Resource } from "../core/call";
import {
  comparedFields,
  recordedKeys,
  type JobsSnapshot,
  type SnapshotArgs,
  type SnapshotInputs,
  type SnapshotOutputs,
} from "../core/jobsSnapshot";
import { jobsToText, jobsOfText } from "../core/jobsText";
import { takeSnapshot } from "../core/snapshot";
import { readSnapshot, writeSnapshot, type WrittenSnapshot } from "./snapshotText";
import { storedAs } from "../core/storedAs";
import { unknownValue } from "../core/unknown";

/** How a snapshot of jobs stands in a state. 0.1.0 wrote `names` and `snapshot` among the outputs, which follow from `jobs`. */
export interface StoredInputs extends SnapshotArgs {
  snapshot?: WrittenSnapshot;
  /** These where an argument is a secret. */
  total?: number;
  jobs?: string | Job[];
}

export interface StoredOutputs extends SnapshotArgs {
  total: number;
  /** As `jobsToText` writes them, or the list of 0.1.0. */
  jobs: string | Job[];
}

/** What the constructor names, so that it becomes a secret with the arguments. */
export const storedKeys = ["snapshot", "total", "jobs"] as const;

/** The resource, with its inputs and outputs as they stand in a state. */
export function storedJobs(resource: JobsSnapshot): Resource<SnapshotArgs, StoredInputs, StoredOutputs> {
  const stored = storedAs(resource, { readInputs, writeInputs, readOutputs, writeOutputs });
  return {
    ...stored,
    check: (olds, news, call) => stored.check(olds, news, { ...call, laid: call.laid.length > 0 ? recordedKeys : [] }),
  };
}

/** What cannot be read in a state, since somebody has changed it, counts as not recorded: the jobs are listed anew. */
function readInputs({ snapshot: written, jobs, ...given }: StoredInputs): SnapshotInputs {
  const snapshot = written === undefined ? undefined : readSnapshot(written);
  return {
    ...given,
    ...(snapshot !== undefined && { snapshot }),
    ...(jobs !== undefined && jobsAndNames(jobs)),
  };
}

function writeInputs(
  { snapshot, jobs, names: _, ...given }: SnapshotInputs,
  olds: Partial<StoredInputs>,
): StoredInputs {
  return {
    ...given,
    ...(snapshot !== undefined && { snapshot: writeSnapshot(snapshot, olds.snapshot) }),
    ...(jobs !== undefined && { jobs: textOf(jobs) }),
  } as StoredInputs;
}

function readOutputs({ jobs: stored, ...rest }: StoredOutputs): SnapshotOutputs {
  const recorded = jobsAndNames(stored);
  const snapshot = recorded && takeSnapshot(recorded.jobs, comparedFields(rest));
  return { ...rest, ...recorded, ...(snapshot && { snapshot }) } as SnapshotOutputs;
}

function writeOutputs({ snapshot: _s, jobs, names: _n, ...rest }: SnapshotOutputs): StoredOutputs {
  return { ...rest, jobs: textOf(jobs) };
}

/** What is not known yet stays the mark that says so, here and below. */
function jobsAndNames(stored: string | Job[]): { jobs: Job[]; names: string[] } | undefined {
  if (stored === unknownValue) return { jobs: stored, names: stored } as never;
  const jobs = jobsOfText(stored);
  return jobs && { jobs, names: jobs.map(({ name }) => name) };
}

function textOf(jobs: unknown): string {
  return jobs === unknownValue ? unknownValue : jobsToText(jobs as Job[]);
}
