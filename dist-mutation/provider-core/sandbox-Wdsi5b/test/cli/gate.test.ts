// @ts-nocheck
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { batchJob, runCommand, startCommand, startService } from "./command";
import { temporaryFolder } from "../engine/temporaryFolder";

const folder = temporaryFolder();
let files = 0;

function rulesFile(text: string, extension = "yaml"): string {
  const path = join(folder, `rules_${(files += 1)}.${extension}`);
  writeFileSync(path, text);
  return path;
}

const jobs = [
  batchJob("orders", { lastInstanceStatus: "success", lastInstanceEndTime: Date.now() - 3_600_000 }),
  batchJob("payments", { lastInstanceStatus: "fail", lastInstanceEndTime: Date.now() - 7_200_000 }),
];

async function gate(text: string, ...flags: string[]) {
  const emulator = await startService({ jobs });
  const ended = await runCommand(["gate", "--rules", rulesFile(text), ...flags], { env: emulator.env() });
  return { ...ended, requests: emulator.requests.jobs };
}

test("rules that hold: status 0", async () => {
  const { status, stdout, stderr } = await gate("minJobs: 2\nrequiredJobs: [orders]\n");
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "The gate holds: 2 jobs listed.\n", stderr: "" });
});

test("a violated rule: status 1, and a block that names rule and job", async () => {
  const { status, stdout, stderr } = await gate("forbiddenLastInstanceStatuses: [fail]\nmaxJobs: 1\n");
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  expect(stdout).toContain("The gate is closed");
  expect(stdout).toMatch(/^forbiddenLastInstanceStatuses: /m);
  expect(stdout).toMatch(/^ +payments +BATCH +SCHEDULING +fail +2h ago/m);
  expect(stdout).toMatch(/^maxJobs: /m);
  expect(stdout).not.toContain("orders");
});

test("--output json tells scripts the same", async () => {
  const [open, closed] = await Promise.all([
    gate("minJobs: 1", "--output", "json"),
    gate("forbiddenLastInstanceStatuses: [fail]", "--output", "json"),
  ]);
  expect(open.status).toBe(0);
  expect(JSON.parse(open.stdout)).toEqual({
    ...{ version: 1, result: "holds", rules: [{ rule: "minJobs", result: "holds" }] },
    ...{ listedAt: expect.any(String) as string, listedJobs: 2, violations: [], tolerated: [], exemptions: [] },
  });
  expect(closed.status).toBe(1);
  expect(JSON.parse(closed.stdout)).toMatchObject({
    ...{ version: 1, result: "violated" },
    violations: [{ rule: "forbiddenLastInstanceStatuses", jobs: [{ name: "payments" }] }],
  });
});

test("the query's flags say which jobs the rules are about", async () => {
  const { status } = await gate("forbiddenLastInstanceStatuses: [fail]", "--name", "orders");
  expect(status).toBe(0);
});

test("JSON rules, tabs included, and rules on standard input", async () => {
  const emulator = await startService({ jobs });
  const env = emulator.env();
  const json = '{\n\t"minJobs": 1,\n\t"ignoreJobs": ["tmp_*"]\n}\n';
  const results = await Promise.all([
    runCommand(["gate", "--rules", rulesFile(json, "json")], { env }),
    runCommand(["gate", "--rules", "-"], { env, input: json }),
    runCommand(["gate", "--rules", "-"], { env, input: "minJobs: 3" }),
  ]);
  expect(results.map(({ status }) => status)).toEqual([0, 0, 1]);
});

test("a status that is not known is told on standard error, with the nearest, and the verdict is as it is", async () => {
  const { status, stdout, stderr } = await gate("forbiddenLastInstanceStatuses: [failed, FAIL]\n");
  expect(status).toBe(1);
  expect(stdout).toMatch(/^ +payments /m);
  expect(stderr).toMatch(
    /^dlf-jobs: \S*rules_\d+\.yaml: forbiddenLastInstanceStatuses: "failed" is no known [^\n]*\n$/,
  );
  expect(stderr).toContain('"fail"');
});

test("a last status in the answer that is not known is told on standard error", async () => {
  const emulator = await startService({ jobs: [{ ...jobs[0], lastInstanceStatus: "failed" } as never] });
  const { status, stderr } = await runCommand(["gate", "--rules", rulesFile("forbiddenLastInstanceStatuses: [fail]")], {
    env: emulator.env(),
  });
  expect(status).toBe(0);
  expect(stderr).toMatch(/^dlf-jobs: 1 job has a last instance status that is not known \("failed"\)[^\n]*\n$/);
});

test("an empty list holds no rule, unless allowEmpty says so", async () => {
  const emulator = await startService();
  const env = emulator.env();
  const [closed, open] = await Promise.all([
    runCommand(["gate", "--rules", rulesFile("maxJobs: 5")], { env }),
    runCommand(["gate", "--rules", rulesFile("maxJobs: 5\nallowEmpty: true")], { env }),
  ]);
  expect([closed.status, open.status]).toEqual([1, 0]);
  expect(closed.stdout).toContain("the list is empty");
});

