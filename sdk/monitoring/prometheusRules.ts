import * as z from "zod";
import { InvalidRulesError } from "../errors";
import { describeIssues, withoutUndefined } from "../configuration/options";
import { compareJobs } from "../jobs/query";
import type { Job } from "../jobs/job";
import { describeStatus, knownStatuses, statusIs } from "../jobs/statuses";
import { defaultWorkspace } from "../text/defaultWorkspace";
import { durationSchema, type DurationText } from "../text/duration";
import { nameMatcher } from "../text/nameMatcher";
import { plainName, selector, templateText } from "./escape";
import { labelValue } from "./labelValue";
import { overdue } from "./overdue";
import { seconds } from "./seconds";
import { staleAlert } from "./staleAlert";

/** The alerts, by the names that Prometheus shows. */
export type DlfAlert =
  "DlfJobFailed" | "DlfJobStale" | "DlfJobStopped" | "DlfJobException" | "DlfJobGone" | "DlfExporterBlind";

/** A rule as Prometheus reads it. */
export interface AlertingRule {
  /** Name of the alert. */
  alert: DlfAlert;
  /** What fires, in PromQL. */
  expr: string;
  /** For how long it must be true, such as `600s`. Absent: it fires at once. */
  for?: string;
  /** `severity`, and those of the options. */
  labels: Record<string, string>;
  /** `summary` and `description`, and those of the options: templates of Prometheus. */
  annotations: Record<string, string>;
}

/** Rules that are evaluated together. */
export interface AlertingRuleGroup {
  /** Unique in its file. */
  name: string;
  /** In the order in which they are evaluated. */
  rules: AlertingRule[];
}

/** A rule file of Prometheus, ready for YAML. */
export interface PrometheusRuleFile {
  /** What the file consists of. */
  groups: AlertingRuleGroup[];
}

/** How the alerts are made. Everything is optional. */
export interface PrometheusRulesOptions {
  /** Workspace that the jobs were listed from, as the exporter names it. Default: `default`. */
  workspace?: string | undefined;
  /**
   * How often a batch job should succeed, else DlfJobStale fires: of those that name a job, the first. `jobs` are names
   * or globs; for the jobs with a tag, list them: `{ jobs: (await getDlfJobs({ tags: ["daily"] })).names, interval:
   * "26h" }`. At most 100 years; Prometheus has to keep its data for longer than the interval to know a success again
   * that the exporter saw before it was started anew.
   */
  expectedIntervals?:
    | readonly {
        /** Names or globs. */
        jobs: string | readonly string[];
        /** No longer than this from one success to the next: `"26h"`. */
        interval: DurationText;
      }[]
    | undefined;
  /** Value of the label `severity` by the job's priority. Default: `critical`, `warning`, `info`. */
  severity?:
    | {
        /** Default: `critical`. */
        high?: string | undefined;
        /** Default: `warning`. */
        medium?: string | undefined;
        /** Default: `info`. */
        low?: string | undefined;
      }
    | undefined;
  /** Severity of DlfExporterBlind. Default: `critical`. */
  blindSeverity?: string | undefined;
  /**
   * How long an exporter may know nothing new before DlfExporterBlind fires, after a list was due: the exporter tells
   * its interval. `dlf-jobs metrics` has none: there it must be longer than the time between two runs. Default: `10m`.
   */
  blindAfter?: DurationText | undefined;
  /** How long a job must be in trouble before its alert fires. Default: at once. */
  for?: DurationText | undefined;
  /** Added to every alert. */
  labels?: Record<string, string> | undefined;
  /** Added to every alert. Prometheus expands templates (`{{ $labels.job }}`) in them. */
  annotations?: Record<string, string> | undefined;
}

/** Prometheus holds times in ns, in 64 bits; the memory of DlfJobStale is twice an interval. */
const longestMs = 100 * 365 * 86_400_000;
const lengthOfTime = durationSchema.refine((ms) => ms <= longestMs, "must be at most 100 years");
const labelName = z
  .string()
  .regex(/^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/, "must be a label name: letters, digits and _, and no __ at its begin");
const texts = z.record(labelName, z.string()).default({});
const name = z.string().min(1, "must not be empty");

const optionsSchema = z.strictObject({
  workspace: name.default(defaultWorkspace),
  expectedIntervals: z
    .array(z.strictObject({ jobs: z.union([name, z.array(name)]), interval: lengthOfTime }))
    .default([]),
  severity: z
    .strictObject({ high: name.default("critical"), medium: name.default("warning"), low: name.default("info") })
    .prefault({}),
  blindSeverity: name.default("critical"),
  blindAfter: lengthOfTime.prefault("10m"),
  for: lengthOfTime.optional(),
  labels: texts,
  annotations: texts,
});
type Options = z.output<typeof optionsSchema>;

/**
 * Alerts for these jobs on the metrics of `dlf-jobs exporter`. Pure: the same jobs give the same rules in whatever
 * order they come, and a job that comes twice (in two lists joined into one) has its rules once: Prometheus refuses a
 * file in which a group is repeated.
 *
 * Each job has a group of its own, since `absent()` needs the job's labels, an alert its severity, and a diff should
 * show the job that changed. Prometheus spreads the groups over the evaluation interval.
 *
 * @throws InvalidRulesError (`INVALID_RULES`) for options that cannot be used
 */
