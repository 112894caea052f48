import * as z from "zod";
import { ruleNames, type GateOutcome, type GateRules, type GateViolation, type Job } from "../../sdk/index";
import { jobSchema } from "../list/jobList";
import { isoTime } from "../list/times";

const reportedJobSchema = jobSchema.pick({
  ...{ name: true, jobType: true, status: true, lastInstanceStatus: true, lastInstanceEndTime: true },
  ...{ owner: true, path: true },
});

const brokenSchema = z.object({
  rule: z
    .string()
    .describe(
      'Which rule. "jobs": no job to look at; "filter": a job that filter.names names does not exist; "wait": held not often enough in a row, or in time.',
    ),
  message: z.string().describe("What is wrong, in one line. It may be worded in another way in a later release."),
  jobs: z
    .array(reportedJobSchema)
    .describe("All jobs that break the rule. Empty where the trouble is that jobs are missing."),
});

/** @internal */
export const gateReportSchema = z
  .object({
    version: z.literal(1).describe("Grows when something of this shape goes away or gets another meaning."),
    result: z
      .enum(["holds", "violated", "unknown"])
      .describe("Whether all rules hold, or one is violated, or the jobs could not be known."),
    rules: z
      .array(
        z.object({
          rule: z.string(),
          result: z.enum(["holds", "violated", "tolerated", "skipped", "unknown"]),
        }),
      )
      .describe(
        "Each rule that was asked. tolerated: broken by no more jobs than may break it; skipped: there was no job to look at.",
      ),
    listedAt: z
      .string()
      .meta({ format: "date-time" })
      .optional()
      .describe("When the jobs were listed. Absent where they are not known."),
    listedJobs: z.int().min(0).optional().describe("How many there were. Absent where they are not known."),
    violations: z.array(brokenSchema).describe("Rules that do not hold."),
    tolerated: z.array(brokenSchema).describe("Rules that are broken by no more jobs than may break them."),
    exemptions: z
      .array(
        z.object({
          names: z.array(z.string()).describe("Names or globs, as the rules have them."),
          reason: z.string(),
          until: z.string().meta({ format: "date" }).describe("The last day on which it holds, in UTC."),
          state: z
            .enum(["in force", "run out", "matches no job"])
            .describe("After it has run out its jobs count again."),
          jobs: z.array(reportedJobSchema).describe("The jobs that it is about."),
        }),
      )
      .describe("Jobs that are known to be broken, and left out."),
    error: z
      .object({
        code: z.string().describe("A stable code, such as THROTTLED."),
        message: z.string(),
        requestId: z.string().optional().describe("What Huawei Cloud's support asks for. Absent without an answer."),
      })
      .optional()
      .describe("Why the jobs could not be known."),
  })
  .describe("What `dlf-jobs gate --output json` writes.");

/** What a gate found, as it is written for machines and, in other forms, for people. */
export type GateReport = z.infer<typeof gateReportSchema>;
export type ReportedJob = z.infer<typeof reportedJobSchema>;
export type BrokenRule = z.infer<typeof brokenSchema>;

/** The shape of a report as JSON Schema, as it is published with the package. */
export function gateReportJsonSchema(): unknown {
  return z.toJSONSchema(gateReportSchema, { io: "input" });
}

/** What was found, as data. Pure. */
export function gateReport(outcome: GateOutcome, rules: GateRules): GateReport {
  const asked = ruleNames.filter((rule) => rules[rule as keyof GateRules] !== undefined);
  if (outcome.result === "unknown") {
    const { code, message, requestId } = outcome.error;
    return {
      version: 1,
      result: "unknown",
      rules: asked.map((rule) => ({ rule, result: "unknown" })),
      ...{ violations: [], tolerated: [], exemptions: [] },
      error: { code, message, ...(requestId !== undefined && { requestId }) },
    };
  }
  const { result, decision, jobs, listedAt } = outcome;
  const names = (broken: readonly GateViolation[]) => broken.map(({ rule }): string => rule);
  const [violated, tolerated] = [names(decision.violations), names(decision.tolerated)];
  // Where an empty list is allowed, the rules that count have counted it.
  const counting = ["requiredJobs", ...(violated.includes("jobs") ? [] : ["minJobs", "maxJobs"])];
  return {
    version: 1,
    result,
    rules: [...new Set([...asked, ...violated])].map((rule) => ({
      rule,
      result: violated.includes(rule)
        ? "violated"
        : tolerated.includes(rule)
          ? "tolerated"
          : decision.lookedAt === 0 && !counting.includes(rule)
            ? "skipped"
            : "holds",
    })),
    listedAt: isoTime(listedAt),
    listedJobs: jobs.length,
    violations: decision.violations.map(brokenRule),
    tolerated: decision.tolerated.map(brokenRule),
    exemptions: decision.exemptions.map(({ names, reason, until, hasRunOut, jobs: meant }) => ({
      ...{ names: [...names], reason, until },
      state: hasRunOut ? "run out" : meant.length === 0 ? "matches no job" : "in force",
      jobs: meant.map(reportedJob),
    })),
  };
}

function brokenRule({ rule, message, jobs }: GateViolation): BrokenRule {
  return { rule, message, jobs: jobs.map(reportedJob) };
}

function reportedJob(job: Job): ReportedJob {
  const { name, jobType, status, lastInstanceStatus, lastInstanceEndTime, owner, path } = job;
  return {
    ...{ name, jobType },
    ...(status !== undefined && { status }),
    ...(lastInstanceStatus !== undefined && { lastInstanceStatus }),
    ...(lastInstanceEndTime !== undefined && { lastInstanceEndTime }),
    ...(owner !== undefined && { owner }),
    ...(path !== undefined && { path }),
  };
}
