// @ts-nocheck
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { batchJob, runCommand, startCommand, startService, until } from "./command";
import { runInProcess, type InProcess } from "./commandInProcess";
import { temporaryFolder } from "../engine/temporaryFolder";

const folder = temporaryFolder();
const rules = join(folder, "rules.yaml");
writeFileSync(rules, "forbiddenLastInstanceStatuses: [fail]\nrequiredJobs: [orders]\n");

/** What each listing finds, the last for good: a job that failed or not, none, or a service that is down. */
type Found = "fail" | "success" | "none" | "down";

async function gate(found: Found[], flags: string, more: Partial<InProcess> = {}) {
  let listings = 0;
  const emulator = await startService({
    intercept: ({ query }) => {
      // A listing that failed asks once more, in another way.
      if (query.get("offset") === "0") listings += 1;
      const now = found[Math.min(listings, found.length) - 1] ?? "none";
      if (now === "down") return { kind: "respond", status: 503 };
      emulator.setJobs([now === "none" ? batchJob("other") : batchJob("orders", { lastInstanceStatus: now })]);
      return undefined;
    },
  });
  const given = flags.split(" ").filter(Boolean);
  const args = ["gate", ...(given.includes("-r") ? [] : ["--rules", rules]), "--max-attempts", "1", ...given];
  const ended = await runInProcess({ args, env: emulator.env(), ...more });
  return { ...ended, asks: listings };
}

test("asks at once, and again until the rules hold: status 0", async () => {
  const { status, stdout, stderr, asks, elapsedMs } = await gate(["fail", "fail", "success"], "--wait 10m");
  expect({ status, stdout, asks }).toEqual({ status: 0, stdout: "The gate holds: 1 job listed.\n", asks: 3 });
  expect(elapsedMs).toBe(55_000);
  expect(stderr).toBe("dlf-jobs: waiting: 1 of 1 jobs not ready, 10m left\n");
});

test("what holds at once waits for nothing", async () => {
  expect(await gate(["success", "fail"], "--wait 10m")).toMatchObject({ status: 0, asks: 1, elapsedMs: 0 });
});

test("without --wait it asks once", async () => {
  expect(await gate(["fail", "success"], "")).toMatchObject({ status: 1, asks: 1, elapsedMs: 0 });
});

test("runs into its limit: status 1, with the block, and in a log a line a minute at most", async () => {
  const { status, stdout, stderr, asks, elapsedMs } = await gate(["fail"], "--wait 5m --interval 20s");
  expect({ status, elapsedMs, asks }).toEqual({ status: 1, elapsedMs: 299_000, asks: 17 });
  expect(stdout).toMatch(/^The gate is closed: 1 of its rules violated, 1 job listed\.\nforbidden.*\n.*\n +orders /);
  const lines = stderr.trimEnd().split("\n");
  expect(lines).toHaveLength(5);
  for (const line of lines) expect(line).toMatch(/^dlf-jobs: waiting: 1 of 1 jobs not ready, \d+m?.* left$/);
});

test("--consecutive: so many times in a row", async () => {
  const found: Found[] = ["success", "fail", "success", "success", "fail"];
  expect(await gate(found, "--wait 10m --consecutive 2")).toMatchObject({ status: 0, asks: 4 });
});

test("--fail-fast: a violated rule of it ends the wait", async () => {
  const { status, stdout, asks } = await gate(["fail", "none"], "--wait 10m --fail-fast requiredJobs,maxJobs");
  expect({ status, asks }).toEqual({ status: 1, asks: 2 });
  expect(stdout).toContain("requiredJobs: ");
});

test("--wait with rules of a file: its wait is the same", async () => {
  const file = join(folder, "waiting.yaml");
  writeFileSync(
    file,
    "forbiddenLastInstanceStatuses: [fail]\nwait: {timeout: 2m, interval: 1m}\nfilter: {names: [orders]}\n",
  );
  expect(await gate(["fail", "success"], `-r ${file}`)).toMatchObject({ status: 0, asks: 2, elapsedMs: 55_000 });
  expect(await gate(["fail", "success"], `-r ${file} --consecutive 2`)).toMatchObject({ asks: 3 });
});

test("on a terminal the line changes in its place, and is gone before the verdict", async () => {
  const { stderr } = await gate(["fail"], "--wait 1m", { isTTY: true });
  const parts = stderr.split("\r\u001b[K");
  expect(parts.slice(1, -1).filter((part) => part.includes("jobs not ready"))).toEqual([
    "Waiting: 1 of 1 jobs not ready, 1m left",
    "Waiting: 1 of 1 jobs not ready, 35s left",
    "Waiting: 1 of 1 jobs not ready, 5s left",
  ]);
  expect(parts.at(-1)).toBe("");
  expect(stderr).not.toContain("\n");
});

