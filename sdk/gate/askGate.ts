import { ConfigurationError, DlfError, InvalidQueryError } from "../errors";
import type { Job } from "../jobs/job";
import { decideGate, type GateDecision } from "./decideGate";
import { checkRules, type GateRules } from "./rules";

/** The rules hold, or they do not. */
export interface KnownOutcome {
  /** In one word. */
  result: GateDecision["outcome"];
  /** Rule by rule. */
  decision: GateDecision;
  /** The jobs that were listed. */
  jobs: readonly Job[];
  /** When they were, in ms since the epoch. */
  listedAt: number;
  /** What came of the query's filter and should be looked at, as `listJobs` tells it. */
  warnings: readonly string[];
}

/** The jobs could not be known. */
export interface UnknownOutcome {
  /** In one word. */
  result: "unknown";
  /** Why. */
  error: DlfError;
}

/** The list that a gate asks for, as `listJobs` gives it. */
export interface JobsOfGate {
  /** All that match the gate's query. */
  jobs: readonly Job[];
  /** When they were listed, in ms since the epoch: ages are judged by it. */
  listedAt: number;
  /** What of the query's filter should be looked at. */
  warnings?: readonly string[] | undefined;
  /** Jobs that the filter names and that are not there: a gate does not hold then. */
  missingNames?: readonly string[] | undefined;
}

/** What a gate found. */
export type GateOutcome = KnownOutcome | UnknownOutcome;

/**
 * Asks once.
 *
 * @param list gives the jobs, as `DlfClient.listJobs` does
 * @returns what it found; `unknown` where `list` fails otherwise than by a mistake
 * @throws {@link InvalidRulesError} (`INVALID_RULES`), {@link InvalidQueryError} (`INVALID_QUERY`),
 * {@link ConfigurationError} (`INVALID_CONFIGURATION`): mistakes, which no policy lets pass
 */
export async function askGate(list: () => Promise<JobsOfGate>, rules: GateRules): Promise<GateOutcome> {
  checkRules(rules);
  try {
    const { jobs, listedAt, warnings = [], missingNames } = await list();
    const decision = decideGate(jobs, rules, listedAt, missingNames);
    return { result: decision.outcome, decision, jobs, listedAt, warnings };
  } catch (error) {
    const isMistake = error instanceof InvalidQueryError || error instanceof ConfigurationError;
    if (isMistake || !(error instanceof DlfError)) throw error;
    return { result: "unknown", error };
  }
}
