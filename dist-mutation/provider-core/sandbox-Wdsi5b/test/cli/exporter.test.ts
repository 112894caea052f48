// @ts-nocheck
import { connect } from "node:net";
import { join } from "node:path";
import type { EmulatedRequest, Intervention } from "../../sdk/testing";
import { batchJob, realTimeJob, startCommand, startService, until, type StartedCommand } from "./command";
import { readMetrics, type Metrics } from "./readMetrics";

const jobs = [
  batchJob("orders", { lastInstanceStatus: "success", lastInstanceEndTime: 1_700_000_000_000 }),
  batchJob("payments"),
  realTimeJob("clicks"),
];

interface Exporter extends StartedCommand {
  url: string;
  metrics: () => Promise<Metrics>;
}

async function startExporter(env: Record<string, string>, ...flags: string[]): Promise<Exporter> {
  const started = startCommand(["exporter", "--listen", "127.0.0.1:0", ...flags], env);
  const url = await until("an address", () => /listening on (\S+)\/metrics/.exec(started.output.stderr)?.[1]);
  const metrics = async (): Promise<Metrics> => readMetrics(await (await fetch(`${url}/metrics`)).text());
  return { ...started, url, metrics };
}

function untilListed({ metrics }: Exporter): Promise<Metrics> {
  return untilMetrics("a list", metrics, (seen) => seen.get('dlf_exporter_up{workspace="default"}') === 1);
}

function untilMetrics(what: string, metrics: () => Promise<Metrics>, holds: (seen: Metrics) => boolean) {
  return until(what, async () => {
    const seen = await metrics();
    return holds(seen) ? seen : undefined;
  });
}

const up = 'dlf_exporter_up{workspace="default"}';
const scheduling = (job: string) => `dlf_job_status{job="${job}",status="SCHEDULING",type="BATCH",workspace="default"}`;

test("50 parallel scrapes cause no listing, and all get the same list", async () => {
  const emulator = await startService({ jobs: { seed: 1, batch: 900, realTime: 100 } });
  const exporter = await startExporter(emulator.env(), "--interval", "1h");
  await untilListed(exporter);
  const requests = emulator.requests.jobs;
  const all = await Promise.all(Array.from({ length: 50 }, () => exporter.metrics()));
  for (const metrics of all) expect(metrics.named("dlf_job_priority")).toHaveLength(1_000);
  expect(emulator.requests.jobs).toBe(requests);
});

test("tells its interval, in each workspace, also before the first list", async () => {
  const emulator = await startService({ jobs, intercept: () => ({ kind: "hang" }) });
  const { metrics } = await startExporter(
    emulator.env(),
    "--interval",
    "30m",
    "--workspace",
    "w1",
    "--workspace",
    "w2",
  );
  const seen = await metrics();
  expect(["w1", "w2"].map((workspace) => seen.get(`dlf_exporter_interval_seconds{workspace="${workspace}"}`))).toEqual([
    1_800, 1_800,
  ]);
});

test("requests are counted, those that were sent again included", async () => {
  const intercept = ({ index }: EmulatedRequest): Intervention | undefined =>
    index < 2 ? { kind: "respond", status: 503 } : undefined;
  const emulator = await startService({ jobs, intercept });
  const exporter = await startExporter(emulator.env(), "--interval", "1h");
  const metrics = await untilListed(exporter);
  expect(metrics.get('dlf_exporter_requests_total{workspace="default"}')).toBe(emulator.requests.jobs);
  expect(emulator.requests.jobs).toBeGreaterThan(4);
});

test("a service that goes down: the last list stays, up is 0, the error is counted; then it comes back", async () => {
  let down = false;
  const emulator = await startService({ jobs, intercept: () => (down ? { kind: "drop" } : undefined) });
  const exporter = await startExporter(emulator.env(), "--interval", "1s", "--max-attempts", "1");
  const before = await untilListed(exporter);
  const lastSuccess = 'dlf_exporter_last_success_timestamp_seconds{workspace="default"}';

  down = true;
  const failing = await untilMetrics("failure", exporter.metrics, (seen) => seen.get(up) === 0);
  expect(failing.get(scheduling("orders"))).toBe(1);
  expect(failing.get('dlf_exporter_listing_errors_total{code="NETWORK",workspace="default"}')).toBeGreaterThan(0);
  expect(before.get('dlf_exporter_listing_errors_total{code="NETWORK",workspace="default"}')).toBe(0);
  const stuck = failing.get(lastSuccess);
  const later = await untilMetrics(
    "a second failure",
    exporter.metrics,
    (seen) => (seen.get('dlf_exporter_listing_errors_total{code="NETWORK",workspace="default"}') ?? 0) > 1,
  );
  expect(later.get(lastSuccess)).toBe(stuck);
  expect(exporter.output.stderr).toContain("[NETWORK]");

  down = false;
  const recovered = await untilMetrics("recovery", exporter.metrics, (seen) => seen.get(up) === 1);
  expect(recovered.get(lastSuccess)).toBeGreaterThan(stuck ?? Infinity);
  expect(exporter.output.stderr).toContain("listed again, 3 jobs");
});

