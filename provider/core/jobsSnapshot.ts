import { createHash, randomUUID } from "node:crypto";
import { ConfigurationError, type Job, type JobsQuery, type ListJobsResult } from "../../sdk/index";
import { refuseCredentials, refuseOtherArguments } from "./arguments";
import { hidingSecrets, messageOf, type Call, type CheckCall, type Checked, type Resource } from "./call";
import { differences, type Difference } from "./differences";
import { hideValues } from "./hideValues";
import { connectionArgs, type Connection } from "./listings";
import { pick } from "./pick";
import { refuseUnfit } from "./refuseUnfit";
import { defaultCompareFields, jobFields, takeSnapshot, type JobField, type Snapshot } from "./snapshot";
import { stableKey } from "./stableKey";
import { holdsUnknown, unknownValue } from "./unknown";

export const queryArgs = ["jobType", "jobName", "exactName", "tags", "tagMatch", "workspace", "filter"] as const;
export const snapshotArgs = [...queryArgs, "compareFields", "freeze", "triggers"] as const;

/** What the program gives. Everything of it is written into the state. */
export interface SnapshotArgs extends Pick<JobsQuery, (typeof queryArgs)[number]>, Connection {
  compareFields?: JobField[];
  freeze?: boolean;
  triggers?: unknown[];
}

/** What is recorded, by the names under which programs read it. */
export interface Recorded {
  snapshot: Snapshot;
  total: number;
  names: string[];
  jobs: Job[];
}

export const recordedKeys = ["snapshot", "total", "names", "jobs"] as const;

/** `check` lays the snapshot to the inputs, so that the engine prints how the live list differs. */
export interface SnapshotInputs extends SnapshotArgs, Partial<Record<keyof Recorded, unknown>> {
  snapshot?: Snapshot | typeof unknownValue;
}

export interface SnapshotOutputs extends SnapshotArgs, Recorded {}

/**
 * A snapshot of a list of jobs in the stack's state. One object for all snapshots of a process: `create` and `update`
 * record what the `check` before them has listed.
 */
export class JobsSnapshot implements Resource<SnapshotArgs, SnapshotInputs, SnapshotOutputs> {
  private readonly checked = new Map<string, Recorded>();

  async check(olds: SnapshotInputs, news: SnapshotArgs, call: CheckCall): Promise<Checked<SnapshotInputs>> {
    const given = argsOf(news);
    const shown = hidingSecrets(news, call);
    const laid = recordedKeys.filter((key) => key === "snapshot" || call.laid.includes(key));
    try {
      if (holdsUnknown(news)) return { inputs: { ...given, ...allUnknown(laid) } };
      checkArgs(given, news, call.args);
      if (given.freeze && olds.snapshot !== undefined && isSame(argsOf(olds), given)) {
        return { inputs: { ...given, ...pick(olds, laid) } };
      }
      const list = await call.list(...questionOf(given));
      for (const warning of list.warnings ?? []) call.warn(shown(warning));
      const listed = recordOf(given, list);
      const inputs = { ...given, ...pick(listed, laid) };
      this.checked.set(keyOf(inputs), listed);
      return { inputs };
    } catch (error) {
      return { inputs: given, failure: shown(messageOf(error)) };
    }
  }

  diff(olds: SnapshotInputs, news: SnapshotInputs): Difference[] {
    // A frozen list is not compared, whatever a release compares by default or somebody wrote into one of its two places.
    if (news.freeze && olds.snapshot !== undefined && isSame(argsOf(olds), argsOf(news))) return [];
    const compared = (inputs: SnapshotInputs) => ({ ...argsOf(inputs), snapshot: inputs.snapshot });
    return differences(compared(olds), compared(news));
  }

  async create(inputs: SnapshotInputs, call: Call): Promise<{ id: string; outputs: SnapshotOutputs }> {
    return { id: randomUUID(), outputs: await this.record(inputs, call) };
  }

