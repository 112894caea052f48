import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { batchJob, realTimeJob, runCommand, startCommand, startService, until } from "./command";
import { commandFile } from "./commandFile";
import { readMetrics } from "./readMetrics";
import { runCommand as runShell } from "../../tools/engine/runCommand";
import { temporaryFolder } from "../engine/temporaryFolder";

const folder = temporaryFolder();
const endMs = Date.UTC(2026, 10, 1, 2, 3, 4, 500);
const jobs = [
  batchJob("ok", {
    ...{ lastInstanceStatus: "success", lastInstanceEndTime: endMs, priority: 2 },
    ...{ startTime: 1_700_000_000_000, lastUpdateTime: 1_700_000_001_000 },
  }),
  batchJob("failed", { lastInstanceStatus: "fail", lastInstanceEndTime: endMs }),
  batchJob("new", { status: "NEW_STATUS" }),
  realTimeJob("stream", { status: "EXCEPTION" }),
  batchJob("elsewhere", { workspace: "w1" }),
];

async function scrape(...flags: string[]) {
  const emulator = await startService({ jobs });
  const { status, stdout, stderr } = await runCommand(["metrics", ...flags], { env: emulator.env() });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return readMetrics(stdout);
}

test("statuses are state sets: exactly one is 1, also where it is a new one", async () => {
  const metrics = await scrape();
  const setOf = (name: string, labels: string) =>
    metrics.named(name).flatMap((series) => {
      const [, status = ""] = /status="([^"]*)"/.exec(series) ?? [];
      return series.includes(labels) ? [[status, metrics.get(series)]] : [];
    });
  expect(setOf("dlf_job_status", 'job="ok"')).toEqual([
    ["SCHEDULING", 1],
    ["STOPPED", 0],
    ["PAUSED", 0],
  ]);
  expect(setOf("dlf_job_status", 'job="new"')).toEqual([
    ["SCHEDULING", 0],
    ["STOPPED", 0],
    ["PAUSED", 0],
    ["NEW_STATUS", 1],
  ]);
  expect(setOf("dlf_job_status", 'job="stream"')).toEqual([
    ["STARTING", 0],
    ["NORMAL", 0],
    ["EXCEPTION", 1],
    ["STOPPING", 0],
    ["STOPPED", 0],
    ["PAUSE", 0],
    ["ABNORMAL", 0],
  ]);
  expect(setOf("dlf_job_last_instance_status", 'job="failed"')).toEqual([
    ["running", 0],
    ["success", 0],
    ["fail", 1],
    ["running-exception", 0],
    ["manual-stop", 0],
  ]);
  // A job that has not run, and one that has no runs.
  expect(setOf("dlf_job_last_instance_status", 'job="new"')).toEqual([]);
  expect(setOf("dlf_job_last_instance_status", 'job="stream"')).toEqual([]);
});