test.each([
  ["an unknown rule", "maxJob: 5", "maxJob"],
  ["a rule that a lone carriage return hides", "# note\rmaxJobs: 1\nminJobs: 1\n", "carriage return"],
  ["a rule that is null, beside one that holds", "minJobs: 1\nforbiddenLastInstanceStatuses:\n", "forbiddenLast"],
  ["a null in a list", "minJobs: 1\nforbiddenLastInstanceStatuses: [fail, ~]\n", "forbiddenLastInstanceStatuses[1]"],
  ["no rule", "allowEmpty: true", "no rule"],
  ["nothing", "", "no rules"],
  ["a list", "- minJobs", "no rules"],
  ["a wrong value", "minJobs: many", "minJobs"],
  ["a filter alone", "filter: {names: [a]}", "no rule"],
  ["a filter with an unknown part", "minJobs: 1\nfilter: {nams: [a]}", "nams"],
  ["a filter that is null", "minJobs: 1\nfilter:", "Invalid filter"],
  ["a wait that is null", "minJobs: 1\nwait:", "Invalid wait"],
  ["a wait without a limit", "minJobs: 1\nwait: {interval: 30s}", "timeout"],
  ["an exemption without an end", "minJobs: 1\nexemptions: [{jobs: [a], reason: b}]", "until"],
  ["a value that is no YAML", "minJobs: 1\nmaxJobs: [1, 2\n", "yaml:3:1"],
  ["a name given twice", "minJobs: 1\nminJobs: 2\n", "yaml:2:1"],
  ["two documents", "minJobs: 1\n---\nminJobs: 2\n", "yaml:2"],
  ["an alias that leads nowhere", "minJobs: *none\n", "alias"],
  ["aliases that multiply", bomb(), "alias"],
])("rules that cannot be used (%s): status 2, the file named, nothing sent", async (_what, text, message) => {
  const { status, stdout, stderr, requests } = await gate(text);
  expect({ status, stdout, requests }).toEqual({ status: 2, stdout: "", requests: 0 });
  expect(stderr).toMatch(/^dlf-jobs: \S*rules_\d+\.yaml:.*\[INVALID_RULES\]\n$/);
  expect(stderr).toContain(message);
});

/** Each line is ten times the one before. */
function bomb(): string {
  const lines = Array.from({ length: 9 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(10)}]`);
  return ["a0: &a0 [lol]", ...lines].join("\n");
}

test.each([
  ["not there", join(folder, "nothing.yaml")],
  ["a folder", folder],
])("a file that cannot be read (%s): status 2", async (_what, path) => {
  const { status, stdout, stderr } = await runCommand(["gate", "--rules", path]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^dlf-jobs: cannot read the rules: [^\n]*\n$/);
});

test.each([
  ["refuses", { kind: "respond", status: 403, body: "{}" }, "AUTHENTICATION"],
  ["fails", { kind: "respond", status: 500 }, "API_ERROR"],
  ["drops connections", { kind: "drop" }, "NETWORK"],
  ["answers something else", { kind: "respond", status: 200, body: "<html>" }, "UNEXPECTED_ANSWER"],
  [
    "tells a total that is too large",
    { kind: "page", change: (page: object) => ({ ...page, total: 9 }) },
    "INCOMPLETE",
  ],
] as const)("a service that %s: status 2, never 0 or 1", async (_what, intervention, code) => {
  const emulator = await startService({ jobs, intercept: () => intervention });
  const rules = ["--rules", rulesFile("maxJobs: 500\nallowEmpty: true"), "--max-attempts", "1"];
  const { status, stdout, stderr } = await runCommand(["gate", ...rules], { env: emulator.env() });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(`[${code}`);
});

test("a reader that has gone does not change the verdict", async () => {
  const emulator = await startService({ jobs });
  const args = ["gate", "--rules", rulesFile("forbiddenLastInstanceStatuses: [fail]")];
  const { child, ended } = startCommand(args, emulator.env());
  child.stdout.destroy();
  expect(await ended).toMatchObject({ status: 1, stderr: "" });
});

test("Ctrl-C while the rules are awaited on standard input: 130", async () => {
  const emulator = await startService({ jobs });
  const { child, ended } = startCommand(["gate", "--rules", "-", "--output", "json"], emulator.env());
  child.stdin.write("minJobs: 1\n");
  await new Promise((resolve) => setTimeout(resolve, 3_000)); // Until it has begun to read: nothing tells.
  child.kill("SIGINT");
  const { status, stdout } = await ended;
  expect({ status, stdout }).toEqual({ status: 130, stdout: "" });
});
