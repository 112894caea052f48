// @ts-nocheck
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import {
  grafanaDashboard,
  prometheusRuleResources,
  prometheusRules,
  type Job,
  type PrometheusRuleFile,
  type PrometheusRulesOptions,
} from "../../sdk/index";
import { runCommand } from "../../tools/engine/runCommand";
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

/** What fires, at a time. */
type Expected = [at: string, alert: string, labels: Record<string, string>[]];

interface AlertTest {
  jobs: Job[];
  series: Record<string, string>;
  expected: Expected[];
  options?: PrometheusRulesOptions;
}

const odd = 'a "job" {{ .x }} \\ |.*';
const of = (metric: string, labels: Record<string, string>) =>
  `${metric}{${Object.entries({ workspace: "default", ...labels })
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(",")}}`;
const up = of("dlf_exporter_up", {});
const listed = of("dlf_exporter_last_success_timestamp_seconds", {});
const success = (job: string, labels = {}) => of("dlf_job_last_success_timestamp_seconds", { job, ...labels });
const none = (job: string, labels = {}) => of("dlf_job_no_success_since_timestamp_seconds", { job, ...labels });
const status = (job: string) => of("dlf_job_status", { job, type: "BATCH", status: "SCHEDULING" });
/** A job in the list, and when it was created: a value and how often, such as `0x5`. */
const listedAs = (job: string, created: string) => ({
  [status(job)]: created.replace(/\b\d+x/g, "1x"),
  [of("dlf_job_create_timestamp_seconds", { job, type: "BATCH" })]: created,
});
const stale = (job: string) => ({ severity: "critical", workspace: "default", job, type: "BATCH" });

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
        ...listedAs("ods_a", "0x5"),
        ...listedAs("dwd_b", "0x5"),
        [success("ods_a")]: "0 0 0 0 240 240",
        [success("dwd_b")]: "0 0 0 0 0 0",
        [up]: "1 1 1 1 1 1",
      },
      expected: [
        ["2m", "DlfJobStale", []],
        ["3m", "DlfJobStale", [stale("ods_a")]],
        ["4m", "DlfJobStale", []],
      ],
    },
  ],
  [
    "DlfJobStale fires for a job that never ran, an interval after its creation, also right after everything starts",
    {
      jobs: [batch("old"), batch("new"), batch("recreated")],
      options: { expectedIntervals: [{ jobs: "*", interval: "1h" }] },
      series: {
        ...listedAs("old", "_x99 0x100"),
        ...listedAs("new", "_x99 5940x100"),
        ...listedAs("recreated", "_x99 5940x100"),
        [none("old")]: "_x99 0x100",
        [none("new")]: "_x99 5940x100",
        [none("recreated")]: "_x99 5940x100",
        [success("recreated")]: "_x49 0x40 stale",
        [up]: "_x99 1x100",
      },
      expected: [
        ["100m", "DlfJobStale", [stale("old")]],
        ["159m", "DlfJobStale", [stale("old")]],
        ["160m", "DlfJobStale", [stale("new"), stale("old"), stale("recreated")]],
      ],
    },
  ],
  [
    "DlfJobStale fires for a job without a time of creation, an interval after it was first listed",
    {
      jobs: [batch("a")],
      options: { expectedIntervals: [{ jobs: "a", interval: "2m" }] },
      series: { [status("a")]: "_ 1x9", [none("a")]: "_ 60x9", [up]: "1x10" },
      expected: [
        ["3m", "DlfJobStale", []],
        ["4m", "DlfJobStale", [stale("a")]],
      ],
    },
  ],
  [
    "DlfJobStale counts no creation that lies in the future: it would count for ever",
    {
      jobs: [batch("a")],
      options: { expectedIntervals: [{ jobs: "a", interval: "2m" }] },
      series: { ...listedAs("a", "1680783636000x9"), [none("a")]: "0x9", [up]: "1x9" },
      expected: [
        ["2m", "DlfJobStale", []],
        ["3m", "DlfJobStale", [stale("a")]],
      ],
    },
  ],
  [
    "DlfJobStale remembers the success that an exporter saw which has been started anew elsewhere",
    {
      jobs: [batch("a")],
      options: { expectedIntervals: [{ jobs: "a", interval: "26h" }] },
      series: {
        // A success at 10 h; the last run has failed since, at every hour, when the exporter is gone from 20 h to 20 h 10 min.
        ...listedAs("a", "0x2400"),
        [success("a", { instance: "10.0.0.1:9471" })]: "_x600 36000x599 stale",
        [none("a", { instance: "10.0.0.1:9471" })]: "0x599 stale",
        [none("a", { instance: "10.0.0.2:9471" })]: "_x1210 72000x1500",
        [up]: "1x2400",
      },
      expected: [
        ["1209m", "DlfJobStale", []],
        ["36h", "DlfJobStale", []],
        ["36h1m", "DlfJobStale", [stale("a")]],
        ["40h", "DlfJobStale", [stale("a")]],
      ],
    },
  ],
  [
    "DlfJobStale goes on firing when Prometheus, too, has forgotten the last success",
    {
      jobs: [batch("a")],
      options: { expectedIntervals: [{ jobs: "a", interval: "1h" }] },
      series: {
        ...listedAs("a", "0x600"),
        [success("a")]: "60x30 stale",
        // Three exporters, one after the other, none of which sees a success; each time the last run has just failed.
        [none("a")]: "_x31 1860x100 stale _x9 8520x100 stale _x9 15180x200",
        [up]: "1x131 stale _x9 1x100 stale _x9 1x200",
      },
      expected: [
        ["61m", "DlfJobStale", []],
        ["62m", "DlfJobStale", [stale("a")]],
        ["135m", "DlfJobStale", []], // The exporter is gone: DlfExporterBlind tells.
        ...["131m", "150m", "200m", "240m", "260m", "300m", "400m"].map((at): Expected => [
          at,
          "DlfJobStale",
          [stale("a")],
        ]),
      ],
    },
  ],
  [
    "DlfJobStale waits an interval where nobody remembers anything, unless the last run ended before that",
    {
      jobs: [batch("failed"), batch("long")],
      options: { expectedIntervals: [{ jobs: "*", interval: "1h" }] },
      series: {
        ...listedAs("failed", "_x199 0x200"),
        ...listedAs("long", "_x199 0x200"),
        [none("failed")]: "_x199 11880x100", // Its last run failed two minutes before the start.
        [none("long")]: "_x199 60x100",
        [up]: "_x199 1x100",
      },
      expected: [
        ["200m", "DlfJobStale", [stale("long")]],
        ["258m", "DlfJobStale", [stale("long")]],
        ["259m", "DlfJobStale", [stale("failed"), stale("long")]],
      ],
    },
  ],
  [
    "DlfJobStale does not fire for a job that is gone, whose success is remembered",
    {
      jobs: [batch("a")],
      options: { expectedIntervals: [{ jobs: "a", interval: "2m" }] },
      series: { [status("a")]: "1 1 stale", [success("a")]: "0 0 stale", [up]: "1x9" },
      expected: [["4m", "DlfJobStale", []]],
    },
  ],
  [
    "DlfJobStale does not fire for every job while none can be listed, and fires again afterwards",
    {
      jobs: [batch("ods_a"), batch("ods_b")],
      options: { expectedIntervals: [{ jobs: "ods_*", interval: "2m" }] },
      series: {
        ...listedAs("ods_a", "0x5"),
        ...listedAs("ods_b", "0x5"),
        [success("ods_a")]: "0 0 0 0 0 300",
        [success("ods_b")]: "0 0 0 0 0 0",
        [up]: "1 1 0 0 0 1",
      },
      expected: [
        ["3m", "DlfJobStale", []],
        ["5m", "DlfJobStale", [stale("ods_b")]],
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
  [
    "DlfExporterBlind does not fire between two listings half an hour apart, and does when the second does not come",
    {
      jobs: [],
      series: {
        [up]: "1x100",
        [of("dlf_exporter_interval_seconds", {})]: "1800x100",
        [listed]: "0x29 1800x100",
      },
      expected: [
        ...["15m", "29m", "31m", "70m", "80m"].map((at): Expected => [at, "DlfExporterBlind", []]),
        ["81m", "DlfExporterBlind", [{ severity: "critical", workspace: "default" }]],
      ],
    },
  ],
  [
    "DlfExporterBlind fires when dlf-jobs metrics, which tells no interval, has not written its file again",
    {
      jobs: [],
      series: { [up]: "1x30", [listed]: "0x30" },
      expected: [
        ["20m", "DlfExporterBlind", []],
        ["21m", "DlfExporterBlind", [{ severity: "critical", workspace: "default" }]],
      ],
    },
  ],
])("%s", async (_title, { jobs, series, expected, options }) => {
  // Annotations have a test of their own, below.
  const rules = prometheusRules(jobs, options);
  for (const rule of rules.groups.flatMap((group) => group.rules)) rule.annotations = {};
  const alerts = expected.map(([eval_time, alertname, firing]) => ({
    ...{ eval_time, alertname },
    exp_alerts: firing.map((labels) => ({ exp_labels: labels })),
  }));
  await expectAlerts(rules, series, alerts);
});

test("DlfJobStale tells the last success, or for how long none was seen", async () => {
  const awkward = "`back` \\u0041\u200b作业";
  const names = [odd, awkward, "never", "recreated"];
  const series = {
    ...listedAs(odd, "0x180"),
    ...listedAs(awkward, "0x180"),
    ...listedAs("never", "0x180"),
    ...listedAs("recreated", "3600x180"),
    [success(odd)]: "1800x31 stale",
    [none(odd)]: "_x32 1920x148",
    [success(awkward)]: "1800x180",
    [none("never")]: "0x180",
    [success("recreated")]: "1800x50 stale",
    [none("recreated")]: "_x60 3600x120",
    [up]: "1x180",
  };
  const summaries = [
    `DataArts job ${odd}: it last succeeded 1h 40m 0s ago`,
    `DataArts job ${awkward}: it last succeeded 1h 40m 0s ago`,
    "DataArts job never: no success of it was seen in the last 2h 10m 0s",
    "DataArts job recreated: no success of it was seen in the last 1h 10m 0s",
  ];
  const exp_alerts = names.map((name, index) => ({
    exp_labels: stale(name),
    exp_annotations: { summary: summaries[index] },
  }));
  const rules = prometheusRules(
    names.map((name) => batch(name)),
    { expectedIntervals: [{ jobs: "*", interval: "1h" }] },
  );
  await expectAlerts(rules, series, [{ eval_time: "130m", alertname: "DlfJobStale", exp_alerts }]);
});

async function expectAlerts(rules: PrometheusRuleFile, series: Record<string, string>, alerts: unknown[]) {
  await writeFile(join(folder, "alerts.yaml"), stringify(rules));
  const input_series = Object.entries(series).map(([name, values]) => ({ series: name, values }));
  const tests = {
    rule_files: ["alerts.yaml"],
    evaluation_interval: "1m",
    tests: [{ interval: "1m", input_series, alert_rule_test: alerts }],
  };
  await writeFile(join(folder, "tests.yaml"), stringify(tests));
  const { status, output } = await promtool("test", "rules", "tests.yaml");
  expect(output).toContain("SUCCESS");
  expect(status).toBe(0);
}

test("promtool accepts each of the resources for 1,000 jobs with odd names", async () => {
  const resources = prometheusRuleResources(oddJobs, {
    ...{ name: "dlf", expectedIntervals: [{ jobs: "*", interval: "26h" }] },
  });
  expect(resources.length).toBeGreaterThan(2);
  const files = resources.map(({ metadata }) => `${metadata.name}.yaml`);
  await Promise.all(resources.map(({ spec }, index) => writeFile(join(folder, files[index] ?? ""), stringify(spec))));
  const { status, output } = await promtool("check", "rules", ...files);
  expect(output).toContain("SUCCESS");
  expect(status).toBe(0);
});