test("a status in another case is the known one; a seldom one and none at all have a series while a job has them", async () => {
  const emulator = await startService({
    jobs: [
      batchJob("shouting", { lastInstanceStatus: "FAIL " }),
      batchJob("forced", { lastInstanceStatus: "FORCESUCCESS", lastInstanceEndTime: endMs }),
      batchJob("future", { lastInstanceStatus: "success", lastInstanceEndTime: endMs * 1_000 }),
      batchJob("bare", { status: undefined, createUser: undefined, createTime: undefined }),
      realTimeJob("stream", { status: "normal", lastInstanceStatus: "success", lastInstanceEndTime: endMs }),
      realTimeJob("busy", { status: "OVERLOAD" }),
    ],
  });
  const { status, stdout, stderr } = await runCommand(["metrics"], { env: emulator.env() });
  expect(status).toBe(0);
  expect(stderr).toMatch(/^dlf-jobs: 1 job came without [^\n]*"bare"[^\n]*\n$/);
  const metrics = readMetrics(stdout);
  const ones = (name: string) => metrics.named(name).filter((series) => metrics.get(series) === 1);
  expect(ones("dlf_job_last_instance_status")).toEqual([
    'dlf_job_last_instance_status{job="forced",status="forceSuccess",workspace="default"}',
    'dlf_job_last_instance_status{job="future",status="success",workspace="default"}',
    'dlf_job_last_instance_status{job="shouting",status="fail",workspace="default"}',
    'dlf_job_last_instance_status{job="stream",status="success",workspace="default"}',
  ]);
  expect(ones("dlf_job_status").filter((series) => !series.includes("SCHEDULING"))).toEqual([
    'dlf_job_status{job="bare",status="no status",type="BATCH",workspace="default"}',
    'dlf_job_status{job="busy",status="OVERLOAD",type="REAL_TIME",workspace="default"}',
    'dlf_job_status{job="stream",status="NORMAL",type="REAL_TIME",workspace="default"}',
  ]);
  expect(metrics.named("dlf_job_status").filter((series) => series.includes("OVERLOAD"))).toHaveLength(1);
  expect(metrics.get('dlf_jobs{status="no status",type="BATCH",workspace="default"}')).toBe(1);
  expect(metrics.named("dlf_job_last_success_timestamp_seconds")).toEqual([
    'dlf_job_last_success_timestamp_seconds{job="forced",workspace="default"}',
  ]);
  expect(metrics.named("dlf_job_create_timestamp_seconds").join()).not.toContain("bare");
});

test("times are in seconds, and absent where the service tells none", async () => {
  const metrics = await scrape();
  const batch = (name: string, job: string) => metrics.get(`${name}{job="${job}",type="BATCH",workspace="default"}`);
  const run = (name: string, job: string) => metrics.get(`${name}{job="${job}",workspace="default"}`);
  expect(batch("dlf_job_create_timestamp_seconds", "ok")).toBe(1_680_783_636);
  expect(batch("dlf_job_start_timestamp_seconds", "ok")).toBe(1_700_000_000);
  expect(batch("dlf_job_start_timestamp_seconds", "new")).toBeUndefined();
  expect(batch("dlf_job_last_update_timestamp_seconds", "ok")).toBe(1_700_000_001);
  expect(run("dlf_job_last_instance_end_timestamp_seconds", "failed")).toBe(endMs / 1_000);
  expect(run("dlf_job_last_instance_end_timestamp_seconds", "new")).toBeUndefined();
  expect(run("dlf_job_last_success_timestamp_seconds", "ok")).toBe(endMs / 1_000);
  expect(run("dlf_job_last_success_timestamp_seconds", "failed")).toBeUndefined();
  expect(batch("dlf_job_priority", "ok")).toBe(2);
  expect(batch("dlf_job_priority", "new")).toBe(0);
});

test("counts by status, at 0 too; the health of the listing; the workspaces asked for, each with its label", async () => {
  const metrics = await scrape("--workspace", "default", "--workspace", "w1");
  const counted = (workspace: string, type: string, status: string) =>
    metrics.get(`dlf_jobs{status="${status}",type="${type}",workspace="${workspace}"}`);
  expect(counted("default", "BATCH", "SCHEDULING")).toBe(2);
  expect(counted("default", "BATCH", "NEW_STATUS")).toBe(1);
  expect(counted("default", "BATCH", "PAUSED")).toBe(0);
  expect(counted("default", "REAL_TIME", "EXCEPTION")).toBe(1);
  expect(counted("w1", "BATCH", "SCHEDULING")).toBe(1);
  expect(counted("w1", "REAL_TIME", "EXCEPTION")).toBe(0);
  expect(metrics.get('dlf_exporter_up{workspace="w1"}')).toBe(1);
  expect(metrics.get('dlf_exporter_listed_jobs{workspace="default"}')).toBe(4);
  const lastSuccess = metrics.get('dlf_exporter_last_success_timestamp_seconds{workspace="default"}') ?? 0;
  expect(Math.abs(lastSuccess - Date.now() / 1_000)).toBeLessThan(30);
  // Nobody knows when the next one comes.
  expect(metrics.named("dlf_exporter_interval_seconds")).toEqual([]);
});

