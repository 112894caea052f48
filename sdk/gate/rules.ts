import * as z from "zod";
import { InvalidRulesError } from "../errors";
import { describeIssues } from "../configuration/options";
import { durationSchema, type DurationText } from "../text/duration";
import { nearest } from "../text/nearest";
import { prioritySchema, type Priority } from "../jobs/filter";
import type { BatchJobStatus, LastInstanceStatus, RealTimeJobStatus } from "../jobs/job";

const text = z.string().min(1, "must not be empty");
const count = z.int("must be a whole number").min(0, "must not be negative");
const status = z.string().refine((name) => name.trim() !== "", "must not be empty");
const statuses = z.array(status).min(1, "must name at least one status");

/** So many jobs, or such a share of them. */
export type Tolerance =
  | {
      /** How many. */
      jobs: number;
    }
  | {
      /** 0 to 1. */
      share: number;
    };

const toleranceSchema = z.union([z.number(), z.string()]).transform((given, context): Tolerance => {
  const number = Number(String(given).replace(/%$/, ""));
  const isShare = typeof given === "string" && given.endsWith("%");
  if (/^\d+(\.\d+)?%?$/.test(String(given)) && (isShare ? number <= 100 : Number.isSafeInteger(number))) {
    return isShare ? { share: number / 100 } : { jobs: number };
  }
  context.addIssue({ code: "custom", message: 'must be a number of jobs, or a share such as "5%"' });
  return z.NEVER;
});

const dayInMs = 86_400_000;

const exemptionSchema = z
  .strictObject({
    jobs: z.array(text).min(1, "must name at least one job"),
    reason: text.refine((reason) => !/[\r\n]/.test(reason), "must be one line"),
    until: z.iso.date('must be a day such as "2026-12-31"'),
  })
  .transform((exemption) => ({ ...exemption, endsAt: Date.parse(exemption.until) + dayInMs }));

const ruleShapes = {
  requiredJobs: z.array(text).min(1, "must name at least one job").optional(),
  minJobs: count.optional(),
  maxJobs: count.optional(),
  allowedStatuses: z
    .strictObject({ BATCH: statuses.optional(), REAL_TIME: statuses.optional() })
    .refine((types) => types.BATCH !== undefined || types.REAL_TIME !== undefined, "must name at least one type of job")
    .optional(),
  forbiddenLastInstanceStatuses: statuses.optional(),
  maxAgeOfLastSuccess: durationSchema.optional(),
  maxRunning: count.optional(),
  ignoreJobs: z.array(text).optional(),
  minPriority: prioritySchema.optional(),
  tolerate: toleranceSchema.optional(),
  exemptions: z.array(exemptionSchema).optional(),
  allowEmpty: z.boolean().optional(),
} satisfies Record<keyof GateRules, z.ZodType>;

/** What says which jobs the rules look at, and how strictly, and is no rule itself. */
const bounds: readonly string[] = [
  ...(["ignoreJobs", "minPriority", "tolerate", "exemptions", "allowEmpty"] satisfies (keyof typeof ruleShapes)[]),
];

/** What a violation names as its rule; `jobs` is for there being none to look at. */
export const ruleNames: readonly string[] = [
  "jobs",
  ...Object.keys(ruleShapes).filter((name) => !bounds.includes(name)),
];

const rulesSchema = z
  .strictObject(ruleShapes, {
    error: (issue) => (issue.code === "unrecognized_keys" ? noSuchRules(issue.keys) : undefined),
  })
  .refine(({ minJobs = 0, maxJobs = Infinity }) => minJobs <= maxJobs, {
    path: ["minJobs"],
    message: "is larger than maxJobs",
  })
  .refine(
    (rules) => ruleNames.some((name) => rules[name as keyof typeof rules] !== undefined),
    "there is no rule: a gate without one would always be open",
  );

function noSuchRules(names: readonly string[]): string {
  const known = Object.keys(ruleShapes);
  return names
    .map((name) => `there is no rule ${JSON.stringify(name)}, the nearest is ${nearest(name, known) ?? ""}`)
    .join("; ");
}

/**
 * What must hold for the jobs of a query. Every rule is optional, one at least must be given; all that are given must
 * hold. Job names are exact, with their case; statuses are compared without regard to case and surrounding space.
 * Any status may be named, known or not: `ruleWarnings` tells those that may be misspelt.
 */
