import { z } from "zod";
import { InvalidRulesError } from "../errors";
import { describeIssues, withoutUndefined } from "../options";
import { durationSchema, type DurationText } from "../text/duration";
import type { BatchJobStatus, LastInstanceStatus, RealTimeJobStatus } from "../jobs/job";

const text = z.string().min(1, "must not be empty");
const count = z.int("must be a whole number").min(0, "must not be negative");
const statuses = z.array(text).min(1, "must name at least one status");

const rulesSchema = z
  .strictObject({
    requiredJobs: z.array(text).min(1, "must name at least one job").optional(),
    minJobs: count.optional(),
    maxJobs: count.optional(),
    allowedStatuses: z
      .strictObject({ BATCH: statuses.optional(), REAL_TIME: statuses.optional() })
      .refine((types) => types.BATCH !== undefined || types.REAL_TIME !== undefined, "must name BATCH or REAL_TIME")
      .optional(),
    forbiddenLastInstanceStatuses: statuses.optional(),
    maxAgeOfLastSuccess: durationSchema.optional(),
    maxRunning: count.optional(),
    ignoreJobs: z.array(text).optional(),
    minPriority: z.enum(["high", "medium", "low"], 'must be "high", "medium" or "low"').optional(),
    allowEmpty: z.boolean().optional(),
  })
  .refine(({ minJobs = 0, maxJobs = Infinity }) => minJobs <= maxJobs, {
    path: ["minJobs"],
    message: "is larger than maxJobs",
  })
  .refine(
    ({ ignoreJobs, minPriority, allowEmpty, ...rules }) => Object.values(rules).some((rule) => rule !== undefined),
    "there is no rule: a gate without one would always be open",
  );

/**
 * What must hold for the jobs of a query. Every rule is optional, one at least must be given; all that are given must
 * hold. Job names are exact, with their case.
 */
export interface GateRules {
  /** Names of jobs that must exist. `ignoreJobs` and `minPriority` do not hide a job from this rule. */
  requiredJobs?: readonly string[] | undefined;
  /** So many jobs must be there at least: 0 or more. */
  minJobs?: number | undefined;
  /** So many jobs may be there at most: 0 or more. */
  maxJobs?: number | undefined;
  /** The statuses that are good, by type of job. A type that is not named may have any status. */
  allowedStatuses?:
    { BATCH?: readonly BatchJobStatus[] | undefined; REAL_TIME?: readonly RealTimeJobStatus[] | undefined } | undefined;
  /** No batch job's last instance may have one of these, such as `["fail", "running-exception"]`. */
  forbiddenLastInstanceStatuses?: readonly LastInstanceStatus[] | undefined;
  /**
   * The last instance of every batch job must have succeeded, and ended no longer ago than this (`"26h"`). A job that
   * has not run yet is stale too, and so is one whose last instance is still running: when it succeeded before that,
   * the list does not tell.
   */
  maxAgeOfLastSuccess?: DurationText | undefined;
  /** So many batch jobs may be running at most: their last instance has the status `running` or `running-exception`. */
  maxRunning?: number | undefined;
  /** Names, or globs (`tmp_*`), of jobs that no rule looks at. */
  ignoreJobs?: readonly string[] | undefined;
  /** Look only at jobs of this priority and above. A job without a priority is `high`, the service's default. */
  minPriority?: "high" | "medium" | "low" | undefined;
  /** Let a gate hold that has no job to look at. Default: false; an empty answer must not open a gate by accident. */
  allowEmpty?: boolean | undefined;
}

/** Rules that can be used: the age in ms. */
export interface CheckedRules extends Omit<GateRules, "maxAgeOfLastSuccess"> {
  maxAgeOfLastSuccess?: number | undefined;
}

/** @throws InvalidRulesError (`INVALID_RULES`) */
export function checkRules(rules: GateRules): CheckedRules {
  const parsed = rulesSchema.safeParse(withoutUndefined(rules));
  if (!parsed.success) throw new InvalidRulesError(`Invalid rules: ${describeIssues(parsed.error)}.`);
  return parsed.data;
}