test("odd names stay apart, bounded, and cannot break out of their label", async () => {
  const odd = ['quote"} 1', "back\\slash", "line\nbreak", "数据", "x".repeat(300), `${"x".repeat(299)}y`];
  const emulator = await startService({ jobs: odd.map((name) => batchJob(name)) });
  const { stdout } = await runCommand(["metrics"], { env: emulator.env() });
  const series = readMetrics(stdout).named("dlf_job_priority");
  expect(series).toHaveLength(odd.length);
  const labels = series.map((each) => /job="((?:[^"\\]|\\.)*)"/.exec(each)?.[1] ?? "");
  expect(labels).toEqual(expect.arrayContaining(['quote\\"} 1', "back\\\\slash", "line\\nbreak", "数据"]));
  expect(labels.filter((label) => label.startsWith("xxx")).map((label) => label.length)).toEqual([128, 128]);
});

test("the file is written whole, may be read by everyone, and nothing is left beside it", async () => {
  const emulator = await startService({ jobs });
  const home = join(folder, "textfile");
  mkdirSync(home);
  const path = join(home, "dlf.prom");
  writeFileSync(path, "old\n");
  chmodSync(path, 0o600);
  const { status, stdout, stderr } = await runCommand(["metrics", "--output-file", path], { env: emulator.env() });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(readMetrics(readFileSync(path, "utf8")).named("dlf_jobs")).not.toEqual([]);
  expect(statSync(path).mode & 0o777).toBe(0o644);
  expect(readdirSync(home)).toEqual(["dlf.prom"]);
});

