// @ts-nocheck
import * as z from "zod";
import { mostRequests, plan, type Examination } from "../../sdk/doctor/index";

const checkSchema = z.object({
  id: z.string().describe("A stable word, such as credentials-taken."),
  title: z.string(),
  mark: z
    .enum(["ok", "problem", "note", "skipped"])
    .describe("note: nothing is wrong as far as can be seen; skipped: an earlier problem is in the way."),
  seen: z.string().describe("In words that may change in a later release."),
  todo: z.string().optional().describe("What to do about it."),
});

const observationSchema = z.object({
  id: z.string().describe("A stable word, such as offset."),
  title: z.string(),
  kind: z
    .enum(["observed", "not observable", "contradictory"])
    .describe("contradictory: the answers fit together in no known way."),
  value: z
    .string()
    .optional()
    .describe("What was observed, in a few stable words, such as page-from-1. Absent where nothing was."),
  what: z.string().optional().describe("The same for people."),
  why: z.string().describe("What it was told by; why it could not be told."),
});

/** @internal */
export const doctorReportSchema = z
  .object({
    version: z.literal(1).describe("Grows when something of this shape goes away or gets another meaning."),
    package: z.string().describe("Version of pulumi-dlf."),
    at: z.string().meta({ format: "date-time" }),
    dryRun: z.boolean().describe("True: nothing was sent, and nothing is known."),
    result: z
      .enum(["ok", "problem"])
      .describe("Whether a check found a problem. Observations of the service are none, whatever they are."),
    requests: z.object({
      most: z.int().min(0).describe("So many are sent at most, second attempts and those for keys included."),
      sent: z.int().min(0),
      plan: z.array(z.object({ what: z.string(), most: z.int().min(0) })).describe("What they ask, in this order."),
    }),
    checks: z
      .array(checkSchema)
      .describe("What can be wrong before the first job comes, in the order in which it would be."),
    observations: z.array(observationSchema).describe("What the service does."),
    pageSizes: z
      .array(
        z.object({
          limit: z.int().min(1),
          jobs: z.int().min(0),
          bytes: z.int().min(0).describe("Of the body, decompressed."),
          ms: z.int().min(0).describe("From the first byte sent to the last one read."),
        }),
      )
      .describe("The first answer with each limit."),
  })
  .describe("What `dlf-jobs doctor --output json` writes. No secret, name, owner, path, tag or ID is in it.");

/** What was found, as it is written for machines and, in another form, for people. */
export type DoctorReport = z.infer<typeof doctorReportSchema>;

/** The shape of a report as JSON Schema, as it is published with the package. */
export function doctorReportJsonSchema(): unknown {
  return z.toJSONSchema(doctorReportSchema, { io: "input" });
}

/** What was found, as data; without an examination, what it would ask. Pure. */
export function doctorReport(
  examination: Pick<Examination, "checks" | "observations" | "pageSizes" | "sent"> | undefined,
  { version, at }: { version: string; at: number },
): DoctorReport {
  const { checks = [], observations = [], pageSizes = [], sent = 0 } = examination ?? {};
  return {
    version: 1,
    package: version,
    at: new Date(at).toISOString(),
    dryRun: examination === undefined,
    result: checks.some(({ mark }) => mark === "problem") ? "problem" : "ok",
    requests: { most: mostRequests, sent, plan: plan.map((each) => ({ ...each })) },
    checks: [...checks],
    observations: observations.map(({ id, title, finding }) => ({ id, title, ...finding })),
    pageSizes: [...pageSizes],
  };
}
