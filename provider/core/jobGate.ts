import { randomUUID } from "node:crypto";
import {
  ConfigurationError,
  checkRules,
  describeViolations,
  evaluateGate,
  ruleWarnings,
  type GateRules,
  type JobsQuery,
} from "../../sdk/index";
import { refuseCredentials, refuseOtherArguments } from "./arguments";
import { messageOf, type CheckCall, type Checked, type Resource } from "./call";
import { differences, type Difference } from "./differences";
import { hideValues } from "./hideValues";
import type { Connection } from "./listings";
import { pick } from "./pick";
import { holdsUnknown, unknownValue } from "./unknown";

export const gateArgs = ["query", "rules", "enforcement"] as const;
const connectionArgs = ["client", "configNamespace"] as const;

export const enforcements = ["mandatory", "advisory"] as const;

/** What the program gives. Everything of it is written into the state. */
export interface GateArgs extends Connection {
  query?: JobsQuery;
  rules: GateRules;
  enforcement?: (typeof enforcements)[number];
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

export interface GateInputs extends GateArgs {
  finding?: GateFinding;
}

/**
 * The gate itself. The engine checks it in the preview and again in the update, each time before anything that depends
 * on the gate; a failure stops both. What it keeps are its inputs.
 */
export class JobGate implements Resource<GateArgs, GateInputs, GateInputs> {
  async check(_olds: GateInputs, news: GateArgs, call: CheckCall): Promise<Checked<GateInputs>> {
    const given = argsOf(news);
    const found = (result: GateFinding["result"], violations: string[] = []) => ({
      inputs: { ...given, finding: { result, violations } },
    });
    const failed = (failure: string) => ({ inputs: given, failure });
    const shown = (message: string) => hideValues(message, pick(news as object, call.secretArgs as never[]));
    if (holdsUnknown(news)) return found("pending");
    try {
      checkArgs(given, news, call.args);
      for (const warning of ruleWarnings(given.rules)) call.warn(shown(warning));
    } catch (error) {
      return failed(shown(messageOf(error)));
    }
    const mandatory = given.enforcement !== "advisory";
    const { query = {}, rules, client, configNamespace } = given;
    let listed;
    try {
      listed = await call.list(query, { client, configNamespace });
    } catch (error) {
      if (!mandatory) return found("unknown", [shown(messageOf(error))]);
      return failed(shown(`The gate stays shut, since the jobs could not be known: ${messageOf(error)}`));
    }
    const { jobs, listedAt: now } = listed;
    const violations = evaluateGate(jobs, rules, now);
    if (violations.length === 0) return found("holds");
    if (mandatory) return failed(shown(`The gate is shut:\n${describeViolations(violations, { now })}`));
    return found(
      "violated",
      violations.map(({ rule, message, jobs: breaking }) => `${rule}: ${message}${namesOf(breaking)}`),
    );
  }

  diff(olds: GateInputs, news: GateInputs): Difference[] {
    const compared = (inputs: GateInputs) => ({ ...argsOf(inputs), finding: inputs.finding });
    return differences(compared(olds), compared(news));
  }

  create(inputs: GateInputs): Promise<{ id: string; outputs: GateInputs }> {
    return Promise.resolve({ id: randomUUID(), outputs: outputsOf(inputs) });
  }

  update(_olds: GateInputs, news: GateInputs): Promise<GateInputs> {
    return Promise.resolve(outputsOf(news));
  }

  read(state: GateInputs): Promise<{ outputs: GateInputs }> {
    return Promise.resolve({ outputs: state });
  }
}

/** What depends on a finding that is still to come does not know it yet. */
function outputsOf(inputs: GateInputs): GateInputs {
  if (inputs.finding?.result !== "pending") return { ...inputs };
  return { ...inputs, finding: unknownValue as unknown as GateFinding };
}

/**
 * What people should know of a finding, though the gate is open.
 *
 * @param secret whether an argument is one: what was found may tell it
 */
export function tellingOf(
  finding: GateFinding,
  secret: boolean,
): { severity: "info" | "warn"; message: string } | undefined {
  const lines = secret ? "[secret], as its arguments are" : finding.violations.join("\n");
  switch (finding.result) {
    case "pending":
      return { severity: "info", message: "The gate will be checked at `pulumi up`: its inputs are not known yet." };
    case "violated":
      return { severity: "warn", message: `The gate would be shut, but is advisory:\n${lines}` };
    case "unknown":
      return { severity: "warn", message: `The gate is advisory, and the jobs could not be known: ${lines}` };
    case "holds":
      return undefined;
  }
}

function argsOf(inputs: GateArgs): GateArgs {
  return pick(inputs, [...gateArgs, ...connectionArgs]);
}

/** @throws ConfigurationError, InvalidRulesError */
function checkArgs(given: GateArgs, news: object, known: readonly string[]): void {
  refuseOtherArguments(news, known);
  if (given.enforcement !== undefined && !enforcements.includes(given.enforcement)) {
    throw new ConfigurationError('enforcement must be "mandatory" or "advisory".');
  }
  if (given.query !== undefined && (typeof given.query !== "object" || Array.isArray(given.query))) {
    throw new ConfigurationError('query must be an object such as { jobType: "ALL" }.');
  }
  if (given.query && "consistency" in given.query) {
    throw new ConfigurationError("A gate needs the whole list: its query has no consistency.");
  }
  if (!("rules" in given)) throw new ConfigurationError("A gate needs rules such as { minJobs: 1 }: there is no rule.");
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