test("a reader of the file never sees a part of it", async () => {
  const emulator = await startService({ jobs: { seed: 1, batch: 2_000, realTime: 0 } });
  const path = join(folder, "often.prom");
  writeFileSync(path, "# EOF\n");
  const seen = new Set<string>();
  const written = new AbortController();
  const reader = (async () => {
    while (!written.signal.aborted) {
      const text = readFileSync(path, "utf8");
      seen.add(text.length > 100 ? `${text.includes("\ndlf_job_priority")} ${text.endsWith("\n")}` : text);
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  await Promise.all([1, 2].map(() => runCommand(["metrics", "--output-file", path], { env: emulator.env() })));
  written.abort();
  await reader;
  expect([...seen]).toEqual(["# EOF\n", "true true"]);
});

describe("where --output-file is no plain file", () => {
  const written = async (path: string) => {
    const emulator = await startService({ jobs });
    const { status, stderr } = await runCommand(["metrics", "--output-file", path], { env: emulator.env() });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  };
  const text = (path: string) => readMetrics(readFileSync(path, "utf8")).named("dlf_jobs");

  test("a link stays one, and the file that it leads to is replaced in its own folder, through several links too", async () => {
    const home = join(folder, "links");
    mkdirSync(join(home, "data"), { recursive: true });
    const target = join(home, "data", "real.prom");
    writeFileSync(target, "old\n");
    const before = statSync(target).ino;
    symlinkSync("data/real.prom", join(home, "first"));
    symlinkSync(join(home, "first"), join(home, "dlf.prom"));
    await written(join(home, "dlf.prom"));
    expect(readlinkSync(join(home, "dlf.prom"))).toBe(join(home, "first"));
    expect(readlinkSync(join(home, "first"))).toBe("data/real.prom");
    expect(text(target)).not.toEqual([]);
    expect(statSync(target).ino).not.toBe(before);
    expect(readdirSync(join(home, "data"))).toEqual(["real.prom"]);
    expect(readdirSync(home).sort()).toEqual(["data", "dlf.prom", "first"]);
  });

  test("a link that leads to no file yet stays one, and the file is made", async () => {
    const home = join(folder, "dangling");
    mkdirSync(home);
    symlinkSync("later.prom", join(home, "dlf.prom"));
    await written(join(home, "dlf.prom"));
    expect(readlinkSync(join(home, "dlf.prom"))).toBe("later.prom");
    expect(text(join(home, "later.prom"))).not.toEqual([]);
  });

  test("a link in a circle: status 2, one line", async () => {
    const home = join(folder, "circle");
    mkdirSync(home);
    symlinkSync("dlf.prom", join(home, "dlf.prom"));
    const emulator = await startService({ jobs });
    const path = join(home, "dlf.prom");
    const { status, stderr } = await runCommand(["metrics", "--output-file", path], { env: emulator.env() });
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^dlf-jobs: cannot write [^\n]*\n$/) as string,
    });
  });

  test.each(["pipe", "link to a pipe"])("a %s is written to, and stays what it is", async (what) => {
    const home = mkdtempSync(join(folder, "pipe-"));
    const pipe = join(home, "pipe");
    const path = what === "pipe" ? pipe : join(home, "link");
    execFileSync("mkfifo", [pipe]);
    if (path !== pipe) symlinkSync("pipe", path);
    const read = readFile(pipe, "utf8");
    await written(path);
    expect(readMetrics(await read).named("dlf_jobs")).not.toEqual([]);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(home)).toEqual(what === "pipe" ? ["pipe"] : ["link", "pipe"]);
  });

  test("standard output by its name, a device or what the process has open, is written to", async () => {
    const own = join(folder, "stdout");
    symlinkSync("/proc/self/fd/1", own);
    for (const path of [own, "/dev/stdout"]) {
      if (path === own && !existsSync("/proc/self/fd")) continue;
      const before = lstatSync(path).ino;
      const emulator = await startService({ jobs });
      const output = join(folder, "redirected.txt");
      // By a shell, so that it is a pipe and a file, and not the socket that Node.js gives its children.
      for (const redirect of ["| cat", `> ${output}; cat ${output}`]) {
        const command = `${process.execPath} ${commandFile} metrics --output-file ${path} ${redirect}`;
        const options = {
          cwd: join(__dirname, "../.."),
          env: { ...process.env, ...emulator.env() },
          timeLimit: 60_000,
        };
        const { stdout, stderr } = await runShell("sh", ["-c", command], options);
        expect(stderr).toBe("");
        expect(readMetrics(stdout).named("dlf_jobs")).not.toEqual([]);
      }
      expect(lstatSync(path).ino).toBe(before);
    }
  });
});

test("a failure leaves the file as it was, and ends with 2", async () => {
  const emulator = await startService({ jobs, intercept: () => ({ kind: "respond", status: 403 }) });
  const path = join(folder, "kept.prom");
  writeFileSync(path, "old\n");
  const { status, stderr } = await runCommand(["metrics", "--output-file", path], { env: emulator.env() });
  expect(status).toBe(2);
  expect(stderr).toContain("[AUTHENTICATION]");
  expect(readFileSync(path, "utf8")).toBe("old\n");
});

test("a folder that is not there: status 2, one line", async () => {
  const emulator = await startService({ jobs });
  const path = join(folder, "nowhere", "dlf.prom");
  const { status, stderr } = await runCommand(["metrics", "--output-file", path], { env: emulator.env() });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^dlf-jobs: cannot write [^\n]*\n$/);
});

test("Ctrl-C leaves no file", async () => {
  const emulator = await startService({ jobs, intercept: () => ({ kind: "hang" }) });
  const home = join(folder, "interrupted");
  mkdirSync(home);
  const { child, ended } = startCommand(["metrics", "--output-file", join(home, "dlf.prom")], emulator.env());
  await until("a request", () => (emulator.requests.jobs > 0 ? true : undefined));
  child.kill("SIGINT");
  expect((await ended).status).toBe(130);
  expect(readdirSync(home)).toEqual([]);
});
