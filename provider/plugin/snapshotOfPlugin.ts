import type { Resource } from "../core/call";
import { differences, type Difference } from "../core/differences";
import {
  comparedFields,
  type JobsSnapshot,
  type SnapshotArgs,
  type SnapshotInputs,
  type SnapshotOutputs,
} from "../core/jobsSnapshot";
import { jobsOfText } from "../core/jobsText";
import { takeSnapshot, type Snapshot } from "../core/snapshot";
import { stableKey } from "../core/stableKey";
import { storedAs } from "../core/storedAs";
import { unknownValue } from "../core/unknown";

type Fields = Snapshot[string];

/**
 * How a snapshot stands among the inputs in a state: for each job a text, its fields in JSON. The engine copies, compares
 * and logs each value by itself, time and again: ten thousand jobs have a hundred thousand fields. Of two such texts it
 * prints the difference field by field.
 *
 * 0.1.0 wrote objects.
 */
type WrittenSnapshot = Record<string, string | Fields>;

interface WrittenInputs extends SnapshotArgs {
  snapshot?: WrittenSnapshot | typeof unknownValue;
}

/**
 * `snapshot` follows from `jobs`. After a refresh it holds the jobs that had changed: the engine prints a refresh from the
 * inputs before it to the outputs after it. 0.1.0 wrote all of it.
 */
type WrittenOutputs = Omit<SnapshotOutputs, "snapshot"> & Pick<WrittenInputs, "snapshot">;

/** A snapshot of jobs, with its inputs and outputs as they stand in a state. It is compared with the inputs there. */
export function snapshotOfPlugin(resource: JobsSnapshot): Resource<SnapshotArgs, WrittenInputs, WrittenOutputs> {
  const stored = storedAs(resource, { readInputs, writeInputs, readOutputs, writeOutputs });
  return {
    ...stored,
    async check(olds, news, call) {
      const { snapshot, ...args } = news as WrittenInputs;
      // The engine gives the old one where a program ignores its changes (`ignoreChanges`). Else there is no such argument.
      const isIgnored = snapshot !== undefined && stableKey(snapshot) === stableKey(olds.snapshot);
      const checked = await stored.check(olds, isIgnored ? args : news, call);
      return isIgnored && checked.failure === undefined ? { inputs: { ...checked.inputs, snapshot } } : checked;
    },
    diff: (olds: WrittenInputs, news) => asWritten(resource.diff(readInputs(olds), readInputs(news)), olds, news),
    async read(state, call, olds = {}) {
      const { outputs, inputs } = await stored.read(state, call, olds);
      const snapshot = inputs && changedJobs(olds, inputs);
      return { outputs: { ...outputs, ...(snapshot && { snapshot }) }, ...(inputs && { inputs }) };
    },
  };
}

/** What is written of the jobs that are new or differ; undefined where there are none. */
function changedJobs(olds: WrittenInputs, news: WrittenInputs): WrittenSnapshot | undefined {
  const found = differences(readInputs(olds).snapshot ?? {}, readInputs(news).snapshot);
  const changed = new Set(found.map(({ path: [job] }) => job));
  const written = typeof news.snapshot === "object" ? Object.entries(news.snapshot) : [];
  const kept = written.filter(([job]) => changed.has(job));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function readInputs({ snapshot, ...given }: WrittenInputs): SnapshotInputs {
  if (typeof snapshot !== "object") return { ...given, ...(snapshot !== undefined && { snapshot }) };
  return { ...given, snapshot: mapFields(snapshot, readFields) };
}

function writeInputs({ snapshot, ...given }: SnapshotInputs, olds: Partial<WrittenInputs>): WrittenInputs {
  if (snapshot === undefined || snapshot === unknownValue) return { ...given, ...(snapshot && { snapshot }) };
  const before = typeof olds.snapshot === "object" ? olds.snapshot : {};
  return { ...given, snapshot: mapFields(snapshot, (fields, job) => writeFields(fields, before[job])) };
}

/** Jobs that cannot be read, since somebody has changed the state, are none. */
function readOutputs({ snapshot: _, ...outputs }: WrittenOutputs): SnapshotOutputs {
  return { ...outputs, snapshot: takeSnapshot(jobsOfText(outputs.jobs) ?? [], comparedFields(outputs)) };
}

function writeOutputs({ snapshot: _, ...outputs }: SnapshotOutputs): WrittenOutputs {
  return outputs;
}

/** What cannot be read, since somebody has changed the state, is a job without fields. */
function readFields(written: string | Fields): Fields {
  if (typeof written !== "string") return written;
  try {
    const fields: unknown = JSON.parse(written);
    return typeof fields === "object" && fields !== null ? fields : {};
  } catch {
    return {};
  }
}

/** As an object where it was one and has changed: of an object and a text the engine would print both whole. */
function writeFields(fields: Fields, before: string | Fields | undefined): string | Fields {
  const changedObject = typeof before === "object" && differences(before, fields).length > 0;
  return changedObject ? fields : JSON.stringify(fields);
}

/** Paths that lead to what is there: not into a text. */
function asWritten(found: readonly Difference[], { snapshot: olds }: WrittenInputs, { snapshot: news }: WrittenInputs) {
  const isObjectIn = (snapshot: WrittenInputs["snapshot"], job: string) =>
    typeof snapshot === "object" && typeof snapshot[job] === "object";
  const texts = new Set<string>();
  const written: Difference[] = [];
  for (const difference of found) {
    const [property, job] = difference.path;
    const field = difference.path.length > 2;
    if (property !== "snapshot" || !field || (isObjectIn(olds, String(job)) && isObjectIn(news, String(job)))) {
      written.push(difference);
    } else texts.add(String(job));
  }
  return [...written, ...[...texts].map((job) => ({ path: ["snapshot", job], kind: "update" as const }))];
}

/** By entries: a job may be called `__proto__`. */
function mapFields<From, To>(snapshot: Record<string, From>, change: (fields: From, job: string) => To) {
  return Object.fromEntries(Object.entries(snapshot).map(([job, fields]) => [job, change(fields, job)]));
}
