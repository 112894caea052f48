import { randomUUID } from "node:crypto";
import type { dynamic } from "@pulumi/pulumi";
import {
  ConfigurationError,
  checkRules,
  describeViolations,
  evaluateGate,
  ruleWarnings,
  type GateRules,
  type JobsQuery,
} from "../../sdk/index";
import type { Connection } from "../listings";
import { stableKey } from "../stableKey";
import { pick } from "../pick";
import { hideSecretArgs, listFor, messageOf, refuseCredentials, warn } from "./serviceOfStack";
import { holdsUnknown } from "./unknown";

/** What the program gives. Everything of it is written into the state. */
interface Given extends Connection {
  query?: JobsQuery;
  rules: GateRules;
  enforcement?: "mandatory" | "advisory";
}

/**
 * What a gate found. `pending`: inputs are not known yet in this preview. `unknown`: the jobs could not be known.
 * Without times and counts: it is kept in the state, and only a change of it is an update of the gate.
 */
export interface GateFinding {
  result: "holds" | "violated" | "unknown" | "pending";
  /** In a line or more each: which rule, and the names of the jobs that break it. */
  violations: string[];
}

export interface GateInputs extends Given {
  finding?: GateFinding;
  /** As `askedAt` and `secretArgs` give them, for `check` alone. */
  asked?: unknown;
  secrets?: unknown;
}

/**
 * The gate itself. The engine calls it in the preview and again in the update, each time before anything that depends
 * on the gate; a failure stops both.
 */
export async function check(_olds: GateInputs, news: GateInputs): Promise<dynamic.CheckResult<GateInputs>> {
  const given = givenOf(news);
  if (holdsUnknown(given)) return { inputs: { ...given, finding: { result: "pending", violations: [] } } };
  // Without a property: the engine would print its whole value before the reason.
  const failed = (reason: string) => ({ inputs: given, failures: [{ property: "", reason: shown(reason) }] });
  const shown = (message: string) => hideSecretArgs(message, news);
  try {
    checkGiven(given, news);
    for (const warning of ruleWarnings(given.rules)) warn(`DlfJobGate: ${shown(warning)}`);
  } catch (error) {
    return failed(messageOf(error));
  }
  const mandatory = given.enforcement !== "advisory";
  const { query = {}, rules, client, configNamespace } = given;
  let listed;
  try {
    listed = await listFor(news.asked, query, { client, configNamespace });
  } catch (error) {
    const reason = `The gate stays shut, since the jobs could not be known: ${messageOf(error)}`;
    if (mandatory) return failed(reason);
    return { inputs: { ...given, finding: { result: "unknown", violations: [shown(messageOf(error))] } } };
  }
  const { jobs, listedAt: now } = listed;
  const violations = evaluateGate(jobs, rules, now);
  if (violations.length > 0 && mandatory) {
    return failed(`The gate is shut:\n${describeViolations(violations, { now })}`);
  }
  const finding: GateFinding = {
    result: violations.length === 0 ? "holds" : "violated",
    violations: violations.map(({ rule, message, jobs }) => `${rule}: ${message}${namesOf(jobs)}`),
  };
  return { inputs: { ...given, finding } };
}

/** `olds` are outputs, which for a gate are its inputs. */
export function diff(_id: string, olds: GateInputs, news: GateInputs): Promise<dynamic.DiffResult> {
  const of = (inputs: GateInputs) => stableKey({ ...givenOf(inputs), finding: inputs.finding });
  return Promise.resolve({ changes: of(olds) !== of(news) });
}

export function create(inputs: GateInputs): Promise<dynamic.CreateResult<GateInputs>> {
  return Promise.resolve({ id: randomUUID(), outs: { ...inputs } });
}

export function update(_id: string, _olds: GateInputs, news: GateInputs): Promise<dynamic.UpdateResult<GateInputs>> {
  return Promise.resolve({ outs: { ...news } });
}

const keys = ["query", "rules", "enforcement", "client", "configNamespace"] as const;

function givenOf(inputs: GateInputs): Given {
  return pick(inputs, keys);
}

/** What Pulumi and the constructor of the gate add. */
const ownKeys: readonly string[] = ["__provider", "finding", "asked", "secrets"];
const enforcements: readonly string[] = ["mandatory", "advisory"];

/** @throws ConfigurationError, InvalidRulesError */
function checkGiven(given: Given, news: object): void {
  const other = Object.keys(news).find((key) => !ownKeys.includes(key) && !(key in given));
  if (other !== undefined) {
    throw new ConfigurationError(`There is no argument ${JSON.stringify(other)}. There is: ${keys.join(", ")}.`);
  }
  if (given.enforcement !== undefined && !enforcements.includes(given.enforcement)) {
    throw new ConfigurationError('enforcement must be "mandatory" or "advisory".');
  }
  if (given.query !== undefined && (typeof given.query !== "object" || Array.isArray(given.query))) {
    throw new ConfigurationError('query must be an object such as { jobType: "ALL" }.');
  }
  if (given.query && "consistency" in given.query) {
    throw new ConfigurationError("A gate needs the whole list: its query has no consistency.");
  }
  checkRules(given.rules);
  refuseCredentials(given);
}

/** So many names a warning holds: it must stay readable. */
const namesShown = 20;

function namesOf(jobs: readonly { name: string }[]): string {
  if (jobs.length === 0) return "";
  const names = jobs.slice(0, namesShown).map((job) => job.name);
  const more = jobs.length - names.length;
  return `: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