export function prometheusRules(jobs: readonly Job[], options: PrometheusRulesOptions = {}): PrometheusRuleFile {
  const parsed = optionsSchema.safeParse(withoutUndefined(options));
  if (!parsed.success) throw new InvalidRulesError(`Invalid options: ${describeIssues(parsed.error)}.`);
  const checked = parsed.data;
  const intervals = checked.expectedIntervals.map(({ jobs: named, interval }) => ({
    interval,
    names: nameMatcher(typeof named === "string" ? [named] : named),
  }));
  const byGroup = new Map(
    jobs.map((job) => [plainName(`dlf ${checked.workspace} ${job.jobType}/${job.name}`), job] as const),
  );
  const groups = [...byGroup]
    .sort(([, a], [, b]) => compareJobs(a, b))
    .map(([name, job]) => ({
      name,
      rules: rulesOf(job, intervals.find(({ names }) => names(job.name))?.interval, checked),
    }));
  const exporter = { name: plainName(`dlf ${checked.workspace} exporter`), rules: [blindRule(checked)] };
  return { groups: [exporter, ...groups] };
}

function rulesOf(job: Job, intervalMs: number | undefined, options: Options): AlertingRule[] {
  const is = { workspace: labelValue(options.workspace), job: labelValue(job.name) };
  const typed = { ...is, type: job.jobType };
  const rule = ruleMaker(job, options);
  const wasRunning = statusIs(job.jobType, job.status, "running");
  return [
    ...(job.jobType === "BATCH"
      ? [
          rule(
            "DlfJobFailed",
            `${selector("dlf_job_last_instance_status", is, { status: knownStatuses("lastInstance", "bad") })} == 1`,
            "its last instance failed ({{ $labels.status }})",
          ),
          ...(intervalMs === undefined ? [] : [staleRule(typed, intervalMs, rule)]),
        ]
      : [
          rule(
            "DlfJobException",
            `${selector("dlf_job_status", typed, { status: knownStatuses("REAL_TIME", "bad") })} == 1`,
            "it is broken ({{ $labels.status }})",
          ),
        ]),
    ...(wasRunning
      ? [
          rule(
            "DlfJobStopped",
            `${selector("dlf_job_status", typed, { status: knownStatuses(job.jobType, "stopped") })} == 1`,
            `it was ${describeStatus(job.jobType, job.status).name} when this alert was made, and is {{ $labels.status }}`,
          ),
        ]
      : []),
    rule(
      "DlfJobGone",
      `absent(${selector("dlf_job_status", typed)}) and on() ${listable(is)}`,
      "it is not in the list of jobs any more",
    ),
  ];
}

/** Not while the jobs cannot be listed: all of them grow older then, which `DlfExporterBlind` tells once. */
function staleRule(
  typed: { workspace: string; job: string; type: string },
  intervalMs: number,
  rule: MakeRule,
): AlertingRule {
  const { workspace, job } = typed;
  const { expr, what } = staleAlert({ workspace, job }, intervalMs);
  // A job that is gone is remembered, too: it has to be in the list.
  return rule("DlfJobStale", `${expr} and on() ${selector("dlf_job_status", typed)} and on() ${listable(typed)}`, what);
}

/** The exporter's last listing succeeded. */
function listable({ workspace }: { workspace: string }): string {
  return `${selector("dlf_exporter_up", { workspace })} == 1`;
}

type MakeRule = (alert: DlfAlert, expr: string, what: string) => AlertingRule;

function ruleMaker(job: Job, options: Options): MakeRule {
  const priority = (["high", "medium", "low"] as const)[job.priority ?? 0] ?? "low";
  const about = { owner: job.owner, path: job.path };
  const shown = Object.entries(about).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, templateText(value)] as const],
  );
  return (alert, expr, what) => ({
    alert,
    expr,
    ...(options.for !== undefined && { for: seconds(options.for) }),
    // Those of the job make each rule unique, as promtool wants it, and are what the series has.
    labels: {
      workspace: templateText(labelValue(options.workspace)),
      job: templateText(labelValue(job.name)),
      type: job.jobType,
      severity: options.severity[priority],
      ...options.labels,
    },
    annotations: {
      summary: `DataArts job ${templateText(job.name)}: ${what}`,
      ...Object.fromEntries(shown),
      ...options.annotations,
    },
  });
}

function blindRule({ workspace, blindAfter, blindSeverity, labels, annotations }: Options): AlertingRule {
  const up = selector("dlf_exporter_up", { workspace: labelValue(workspace) });
  const due = overdue(selector("", { workspace: labelValue(workspace) }));
  return {
    alert: "DlfExporterBlind",
    expr: `${up} == 0 or absent(${up}) or ${due} > ${blindAfter / 1_000}`,
    for: seconds(blindAfter),
    labels: { workspace: templateText(labelValue(workspace)), severity: blindSeverity, ...labels },
    annotations: {
      summary: `The jobs of DataArts workspace ${templateText(workspace)} cannot be listed: no alert about them can fire`,
      ...annotations,
    },
  };
}
