// @ts-nocheck
import { batchJob, realTimeJob, runCommand, startCommand, startService, until } from "./command";

const lastInstance = { lastInstanceStatus: "fail", lastInstanceEndTime: Date.UTC(2026, 10, 1, 2, 3, 4, 5) };
const jobs = [
  batchJob("orders", { ...lastInstance, priority: 0, owner: "Smith, J.", path: "/dwd", tags: ["daily"] }),
  batchJob("payments", { status: "STOPPED", owner: 'the "team"', tags: ["daily", "finance"] }),
  realTimeJob("clicks", { status: "EXCEPTION" }),
  batchJob("elsewhere", { workspace: "w1" }),
];

test("the table holds the jobs, aligned, with readable times, and the summary is not in it", async () => {
  const emulator = await startService({ jobs });
  const { status, stdout, stderr } = await runCommand(["list", "--type", "ALL"], { env: emulator.env() });
  expect(stdout.split("\n")).toEqual([
    "NAME      TYPE       STATUS      LAST RUN  ENDED (UTC)          PRIORITY  OWNER       PATH",
    "orders    BATCH      SCHEDULING  fail      2026-11-01 02:03:04  high      Smith, J.   /dwd",
    'payments  BATCH      STOPPED     -         -                    -         the "team"  -',
    "clicks    REAL_TIME  EXCEPTION   -         -                    -         -           -",
    "",
  ]);
  expect(stderr).toBe("3 jobs: 1 EXCEPTION, 1 SCHEDULING, 1 STOPPED; last run: 1 fail, 1 never\n");
  expect(status).toBe(0);
});

test("statuses are shown as they came, counted by their known spelling, and none by a name of its own", async () => {
  const emulator = await startService({
    jobs: [
      batchJob("bare", { status: null }),
      batchJob("quiet", { status: "scheduling", lastInstanceStatus: "FAIL" }),
      batchJob("usual", { lastInstanceStatus: "fail" }),
      realTimeJob("stream", { lastInstanceStatus: "success", lastInstanceEndTime: lastInstance.lastInstanceEndTime }),
    ],
  });
  const env = emulator.env();
  const { stdout, stderr } = await runCommand(["list", "--type", "ALL"], { env });
  expect(stdout.split("\n").map((line) => line.trim().split(/ {2,}/).slice(0, 5))).toEqual([
    ["NAME", "TYPE", "STATUS", "LAST RUN", "ENDED (UTC)"],
    ["bare", "BATCH", "no status", "-", "-"],
    ["quiet", "BATCH", "scheduling", "FAIL", "-"],
    ["usual", "BATCH", "SCHEDULING", "fail", "-"],
    ["stream", "REAL_TIME", "NORMAL", "success", "2026-11-01 02:03:04"],
    [""],
  ]);
  expect(stderr.split("\n").slice(-2)).toEqual([
    "4 jobs: 2 SCHEDULING, 1 NORMAL, 1 no status; last run: 2 fail, 1 never, 1 success",
    "",
  ]);
  expect(stderr).toMatch(/^dlf-jobs: 1 job came without /);
});

test("without flags the batch jobs of the default workspace are listed, as by getDlfJobs", async () => {
  const emulator = await startService({ jobs });
  const { stdout } = await runCommand(["list", "--output", "names"], { env: emulator.env() });
  expect(stdout).toBe("orders\npayments\n");
});

test.each([
  ["--type REAL_TIME", "clicks\n"],
  ["--name pay", "payments\n"],
  ["--name order --exact-name", ""],
  ["--name orders --exact-name", "orders\n"],
  ["--tag finance", "payments\n"],
  ["--tag daily --tag finance --tag-match all", "payments\n"],
  ["--tag daily --tag finance --tag-match any", "orders\npayments\n"],
  ["--workspace w1", "elsewhere\n"],
  ["--workspace default", "orders\npayments\n"],
])("%s filters", async (flags, names) => {
  const emulator = await startService({ jobs });
  const { status, stdout, stderr } = await runCommand(["list", "-o", "names", ...flags.split(" ")], {
    env: emulator.env(),
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: names, stderr: "" });
});

test("json is the result of a listing: exact names, times as in the API", async () => {
  const emulator = await startService({ jobs });
  const { stdout } = await runCommand(["list", "-o", "json"], { env: emulator.env() });
  const result = JSON.parse(stdout) as { jobs: unknown[] };
  expect(result).toMatchObject({ total: 2, complete: true });
  expect(result.jobs[0]).toEqual({
    ...{ name: "orders", jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: 1_680_783_636_000 },
    ...lastInstance,
    ...{ priority: 0, owner: "Smith, J.", path: "/dwd" },
  });
});

