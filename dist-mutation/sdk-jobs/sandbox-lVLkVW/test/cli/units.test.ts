// @ts-nocheck
import { Readable } from "node:stream";
import { formatJobsTable } from "../../cli/list/formatJobsTable";
import { jobsToCsv } from "../../cli/list/jobsToCsv";
import { labelValue } from "../../sdk/monitoring/labelValue";
import { jobMetrics, rememberJobs } from "../../cli/metrics/jobMetrics";
import { parseListen } from "../../cli/exporter/parseListen";
import { repeat } from "../../cli/exporter/repeat";
import { run } from "../../cli/run";
import type { BatchJob } from "../../sdk";
import { startService } from "./command";
import { keptOutputs } from "./commandInProcess";
import { readMetrics } from "./readMetrics";

const job: BatchJob = { name: "a", jobType: "BATCH", status: "SCHEDULING", createUser: "u", createTime: 0 };

test.each([0, -1, NaN, undefined])(
  "a terminal of width %p cuts nothing, in the table and in the help",
  async (columns) => {
    const long = { ...job, name: "n".repeat(128), owner: "o".repeat(128), path: "p".repeat(128) };
    const [title, line = ""] = formatJobsTable([long], { width: columns });
    expect(title).toMatch(/^NAME .* PATH$/);
    expect(line).toContain(`${long.name}  BATCH`);
    expect(line).toContain(long.owner);
    expect(line).toContain(long.path);
    let help = "";
    const output = { columns, write: (text: string | Uint8Array) => (help += String(text)) };
    await run(["list", "--help"], {
      ...{ stdout: output, stderr: output, env: {}, stdin: Readable.from([]), now: () => 0, monotonic: () => 0 },
      sleep: () => Promise.resolve(),
      signal: new AbortController().signal,
    });
    const widest = Math.max(...help.split("\n").map((each) => each.length));
    expect(widest > 110).toBe(columns !== undefined);
  },
);