describe("a service that is down", () => {
  test("is asked again until the limit: status 2, the text on standard error alone", async () => {
    const { status, stdout, stderr, asks } = await gate(["down"], "--wait 1m");
    expect({ status, stdout, asks }).toEqual({ status: 2, stdout: "", asks: 4 });
    expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^dlf-jobs: .*503.*\[API_ERROR\]$/);
  });

  test("and comes back", async () => {
    expect(await gate(["down", "success"], "--wait 1m")).toMatchObject({ status: 0, asks: 2 });
  });

  test("--on-unknown warn: status 0 and a warning; a violated rule is still 1", async () => {
    const { status, stdout, stderr } = await gate(["down"], "--on-unknown warn");
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toMatch(/\[API_ERROR\]\ndlf-jobs: warning: the jobs could not be known, [^\n]*\n$/);
    expect((await gate(["fail"], "--on-unknown warn")).status).toBe(1);
  });

  test("a report says so, with the request ID", async () => {
    const { status, stdout } = await gate(["down"], "-o json");
    expect(status).toBe(2);
    const requestId = expect.stringMatching(/^request0+1$/) as string;
    expect(JSON.parse(stdout)).toMatchObject({ result: "unknown", error: { code: "API_ERROR", requestId } });
    expect((await gate(["down"], "-o junit")).stdout).toContain("<error ");
  });
});

test("a mistake is none that a policy lets pass", async () => {
  const flags = "--wait 1m --on-unknown warn --tag a,b";
  expect(await gate(["fail"], flags)).toMatchObject({ status: 2, asks: 0, elapsedMs: 0 });
});

describe("--output-file", () => {
  test("has the report, standard output the text", async () => {
    const path = join(folder, "gate.xml");
    const { status, stdout } = await gate(["fail"], `-o junit --output-file ${path}`);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^The gate is closed: /);
    expect(readFileSync(path, "utf8")).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites /);
    expect(readFileSync(path, "utf8")).toContain('classname="dlf-jobs gate rules" name="requiredJobs"');
  });

  test("has it also where the jobs could not be known", async () => {
    const path = join(folder, "gate.md");
    const { status, stdout } = await gate(["down"], `-o markdown --output-file ${path}`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(readFileSync(path, "utf8")).toContain("The gate is unknown");
  });

  test("that cannot be written: status 2", async () => {
    const { status, stderr } = await gate(["success"], `--output-file ${join(folder, "none/gate.txt")}`);
    expect(status).toBe(2);
    expect(stderr).toContain("cannot write");
  });
});

test.each([
  ["filter: {statuses: [STOPPED]}", "--status SCHEDULING", "--status and filter.statuses of"],
  ["filter: {lastInstanceStatuses: [fail]}", "--last-instance-status fail", "--last-instance-status and"],
  ["wait: {timeout: 1m}", "--wait 2m", "--wait and wait.timeout of"],
  ["wait: {timeout: 1m, failFast: [jobs]}", "--fail-fast jobs", "--fail-fast and wait.failFast of"],
  ["", "--interval 5s", "--interval needs --wait"],
  ["", "--consecutive 2", "--consecutive needs --wait"],
  ["", "--fail-fast jobs", "--fail-fast needs --wait"],
  ["", "--wait 1m --fail-fast requiredJob", "name of a rule"],
  ["", "--wait 1m --interval 1ms", "interval"],
  ["", "--wait 1m --consecutive 0", "consecutive"],
])("file %p and flags %p: status 2, nothing sent", async (text, flags, said) => {
  const file = join(folder, "both.yaml");
  writeFileSync(file, `minJobs: 1\n${text}\n`);
  const { status, stdout, stderr, asks } = await gate(["success"], `-r ${file} ${flags}`);
  expect({ status, stdout, asks }).toEqual({ status: 2, stdout: "", asks: 0 });
  expect(stderr).toContain(said);
});

test("parts of a filter from the file and from flags are joined", async () => {
  const emulator = await startService({
    jobs: [batchJob("a", { owner: "x" }), batchJob("b", { owner: "x" }), batchJob("c", { owner: "y" })],
  });
  const input = "maxJobs: 0\nfilter: {owners: [x]}";
  const args = ["gate", "-r", "-", "-o", "json", "--exclude", "b"];
  const { stdout } = await runInProcess({ args, env: emulator.env(), input });
  expect(JSON.parse(stdout)).toMatchObject({ listedJobs: 1 });
});

test("YAML's own day is read as text", async () => {
  const emulator = await startService({ jobs: [batchJob("a", { lastInstanceStatus: "fail" }), batchJob("b")] });
  const input =
    "forbiddenLastInstanceStatuses: [fail]\nallowEmpty: true\ntolerate: 5%\n" +
    "exemptions:\n- jobs: [a]\n  reason: known\n  until: 2999-12-31\n";
  const { status, stdout } = await runCommand(["gate", "-r", "-"], { env: emulator.env(), input });
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: 'The gate holds: 2 jobs listed.\nExempt until 2999-12-31: "a" (known).\n',
  });
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends the wait at once, with %d", async (signal, status) => {
  const emulator = await startService({ jobs: [batchJob("orders", { lastInstanceStatus: "fail" })] });
  const { child, output, ended } = startCommand(
    ["gate", "-r", rules, "--wait", "1h", "--interval", "1h"],
    emulator.env(),
  );
  await until("the waiting line", () => (output.stderr.includes("waiting") ? true : undefined));
  child.kill(signal);
  expect(await ended).toMatchObject({ status, stdout: "" });
});
