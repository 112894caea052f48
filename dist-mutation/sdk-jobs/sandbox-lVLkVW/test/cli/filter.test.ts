// @ts-nocheck
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { batchJob, realTimeJob, runCommand, startCommand, startService, until } from "./command";
import { readMetrics } from "./readMetrics";
import { temporaryFolder } from "../engine/temporaryFolder";

const folder = temporaryFolder();
const jobs = [
  batchJob("ods_orders", { owner: "etl", path: "/dwd", lastInstanceStatus: "fail", priority: 0 }),
  batchJob("ods_items", { owner: "etl", path: "/dwd/items/", status: "STOPPED", priority: 2 }),
  batchJob("tmp_orders", { owner: "ops", path: "/tmp", lastInstanceStatus: "success", priority: 1 }),
  realTimeJob("clicks", { owner: "web", path: "/web" }),
];

test.each<[string[], string[]]>([
  [
    ["--match", "ods_*"],
    ["ods_items", "ods_orders"],
  ],
  [
    ["--match", "ods_orders", "--match", "tmp_*"],
    ["ods_orders", "tmp_orders"],
  ],
  [
    ["--exclude", "*orders"],
    ["ods_items", "clicks"],
  ],
  [["--status", "stopped"], ["ods_items"]],
  [
    ["--status", "STOPPED", "--status", "NORMAL"],
    ["ods_items", "clicks"],
  ],
  [["--last-instance-status", "FAIL"], ["ods_orders"]],
  [
    ["--owner", "e*"],
    ["ods_items", "ods_orders"],
  ],
  [["--folder", "/dwd/"], ["ods_orders"]],
  [["--folder", "/dwd/*"], ["ods_items"]],
  [
    ["--min-priority", "medium"],
    ["ods_orders", "tmp_orders", "clicks"],
  ],
  [["--match", "*orders", "--owner", "etl", "--folder", "/dwd", "--status", "SCHEDULING"], ["ods_orders"]],
])("list %j", async (flags, names) => {
  const emulator = await startService({ jobs });
  const { status, stdout, stderr } = await runCommand(["list", "--type", "ALL", "-o", "names", ...flags], {
    env: emulator.env(),
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${names.join("\n")}\n`, stderr: "" });
});

test("one filter gives the same jobs to list, gate, metrics, exporter and external", async () => {
  const emulator = await startService({ jobs });
  const env = emulator.env();
  const filter = ["--owner", "etl", "--match", "*_orders"];
  const rules = join(folder, "rules.yaml");
  writeFileSync(rules, "minJobs: 9\n");
  const { child, output } = startCommand(["exporter", "--listen", "127.0.0.1:0", ...filter], env);
  const scraped = until("the exporter's metrics", async () => {
    const [url] = /http:\S+/.exec(output.stderr) ?? [];
    const text = url === undefined ? "" : await (await fetch(url)).text();
    return text.includes("dlf_job_status") ? text : undefined;
  });
  const [list, gate, metrics, external] = await Promise.all([
    runCommand(["list", "-o", "names", ...filter], { env }),
    runCommand(["gate", "-r", rules, "-o", "json", ...filter], { env }),
    runCommand(["metrics", ...filter], { env }),
    runCommand(["external"], { env, input: '{"owners": "etl", "names": "*_orders"}' }),
  ]);
  const named = (text: string) => [
    ...new Set(
      readMetrics(text)
        .named("dlf_job_status")
        .flatMap((series) => /job="([^"]*)"/.exec(series)?.[1] ?? []),
    ),
  ];
  expect(list.stdout).toBe("ods_orders\n");
  expect(JSON.parse(gate.stdout)).toMatchObject({ listedJobs: 1 });
  expect(named(metrics.stdout)).toEqual(["ods_orders"]);
  expect(named(await scraped)).toEqual(["ods_orders"]);
  expect(JSON.parse(external.stdout)).toMatchObject({ names: '["ods_orders"]' });
  child.kill("SIGTERM");
});

test("a status that is not known is told on standard error", async () => {
  const emulator = await startService({ jobs });
  const { status, stdout, stderr } = await runCommand(["list", "-o", "names", "--status", "STOPED"], {
    env: emulator.env(),
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  expect(stderr).toMatch(/^dlf-jobs: filter\.statuses: "STOPED" is no known status .* "STOPPED"[^\n]*\n$/);
});

test("an empty glob is refused: an unset variable of a script is no filter", async () => {
  const { status, stderr } = await runCommand(["list", "--match", ""]);
  expect(status).toBe(2);
  expect(stderr).toContain("must not be empty");
});

test("list and gate tell what of the filter matches no job; a name that is not there closes the gate", async () => {
  const emulator = await startService({ jobs });
  const env = emulator.env();
  const filter = ["--match", "ods_orders", "--match", "B_bda", "--match", "q*"];
  const warnings = ['"B_bda"', '"q*"'].map((entry) => `dlf-jobs: filter.names: ${entry} matches no job.\n`).join("");
  expect(await runCommand(["list", "-o", "names", ...filter], { env })).toEqual({
    ...{ status: 0, stdout: "ods_orders\n", stderr: warnings },
  });
  const gate = await runCommand(["gate", "-r", "-", ...filter], { env, input: "minJobs: 1" });
  expect({ ...gate, stdout: "" }).toEqual({ status: 1, stdout: "", stderr: warnings });
  expect(gate.stdout).toContain('filter: a job that filter.names names does not exist: "B_bda"');
});

test("a job that does not tell its status is kept, and closes the gate", async () => {
  const silent = { ...batchJob("silent", { lastInstanceStatus: "fail" }), status: undefined };
  const emulator = await startService({ jobs: [...jobs, silent] });
  const rules = "forbiddenLastInstanceStatuses: [fail]\nignoreJobs: [ods_orders]";
  const gate = await runCommand(["gate", "-r", "-", "--status", "SCHEDULING"], { env: emulator.env(), input: rules });
  expect(gate.status).toBe(1);
  expect(gate.stdout).toContain("silent");
  expect(gate.stderr).toContain("filter.statuses: 1 job does not tell its status: kept.");
  expect(gate.stderr).toContain("came without fields");
});
