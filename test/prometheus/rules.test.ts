import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { grafanaDashboard, prometheusRules, type Job, type PrometheusRulesOptions } from "../../sdk/index";
import { runCommand } from "../engine/runCommand";
import { obtainPrometheus, type Prometheus } from "./obtainPrometheus";

let tools: Prometheus | undefined;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pulumi-dlf-rules-"));
  const found = await obtainPrometheus();
  if ("missing" in found) process.stdout.write(`Left out: promtool's checks of the rules. ${found.missing}.\n`);
  else tools = found;
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function promtool(...args: string[]): Promise<{ status: number; output: string }> {
  if (tools === undefined) return { status: 0, output: "SUCCESS" };
  return runCommand(tools.promtool, args, { cwd: folder, env: process.env, timeLimit: 100_000 });
}

const batch = (name: string, fields: object = {}): Job => ({
  ...{ name, jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: 1 },
  ...fields,
});
const realTime = (name: string): Job => ({
  ...{ name, jobType: "REAL_TIME", status: "NORMAL", createUser: "etl", createTime: 1 },
});

/** Everything that means something to YAML, PromQL, regular expressions or Go's templates. */
const oddParts = [
  ...['"', "'", "\\", "\n", "\t", "{{", "}}", "{{ .Value }}", "$", "${x}", "%", "|", ".*", "(", "[", "作业", "🚀"],
  ...["\u200b", "\u200c", "\u0001", "\ufffd", "\ud801"],
  ...["#", ": ", "- ", "&", "*", "!", "\u0000", "\u2028", "\ud800", "e\u0301", "`", "\\x", "{", "}", " ", "=", "~"],
];
const oddJobs = Array.from({ length: 1_000 }, (_, index) => {
  const part = (offset: number) => oddParts[(index * 7 + offset * 11) % oddParts.length] ?? "";
  const name = `${part(0)}job${index}${part(1)}${part(2)}`;
  return index % 3 === 0 ? realTime(name) : batch(name, { owner: part(3), path: part(4), priority: index % 4 });
});

test("promtool accepts the rules for 1,000 jobs with odd names", async () => {
  const rules = prometheusRules(oddJobs, {
    workspace: 'w "{{',
    expectedIntervals: [{ jobs: "*", interval: "26h" }],
    for: "90s",
    labels: { team: "data" },
    annotations: { runbook: "https://example.com/{{ $labels.job }}" },
  });
  await writeFile(join(folder, "odd.yaml"), stringify(rules));
  const { status, output } = await promtool("check", "rules", "odd.yaml");
  expect(output).toContain("SUCCESS");
  expect(status).toBe(0);
  if (tools) expect(output).toContain(`${rules.groups.flatMap((group) => group.rules).length} rules found`);
});

test("promtool accepts the rules for jobs whose names differ in nothing that can be seen, and for a job that comes twice", async () => {
  const names = [
    "ab",
    ...["\u0000", "\u0001", "\u200b", "\u200c", "\ud800", "\ud801", "\ufffd"].map((odd) => `a${odd}b`),
  ];
  const jobs = names.flatMap((name) => [batch(name), realTime(name), batch(name)]);
  const rules = prometheusRules(jobs, { workspace: "w\u200b", expectedIntervals: [{ jobs: "*", interval: "1h" }] });
  await writeFile(join(folder, "alike.yaml"), stringify(rules));
  const { output } = await promtool("check", "rules", "alike.yaml");
  expect(output).toContain("SUCCESS");
  expect(new Set(rules.groups.map(({ name }) => name)).size).toBe(1 + 2 * names.length);
});

test("promtool accepts every expression of the dashboard", async () => {
  const { panels } = grafanaDashboard([batch("a"), realTime("s")]);
  const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  const rules = expressions.map((expr, index) => ({ record: `panel:${index}`, expr }));
  await writeFile(join(folder, "dashboard.yaml"), stringify({ groups: [{ name: "dashboard", rules }] }));
  const { output } = await promtool("check", "rules", "dashboard.yaml");
  expect(output).toContain("SUCCESS");
  expect(expressions).toHaveLength(6);
});

interface AlertTest {
  jobs: Job[];
  series: Record<string, string>;
  /** What fires, at a time. */
  expected: [at: string, alert: string, labels: Record<string, string>[]][];
  options?: PrometheusRulesOptions;
}

const odd = 'a "job" {{ .x }} \\ |.*';
const of = (metric: string, labels: Record<string, string>) =>
  `${metric}{${Object.entries({ workspace: "default", ...labels })
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(",")}}`;
const up = of("dlf_exporter_up", {});
const listed = of("dlf_exporter_last_success_timestamp_seconds", {});