test("a job that is gone is gone from the metrics; a new status is seen; the last success is remembered", async () => {
  const emulator = await startService({ jobs });
  const exporter = await startExporter(emulator.env(), "--interval", "1s");
  await untilListed(exporter);
  emulator.setJobs([
    batchJob("orders", { status: "STOPPED", lastInstanceStatus: "fail", lastInstanceEndTime: 1_700_000_100_000 }),
  ]);
  const after = await untilMetrics("the new list", exporter.metrics, (seen) => seen.get(scheduling("orders")) === 0);
  expect(after.named("dlf_job_priority")).toEqual(['dlf_job_priority{job="orders",type="BATCH",workspace="default"}']);
  const run = (name: string) => after.get(`dlf_job_last_${name}_timestamp_seconds{job="orders",workspace="default"}`);
  expect([run("instance_end"), run("success")]).toEqual([1_700_000_100, 1_700_000_000]);

  // What came back is another job of that name: nothing is remembered of the old one.
  emulator.setJobs([]);
  await untilMetrics("an empty list", exporter.metrics, (seen) => seen.named("dlf_job_priority").length === 0);
  emulator.setJobs([batchJob("orders")]);
  const back = await untilMetrics("the job", exporter.metrics, (seen) => seen.named("dlf_job_priority").length === 1);
  expect(back.named("dlf_job_last_success_timestamp_seconds")).toEqual([]);
});

test("never two listings at the same time: one that takes longer than the interval delays the next", async () => {
  const emulator = await startService({ jobs, latencyMs: 1_500 });
  const flags = ["--interval", "1s", "--type", "BATCH"];
  await startExporter(emulator.env(), ...flags);
  await until("three listings", () => (emulator.requests.jobs >= 6 ? true : undefined));
  // A listing of one type begins with two requests at once.
  expect(emulator.requests.maxConcurrent).toBe(2);
});

test("before the first list there is the health of the exporter, and nothing of jobs", async () => {
  const emulator = await startService({ jobs, intercept: () => ({ kind: "hang" }) });
  const exporter = await startExporter(emulator.env());
  const text = await (await fetch(`${exporter.url}/metrics`)).text();
  expect(readMetrics(text).get(up)).toBe(0);
  expect(text).not.toMatch(/^dlf_job/m);
  expect(text).not.toContain("last_success_timestamp_seconds{");
  expect((await fetch(`${exporter.url}/-/ready`)).status).toBe(503);
  expect((await fetch(`${exporter.url}/-/healthy`)).status).toBe(200);
});

test("paths and methods", async () => {
  const emulator = await startService({ jobs });
  const exporter = await startExporter(emulator.env());
  await untilListed(exporter);
  const ask = async (path: string, method = "GET") => {
    const response = await fetch(`${exporter.url}${path}`, { method });
    return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
  };
  expect(await ask("/metrics?name=x")).toMatchObject({ status: 200, type: "text/plain; version=0.0.4; charset=utf-8" });
  expect(await ask("/metrics", "HEAD")).toMatchObject({ status: 200, text: "" });
  expect(await ask("/healthz")).toMatchObject({ status: 200 });
  expect(await ask("/-/ready")).toMatchObject({ status: 200 });
  const page = await ask("/");
  expect(page.text).toContain('href="/metrics"');
  expect(page.type).toContain("text/html");
  expect(await ask("/nothing")).toMatchObject({ status: 404 });
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    expect(await ask("/metrics", method)).toMatchObject({ status: 405 });
  }
});

