// @ts-nocheck
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
  /** What came of the query's filter and should be looked at, as `listJobs` tells it. */
  warnings: readonly string[];
}

/** The jobs could not be known. */
export interface UnknownOutcome {
  result: "unknown";
  error: DlfError;
}

/** The list that a gate asks for, as `listJobs` gives it. */
export interface JobsOfGate {
  jobs: readonly Job[];
  listedAt: number;
  warnings?: readonly string[] | undefined;
  missingNames?: readonly string[] | undefined;
}

/** What a gate found. */
export type GateOutcome = KnownOutcome | UnknownOutcome;

/**
 * Asks once.
 *
 * @throws InvalidRulesError, InvalidQueryError, ConfigurationError: mistakes, which no policy lets pass
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