test.each<[string, AlertTest]>([
  [
    "DlfJobFailed fires when the last instance failed, and resolves; with the severity of the job's priority",
    {
      jobs: [batch(odd, { priority: 1 }), batch("other")],
      series: {
        [of("dlf_job_last_instance_status", { job: odd, status: "fail" })]: "0 1 1 0 0",
        [of("dlf_job_last_instance_status", { job: odd, status: "success" })]: "1 0 0 1 1",
        [of("dlf_job_last_instance_status", { job: "other", status: "fail" })]: "0 0 0 0 0",
      },
      expected: [
        ["0m", "DlfJobFailed", []],
        [
          "1m",
          "DlfJobFailed",
          [{ severity: "warning", workspace: "default", job: odd, type: "BATCH", status: "fail" }],
        ],
        ["3m", "DlfJobFailed", []],
      ],
    },
  ],
  [
    "DlfJobStale fires after the expected interval of its glob, for no other job",
    {
      jobs: [batch("ods_a"), batch("dwd_b")],
      options: { expectedIntervals: [{ jobs: ["ods_*"], interval: "2m" }] },
      series: {
        [of("dlf_job_last_success_timestamp_seconds", { job: "ods_a" })]: "0 0 0 0 240 240",
        [of("dlf_job_last_success_timestamp_seconds", { job: "dwd_b" })]: "0 0 0 0 0 0",
        [up]: "1 1 1 1 1 1",
      },
      expected: [
        ["2m", "DlfJobStale", []],
        ["3m", "DlfJobStale", [{ severity: "critical", workspace: "default", job: "ods_a", type: "BATCH" }]],
        ["4m", "DlfJobStale", []],
      ],
    },
  ],
  [
    "DlfJobStale fires for a job whose success the exporter has never seen",
    {
      jobs: [batch("ods_a")],
      options: { expectedIntervals: [{ jobs: "ods_a", interval: "2m" }] },
      series: {
        [of("dlf_job_last_instance_end_timestamp_seconds", { job: "ods_a" })]: "0 0 0 0",
        [up]: "1 1 1 1",
      },
      expected: [
        ["2m", "DlfJobStale", []],
        ["3m", "DlfJobStale", [{ severity: "critical", workspace: "default", job: "ods_a", type: "BATCH" }]],
      ],
    },
  ],
  [
    "DlfJobStale does not fire for every job while none can be listed, and fires again afterwards",
    {
      jobs: [batch("ods_a"), batch("ods_b")],
      options: { expectedIntervals: [{ jobs: "ods_*", interval: "2m" }] },
      series: {
        [of("dlf_job_last_success_timestamp_seconds", { job: "ods_a" })]: "0 0 0 0 0 300",
        [of("dlf_job_last_success_timestamp_seconds", { job: "ods_b" })]: "0 0 0 0 0 0",
        [up]: "1 1 0 0 0 1",
      },
      expected: [
        ["3m", "DlfJobStale", []],
        ["5m", "DlfJobStale", [{ severity: "critical", workspace: "default", job: "ods_b", type: "BATCH" }]],
      ],
    },
  ],
  [
    "DlfJobStopped fires for a job that ran when the rules were made, not for one that was stopped already",
    {
      jobs: [batch("a"), batch("b", { status: "STOPPED" })],
      series: {
        [of("dlf_job_status", { job: "a", type: "BATCH", status: "PAUSED" })]: "0 1 0",
        [of("dlf_job_status", { job: "b", type: "BATCH", status: "STOPPED" })]: "1 1 1",
      },
      expected: [
        ["0m", "DlfJobStopped", []],
        [
          ...(["1m", "DlfJobStopped"] as const),
          [{ severity: "critical", workspace: "default", job: "a", type: "BATCH", status: "PAUSED" }],
        ],
        ["2m", "DlfJobStopped", []],
      ],
    },
  ],
  [
    "DlfJobException fires for a real-time job that is broken",
    {
      jobs: [realTime("s")],
      series: { [of("dlf_job_status", { job: "s", type: "REAL_TIME", status: "EXCEPTION" })]: "0 1 0" },
      expected: [
        ["0m", "DlfJobException", []],
        [
          ...(["1m", "DlfJobException"] as const),
          [{ severity: "critical", workspace: "default", job: "s", type: "REAL_TIME", status: "EXCEPTION" }],
        ],
        ["2m", "DlfJobException", []],
      ],
    },
  ],
  [
    "DlfJobGone fires when a job is not listed any more, and not while the exporter knows nothing",
    {
      jobs: [batch(odd)],
      series: {
        [of("dlf_job_status", { job: odd, type: "BATCH", status: "SCHEDULING" })]: "1 stale _ _",
        [up]: "1 1 0 1",
      },
      expected: [
        ["0m", "DlfJobGone", []],
        ["1m", "DlfJobGone", [{ severity: "critical", workspace: "default", job: odd, type: "BATCH" }]],
        ["2m", "DlfJobGone", []],
      ],
    },
  ],
  [
    "DlfExporterBlind fires when listings fail, when they hang, and when the exporter is gone",
    {
      jobs: [],
      options: { blindAfter: "2m" },
      series: {
        [up]: "1 1 0 0 0 1 1 1 1 stale",
        [listed]: "0 60 60 60 60 300 300 300 300 stale",
      },
      expected: [
        ["3m", "DlfExporterBlind", []],
        ["4m", "DlfExporterBlind", [{ severity: "critical", workspace: "default" }]],
        ["6m", "DlfExporterBlind", []],
        ["11m", "DlfExporterBlind", [{ severity: "critical", workspace: "default" }]],
      ],
    },
  ],
])("%s", async (_title, { jobs, series, expected, options }) => {
  // One rule file for all: annotations are Prometheus's to expand, and are checked by the rules for odd names.
  const rules = prometheusRules(jobs, options);
  for (const rule of rules.groups.flatMap((group) => group.rules)) rule.annotations = {};
  await writeFile(join(folder, "alerts.yaml"), stringify(rules));
  const tests = {
    rule_files: ["alerts.yaml"],
    evaluation_interval: "1m",
    tests: [
      {
        interval: "1m",
        input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
        alert_rule_test: expected.map(([eval_time, alertname, firing]) => ({
          ...{ eval_time, alertname },
          exp_alerts: firing.map((labels) => ({ exp_labels: labels })),
        })),
      },
    ],
  };
  await writeFile(join(folder, "tests.yaml"), stringify(tests));
  const { status, output } = await promtool("test", "rules", "tests.yaml");
  expect(output).toContain("SUCCESS");
  expect(status).toBe(0);
});
