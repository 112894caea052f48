// @ts-nocheck
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { batchJob, realTimeJob, runCommand, startCommand, startService, until } from "./command";
import { stringify } from "yaml";
import { prometheusRules, type Job } from "../../sdk/index";
import { runCommand as runTool } from "../../tools/engine/runCommand";
import { temporaryFolder } from "../engine/temporaryFolder";
import { obtainPrometheus } from "../prometheus/obtainPrometheus";

const folder = temporaryFolder();
const intervalMs = 1_000;
const servers = new Set<ChildProcess>();
let binaries: Awaited<ReturnType<typeof obtainPrometheus>>;

beforeAll(async () => {
  binaries = await obtainPrometheus();
}, 600_000);

afterEach(async () => {
  await Promise.all(
    [...servers].map(async (server) => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGKILL");
      await ended;
    }),
  );
});

/** The tools, or undefined after one line that says what is left out. */
function toolsFor(what: string): { promtool: string; prometheus: string } | undefined {
  if (!("missing" in binaries)) return binaries;
  process.stderr.write(`Left out, ${what}: ${binaries.missing}\n`);
  return undefined;
}

const jobs = [
  batchJob("orders", { lastInstanceStatus: "success", lastInstanceEndTime: 1_700_000_000_000, priority: 1 }),
  batchJob('odd "name" \\ 数据', { lastInstanceStatus: "fail", status: "A_NEW_ONE" }),
  realTimeJob("clicks", { status: "EXCEPTION" }),
];

test("promtool finds nothing to say about the metrics", async () => {
  const tools = toolsFor("promtool check metrics");
  if (tools === undefined) return;
  const emulator = await startService({ jobs });
  const { stdout } = await runCommand(["metrics"], { env: emulator.env() });
  expect(stdout).toContain("dlf_job_status");
  const options = { cwd: folder, env: process.env, input: stdout, timeLimit: 30_000 };
  expect(await runTool(tools.promtool, ["check", "metrics"], options)).toMatchObject({ status: 0, output: "" });
});

test("a real Prometheus: a job that fails fires its alert within two intervals, and recovery resolves it", async () => {
  const tools = toolsFor("alerts in a real Prometheus");
  if (tools === undefined) return;
  const emulator = await startService({ jobs });
  const { output } = startCommand(["exporter", "--listen", "127.0.0.1:0", "--interval", "1s"], emulator.env());
  const exporter = await until("an address", () => /listening on http:\/\/(\S+)\/metrics/.exec(output.stderr)?.[1]);
  const prometheus = await startPrometheus(tools.prometheus, exporter);
  await until("a first scrape", async () =>
    (await prometheus.value("dlf_exporter_up == 1")) === "1" ? true : undefined,
  );
  expect(await prometheus.firing("DlfJobFailed")).not.toContain("orders");

  emulator.setJobs([batchJob("orders", { lastInstanceStatus: "fail", lastInstanceEndTime: Date.now() })]);
  const exported = await until("the failure in the metrics", async () => {
    const text = await (await fetch(`http://${exporter}/metrics`)).text();
    return text.includes('job="orders",status="fail"} 1') ? Date.now() : undefined;
  });
  await until("the alert", async () =>
    (await prometheus.firing("DlfJobFailed")).includes("orders") ? true : undefined,
  );
  // One interval for the scrape and two for the rules, and the time that looking takes.
  expect(Date.now() - exported).toBeLessThan(3 * intervalMs + 1_000);

  emulator.setJobs(jobs);
  await until("its end", async () => ((await prometheus.firing("DlfJobFailed")).includes("orders") ? undefined : true));
});