export interface GateRules {
  /** Names of jobs that must exist. `ignoreJobs` and `minPriority` do not hide a job from this rule. */
  requiredJobs?: readonly string[] | undefined;
  /** So many jobs must be there at least: 0 or more. */
  minJobs?: number | undefined;
  /** So many jobs may be there at most: 0 or more. */
  maxJobs?: number | undefined;
  /**
   * The statuses that are good, by type of job. A type that is not named may have any status. A job that came without
   * a status breaks the rule.
   */
  allowedStatuses?:
    | {
        /** Of batch jobs. Default: any. */
        BATCH?: readonly BatchJobStatus[] | undefined;
        /** Of real-time jobs. Default: any. */
        REAL_TIME?: readonly RealTimeJobStatus[] | undefined;
      }
    | undefined;
  /**
   * No job's last instance may have one of these, such as `["fail", "running-exception"]`. Batch jobs are looked at,
   * and real-time jobs that have a last instance. By the API's reference it is the last one that has **finished**.
   */
  forbiddenLastInstanceStatuses?: readonly LastInstanceStatus[] | undefined;
  /**
   * The last instance of every batch job must have succeeded, and ended no longer ago than this (`"26h"`), nor in the
   * future by more than 5 minutes. A success that was forced or ignored is one (`forceSuccess`, `ignoreSuccess`); a
   * status that is not known is none. A job that has not run yet is stale too, and so is one whose last instance is
   * told as running: when it succeeded before that, the list does not tell. Real-time jobs need not have instances,
   * and are left aside.
   */
  maxAgeOfLastSuccess?: DurationText | undefined;
  /**
   * The last instance of so many batch jobs at most may have the status `running` or `running-exception`. By the API's
   * reference the service tells the last **finished** instance: it may never say that one is running, and this rule
   * never be broken.
   */
  maxRunning?: number | undefined;
  /** Names, or globs of `*` and `?` (`tmp_*`), of jobs that no rule looks at. */
  ignoreJobs?: readonly string[] | undefined;
  /**
   * Look only at jobs of this priority and above. A job without a priority is `high`, the service's default; one with a
   * priority that is not known is always looked at. Default: no job is left out by its priority.
   */
  minPriority?: Priority | undefined;
  /**
   * So many jobs, or such a share of the jobs that a rule looks at (`"5%"`, rounded down), may break each of
   * `allowedStatuses`, `forbiddenLastInstanceStatuses` and `maxAgeOfLastSuccess`. Default: none.
   */
  tolerate?: number | string | undefined;
  /** Jobs that are known to be broken. `requiredJobs` still finds them. */
  exemptions?: readonly GateExemption[] | undefined;
  /** Let a gate hold that has no job to look at. Default: false; an empty answer must not open a gate by accident. */
  allowEmpty?: boolean | undefined;
}

/** Jobs that no rule looks at until a day, since somebody knows about them. */
export interface GateExemption {
  /** Names, or globs of `*` and `?`. */
  jobs: readonly string[];
  /** Why, for the reports: one line. */
  reason: string;
  /** The last day on which it holds, as `2026-12-31`, in UTC. After it the jobs count again. */
  until: string;
}

/** Rules that can be used: ages and times in ms. */
export interface CheckedRules extends Omit<GateRules, "maxAgeOfLastSuccess" | "tolerate" | "exemptions"> {
  /** In ms. */
  maxAgeOfLastSuccess?: number | undefined;
  /** So many jobs, or a share of 0 to 1 of those that a rule looks at. */
  tolerate?: Tolerance | undefined;
  /** Those of the rules, with their ends. */
  exemptions?:
    | readonly (GateExemption & {
        /** When its last day is over, ms since the epoch. */
        endsAt: number;
      })[]
    | undefined;
}

/**
 * A rule may be left out, or be undefined. One that is null was meant to be something, such as a variable of a file
 * that was not set: it is refused, and so is null in a list.
 *
 * @throws InvalidRulesError (`INVALID_RULES`)
 */
export function checkRules(rules: GateRules): CheckedRules {
  // Without TypeScript. The schema's own words would be about its shape.
  if ((rules as unknown) === undefined || (rules as unknown) === null) {
    throw new InvalidRulesError("Invalid rules: there are none. Give an object such as { minJobs: 1 }.");
  }
  const parsed = rulesSchema.safeParse(rules, {
    error: ({ input }) => (input === null ? "must not be null: leave it out or give it a value" : undefined),
  });
  if (!parsed.success) throw new InvalidRulesError(`Invalid rules: ${describeIssues(parsed.error)}.`);
  return parsed.data;
}
