import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import Ajv2020 from "ajv/dist/2020";
import { doctorReportJsonSchema, type DoctorReport } from "../../cli/doctor/doctorReport";
import { mostRequests } from "../../sdk/doctor";
import { parseRecording } from "../../sdk/recording/recording";
import type { EmulatedJob } from "../../sdk/testing";
import { temporaryFolder } from "../engine/temporaryFolder";
import { batchJob, realTimeJob, runCommand, startCommand, startService, until } from "./command";

const secretKey = "x9KqTw4LmVbZr7Pd2GhYc8Jn5RfS3AeQ";
const accessKey = "HPUAZ7QX3KWM2BDLRTYE";
const workspace = "5f2cae93b07d4e6f";
const projectId = "0badc0de5a1e4d6f8b7c9a0e1f2d3c4b";

const jobs: EmulatedJob[] = [
  ...Array.from({ length: 120 }, (_, index) =>
    batchJob(`Quarkkuchen_${(index * 71) % 121}`, {
      ...{ owner: "zwetschge", createUser: "mirabelle", lastUpdateUser: "schlehe", path: "/obst/garten" },
      ...{ tags: ["kirsche"], workspace, extraField: "holunder" },
    }),
  ),
  realTimeJob("Streuselstrom", { owner: "zwetschge", path: "/obst", workspace }),
];
/** All that must not be told to anybody. */
const identities = [
  ...[secretKey, accessKey, workspace, projectId, "kirsche", "zwetschge", "mirabelle", "schlehe", "obst", "holunder"],
  ...["quarkkuchen", "streuselstrom", "pflaumenamt", "0123abcdef", "heimathof"],
];

async function startCompany(options: Parameters<typeof startService>[0] = {}) {
  return startService({
    ...{ jobs, credentials: [{ accessKey, secretKey }], maxLimit: 100 },
    projects: [{ id: projectId, name: "cn-north-4" }],
    ...options,
  });
}

function expectNothingTold(text: string): void {
  for (const identity of identities) expect(text.toLowerCase()).not.toContain(identity.toLowerCase());
}

const folder = temporaryFolder();
const validate = new Ajv2020({ formats: { "date-time": /Z$/ } }).compile(doctorReportJsonSchema() as object);

test("text: 100 columns, the announced number kept, nothing of anybody in it", async () => {
  const emulator = await startCompany();
  const args = ["doctor", "--workspace", workspace, "--tag", "kirsche"];
  const { status, stdout, stderr } = await runCommand(args, { env: emulator.env() });
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: expect.stringMatching(new RegExp(`^dlf-jobs: sends ${mostRequests} requests at most, .*\n$`)) as unknown,
  });
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(stdout).not.toContain("\u001b");
  expectNothingTold(stdout + stderr);
  expect(stdout).toMatch(/^note {5}Default workspace {2}|^ok {7}Default workspace {2}/m);
  expect(stdout).toMatch(/^offset counts +pages, from 0/m);
  expect(stdout).toMatch(/^fields not in the reference +extraField \(\d+\)/m);
  const sent = emulator.requests.all.length;
  expect(stdout).toContain(`No problem was found. ${sent} of at most ${mostRequests} requests were sent.`);
  expect(sent).toBeLessThanOrEqual(mostRequests);
  expect(emulator.requests.all.every(({ method, kind }) => method === "GET" && /^(jobs|projects)$/.test(kind))).toBe(
    true,
  );
}, 60_000);

test("json: of the published shape, with the same", async () => {
  const emulator = await startCompany({ offset: "page-from-1", pageZero: "refuse" });
  const args = ["doctor", "--workspace", workspace, "--tag", "kirsche", "--output", "json"];
  const { status, stdout } = await runCommand(args, { env: emulator.env() });
  const report = JSON.parse(stdout) as DoctorReport;
  expect({ status, valid: validate(report) }).toEqual({ status: 0, valid: true });
  expect(report).toMatchObject({ version: 1, result: "ok", dryRun: false });
  expect(report.requests).toMatchObject({ most: mostRequests, sent: emulator.requests.all.length });
  expect(report.requests.plan.reduce((sum, { most }) => sum + most, 0)).toBe(mostRequests);
  expect(report.observations.find(({ id }) => id === "offset")).toMatchObject({
    kind: "observed",
    value: "page-from-1",
  });
  expectNothingTold(stdout);
}, 60_000);

