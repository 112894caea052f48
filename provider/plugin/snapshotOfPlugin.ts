import type { Resource } from "../core/call";
import { differences, type Difference } from "../core/differences";
import type { JobsSnapshot, SnapshotArgs, SnapshotInputs, SnapshotOutputs } from "../core/jobsSnapshot";
import { defaultCompareFields, takeSnapshot, type Snapshot } from "../core/snapshot";
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

/** Without `snapshot`, which follows from `jobs`. 0.1.0 wrote it. */
type WrittenOutputs = Omit<SnapshotOutputs, "snapshot">;

/** A snapshot of jobs, with its inputs and outputs as they stand in a state. It is compared with the inputs there. */
export function snapshotOfPlugin(resource: JobsSnapshot): Resource<SnapshotArgs, WrittenInputs, WrittenOutputs> {
  return {
    ...storedAs(resource, { readInputs, writeInputs, readOutputs, writeOutputs }),
    diff: (olds: WrittenInputs, news) => asWritten(resource.diff(readInputs(olds), readInputs(news)), olds, news),
  };
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

function readOutputs(outputs: WrittenOutputs): SnapshotOutputs {
  const { jobs, compareFields = defaultCompareFields } = outputs;
  return { ...outputs, snapshot: Array.isArray(jobs) ? takeSnapshot(jobs, compareFields) : {} };
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
