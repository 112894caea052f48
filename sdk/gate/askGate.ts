import { ConfigurationError, DlfError, InvalidQueryError } from "../errors";
import type { Job } from "../jobs/job";
import { decideGate, type GateDecision } from "./decideGate";
import { checkRules, type GateRules } from "./rules";

/** The rules hold, or they do not. */
export interface KnownOutcome {
  result: GateDecision["outcome"];
  decision: GateDecision;
  /** The jobs that were listed. */
  jobs: readonly Job[];
  /** When they were, in ms since the epoch. */
  listedAt: number;
}

/** The jobs could not be known. */
export interface UnknownOutcome {
  result: "unknown";
  error: DlfError;
}

/** What a gate found. */
export type GateOutcome = KnownOutcome | UnknownOutcome;

/**
 * Asks once.
 *
 * @throws InvalidRulesError, InvalidQueryError, ConfigurationError: mistakes, which no policy lets pass
 */
export async function askGate(
  list: () => Promise<{ jobs: readonly Job[]; listedAt: number }>,
  rules: GateRules,
): Promise<GateOutcome> {
  checkRules(rules);
  try {
    const { jobs, listedAt } = await list();
    const decision = decideGate(jobs, rules, listedAt);
    return { result: decision.outcome, decision, jobs, listedAt };
  } catch (error) {
    const isMistake = error instanceof InvalidQueryError || error instanceof ConfigurationError;
    if (isMistake || !(error instanceof DlfError)) throw error;
    return { result: "unknown", error };
  }
}
