import { randomUUID } from "node:crypto";
import {
  ConfigurationError,
  GateShutError,
  askGate,
  checkRules,
  checkWait,
  describeViolations,
  mayPass,
  ruleWarnings,
  unknownStatuses,
  waitForGate,
  type GateNote,
  type GateOutcome,
  type GateRules,
  type GateViolation,
  type GateWait,
  type JobsQuery,
  type KnownOutcome,
} from "../../sdk/index";
import { refuseCredentials, refuseOtherArguments } from "./arguments";
import { hidingSecrets, messageOf, type Call, type CheckCall, type Checked, type Resource } from "./call";
import { differences, type Difference } from "./differences";
import { connectionArgs, type Connection } from "./listings";
import { pick } from "./pick";
import { stableKey } from "./stableKey";
import { holdsUnknown, unknownValue } from "./unknown";

export const gateArgs = ["query", "rules", "enforcement", "onUnknown", "wait"] as const;

export const enforcements = ["mandatory", "advisory"] as const;
export const unknownPolicies = ["stop", "warn"] as const;

/** What the program gives. Everything of it is written into the state. */
export interface GateArgs extends Connection {
  query?: JobsQuery;
  rules: GateRules;
  enforcement?: (typeof enforcements)[number];
  onUnknown?: (typeof unknownPolicies)[number];
  wait?: GateWait;
}

/**
 * What a gate found. `pending`: inputs are not known yet in this preview. `waiting`: the rules do not hold yet, and an
 * update will wait. `unknown`: the jobs could not be known. Without times and counts: it is kept in the state, and only
 * a change of it is an update of the gate.
 */
export interface GateFinding {
  /** In one word; see above. */
  result: "holds" | "violated" | "unknown" | "waiting" | "pending";
  /** In a line or more each: which rule, and the names of the jobs that break it. */
  violations: string[];
  /** Exemptions, and rules that are broken by no more jobs than are tolerated. Absent where there are none. */
  notes?: string[];
}

export interface GateInputs extends GateArgs {
  finding?: GateFinding;
}

/** What becomes of an outcome: a finding that lets what depends on the gate pass, or why it does not. */
type Judged = { finding: GateFinding } | { failure: string };

/**
 * The gate itself. The engine checks it in the preview and again in the update, each time before anything that depends
 * on the gate; a failure stops both. One that may wait is let through as `waiting`, and waits where it is created or
 * updated, which happens in the update alone. What it keeps are its inputs.
 */
export class JobGate implements Resource<GateArgs, GateInputs, GateInputs> {
  /** How messages of a gate that waits hide its secrets, by its arguments: `check` alone is told which those are. */
  private readonly hiding = new Map<string, (message: string) => string>();

  async check(_olds: GateInputs, news: GateArgs, call: CheckCall): Promise<Checked<GateInputs>> {
    const given = argsOf(news);
    const shown = hidingSecrets(news, call);
    if (given.wait) this.hiding.set(stableKey(given), shown);
    const warn = (message: string) => {
      call.warn(shown(message));
    };
    try {
      if (holdsUnknown(news)) return { inputs: { ...given, finding: { result: "pending", violations: [] } } };
      checkArgs(given, news, call.args);
      for (const warning of ruleWarnings(given.rules)) warn(warning);
      const outcome = await ask(given, call);
      if (outcome.result !== "unknown") {
        const unknown = unknownStatuses(outcome.jobs);
        if (unknown) warn(unknown.message);
        for (const warning of outcome.warnings) warn(warning);
      }
      for (const note of notesOf(outcome)) if (note.severity === "warn") warn(note.message);
      const judged =
        given.wait && mayPass(outcome, checkWait(given.wait)) ? { finding: waiting(outcome) } : judge(outcome, given);
      if ("failure" in judged) return { inputs: given, failure: shown(judged.failure) };
      return { inputs: { ...given, finding: mapTexts(judged.finding, shown) } };
    } catch (error) {
      return { inputs: given, failure: shown(messageOf(error)) };
    }
  }

  diff(olds: GateInputs, news: GateInputs): Difference[] {
    const compared = (inputs: GateInputs) => ({ ...argsOf(inputs), finding: inputs.finding });
    return differences(compared(olds), compared(news));
  }

  /** @throws GateShutError when the wait is over and the rules do not hold */
  async create(inputs: GateInputs, call: Call): Promise<{ id: string; outputs: GateInputs }> {
    return { id: randomUUID(), outputs: await this.waited(inputs, call) };
  }

  /** @throws GateShutError as `create` */
  update(_olds: GateInputs, news: GateInputs, call: Call): Promise<GateInputs> {
    return this.waited(news, call);
  }

  read(state: GateInputs): Promise<{ outputs: GateInputs }> {
    return Promise.resolve({ outputs: state });
  }

