// @ts-nocheck
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand, startService } from "./command";
import { runInProcess } from "./commandInProcess";

test("--version prints the package's version", async () => {
  const packageJson = readFileSync(join(__dirname, "../../package.json"), "utf8");
  const { version } = JSON.parse(packageJson) as { version: string };
  expect(await runCommand(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

test.each(["", "list", "gate", "metrics", "exporter", "external", "doctor"])(
  "help of %p: flags, examples, exit statuses",
  async (command) => {
    const { status, stdout, stderr } = await runCommand([...command.split(" ").filter(Boolean), "--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    for (const part of ["Usage: dlf-jobs", "Examples:", "Exit status", "--help"]) expect(stdout).toContain(part);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  },
);

test("no command has a flag for a key, and the help says where keys come from", async () => {
  const helps = await Promise.all(
    ["list", "gate", "metrics", "exporter", "external", "doctor"].map((command) => runCommand([command, "--help"])),
  );
  for (const { stdout } of helps) expect(stdout).not.toMatch(/--\S*(key|secret|token|ak\b|sk\b)/i);
  const { stdout } = await runCommand(["--help"]);
  for (const name of ["HW_ACCESS_KEY", "HW_SECRET_KEY", "HW_SECURITY_TOKEN"]) expect(stdout).toContain(name);
});

test.each([
  ["", "Usage: dlf-jobs"],
  ["lst", "Did you mean list?"],
  ["list --type batch", "Allowed choices are BATCH, REAL_TIME, ALL"],
  ["list --exact-name", "--exact-name needs --name"],
  ["list --timeout soon", "length of time"],
  ["list --access-key K", "unknown option '--access-key'"],
  ["gate", "required option '-r, --rules <file>' not specified"],
  ["exporter --listen 9471", "address such as"],
  ["exporter --interval 10ms", "from 1s to 86400s"],
  ["list extra", "too many arguments"],
  ["list --match", "argument missing"],
  ["list --min-priority top", "Allowed choices are high, medium, low"],
  ["gate -r x --wait soon", "length of time"],
  ["gate -r x --on-unknown ignore", "Allowed choices are stop, warn"],
  ["gate -r x --output xml", "Allowed choices are text, json, markdown, junit"],
])("wrong usage (%p) ends with 2 and says what is wrong", async (args, message) => {
  const { status, stdout, stderr } = await runCommand(args.split(" ").filter(Boolean));
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(message);
});

describe("a flag that takes one value and is given twice", () => {
  test.each([
    ["gate -r x --workspace a --workspace b", "'--workspace <id>' is given twice"],
    ["gate -r x --rules x", "'-r, --rules <file>' is given twice"],
    ["list --name=a --name a", "'--name <text>' is given twice"],
    ["external --region a --region a", "'--region <name>' is given twice"],
    ["gate -r x --fail-fast jobs --fail-fast minJobs", "'--fail-fast <rules>' is given twice"],
  ])("%s: wrong usage", async (args, message) => {
    const { status, stdout, stderr } = await runCommand(args.split(" "));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  const repeatable = ["tag", "match", "exclude", "status", "last-instance-status", "owner", "folder"];
  test.each([
    ["list", repeatable],
    ["gate", repeatable],
    ["metrics", [...repeatable, "workspace"]],
    ["exporter", [...repeatable, "workspace"]],
    ["external", []],
  ])("%s: each of its flags, except those that may be repeated", async (command, mayBeRepeated) => {
    const values: Record<string, string> = { duration: "5s", n: "1", address: ":1", type: "ALL", format: "json" };
    const choices: Record<string, string> = { "tag-match": "any", "min-priority": "low", consistency: "strict" };
    const help = (await runInProcess({ args: [command, "--help"] })).stdout;
    const flags = [...help.matchAll(/^ +(?:-\w, )?--([\w-]+) <(\w+)> /gm)];
    expect(flags.length).toBeGreaterThanOrEqual(8);
    for (const [, name = "", what = ""] of flags) {
      const value = choices[name] ?? values[what] ?? (name === "on-unknown" ? "stop" : "x");
      const flag = `--${name}=${value}`;
      // An unknown flag at the end: nothing is done for those that may be repeated.
      const { status, stderr } = await runInProcess({ args: [command, flag, flag, "--no-such-flag"] });
      expect({ name, status }).toEqual({ name, status: 2 });
      const twice = `--${name} <${what}>' is given twice`;
      expect({ name, twice: stderr.includes(twice) }).toEqual({ name, twice: !mayBeRepeated.includes(name) });
    }
  });
});

test.each(["list", "metrics", "gate --rules -", "exporter --listen 127.0.0.1:0"])(
  "%s without credentials, region or service: status 2, one line, no stack",
  async (args) => {
    const emulator = await startService();
    const { HW_ACCESS_KEY, HW_SECRET_KEY, ...noKeys } = emulator.env();
    const noService = { ...emulator.env(), DLF_ENDPOINT: "http://127.0.0.1:1" };
    const cases: [env: Record<string, string>, code: string][] = [
      [noKeys, "MISSING_CREDENTIALS"],
      [{}, "INVALID_CONFIGURATION"],
    ];
    // An exporter does not end for a service that is down: it waits for it.
    if (!args.startsWith("exporter")) cases.push([noService, "NETWORK"]);
    for (const [env, code] of cases) {
      const { status, stdout, stderr } = await runCommand(args.split(" "), { env, input: "minJobs: 0" });
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      const lines = stderr.trimEnd().split("\n");
      expect(lines.at(-1)).toMatch(new RegExp(`^dlf-jobs: .*\\[${code}\\]$`));
      expect(lines.filter((line) => !line.includes("listening on"))).toHaveLength(1);
      expect(stderr).not.toMatch(/^\s+at |node:|\.ts/m);
    }
  },
);

test("a refusal that quotes the keys shows none of them", async () => {
  const secretKey = "cli-secret-key/that+opens=nothing00000000";
  const emulator = await startService({
    credentials: [{ accessKey: "CLIACCESSKEY00000000", secretKey }],
    intercept: ({ headers }) => ({
      kind: "respond",
      status: 401,
      body: JSON.stringify({ error_code: "APIGW.0301", error_msg: `${secretKey} ${JSON.stringify(headers)}` }),
    }),
  });
  const { status, stderr } = await runCommand(["list"], { env: emulator.env() });
  expect(status).toBe(2);
  expect(stderr).toContain("[AUTHENTICATION]");
  expect(stderr).not.toContain(secretKey);
});

test("flags go before the environment", async () => {
  const emulator = await startService({ jobs: { seed: 1, batch: 3, realTime: 0 } });
  const env = {
    ...emulator.env(),
    DLF_ENDPOINT: "http://127.0.0.1:1",
    HW_REGION_NAME: "cn-east-3",
    HW_PROJECT_ID: "no",
  };
  const flags = ["--endpoint", emulator.endpoint, "--region", emulator.region, "--project-id", emulator.projectId];
  const { status, stdout } = await runCommand(["list", "-o", "names", ...flags], { env });
  expect(status).toBe(0);
  expect(stdout.trimEnd().split("\n")).toHaveLength(3);
});
