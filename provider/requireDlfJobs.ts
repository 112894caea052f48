import * as pulumi from "@pulumi/pulumi";
import {
  askGate,
  checkWait,
  describeViolations,
  mayPass,
  ruleWarnings,
  waitForGate,
  type GateRules,
  type GateWait,
} from "../sdk/index";
import { jobsResult, type GetDlfJobsResult } from "./core/jobsResult";
import type { Connection } from "./core/listings";
import { waitClock } from "./core/monotonicMs";
import { listInRun, showInRun, type GetDlfJobsArgs } from "./getDlfJobs";
import { DlfGateError, readable } from "./readableError";
import { refuseOthers } from "./refuse";

/** How to reach the service, and whether to wait for the rules. */
export interface RequireDlfJobsOptions extends Connection {
  /**
   * Ask again, in `pulumi up`, until the rules hold or the time is over. A preview does not wait: it says what is not so
   * yet, and goes on. Default: no wait.
   */
  wait?: GateWait | undefined;
}

/**
 * Lists jobs and ends the program unless the rules hold: for programs that deploy nothing while pipelines are broken.
 * `DlfJobGate` instead holds back only what depends on it, and shows in the stack.
 *
 * @param query which jobs the rules look at: always a whole list
 * @param rules one at least; all that are given must hold
 * @returns the jobs, as `getDlfJobs` does
 * @throws {@link DlfGateError} when a rule does not hold: its message names the jobs
 * @throws {@link GetDlfJobsError} when the rules cannot be used (`INVALID_RULES`), or the jobs cannot be known
 */
export async function requireDlfJobs(
  query: Omit<GetDlfJobsArgs, "consistency">,
  rules: GateRules,
  { wait, ...options }: RequireDlfJobsOptions = {},
): Promise<GetDlfJobsResult> {
  try {
    refuseOthers(query, options, "DlfJobGate");
    for (const warning of ruleWarnings(rules)) warn(warning);
    const checkedWait = wait && checkWait(wait);
    const whole = { ...query, consistency: "strict" } as const;
    const ask = (since?: number) => askGate(() => listInRun(whole, options, since), rules);
    let outcome = await ask();
    if (checkedWait && !pulumi.runtime.isDryRun() && mayPass(outcome, checkedWait)) {
      outcome = await waitForGate(ask, checkedWait, waitClock(), showInRun);
    }
    if (outcome.result === "unknown") throw outcome.error;
    const { decision, jobs, listedAt: now, warnings } = outcome;
    for (const { severity, message } of decision.notes) void pulumi.log[severity](`requireDlfJobs: ${message}`);
    const listed = { jobs: [...jobs], total: jobs.length, complete: true, listedAt: now, warnings: [...warnings] };
    const result = jobsResult(whole, listed, warn);
    if (outcome.result === "holds") return result;
    const said = `the rules do not hold:\n${describeViolations(decision.violations, { now })}`;
    if (checkedWait && pulumi.runtime.isDryRun() && mayPass(outcome, checkedWait)) {
      void pulumi.log.info(`requireDlfJobs: \`pulumi up\` will wait up to ${wait.timeout}, since ${said}`);
      return result;
    }
    throw new DlfGateError(`requireDlfJobs: ${said}`, decision.violations);
  } catch (error) {
    throw readable(error);
  }
}

function warn(message: string): void {
  void pulumi.log.warn(`requireDlfJobs: ${message}`);
}