  private async waited(inputs: GateInputs, call: Call): Promise<GateInputs> {
    const { result } = inputs.finding ?? {};
    if (result !== undefined && result !== "pending" && result !== "waiting") return { ...inputs };
    // What depends on a finding that is still to come does not know it yet.
    if (call.isPreview) return { ...inputs, finding: unknownValue as unknown as GateFinding };
    const given = argsOf(inputs);
    const shown = this.hiding.get(stableKey(given)) ?? ((message: string) => message);
    const outcome = given.wait
      ? await waitForGate(
          (since) => ask(given, call, since),
          checkWait(given.wait),
          call.clock,
          call.show,
          // One whose inputs were not known has not asked yet.
          result === "waiting" ? "nextTick" : "now",
        )
      : await ask(given, call);
    // One that waited told them before, where it was checked.
    if (result === "pending" && outcome.result !== "unknown") {
      for (const warning of outcome.warnings) call.warn(shown(warning));
    }
    const judged = judge(outcome, given);
    if ("failure" in judged) throw new GateShutError(shown(judged.failure));
    return { ...inputs, finding: mapTexts(judged.finding, shown) };
  }
}

function ask({ query = {}, rules, client, configNamespace }: GateArgs, call: Call, since?: number) {
  return askGate(() => call.list(query, { client, configNamespace }, since), rules);
}

function judge(outcome: GateOutcome, { enforcement = "mandatory", onUnknown = "stop" }: GateArgs): Judged {
  if (outcome.result === "unknown") {
    const { message } = outcome.error;
    if (onUnknown === "warn") return { finding: { result: "unknown", violations: [message] } };
    return { failure: `The gate stays shut, since the jobs could not be known: ${message}` };
  }
  const finding = findingOf(outcome.result, outcome);
  if (outcome.result === "holds" || enforcement === "advisory") return { finding };
  const { violations, notes } = outcome.decision;
  const block = describeViolations(violations, { now: outcome.listedAt });
  return { failure: ["The gate is shut:", block, ...notes.map(({ message }) => message)].join("\n") };
}

function waiting(outcome: GateOutcome): GateFinding {
  if (outcome.result === "unknown") return { result: "waiting", violations: [outcome.error.message] };
  return findingOf("waiting", outcome);
}

function findingOf(result: GateFinding["result"], { decision }: KnownOutcome): GateFinding {
  const lines = (violations: readonly GateViolation[]) =>
    violations.map(({ rule, message, jobs }) => `${rule}: ${message}${namesOf(jobs)}`);
  const notes = [...lines(decision.tolerated), ...decision.notes.map(({ message }) => message)];
  return { result, violations: lines(decision.violations), ...(notes.length > 0 && { notes }) };
}

function notesOf(outcome: GateOutcome): readonly GateNote[] {
  return outcome.result === "unknown" ? [] : outcome.decision.notes;
}

function mapTexts({ result, violations, notes }: GateFinding, change: (text: string) => string): GateFinding {
  return { result, violations: violations.map(change), ...(notes && { notes: notes.map(change) }) };
}

/**
 * What people should know of a finding, though the gate is open.
 *
 * @param secret whether an argument is one: what was found may tell it
 */
export function tellingOf(
  { result, violations, notes = [] }: GateFinding,
  secret: boolean,
  wait?: GateWait,
): { severity: "info" | "warn"; message: string } | undefined {
  const lines = secret ? "[secret], as its arguments are" : [...violations, ...notes].join("\n");
  switch (result) {
    case "pending":
      return { severity: "info", message: "The gate will be checked at `pulumi up`: its inputs are not known yet." };
    case "waiting":
      return {
        severity: "info",
        message: `The gate is not open yet: \`pulumi up\` will wait for it up to ${wait?.timeout ?? "its limit"}.\n${lines}`,
      };
    case "violated":
      return { severity: "warn", message: `The gate would be shut, but is advisory:\n${lines}` };
    case "unknown":
      return { severity: "warn", message: `The jobs could not be known, and the gate lets that pass: ${lines}` };
    case "holds":
      return notes.length === 0 ? undefined : { severity: "info", message: `The gate is open:\n${lines}` };
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
  if (given.onUnknown !== undefined && !unknownPolicies.includes(given.onUnknown)) {
    throw new ConfigurationError('onUnknown must be "stop" or "warn".');
  }
  if (given.query !== undefined && (typeof given.query !== "object" || Array.isArray(given.query))) {
    throw new ConfigurationError('query must be an object such as { jobType: "ALL" }.');
  }
  if (given.query && "consistency" in given.query) {
    throw new ConfigurationError("A gate needs the whole list: its query has no consistency.");
  }
  if (!("rules" in given)) throw new ConfigurationError("A gate needs rules such as { minJobs: 1 }: there is no rule.");
  checkRules(given.rules);
  if (given.wait !== undefined) checkWait(given.wait);
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