describe("on a terminal", () => {
  function terminal(env: Record<string, string>) {
    const { written, ...outputs } = keptOutputs(true);
    let monotonic = 0;
    const shell = {
      ...{ ...outputs, env },
      stdin: Readable.from([]),
      now: () => 0,
      monotonic: () => (monotonic += 1_000),
      sleep: () => Promise.resolve(),
      signal: new AbortController().signal,
    };
    return { shell, written };
  }
  const red = "\u001b[31m";

  async function list(env: Record<string, string>, ...flags: string[]) {
    const name = `dwd_${"x".repeat(100)}_orders`;
    const jobs = [{ ...job, name, lastInstanceStatus: "fail", owner: "o".repeat(90) }];
    const emulator = await startService({ jobs });
    const { shell, written } = terminal({ ...emulator.env(), ...env });
    expect(await run(["list", ...flags], shell)).toBe(0);
    return written;
  }

  test("a failed job is red, its status in sight although its name is long, no line longer than the terminal", async () => {
    const { stdout } = await list({});
    const [, line = ""] = stdout.split("\n");
    expect(line.startsWith(red)).toBe(true);
    expect(line).toMatch(/dwd_x+…x+_orders +BATCH +SCHEDULING +fail/);
    const shown = stdout.split("\n").map((line) =>
      line
        .split("\u001b")
        .map((part) => part.replace(/^\[\d+m/, ""))
        .join(""),
    );
    expect(Math.max(...shown.map((each) => each.length))).toBe(80);
  });

  test("a status in another case has the same colour", () => {
    const painted = (fields: object) => formatJobsTable([{ ...job, ...fields }], { color: true })[1]?.slice(0, 5);
    expect(painted({ lastInstanceStatus: "FAIL " })).toBe(red);
    expect(painted({ status: "stopped" })).toBe("\u001b[2ma");
    expect(painted({ lastInstanceStatus: "forceSuccess" })).toMatch(/^a /);
  });

  test.each([[{ NO_COLOR: "1" }], [{ TERM: "dumb" }]])("no colours with %j", async (env) => {
    const { stdout } = await list(env);
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("fail");
  });

  test("an empty NO_COLOR is none", async () => {
    expect((await list({ NO_COLOR: "" })).stdout).toContain(red);
  });

  test("progress is shown on standard error, and cleared before anything else", async () => {
    const { stdout, stderr } = await list({}, "-o", "names");
    const [before, ...lines] = stderr.split("\r\u001b[K");
    expect(before).toBe("");
    expect(lines.pop()).toBe("");
    expect(new Set(lines)).toEqual(new Set(["1 of 1 jobs"]));
    expect(stdout).not.toContain("of 1 jobs");
  });
});

test("a time that no calendar knows is shown as the number it is", () => {
  const odd = { ...job, lastInstanceEndTime: Number.MAX_SAFE_INTEGER };
  expect(formatJobsTable([odd])[1]).toContain("9007199254740991");
  expect(jobsToCsv([odd])).toContain("9007199254740991");
});

test("a table of 200,000 jobs", () => {
  const many = Array.from({ length: 200_000 }, (_, index) => ({ ...job, name: `job_${index}` }));
  expect(formatJobsTable(many)).toHaveLength(200_001);
});

describe("labelValue", () => {
  test("leaves what the API allows as it is", () => {
    for (const name of ["a", "x".repeat(128), "数".repeat(128), "😀".repeat(128)]) expect(labelValue(name)).toBe(name);
  });

  test("bounds what is longer, in characters, and keeps two names two", () => {
    const long = ["x".repeat(129), `${"x".repeat(200)}a`, `${"x".repeat(200)}b`, "😀".repeat(200)];
    const labels = long.map(labelValue);
    expect(new Set(labels).size).toBe(long.length);
    for (const label of labels) expect(Array.from(label)).toHaveLength(128);
  });

  test("halves of characters, which UTF-8 cannot hold, neither break the text nor make two names one", () => {
    const labels = ["a\ud800", "a\ud801", "a\ufffd"].map(labelValue);
    expect(new Set(labels.map((label) => Buffer.from(label).toString("utf8"))).size).toBe(3);
    for (const label of labels) expect(label).not.toMatch(/\p{Surrogate}/u);
  });
});

test("the newest success is kept, never an older one or one in the future, and only while the job is there", () => {
  const at = 1_000_000;
  const ended = (lastInstanceStatus: string, lastInstanceEndTime: number) => ({
    ...job,
    ...{ lastInstanceStatus, lastInstanceEndTime },
  });
  const first = rememberJobs([ended("success", 5)], at);
  const later = (next: BatchJob) => rememberJobs([next], at + 1, first).get("a");
  expect(later(ended("running", 9))).toEqual({ firstListed: at, lastSuccess: 5 });
  expect(later(ended("success", 4))).toEqual({ firstListed: at, lastSuccess: 5 });
  expect(later(ended("success", 8))).toEqual({ firstListed: at, lastSuccess: 8 });
  expect(later(ended("success", at + 60_000))).toEqual({ firstListed: at, lastSuccess: at + 60_000 });
  expect(later(ended("FORCESUCCESS", 8))).toEqual({ firstListed: at, lastSuccess: 8 });
  expect(later(ended("success", at * 1_000))).toEqual({ firstListed: at, lastSuccess: 5 });
  expect([...rememberJobs([], at, first)]).toEqual([]);
  // The clock of this machine is set back by a day.
  expect(rememberJobs([ended("success", at)], at - 86_400_000, first).get("a")).toHaveProperty("lastSuccess", 5);
});

test("a job that was first listed by a clock that was ahead is not waited for: the clock was set back", async () => {
  const failed = { ...job, lastInstanceStatus: "fail" };
  const ahead = rememberJobs([failed], 90_000_000);
  const remembered = rememberJobs([failed], 120_000, ahead);
  const text = await jobMetrics([{ workspace: "w", jobs: [failed], remembered, types: ["BATCH"] }]);
  expect(readMetrics(text).get('dlf_job_no_success_since_timestamp_seconds{job="a",workspace="w"}')).toBe(120);
});

test("behind a real-time job of the same name no failed batch job disappears", async () => {
  const stream = { ...job, jobType: "REAL_TIME" as const, status: "NORMAL", lastInstanceStatus: "success" };
  const jobs = [{ ...job, lastInstanceStatus: "fail" }, stream];
  const text = await jobMetrics([{ workspace: "w", jobs, remembered: new Map(), types: ["BATCH", "REAL_TIME"] }]);
  expect(readMetrics(text).get('dlf_job_last_instance_status{job="a",status="fail",workspace="w"}')).toBe(1);
  expect(readMetrics(text).get('dlf_job_last_instance_status{job="a",status="success",workspace="w"}')).toBe(0);
});

test.each<[string, Partial<BatchJob>, number | undefined]>([
  ["a job that never ran: since its creation", { createTime: 2_000 }, 2],
  ["a creation that lies in the future: since it was first listed", { createTime: 2e15 }, 60],
  ["a last run that failed before the first list", { lastInstanceStatus: "fail", lastInstanceEndTime: 30_000 }, 30],
  ["a run that failed after it", { lastInstanceStatus: "fail", lastInstanceEndTime: 90_000 }, 60],
  ["a run without an end", { createTime: 2_000, lastInstanceStatus: "running" }, 60],
  ["a success in the future", { lastInstanceStatus: "success", lastInstanceEndTime: 2e15 }, 60],
  ["a success: nothing to say", { lastInstanceStatus: "success", lastInstanceEndTime: 30_000 }, undefined],
])("from when on there was no success: %s", async (_title, fields, since) => {
  const jobs = [{ ...job, ...fields }];
  const remembered = rememberJobs(jobs, 120_000, rememberJobs([job], 60_000));
  const text = await jobMetrics([{ workspace: "w", jobs, remembered, types: ["BATCH"] }]);
  const series = 'dlf_job_no_success_since_timestamp_seconds{job="a",workspace="w"}';
  expect(readMetrics(text).get(series)).toBe(since);
});

test.each([
  [":9471", { port: 9471 }],
  ["127.0.0.1:0", { host: "127.0.0.1", port: 0 }],
  ["[::1]:80", { host: "::1", port: 80 }],
  ["monitoring.internal:80", { host: "monitoring.internal", port: 80 }],
])("--listen %s", (text, address) => {
  expect(parseListen(text)).toEqual(address);
});

test.each(["9471", ":", ":65536", "::1:80", "http://a:1", "a b:1", ":-1", ""])("--listen %p is none", (text) => {
  expect(() => parseListen(text)).toThrow("address such as");
});

test("repeat: what fails ends it; what is aborted ends without waiting for the interval", async () => {
  const { signal } = new AbortController();
  const failing = repeat(() => Promise.reject(new Error("for good")), { intervalMs: 1, signal });
  await expect(failing).rejects.toThrow("for good");

  const ending = new AbortController();
  let times = 0;
  const startedAt = Date.now();
  await repeat(
    () => {
      times += 1;
      // In the pause that follows.
      setTimeout(() => {
        ending.abort();
      }, 20);
      return Promise.resolve();
    },
    { intervalMs: 60_000, signal: ending.signal },
  );
  expect(times).toBe(1);
  expect(Date.now() - startedAt).toBeLessThan(5_000);
});
