import * as pulumi from "@pulumi/pulumi";
import { describeViolations, evaluateGate, ruleWarnings, type GateRules } from "../sdk/index";
import { listedJobs, type GetDlfJobsArgs, type GetDlfJobsOptions } from "./getDlfJobs";
import type { GetDlfJobsResult } from "./core/jobsResult";
import { DlfGateError, readable } from "./readableError";

/**
 * Lists jobs and ends the program unless the rules hold: for programs that deploy nothing while pipelines are broken.
 * `DlfJobGate` instead holds back only what depends on it, and shows in the stack.
 *
 * @returns the jobs, as `getDlfJobs` does
 * @throws DlfGateError when a rule does not hold: its message names the jobs
 * @throws GetDlfJobsError when the rules cannot be used, or the jobs cannot be known
 */
export async function requireDlfJobs(
  query: Omit<GetDlfJobsArgs, "consistency">,
  rules: GateRules,
  options: GetDlfJobsOptions = {},
): Promise<GetDlfJobsResult> {
  try {
    for (const warning of ruleWarnings(rules)) void pulumi.log.warn(`requireDlfJobs: ${warning}`);
  } catch (error) {
    throw readable(error);
  }
  const { result, listedAt: now } = await listedJobs({ ...query, consistency: "strict" }, options);
  const violations = evaluateGate(result.jobs, rules, now);
  if (violations.length === 0) return result;
  throw new DlfGateError(
    `requireDlfJobs: the rules do not hold:\n${describeViolations(violations, { now })}`,
    violations,
  );
}