test("csv is quoted so that each value is read back: as it was, but for control characters and formulas", async () => {
  const odd = ["plain", "a,comma", 'a "quote"', " spaces ", "数据", "a-b", "1=1", ""];
  const changed = {
    "a line\nbreak": "a line?break",
    "=1+1": "'=1+1",
    "+1": "'+1",
    "-1": "'-1",
    " @x": "' @x",
    "\t=1": "'?=1",
  };
  const given = [...odd, ...Object.keys(changed)];
  const emulator = await startService({ jobs: given.map((owner, index) => batchJob(`job_${index + 10}`, { owner })) });
  const { stdout } = await runCommand(["list", "-o", "csv"], { env: emulator.env() });
  const [header = [], ...rows] = readCsv(stdout);
  expect(header.slice(0, 5)).toEqual(["name", "jobType", "status", "lastInstanceStatus", "lastInstanceEndTime"]);
  expect(rows.map((row) => row[header.indexOf("owner")])).toEqual([...odd, ...Object.values(changed)]);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
  expect(rows[0]?.[header.indexOf("createTime")]).toBe("2023-04-06T12:20:36.000Z");
});

/** RFC 4180, character by character, so as to share nothing with what it checks. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let value = "";
  let inQuotes = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (inQuotes && character === '"' && text.charAt(at + 1) === '"') value += text.charAt(++at);
    else if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && character === "\r") throw new Error("a carriage return outside of quotes");
    else if (!inQuotes && (character === "," || character === "\n")) {
      rows.at(-1)?.push(value);
      value = "";
      if (character === "\n") rows.push([]);
    } else value += character;
  }
  return rows.slice(0, -1);
}

test("names with control characters neither steer the terminal nor become two names", async () => {
  const name = "evil\u001b[2J\u009b31m\u202e\nproduction";
  const emulator = await startService({ jobs: [batchJob(name), batchJob("good", { status: "\u001b[31mODD" })] });
  const [table, names, json] = await Promise.all(
    ["table", "names", "json"].map((format) => runCommand(["list", "-o", format], { env: emulator.env() })),
  );
  const steering = /\p{Cf}/u;
  expect(names?.stdout).toBe("evil?[2J?31m??production\ngood\n");
  for (const shown of [table, names, json]) {
    expect(hasControlCharacters(`${shown?.stdout ?? ""}${shown?.stderr ?? ""}`)).toBe(false);
    expect(shown?.stdout).not.toMatch(steering);
  }
  expect((JSON.parse(json?.stdout ?? "") as { jobs: { name: string }[] }).jobs[0]?.name).toBe(name);
});

function hasControlCharacters(text: string): boolean {
  return Array.from(text).some((character) => character !== "\n" && /\p{Cc}/u.test(character));
}

test("an empty list is a list: no line, a word on standard error, status 0", async () => {
  const emulator = await startService();
  const [table, names, csv] = await Promise.all(
    ["table", "names", "csv"].map((format) => runCommand(["list", "-o", format], { env: emulator.env() })),
  );
  expect(table).toEqual({ status: 0, stdout: "", stderr: "No job matches.\n" });
  expect(names).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(csv?.stdout).toMatch(/^name,jobType,[^\n]*\n$/);
});

test("10,000 jobs are a table of 10,000 lines, in time", async () => {
  const emulator = await startService({ jobs: { seed: 1, batch: 8_000, realTime: 2_000 } });
  const startedAt = Date.now();
  const { status, stdout, stderr } = await runCommand(["list", "--type", "ALL"], { env: emulator.env() });
  expect(Date.now() - startedAt).toBeLessThan(20_000);
  const lines = stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(10_001);
  const column = lines[0]?.indexOf("TYPE");
  expect(lines.slice(1).every((line) => /^(BATCH|REAL_TIME) /.test(line.slice(column)))).toBe(true);
  expect(stderr).toMatch(/^10,000 jobs: /);
  expect(status).toBe(0);
});

test("a pipe that is closed early (| head) is no failure, and nothing is said about it", async () => {
  const emulator = await startService({ jobs: { seed: 1, batch: 8_000, realTime: 2_000 } });
  const { child, output, ended } = startCommand(["list", "--type", "ALL", "-o", "json"], emulator.env());
  child.stdout.once("data", () => child.stdout.destroy());
  expect(await ended).toMatchObject({ status: 0, stderr: "" });
  expect(output.stdout.length).toBeLessThan(1_000_000);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s in the middle of a listing ends it at once, with %d and without a word", async (signal, status) => {
  const emulator = await startService({ jobs, intercept: () => ({ kind: "hang" }) });
  const { child, ended } = startCommand(["list"], emulator.env());
  await until("a request", () => (emulator.requests.jobs > 0 ? true : undefined));
  const askedAt = Date.now();
  child.kill(signal);
  expect(await ended).toEqual({ status, stdout: "", stderr: "" });
  expect(Date.now() - askedAt).toBeLessThan(2_000);
});

test("best-effort: what there is, and on standard error that it may not be all", async () => {
  const emulator = await startService({
    jobs,
    intercept: () => ({ kind: "page", change: (page) => ({ ...page, total: 7 }) }),
  });
  const env = emulator.env();
  const [strict, effort] = await Promise.all([
    runCommand(["list", "-o", "names"], { env }),
    runCommand(["list", "-o", "names", "--consistency", "best-effort"], { env }),
  ]);
  expect(strict).toMatchObject({ status: 2, stdout: "" });
  expect(strict.stderr).toContain("[INCOMPLETE_LIST]");
  expect(effort).toMatchObject({ status: 0, stdout: "orders\npayments\n" });
  expect(effort.stderr).toContain("may lack jobs");
});
