import { z } from "zod";
import { UnexpectedAnswerError, type DlfErrorDetails } from "../errors";
import { describeIssues } from "../options";
import { safeText } from "../redact";
import type { Job, JobType } from "./job";

export interface JobPage {
  /** How many jobs the service says there are, on all pages together. */
  total: number;
  jobs: Job[];
}

/** What is known of an answer, for error messages. */
export interface AnswerDescription extends Pick<DlfErrorDetails, "status" | "requestId"> {
  /** What was asked for. */
  what: string;
}

const milliseconds = z.int();
const common = {
  name: z.string().min(1),
  status: z.string().min(1),
  createUser: z.string(),
  createTime: milliseconds,
  owner: z.string().optional(),
  priority: z.int().optional(),
  startTime: milliseconds.optional(),
  endTime: milliseconds.optional(),
  lastUpdateTime: milliseconds.optional(),
  lastUpdateUser: z.string().optional(),
  path: z.string().optional(),
  singleNodeJobFlag: z.boolean().optional(),
};

/** Fields that are not listed here are dropped: servers add fields over time. */
export const jobSchemas = {
  BATCH: z.object({
    jobType: z.literal("BATCH"),
    ...common,
    lastInstanceStatus: z.string().optional(),
    lastInstanceEndTime: milliseconds.optional(),
  }),
  REAL_TIME: z.object({ jobType: z.literal("REAL_TIME"), ...common }),
} as const;

/** A whole number, or one in a string: there is only one way to read it. */
const totalSchema = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
const pageSchema = z.object({ total: totalSchema, jobs: z.array(z.unknown()) });

/**
 * Reads an answer with status 200. A page that is not one is an error and never an empty list.
 *
 * @param jobType the type that was asked for: a job of the other one means that the filter was not understood
 * @throws UnexpectedAnswerError
 */
export function parsePage(body: unknown, jobType: JobType, { what, ...answer }: AnswerDescription): JobPage {
  const page = pageSchema.safeParse(body);
  if (!page.success) {
    throw new UnexpectedAnswerError(
      `The answer to ${what} is not a list of jobs: ${notAPage(body, page.error)}.`,
      answer,
    );
  }
  return {
    total: page.data.total,
    jobs: page.data.jobs.map((job, index) => parseJob(job, index, jobType, answer)),
  };
}

function notAPage(body: unknown, error: z.ZodError): string {
  const { error_code: code, error_msg: message } = (body ?? {}) as Record<string, unknown>;
  if (typeof code === "string") {
    return `it is the error ${safeText(`${code} ${typeof message === "string" ? message : ""}`)}`;
  }
  return describeIssues(error);
}

function parseJob(value: unknown, index: number, jobType: JobType, answer: DlfErrorDetails): Job {
  const parsed = jobSchemas[jobType].safeParse(withoutNull(value));
  // The schema checks what `Job` promises; fields that were not sent are absent from its result as well.
  if (parsed.success) return parsed.data as Job;
  const name = (value as { name?: unknown } | null)?.name;
  const shown = typeof name === "string" && name !== "" ? safeText(name) : `number ${index + 1} of the page`;
  throw new UnexpectedAnswerError(
    `The service's answer cannot be used: job ${JSON.stringify(shown)}: ${describeIssues(parsed.error)}.`,
    { ...answer, permanent: true, job: shown },
  );
}

/** null counts as absent. Most jobs hold none, and are not copied for it. */
function withoutNull(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const fields = Object.values(value);
  if (!fields.includes(null)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}