test("the schema that is committed is what the code gives", () => {
  const text = readFileSync(join(__dirname, "../../cli/doctor/doctorReport.schema.json"), "utf8");
  expect(JSON.parse(text)).toEqual(doctorReportJsonSchema());
});

test("--dry-run sends nothing, and says what would be sent", async () => {
  const emulator = await startCompany();
  const { status, stdout, stderr } = await runCommand(["doctor", "--dry-run"], { env: emulator.env() });
  expect({ status, stderr, sent: emulator.requests.all }).toEqual({ status: 0, stderr: "", sent: [] });
  expect(stdout).toContain(`${mostRequests} at most`);
  expect(stdout).toContain("a page far past the end");
  const json = await runCommand(["doctor", "--dry-run", "-o", "json"], { env: emulator.env() });
  const report = JSON.parse(json.stdout) as DoctorReport;
  expect({ valid: validate(report), dryRun: report.dryRun, checks: report.checks }).toEqual({
    valid: true,
    dryRun: true,
    checks: [],
  });
});

test("messages of the service that quote everything: none of it is told, and the status is 1", async () => {
  const body = JSON.stringify({
    error_code: "APIGW.0302",
    error_msg: `User Pflaumenamt of domain 0123abcdef (heimathof) has no permission for Quarkkuchen_1 in ${workspace}, ${projectId}: ${secretKey}`,
  });
  const emulator = await startCompany({ intercept: () => ({ kind: "respond", status: 403, body }) });
  for (const format of ["text", "json"]) {
    const env = { ...emulator.env(), HW_PROJECT_ID: "" };
    const { status, stdout, stderr } = await runCommand(["doctor", "--workspace", workspace, "-o", format], { env });
    expect(status).toBe(1);
    expectNothingTold(stdout + stderr);
    const withProject = await runCommand(["doctor", "-o", format], { env: emulator.env() });
    expect(withProject.stdout).toContain("APIGW.0302");
    expectNothingTold(withProject.stdout + withProject.stderr);
  }
}, 60_000);

test("an agency, a profile and a host of one's own are made up", async () => {
  const agencies = [{ name: "pflaumenamt", domainName: "heimathof", domainId: "0123abcdef" }];
  const emulator = await startCompany({ agencies });
  const agency = { HW_ASSUME_ROLE_AGENCY_NAME: "pflaumenamt", HW_ASSUME_ROLE_DOMAIN_NAME: "heimathof" };
  const { stdout, stderr } = await runCommand(["doctor"], { env: { ...emulator.env(), ...agency } });
  expect(stdout).toMatch(/^ok {7}Credentials found .*temporary keys, from agency agency-1 of (account )?domain-1/m);
  expectNothingTold(stdout + stderr);
  const elsewhere = { ...emulator.env(), DLF_ENDPOINT: "https://dlf.heimathof.invalid", HTTPS_PROXY: "" };
  const other = await runCommand(["doctor"], { env: elsewhere });
  expect(other.status).toBe(1);
  expect(other.stdout).toContain("https://host-1, from environment DLF_ENDPOINT");
  expectNothingTold(other.stdout + other.stderr);
}, 60_000);

test("a configuration that cannot be used is told, and so are the versions", async () => {
  const { status, stdout, stderr } = await runCommand(["doctor"], { env: { HW_REGION_NAME: "heimathof region" } });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^PROBLEM +Configuration .*\s+\[INVALID_CONFIGURATION\]$/m);
  expect(stdout).toMatch(/^ok +Node\.js/m);
  expect(stdout).toContain("0 of at most");
  expectNothingTold(stdout + stderr);
});

