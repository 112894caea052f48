import * as z from "zod";
import { UnexpectedAnswerError, type DlfErrorDetails } from "../errors";
import { errorBody } from "../http/errorBody";
import { describeIssues } from "../configuration/options";
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

/** What a field holds: for zod, and as the same check without it, for `isPlain`. */
interface Kind {
  schema: z.ZodType;
  holds(value: unknown): boolean;
}

const text: Kind = { schema: z.string(), holds: (value) => typeof value === "string" };
const filledText: Kind = { schema: z.string().min(1), holds: (value) => typeof value === "string" && value !== "" };
const whole: Kind = { schema: z.int(), holds: Number.isSafeInteger };
const flag: Kind = { schema: z.boolean(), holds: (value) => typeof value === "boolean" };

const mandatory = { name: filledText };
const optional = {
  // Mandatory in the reference, and missing in the one answer of a real server that was ever published.
  status: filledText,
  createUser: text,
  createTime: whole,
  owner: text,
  priority: whole,
  startTime: whole,
  endTime: whole,
  lastUpdateTime: whole,
  lastUpdateUser: text,
  path: text,
  singleNodeJobFlag: flag,
  lastInstanceStatus: text,
  lastInstanceEndTime: whole,
} satisfies Record<Exclude<keyof Job, "jobType" | keyof typeof mandatory>, Kind>;

/** @internal */
export const jobForms = { BATCH: jobForm("BATCH"), REAL_TIME: jobForm("REAL_TIME") } as const;

/** The fields of one type of job, in both their forms. */
function jobForm(jobType: JobType) {
  const isType: Kind = { schema: z.literal(jobType), holds: (value) => value === jobType };
  const needed = Object.entries({ jobType: isType, ...mandatory });
  const others = Object.entries(optional);
  return {
    needed: needed.map(([name]) => name),
    kinds: new Map([...needed, ...others]),
    /** Fields that are not listed here are dropped: servers add fields over time. */
    schema: z.object({
      ...Object.fromEntries(needed.map(([name, kind]) => [name, kind.schema])),
      ...Object.fromEntries(others.map(([name, kind]) => [name, kind.schema.optional()])),
    }),
  };
}

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
export function parsePage(body: unknown, jobType: JobType, answer: AnswerDescription): JobPage {
  const page = isPlainPage(body) ? { success: true as const, data: body } : pageSchema.safeParse(body);
  const failure = failureOf(body) ?? (page.success ? undefined : describeIssues(page.error));
  if (!page.success || failure !== undefined) {
    throw new UnexpectedAnswerError(`The answer to ${answer.what} is not a list of jobs: ${failure ?? ""}.`, answer);
  }
  return {
    total: page.data.total,
    jobs: page.data.jobs.map((job, index) => parseJob(job, index, jobType, answer)),
  };
}

/** As `isPlain`: an array that zod walks through for nothing is long. */
function isPlainPage(body: unknown): body is z.output<typeof pageSchema> {
  const { total, jobs } = (body ?? {}) as Record<string, unknown>;
  return whole.holds(total) && (total as number) >= 0 && Array.isArray(jobs);
}

/** An answer that names an error is one, whatever list it holds besides. 0 is the code of none. */
function failureOf(body: unknown): string | undefined {
  const said = errorBody(body);
  return said?.code === undefined || /^0+$/.test(said.code) ? undefined : `it is the error ${safeText(said.said)}`;
}

function parseJob(value: unknown, index: number, jobType: JobType, answer: DlfErrorDetails): Job {
  if (isPlain(value, jobType)) return value;
  const parsed = jobForms[jobType].schema.safeParse(withoutNothing(value));
  // The schema checks what `Job` promises; fields that were not sent are absent from its result as well.
  if (parsed.success) return parsed.data as unknown as Job;
  const name = (value as { name?: unknown } | null)?.name;
  const shown = typeof name === "string" && name !== "" ? safeText(name) : `number ${index + 1} of the page`;
  throw new UnexpectedAnswerError(
    `The service's answer cannot be used: job ${JSON.stringify(shown)}: ${describeIssues(parsed.error)}.`,
    { ...answer, permanent: true, job: shown },
  );
}

/**
 * Whether the schema would return the job just as it is, as it does with nearly all of them: no field missing, odd,
 * null or unknown. Checking that takes a third of zod's time, cold a quarter; zod has the last word on all other jobs.
 */
function isPlain(value: unknown, jobType: JobType): value is Job {
  if (typeof value !== "object" || value === null) return false;
  const { kinds, needed } = jobForms[jobType];
  const fields = value as Record<string, unknown>;
  for (const name in fields) {
    if (!kinds.get(name)?.holds(fields[name])) return false;
  }
  return needed.every((name) => Object.hasOwn(fields, name));
}

/** null counts as absent, and so does a status that is empty. Most jobs hold neither, and are not copied for it. */
function withoutNothing(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value);
  const given = fields.filter(([name, field]) => field !== null && !(name === "status" && field === ""));
  return given.length === fields.length ? value : Object.fromEntries(given);
}