test("a wall clock that is set by 8 hours, back and forward, holds up no listing and fails none", async () => {
  const emulator = await startService({ jobs });
  const clock = join(__dirname, "settableClock.mjs");
  const env = { ...emulator.env(), NODE_OPTIONS: `--import ${clock}` };
  // Four requests for each list: the quota is used up whenever the clock is set.
  const exporter = await startExporter(env, "--interval", "1s", "--requests-per-second", "4");
  await untilListed(exporter);
  for (let count = 0; count < 4; count += 1) {
    exporter.child.kill("SIGUSR2");
    const before = emulator.requests.jobs;
    await until("three more lists", () => (emulator.requests.jobs >= before + 12 ? true : undefined));
  }
  const metrics = await exporter.metrics();
  expect(metrics.get(up)).toBe(1);
  const errors = metrics.named("dlf_exporter_listing_errors_total").map((series) => metrics.get(series));
  expect(Math.max(...errors.map(Number))).toBe(0);
});

test("several workspaces: one of them failing leaves the others as they are", async () => {
  const emulator = await startService({
    jobs: [...jobs, batchJob("elsewhere", { workspace: "w1" })],
    intercept: ({ headers }) => (headers["workspace"] === "broken" ? { kind: "respond", status: 403 } : undefined),
    workspaces: ["broken"],
  });
  const flags = ["default", "w1", "broken"].flatMap((workspace) => ["--workspace", workspace]);
  const { metrics } = await startExporter(emulator.env(), ...flags);
  const seen = await untilMetrics("all three", metrics, (each) => {
    const errors = each.get('dlf_exporter_listing_errors_total{code="AUTHENTICATION",workspace="broken"}');
    return errors === 1 && each.get(up) === 1 && each.get('dlf_exporter_up{workspace="w1"}') === 1;
  });
  expect(seen.get('dlf_exporter_up{workspace="broken"}')).toBe(0);
  expect(seen.named("dlf_job_priority").sort()).toEqual([
    'dlf_job_priority{job="clicks",type="REAL_TIME",workspace="default"}',
    'dlf_job_priority{job="elsewhere",type="BATCH",workspace="w1"}',
    'dlf_job_priority{job="orders",type="BATCH",workspace="default"}',
    'dlf_job_priority{job="payments",type="BATCH",workspace="default"}',
  ]);
  expect(seen.get('dlf_exporter_requests_total{workspace="broken"}')).toBeGreaterThan(0);
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s in the middle of a listing: status 0, at once, no stack",
  async (signal) => {
    const emulator = await startService({ jobs, intercept: () => ({ kind: "hang" }) });
    const exporter = await startExporter(emulator.env());
    await until("a request", () => (emulator.requests.jobs > 0 ? true : undefined));
    const toldAt = Date.now();
    exporter.child.kill(signal);
    const { status, stderr } = await exporter.ended;
    expect(status).toBe(0);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(Date.now() - toldAt).toBeLessThan(3_000);
  },
);

test("an answer that is under way at SIGTERM is finished", async () => {
  const emulator = await startService({ jobs: { seed: 1, batch: 8_000, realTime: 2_000 } });
  const exporter = await startExporter(emulator.env(), "--interval", "1h");
  await untilListed(exporter);
  const response = await fetch(`${exporter.url}/metrics`); // Its headers; the body is longer than what buffers hold.
  exporter.child.kill("SIGTERM");
  const text = await response.text();
  expect(readMetrics(text).named("dlf_job_priority")).toHaveLength(10_000);
  expect((await exporter.ended).status).toBe(0);
});

test("a connection that is held open does not hold the end up for long", async () => {
  const emulator = await startService({ jobs });
  const exporter = await startExporter(emulator.env());
  await untilListed(exporter);
  const socket = connect(Number(new URL(exporter.url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  await new Promise((resolve) => socket.write("GET /metrics HTTP/1.1\r\n", resolve)); // And never its end.
  const toldAt = Date.now();
  exporter.child.kill("SIGTERM");
  expect((await exporter.ended).status).toBe(0);
  expect(Date.now() - toldAt).toBeLessThan(10_000);
  socket.destroy();
});

test("an address that is taken: status 2, one line", async () => {
  const emulator = await startService({ jobs });
  const { host } = new URL(emulator.endpoint);
  const { ended } = startCommand(["exporter", "--listen", host], emulator.env());
  const { status, stdout, stderr } = await ended;
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^dlf-jobs: cannot listen on [^\n]*EADDRINUSE[^\n]*\n$/);
});