  async update(olds: SnapshotOutputs, news: SnapshotInputs, call: Call): Promise<SnapshotOutputs> {
    const isKept = news.freeze && isSame([argsOf(olds), olds.snapshot], [argsOf(news), news.snapshot]);
    return isKept ? { ...argsOf(news), ...pick(olds, recordedKeys) } : await this.record(news, call);
  }

  /** The jobs as they are now; where they cannot be known, what was recorded. */
  async read(state: SnapshotOutputs, call: Call): Promise<{ outputs: SnapshotOutputs; inputs?: SnapshotInputs }> {
    if (state.freeze) return { outputs: state };
    const given = argsOf(state);
    try {
      const outputs = { ...given, ...recordOf(given, await call.list(...questionOf(given))) };
      return { outputs, inputs: { ...given, snapshot: outputs.snapshot } };
    } catch (error) {
      // A stack must be destroyed, with a refresh before it, while the service is down.
      const { jobName, tags, workspace, filter } = given;
      const reason = hideValues(messageOf(error), jobName, tags, workspace, filter);
      call.warn(`not refreshed, the recorded list stays as it is: ${reason}`);
      return { outputs: state };
    }
  }

  private async record(inputs: SnapshotInputs, call: Call): Promise<SnapshotOutputs> {
    const given = argsOf(inputs);
    if (holdsUnknown(given)) return { ...given, ...(allUnknown(recordedKeys) as unknown as Recorded) };
    const shown = this.checked.get(keyOf(inputs));
    return { ...given, ...(shown ?? recordOf(given, await call.list(...questionOf(given)))) };
  }
}

function keyOf(inputs: SnapshotInputs): string {
  const text = stableKey([argsOf(inputs), inputs.snapshot]);
  return createHash("sha256").update(text).digest("base64");
}

function questionOf(given: SnapshotArgs): [JobsQuery, Connection] {
  return [pick(given, queryArgs), pick(given, connectionArgs)];
}

/** @throws ConfigurationError */
function recordOf(given: SnapshotArgs, { jobs, total }: ListJobsResult): Recorded {
  refuseUnfit(jobs);
  const snapshot = takeSnapshot(jobs, comparedFields(given));
  return { snapshot, total, names: jobs.map((job) => job.name), jobs };
}

/** Somebody may have changed what a state holds. */
export function comparedFields({ compareFields }: SnapshotArgs): readonly JobField[] {
  return Array.isArray(compareFields) ? compareFields : defaultCompareFields;
}

function isSame(one: unknown, other: unknown): boolean {
  return stableKey(one) === stableKey(other);
}

function argsOf(inputs: SnapshotArgs): SnapshotArgs {
  return pick(inputs, [...snapshotArgs, ...connectionArgs]);
}

function allUnknown<Key extends keyof Recorded>(keys: readonly Key[]): Record<Key, typeof unknownValue> {
  return Object.fromEntries(keys.map((key) => [key, unknownValue])) as Record<Key, typeof unknownValue>;
}

/** @throws ConfigurationError */
function checkArgs(given: SnapshotArgs, news: object, known: readonly string[]): void {
  refuseOtherArguments(news, known);
  const { compareFields = [], freeze = false, triggers = [] } = given as Record<string, unknown>;
  if (!Array.isArray(compareFields)) throw new ConfigurationError('compareFields must be a list such as ["status"].');
  if (!Array.isArray(triggers)) throw new ConfigurationError("triggers must be a list.");
  if (typeof freeze !== "boolean") throw new ConfigurationError("freeze must be true or false.");
  const unknownField = (compareFields as string[]).find((field) => !(jobFields as readonly string[]).includes(field));
  if (unknownField !== undefined) {
    throw new ConfigurationError(
      `compareFields: a job has no field ${JSON.stringify(unknownField)}. It has: ${jobFields.join(", ")}.`,
    );
  }
  refuseCredentials(given);
}
