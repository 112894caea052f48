import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { grafanaDashboard, prometheusRules, type Job } from "../../sdk/index";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { runCommand } from "../../tools/engine/runCommand";
import { manifestErrors, type Manifest } from "../kubernetes/manifestErrors";
import { obtainPrometheus } from "../prometheus/obtainPrometheus";
import { batchJob } from "./jobs";
import { emulator, stackOfFolder, succeed } from "./programs";

test("examples/monitoring writes files that Prometheus accepts, and a preview shows the job that is new", async () => {
  const jobs = [batchJob("a", { tags: ["daily"] }), batchJob("b")];
  const service = await emulator({ jobs });
  const stack = await stackOfFolder("examples/monitoring", { env: service.env(), typeCheck: true });
  await succeed(stack, "up", "--yes", "--skip-preview");

  const tools = await obtainPrometheus();
  if ("missing" in tools) process.stdout.write(`Left out: promtool's check of the example. ${tools.missing}.\n`);
  else {
    const args = ["check", "config", "prometheus.yaml"];
    const options = { cwd: stack.folder, env: process.env, timeLimit: 60_000 };
    const { status, output } = await runCommand(tools.promtool, args, options);
    expect(output).toMatch(/SUCCESS: \d+ rules found/);
    expect(status).toBe(0);
  }
  const rules = await readFile(join(stack.folder, "dlf-rules.yaml"), "utf8");
  expect(rules.match(/"DlfJobStale"/g)).toHaveLength(1);
  const dashboard = JSON.parse(await readFile(join(stack.folder, "dlf-dashboard.json"), "utf8")) as { uid: string };
  expect(dashboard.uid).toBe("dlf-jobs");

  service.setJobs([...jobs, batchJob("c")]);
  const { output } = await succeed(stack, "preview", "--diff");
  expect(output).toContain("+ [3]:");
  expect(output).toContain('"dlf default BATCH/c"');
  expect(output).not.toContain('"dlf default BATCH/a"');
});

test("examples/monitoring/kubernetes prints the alerts and the dashboard as Kubernetes takes them", async () => {
  const jobs = [batchJob("a"), batchJob("b")];
  const service = await emulator({ jobs });
  const options = { cwd: repositoryRoot, env: { ...process.env, ...service.env() }, timeLimit: 60_000 };
  const script = "examples/monitoring/kubernetes/rulesAndDashboard.mjs";
  const { status, stdout, stderr } = await runCommand(process.execPath, [script], options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });

  const list = JSON.parse(stdout) as { apiVersion: string; kind: string; items: Manifest[] };
  expect(list).toMatchObject({ apiVersion: "v1", kind: "List" });
  expect(await manifestErrors(list.items)).toEqual([]);
  const [rules, dashboard, ...more] = list.items as [
    Manifest & { spec: object },
    Manifest & { data: Record<string, string> },
  ];
  expect(more).toEqual([]);
  expect(rules).toMatchObject({ kind: "PrometheusRule", spec: prometheusRules(jobs as unknown as Job[]) });
  expect(dashboard).toMatchObject({ kind: "ConfigMap", metadata: { labels: { grafana_dashboard: "1" } } });
  const files = Object.values(dashboard.data).map((text): unknown => JSON.parse(text));
  expect(files).toEqual([grafanaDashboard(jobs as unknown as Job[])]);
});
