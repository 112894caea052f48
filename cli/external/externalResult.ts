import * as z from "zod";
import { summarizeJobs, type Job } from "../../sdk/index";
import { jobSchema } from "../list/jobList";

/** JSON in a string, for `jsondecode`: the data source takes strings alone. */
function jsonOf(content: z.ZodType, description: string): z.ZodString {
  const contentSchema = z.toJSONSchema(content, { io: "input" });
  return z.string().describe(description).meta({ contentMediaType: "application/json", contentSchema });
}

/** An object of strings. No time in it: only a change of jobs is a change. */
export function externalResult(jobs: readonly Job[]): ExternalResult {
  return {
    total: String(jobs.length),
    names: JSON.stringify(jobs.map(({ name }) => name)),
    failed: JSON.stringify(summarizeJobs(jobs).failed),
    jobs: JSON.stringify(jobs),
  };
}

type ExternalResult = Record<"total" | "names" | "failed" | "jobs", string>;

/** The shape of a result as JSON Schema, as it is published with the package. */
export function externalResultJsonSchema(): unknown {
  const shape = {
    total: z.string().regex(/^\d+$/).describe("How many jobs match."),
    names: jsonOf(z.array(z.string()), "Their names, by type, then by name."),
    failed: jsonOf(z.array(z.string()), "Names of those that have failed, or whose last run has."),
    jobs: jsonOf(z.array(jobSchema), "The jobs, in the order of names."),
  } satisfies Record<keyof ExternalResult, z.ZodType>;
  const schema = z.object(shape).describe("What `dlf-jobs external` writes.");
  return z.toJSONSchema(schema, { io: "input" });
}
