import { createHash, randomUUID } from "node:crypto";
import type { dynamic } from "@pulumi/pulumi";
import { ConfigurationError, type Job, type JobsQuery, type ListJobsResult } from "../../sdk/index";
import type { Connection } from "../listings";
import { stableKey } from "../stableKey";
import { pick } from "../pick";
import { hideValues } from "../hideValues";
import { hideSecretArgs, listFor, listForRefresh, messageOf, refuseCredentials, warn } from "./serviceOfStack";
import { defaultCompareFields, jobFields, takeSnapshot, type JobField, type Snapshot } from "./snapshot";
import { holdsUnknown, unknownValue } from "./unknown";

const queryKeys = ["jobType", "jobName", "exactName", "tags", "tagMatch", "workspace"] as const;
/** What Pulumi and the constructor of the snapshot add. */
const recordedKeys = ["snapshot", "total", "names", "jobs"] as const;
const ownKeys: readonly string[] = ["__provider", "asked", "secrets", ...recordedKeys];
const otherKeys = ["client", "configNamespace", "compareFields", "freeze", "triggers"] as const;

/** What the program gives. Everything of it is written into the state. */
interface Given extends Pick<JobsQuery, (typeof queryKeys)[number]>, Connection {
  compareFields?: JobField[];
  freeze?: boolean;
  triggers?: unknown[];
}

/**
 * `snapshot` is laid to the inputs by `check`, so that the engine prints how the live list differs. The other outputs
 * are there where the arguments hold a secret: the engine then keeps what comes out under their names as a secret too.
 */
export interface JobsInputs extends Given, Partial<Record<keyof Recorded, unknown>> {
  snapshot?: Snapshot | typeof unknownValue | undefined;
  /** As `askedAt` and `secretArgs` give them, for `check` alone. */
  asked?: unknown;
  secrets?: unknown;
}

export interface JobsOutputs extends Given, Recorded {}

interface Recorded {
  snapshot: Snapshot;
  total: number;
  names: string[];
  jobs: Job[];
}

export async function check(olds: JobsInputs, news: JobsInputs): Promise<dynamic.CheckResult<JobsInputs>> {
  const given = givenOf(news);
  try {
    // The snapshot, and what the constructor has laid here to be kept as a secret.
    const laid = recordedKeys.filter((key) => key === "snapshot" || key in news);
    if (holdsUnknown(given)) {
      return { inputs: { ...given, ...Object.fromEntries(laid.map((key) => [key, unknownValue])) } };
    }
    checkGiven(given, news);
    if (given.freeze && olds.snapshot !== undefined && stableKey(givenOf(olds)) === stableKey(given)) {
      return { inputs: { ...given, ...pick(olds, laid) } };
    }
    const listed = recordOf(given, await listFor(news.asked, ...questionOf(given)));
    const inputs = { ...given, ...pick(listed, laid) };
    checked.set(keyOf(inputs), listed);
    return { inputs };
  } catch (error) {
    return { inputs: given, failures: [{ property: "", reason: hideSecretArgs(messageOf(error), news) }] };
  }
}

/** `olds` are outputs: after a refresh they hold the list that was read then. */
export function diff(_id: string, olds: JobsInputs, news: JobsInputs): Promise<dynamic.DiffResult> {
  const same =
    stableKey(givenOf(olds)) === stableKey(givenOf(news)) && stableKey(olds.snapshot) === stableKey(news.snapshot);
  return Promise.resolve({ changes: !same });
}

export async function create(inputs: JobsInputs): Promise<dynamic.CreateResult<JobsOutputs>> {
  return { id: randomUUID(), outs: await record(inputs) };
}

export async function update(
  _id: string,
  _olds: JobsOutputs,
  news: JobsInputs,
): Promise<dynamic.UpdateResult<JobsOutputs>> {
  return { outs: await record(news) };
}

export async function read(id: string, state?: JobsOutputs): Promise<dynamic.ReadResult<JobsOutputs>> {
  if (state === undefined || state.freeze) return { id, ...(state && { props: state }) };
  const given = givenOf(state);
  let listed: ListJobsResult;
  try {
    listed = await listForRefresh(...questionOf(given));
  } catch (error) {
    // A stack must be destroyed, with a refresh before it, while the service is down.
    const { jobName, tags, workspace } = given;
    const reason = hideValues(messageOf(error), jobName, tags, workspace);
    warn(`DlfJobs: not refreshed, the recorded list stays as it is: ${reason}`);
    return { id, props: state };
  }
  const props = { ...given, ...recordOf(given, listed) };
  // Of the inputs the engine keeps what it is given here, so that the next preview compares with what was read.
  const inputs: JobsInputs = { ...given, snapshot: props.snapshot };
  return { id, props, inputs: inputs as JobsOutputs };
}

/** What `check` found, for the `create` or `update` that follows it: what is recorded is what was shown. */
const checked = new Map<string, Recorded>();

function keyOf(inputs: JobsInputs): string {
  const text = stableKey([givenOf(inputs), inputs.snapshot]);
  return createHash("sha256").update(text).digest("base64");
}

async function record(inputs: JobsInputs): Promise<JobsOutputs> {
  const given = givenOf(inputs);
  const shown = checked.get(keyOf(inputs));
  if (shown) return { ...given, ...shown };
  try {
    return { ...given, ...recordOf(given, await listFor(undefined, ...questionOf(given))) };
  } catch (error) {
    // Pulumi prints name, message and stack of what is thrown here: the message says it all.
    throw Object.assign(new Error(messageOf(error)), { name: "DlfJobs", stack: "" });
  }
}

function questionOf(given: Given): [JobsQuery, Connection] {
  return [pick(given, queryKeys), pick(given, ["client", "configNamespace"])];
}

function recordOf(given: Given, { jobs, total }: ListJobsResult): Recorded {
  const snapshot = takeSnapshot(jobs, given.compareFields ?? defaultCompareFields);
  return { snapshot, total, names: jobs.map((job) => job.name), jobs };
}

function givenOf(inputs: JobsInputs): Given {
  return pick(inputs, [...queryKeys, ...otherKeys]);
}

/** @throws ConfigurationError */
function checkGiven(given: Given, news: object): void {
  const other = Object.keys(news).find((key) => !ownKeys.includes(key) && !(key in given));
  if (other !== undefined) {
    throw new ConfigurationError(
      `There is no argument ${JSON.stringify(other)}. There is: ${[...queryKeys, ...otherKeys].join(", ")}.`,
    );
  }
  const unknownField = given.compareFields?.find((field) => !jobFields.includes(field));
  if (unknownField !== undefined) {
    throw new ConfigurationError(
      `compareFields: a job has no field ${JSON.stringify(unknownField)}. It has: ${jobFields.join(", ")}.`,
    );
  }
  refuseCredentials(given);
}
