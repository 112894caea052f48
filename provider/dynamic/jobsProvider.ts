import { randomUUID } from "node:crypto";
import type { dynamic } from "@pulumi/pulumi";
import { ConfigurationError, type Job, type JobsQuery } from "../../sdk/index";
import { stableKey, type Connection } from "../listings";
import { pick } from "./pick";
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
export interface JobsInputs extends Given {
  snapshot?: Snapshot | typeof unknownValue | undefined;
}

export interface JobsOutputs extends JobsInputs {
  total: number;
  names: string[];
  jobs: Job[];
}

export async function check(olds: JobsInputs, news: JobsInputs): Promise<dynamic.CheckResult<JobsInputs>> {
  const given = givenOf(news);
  try {
    if (holdsUnknown(given)) return { inputs: { ...given, snapshot: unknownValue } };
    checkGiven(given, news);
    if (given.freeze && olds.snapshot !== undefined && stableKey(givenOf(olds)) === stableKey(given)) {
      return { inputs: { ...given, snapshot: olds.snapshot } };
    }
    return { inputs: { ...given, snapshot: (await list(given)).snapshot } };
  } catch (error) {
    return { inputs: given, failures: [{ property: "", reason: messageOf(error) }] };
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
  const props = await record(state);
  // Of the inputs the engine keeps what it is given here, so that the next preview compares with what was read.
  const inputs: JobsInputs = { ...givenOf(state), snapshot: props.snapshot };
  return { id, props, inputs: inputs as JobsOutputs };
}

async function record(inputs: JobsInputs): Promise<JobsOutputs> {
  const given = givenOf(inputs);
  try {
    return { ...given, ...(await list(given)) };
  } catch (error) {
    // Pulumi prints name, message and stack of what is thrown here: the message says it all.
    throw Object.assign(new Error(messageOf(error)), { name: "DlfJobs", stack: "" });
  }
}

async function list(given: Given): Promise<Pick<JobsOutputs, "snapshot" | "total" | "names" | "jobs">> {
  const { jobs, total } = await listings.list(pick(given, queryKeys), pick(given, ["client", "configNamespace"]));
  const snapshot = takeSnapshot(jobs, given.compareFields ?? defaultCompareFields);
  return { snapshot, total, names: jobs.map((job) => job.name), jobs };
}

function givenOf(inputs: JobsInputs): Given {
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