test("a proxy that answers HTML is told as that", async () => {
  const proxy = createServer().on("connect", (_, socket) => {
    socket.end("HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\n\r\n<html>Heimathof says no</html>");
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  try {
    const url = `http://pflaumenamt:${secretKey}@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const env = {
      HW_REGION_NAME: "cn-north-4",
      HW_PROJECT_ID: projectId,
      HW_ACCESS_KEY: accessKey,
      HW_SECRET_KEY: secretKey,
    };
    const { status, stdout, stderr } = await runCommand(["doctor"], { env: { ...env, HTTPS_PROXY: url } });
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^PROBLEM +Way to the service +dayu-dlf\.cn-north-4\.myhuaweicloud\.com: proxy failed \(status/m,
    );
    expect(stdout).toMatch(/^PROBLEM +Right to list/m);
    expectNothingTold(stdout + stderr);
  } finally {
    proxy.closeAllConnections();
    proxy.close();
  }
}, 60_000);

test("an endpoint that is named by its address: its certificate is held against that", async () => {
  const [keyFile, certificateFile] = [join(folder, "tls.key"), join(folder, "tls.pem")];
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "30", "-nodes"];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  const files = ["-keyout", keyFile, "-out", certificateFile];
  execFileSync("openssl", ["req", "-x509", ...curve, ...files, ...subject], { stdio: "pipe" });
  const tls = { key: readFileSync(keyFile), cert: readFileSync(certificateFile) };
  const server = createTlsServer(tls, (_, response) => response.writeHead(401).end("{}"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const endpoint = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const keys = { HW_ACCESS_KEY: accessKey, HW_SECRET_KEY: secretKey, HW_PROJECT_ID: projectId };
    const place = { HW_REGION_NAME: "cn-north-4", DLF_ENDPOINT: endpoint, HUAWEICLOUD_SDK_IAM_ENDPOINT: endpoint };
    const env = { ...keys, ...place, NODE_EXTRA_CA_CERTS: certificateFile };
    const { stdout } = await runCommand(["doctor"], { env });
    expect(stdout).toMatch(/^ok +Way to the service +127\.0\.0\.1:\d+, 1 address, TLSv1\.3/m);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test("Ctrl-C ends it at once", async () => {
  const emulator = await startCompany({ intercept: ({ kind }) => (kind === "jobs" ? { kind: "hang" } : undefined) });
  const { child, ended } = startCommand(["doctor"], emulator.env());
  await until("a request for jobs", () => emulator.requests.all.find(({ kind }) => kind === "jobs"));
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ status: 130, stdout: "" });
}, 60_000);

test("--timeout bounds all of it: what is known by then is told", async () => {
  const emulator = await startCompany({ intercept: ({ kind }) => (kind === "jobs" ? { kind: "hang" } : undefined) });
  const { status, stdout } = await runCommand(["doctor", "--timeout", "2s"], { env: emulator.env() });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^ok +Credentials +taken by IAM/m);
  expect(stdout).toMatch(/^PROBLEM +Right to list/m);
}, 60_000);

test("--record: a file in which nothing tells of anybody, and which the emulator answers from", async () => {
  const emulator = await startCompany();
  const file = join(folder, "dlf.json");
  const args = ["doctor", "--workspace", workspace, "--tag", "kirsche", "--record", file];
  const { status, stderr } = await runCommand(args, { env: emulator.env() });
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: expect.stringContaining(`requests in ${file}. `) as unknown,
  });
  const text = readFileSync(file, "utf8");
  expectNothingTold(text);
  const { exchanges } = parseRecording(text);
  expect(exchanges.length).toBe(emulator.requests.all.length);

  const replayed = await startService({ replay: file });
  const [replayedWorkspace = ""] = replayed.workspaces;
  const list = ["list", "--type", "ALL", "--workspace", replayedWorkspace, "-o", "json"];
  const listed = await runCommand(list, { env: replayed.env() });
  expect(listed).toMatchObject({ status: 0 });
  expect((JSON.parse(listed.stdout) as { jobs: unknown[] }).jobs).toHaveLength(jobs.length);
});

test("--record with --dry-run is wrong usage: nothing would be recorded", async () => {
  const { status, stderr } = await runCommand(["doctor", "--dry-run", "--record", "dlf.json"], { env: {} });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining("--record") as unknown });
});

test.each([
  ["a tag with a comma, which the service would read as two", ["--tag", "a,b"], "--tag takes one tag"],
  ["a third tag", ["--tag", "a", "--tag", "b", "--tag", "c"], "--tag can be given twice at most"],
  ["a file without a name", ["--record", " "], "--record"],
])("%s is wrong usage, and nothing is sent", async (_what, args, message) => {
  const emulator = await startCompany();
  const { status, stderr } = await runCommand(["doctor", ...args], { env: emulator.env() });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(message) as unknown });
  expect(emulator.requests.all).toHaveLength(0);
});

test("a file that cannot be written is told before anything is sent", async () => {
  const emulator = await startCompany();
  writeFileSync(join(folder, "file"), "old");
  symlinkSync(join(folder, "none", "dlf.json"), join(folder, "link"));
  symlinkSync("loop", join(folder, "loop"));
  const before = readdirSync(folder);
  for (const [file, why] of [
    [folder, "it is a folder"],
    [join(folder, "none", "dlf.json"), "no such file or directory"],
    [join(folder, "file", "dlf.json"), "not a directory"],
    [join(folder, "link"), "no such file or directory"],
    [join(folder, "loop"), "too many symbolic links"],
  ] as const) {
    const { status, stdout, stderr } = await runCommand(["doctor", "--record", file], { env: emulator.env() });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining(why) as unknown,
    });
    expect(stderr).toMatch(/^dlf-jobs: cannot write .*; nothing was sent\n$/);
  }
  expect(emulator.requests.all).toEqual([]);
  expect(readdirSync(folder)).toEqual(before);
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("old");
}, 60_000);

test("the file is replaced when the new one is whole, through links, and not where it ends before", async () => {
  const emulator = await startCompany({ intercept: ({ kind }) => (kind === "jobs" ? { kind: "hang" } : undefined) });
  const [old, link, fresh] = [join(folder, "old.json"), join(folder, "old-link"), join(folder, "fresh-link")];
  writeFileSync(old, "old");
  symlinkSync("old.json", link);
  symlinkSync("fresh.json", fresh);
  const before = readdirSync(folder);
  const { child, ended } = startCommand(["doctor", "--record", link], emulator.env());
  await until("a request for jobs", () => emulator.requests.all.find(({ kind }) => kind === "jobs"));
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ status: 130, stdout: "" });
  expect({ text: readFileSync(old, "utf8"), files: readdirSync(folder) }).toEqual({ text: "old", files: before });

  const answering = await startCompany();
  for (const file of [link, fresh]) {
    const { status } = await runCommand(["doctor", "--record", file], { env: answering.env() });
    expect(status).toBe(0);
    expect(parseRecording(readFileSync(file, "utf8")).exchanges.length).toBeGreaterThan(0);
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
  }
}, 60_000);

/** A device that takes nothing, as a full disk does. */
const full = "/dev/full";

(existsSync(full) ? test : test.skip)(
  "what was found is told also where the recording cannot be written in the end",
  async () => {
    const emulator = await startCompany();
    const args = ["doctor", "--workspace", workspace, "--record", full];
    const { status, stdout, stderr } = await runCommand(args, { env: emulator.env() });
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining("cannot write") as unknown });
    expect(stdout).toMatch(/^offset counts +pages, from 0/m);
  },
  60_000,
);
