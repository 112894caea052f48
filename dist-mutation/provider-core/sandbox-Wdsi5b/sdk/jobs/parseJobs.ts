// @ts-nocheck
import * as z from "zod";
import { UnexpectedAnswerError } from "../errors";
import { describeIssues } from "../configuration/options";
import type { Job } from "./job";
import { jobForms } from "./schema";

const jobsSchema = z.array(z.union([jobForms.BATCH.schema, jobForms.REAL_TIME.schema]));

/**
 * Reads jobs that another stack has exported, and checks that they are jobs.
 *
 * @throws UnexpectedAnswerError (`UNEXPECTED_ANSWER`), also for the undefined of an output that does not exist
 */
export function parseJobs(value: unknown): Job[] {
  const parsed = jobsSchema.safeParse(value);
  // As in schema.ts: fields that are not there are absent from the result as well.
  if (parsed.success) return parsed.data as unknown as Job[];
  const [first] = parsed.error.issues;
  const issue = first === undefined ? parsed.error : new z.ZodError([first]);
  throw new UnexpectedAnswerError(
    `These are not jobs (the output of a stack that exports them): ${describeIssues(issue)}.`,
    {
      permanent: true,
    },
  );
}
