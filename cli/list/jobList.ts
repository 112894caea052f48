import * as z from "zod";
import type { Job } from "../../sdk/index";

const time = (when: string) => z.int().optional().describe(`${when}, ms since the epoch.`);

/** A job as the command writes it in JSON: as programs get it. */
export const jobSchema = z.object({
  name: z.string().min(1).describe("Unique in its workspace."),
  jobType: z.enum(["BATCH", "REAL_TIME"]).describe("BATCH: it runs at intervals. REAL_TIME: it runs all the time."),
  status: z.string().optional().describe("As the service tells it; absent where it tells none."),
  lastInstanceStatus: z.string().optional().describe("Of the last finished instance; absent where none is told."),
  lastInstanceEndTime: time("When the last finished instance ended"),
  owner: z.string().optional(),
  priority: z.int().optional().describe("0 high (the service's default), 1 medium, 2 low."),
  path: z.string().optional().describe("The job's folder; / is the root."),
  startTime: time("When the job starts to run"),
  endTime: time("When the job stops running"),
  singleNodeJobFlag: z.boolean().optional().describe("True for a job of a single task."),
  createUser: z.string().optional().describe("Some servers leave it out."),
  createTime: time("When the job was created; some servers leave it out"),
  lastUpdateUser: z.string().optional(),
  lastUpdateTime: time("When the job was changed last"),
} satisfies Record<keyof Job, z.ZodType>);

const jobListSchema = z
  .object({
    total: z.int().min(0).describe("How many jobs match: the length of jobs."),
    complete: z
      .boolean()
      .describe("False only with --consistency best-effort, where the pages kept contradicting each other."),
    jobs: z.array(jobSchema).describe("By type, then by name."),
  })
  .describe("What `dlf-jobs list --output json` writes.");

/** What `dlf-jobs list` found, as it is written for machines. */
export type JobList = z.infer<typeof jobListSchema>;

/** The shape of a list as JSON Schema, as it is published with the package. */
export function jobListJsonSchema(): unknown {
  return z.toJSONSchema(jobListSchema, { io: "input" });
}