/** The real exporter, on a port that stays the same when it is started anew. */
async function startExporter(env: Record<string, string>, port: number) {
  const listen = `127.0.0.1:${port}`;
  const { child, ended, output } = startCommand(["exporter", "--listen", listen, "--interval", "1s"], env);
  await until("an address", () => /listening on/.exec(output.stderr)?.[0]);
  return {
    end: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

test("a real Prometheus: DlfJobStale knows a success from before the exporter was started anew, and a job that never ran", async () => {
  const tools = toolsFor("stale jobs in a real Prometheus");
  if (tools === undefined) return;
  const succeededAt = Date.now();
  const failing = () => batchJob("orders", { lastInstanceStatus: "fail", lastInstanceEndTime: Date.now() });
  const others = [
    batchJob("never"),
    batchJob("new", { createTime: Date.now() }),
    batchJob("well", { lastInstanceStatus: "success", lastInstanceEndTime: Date.now() + 60_000 }),
    batchJob("recovers", { lastInstanceStatus: "fail", lastInstanceEndTime: Date.now() - 7_200_000 }),
  ];
  const emulator = await startService({
    jobs: [batchJob("orders", { lastInstanceStatus: "success", lastInstanceEndTime: succeededAt }), ...others],
  });
  const port = await freePort();
  const exporter = await startExporter(emulator.env(), port);
  const seconds = 15;
  const expectedIntervals = [
    { jobs: "orders", interval: `${seconds}s` },
    { jobs: "*", interval: "1h" },
  ];
  const named = ["orders", "never", "new", "well", "recovers"].map((name) => batchJob(name) as unknown as Job);
  const rules = prometheusRules(named, { expectedIntervals });
  const prometheus = await startPrometheus(tools.prometheus, `127.0.0.1:${port}`, rules);
  const success = 'dlf_job_last_success_timestamp_seconds{job="orders"}';
  await until("the success in Prometheus", () => prometheus.value(success));
  // From the creation of the one, and from the end of the other's run: known at once.
  await until("the two that are stale", async () => {
    const stale = await prometheus.firing("DlfJobStale");
    return stale.join() === "never,recovers" ? true : undefined;
  });

  emulator.setJobs([failing(), ...others]);
  await exporter.end();
  await startExporter(emulator.env(), port);
  const stale = await until(
    "the alert, although each run that is listed has just failed",
    async () => {
      emulator.setJobs([failing(), ...others]);
      const jobs = await prometheus.firing("DlfJobStale");
      return jobs.includes("orders") ? jobs : undefined;
    },
    40_000,
  );
  expect(Date.now() - succeededAt).toBeGreaterThan(seconds * 1_000);
  expect(stale).toEqual(["never", "orders", "recovers"]);
  // The exporter of now does not know of it.
  expect(await prometheus.value(success)).toBeUndefined();
  const [summary = ""] = (await prometheus.summaries("DlfJobStale")).filter((text) => text.includes("orders"));
  expect(summary).toMatch(/^DataArts job orders: it last succeeded [\dms. ]+ ago$/);

  const ran = { lastInstanceStatus: "success", lastInstanceEndTime: Date.now() };
  emulator.setJobs(["orders", "never", "recovers"].map((name) => batchJob(name, ran)));
  await until("their end", async () => ((await prometheus.firing("DlfJobStale")).length === 0 ? true : undefined));
});

async function startPrometheus(binary: string, exporter: string, rules = prometheusRules(jobs as unknown as Job[])) {
  const config = join(folder, "prometheus.yml");
  const interval = `${intervalMs / 1_000}s`;
  writeFileSync(join(folder, "rules.yml"), stringify(rules));
  writeFileSync(
    config,
    `global: {scrape_interval: ${interval}, evaluation_interval: ${interval}}\n` +
      `rule_files: [rules.yml]\n` +
      `scrape_configs: [{job_name: dlf, honor_labels: true, static_configs: [{targets: ["${exporter}"]}]}]\n`,
  );
  const address = `127.0.0.1:${await freePort()}`;
  const data = mkdtempSync(join(folder, "data-"));
  const flags = [`--config.file=${config}`, `--storage.tsdb.path=${data}`, `--web.listen-address=${address}`];
  const server = spawn(binary, flags, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  servers.add(server);
  let log = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => (log += text));
  server.once("exit", () => servers.delete(server));
  const ask = async <T>(path: string): Promise<T> => {
    const response = await fetch(`http://${address}/api/v1/${path}`);
    return ((await response.json()) as { data: T }).data;
  };
  await until("Prometheus", async () => {
    if (server.exitCode !== null) throw new Error(`Prometheus ended: ${log}`);
    const answer = await fetch(`http://${address}/-/ready`).catch(() => undefined);
    return answer?.ok === true ? true : undefined;
  });
  const firing = async (alert: string) => {
    const { alerts } = await ask<{ alerts: FiringAlert[] }>("alerts");
    return alerts.filter(({ state, labels }) => state === "firing" && labels["alertname"] === alert);
  };
  return {
    /** The jobs of which an alert fires. */
    firing: async (alert: string): Promise<string[]> =>
      (await firing(alert)).map(({ labels }) => labels["job"] ?? "").sort(),
    summaries: async (alert: string): Promise<string[]> =>
      (await firing(alert)).map(({ annotations }) => annotations["summary"] ?? ""),
    value: async (query: string): Promise<string | undefined> => {
      const { result } = await ask<{ result: { value: [number, string] }[] }>(
        `query?query=${encodeURIComponent(query)}`,
      );
      return result[0]?.value[1];
    },
  };
}

interface FiringAlert {
  state: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
