import { spawn } from "node:child_process";
import { batchJob, realTimeJob, runCommand, startService } from "./command";
import { commandFile } from "./commandFile";

const jobs = [
  batchJob("orders", { tags: ["daily"], lastInstanceStatus: "fail", path: "/dwd" }),
  batchJob("payments", { tags: ["daily", "finance"], owner: 'the "team"' }),
  realTimeJob("clicks", { status: "EXCEPTION" }),
  batchJob("elsewhere", { workspace: "w1" }),
];

async function external(query: unknown) {
  const emulator = await startService({ jobs });
  const input = typeof query === "string" ? query : JSON.stringify(query);
  const ended = await runCommand(["external"], { env: emulator.env(), input });
  return { ...ended, requests: emulator.requests.jobs };
}

test("an object of strings in, an object of strings out", async () => {
  const { status, stdout, stderr } = await external({ jobType: "ALL" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const result = JSON.parse(stdout) as Record<string, string>;
  expect(Object.keys(result)).toEqual(["total", "names", "failed", "jobs"]);
  for (const value of Object.values(result)) expect(typeof value).toBe("string");
  expect(result["total"]).toBe("3");
  expect(JSON.parse(result["names"] ?? "")).toEqual(["orders", "payments", "clicks"]);
  expect(JSON.parse(result["failed"] ?? "")).toEqual(["clicks", "orders"]);
  expect(JSON.parse(result["jobs"] ?? "")).toMatchObject([{ name: "orders" }, { owner: 'the "team"' }, {}]);
});

test.each([
  [{}, ["orders", "payments"]],
  [{ jobType: "REAL_TIME" }, ["clicks"]],
  [{ jobName: "pay" }, ["payments"]],
  [{ tags: "daily, finance", tagMatch: "all" }, ["payments"]],
  [{ tags: "daily,finance", tagMatch: "any" }, ["orders", "payments"]],
  [{ workspace: "w1" }, ["elsewhere"]],
  [{ workspace: "default", jobType: "", names: "" }, ["orders", "payments"]],
  [{ names: "ord*,nothing" }, ["orders"]],
  [{ lastInstanceStatuses: "FAIL,running-exception", folders: "/dwd/" }, ["orders"]],
  [{ excludeNames: "orders", minPriority: "high" }, ["payments"]],
])("%j", async (query, names) => {
  const { stdout } = await external(query);
  expect(JSON.parse((JSON.parse(stdout) as { names: string }).names)).toEqual(names);
});

test("what changes with each listing is not in it: the same jobs are the same text", async () => {
  const [first, second] = await Promise.all([external({}), external({})]);
  expect(first.stdout).toBe(second.stdout);
});

test.each([
  ["an unknown key", { nams: "a" }, 'no "nams", the nearest is names'],
  ["a key of every object", '{"__proto__": "a"}', "__proto__"],
  ["a value that is no string", { names: ["a"] }, "names must be a string"],
  ["a number", { minPriority: 1 }, "minPriority must be a string"],
  ["no JSON", "names=a", "no JSON"],
  ["nothing", "", "no JSON"],
  ["a list", "[]", "JSON object"],
  ["null", "null", "JSON object"],
  ["a type that there is not", { jobType: "STREAM" }, "jobType"],
  ["a list with a gap", { names: "a,,b" }, "names[1]"],
])("%s: status 1, one line on standard error, nothing on standard output, nothing sent", async (_what, query, said) => {
  const { status, stdout, stderr, requests } = await external(query);
  expect({ status, stdout, requests }).toEqual({ status: 1, stdout: "", requests: 0 });
  expect(stderr).toMatch(/^dlf-jobs: [^\n]*\n$/);
  expect(stderr).toContain(said);
});

test("a service that fails: status 1, one line with its code", async () => {
  const emulator = await startService({ intercept: () => ({ kind: "respond", status: 403, body: "{}" }) });
  const { status, stdout, stderr } = await runCommand(["external"], { env: emulator.env(), input: "{}" });
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^dlf-jobs: [^\n]*\[AUTHENTICATION\]\n$/);
});

/** As the provider does it: the query is written, the input closed, the output read whole and decoded. */
test("driven by the protocol, with connection flags in `program`", async () => {
  const emulator = await startService({ jobs });
  const { DLF_ENDPOINT = "", ...env } = emulator.env();
  const program = [commandFile, "external", "--endpoint", DLF_ENDPOINT];
  const child = spawn(process.execPath, program, { env: { PATH: process.env["PATH"], HOME: "/nonexistent", ...env } });
  child.stdin.end('{"jobType":"ALL","statuses":"EXCEPTION"}');
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ total: "1", names: '["clicks"]' });
});
