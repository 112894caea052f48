import { randomUUID } from "node:crypto";
import type { dynamic } from "@pulumi/pulumi";
import { ConfigurationError, type Job, type JobsQuery } from "../../sdk/index";
import { stableKey, type Connection } from "../listings";
import { ReadableError } from "../readableError";
import { listings, messageOf, refuseCredentials } from "./serviceOfStack";
import { defaultCompareFields, jobFields, takeSnapshot, type JobField, type Snapshot } from "./snapshot";
import { holdsUnknown, unknownValue } from "./unknown";

const queryKeys = ["jobType", "jobName", "exactName", "tags", "tagMatch", "workspace"] as const;
const otherKeys = ["client", "configNamespace", "compareFields", "freeze", "triggers"] as const;

/** What the program gives. Everything of it is written into the state. */
interface Given extends Pick<JobsQuery, (typeof queryKeys)[number]>, Connection {
  compareFields?: JobField[];
  freeze?: boolean;
  triggers?: unknown[];
}

/** `snapshot` is laid to the inputs by `check`, so that the engine prints how the live list differs. */
interface Inputs extends Given {
  snapshot?: Snapshot | typeof unknownValue | undefined;
}

interface Outputs extends Inputs {
  total: number;
  names: string[];
  jobs: Job[];
}

export async function check(olds: Inputs, news: Inputs): Promise<dynamic.CheckResult<Inputs>> {
  const given = givenOf(news);
  try {
    if (holdsUnknown(given)) return { inputs: { ...given, snapshot: unknownValue } };
    checkGiven(given, news);
    if (given.freeze && olds.snapshot !== undefined && stableKey(givenOf(olds)) === stableKey(given)) {
      return { inputs: { ...given, snapshot: olds.snapshot } };
    }
    return { inputs: { ...given, snapshot: (await list(given)).snapshot } };
  } catch (error) {
    return { inputs: given, failures: [{ property: "jobs", reason: messageOf(error) }] };
  }
}

/** `olds` are outputs: after a refresh they hold the list that was read then. */
export function diff(olds: Inputs, news: Inputs): dynamic.DiffResult {
  const same =
    stableKey(givenOf(olds)) === stableKey(givenOf(news)) && stableKey(olds.snapshot) === stableKey(news.snapshot);
  return { changes: !same };
}

export async function create(inputs: Inputs): Promise<dynamic.CreateResult<Outputs>> {
  return { id: randomUUID(), outs: await read(inputs) };
}

export async function update(inputs: Inputs): Promise<dynamic.UpdateResult<Outputs>> {
  return { outs: await read(inputs) };
}

export async function refresh(id: string, state: Outputs): Promise<dynamic.ReadResult<Outputs | Inputs>> {
  if (state.freeze) return { id, props: state };
  const props = await read(state);
  return { id, props, inputs: { ...givenOf(state), snapshot: props.snapshot } satisfies Inputs };
}

async function read(inputs: Inputs): Promise<Outputs> {
  const given = givenOf(inputs);
  try {
    return { ...given, ...(await list(given)) };
  } catch (error) {
    // Pulumi prints the stack of what is thrown here: the message says it all.
    throw new ReadableError(`DlfJobs: ${messageOf(error)}`);
  }
}

async function list(given: Given): Promise<Pick<Outputs, "snapshot" | "total" | "names" | "jobs">> {
  const { jobs, total } = await listings.list(pick(given, queryKeys), pick(given, ["client", "configNamespace"]));
  const snapshot = takeSnapshot(jobs, given.compareFields ?? defaultCompareFields);
  return { snapshot, total, names: jobs.map((job) => job.name), jobs };
}

function givenOf(inputs: Inputs): Given {
  return pick(inputs, [...queryKeys, ...otherKeys]);
}

/** @throws ConfigurationError */
function checkGiven(given: Given, news: object): void {
  const other = Object.keys(news).find((key) => key !== "__provider" && key !== "snapshot" && !(key in given));
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

function pick<T extends object, Key extends keyof T>(object: T, keys: readonly Key[]): Pick<T, Key> {
  return Object.fromEntries(
    keys.filter((key) => object[key] !== undefined && object[key] !== null).map((key) => [key, object[key]]),
  ) as Pick<T, Key>;
}
