// @ts-nocheck
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { batchJob } from "./jobs";
import { emulator, previewOutputs, stackOfFolder, succeed } from "./programs";

test("examples/gate deploys while the pipelines are healthy, and not after one has failed", async () => {
  const service = await emulator({ jobs: [batchJob("ods_orders"), batchJob("tmp_x", { lastInstanceStatus: "fail" })] });
  const stack = await stackOfFolder("examples/gate", { env: service.env(), typeCheck: true });
  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(await readFile(join(stack.folder, "release.json"), "utf8")).toBe('{"version":"1.4.0"}\n');

  const program = await readFile(join(stack.folder, "index.ts"), "utf8");
  await stack.write({ "index.ts": program.replace("1.4.0", "1.5.0") });
  service.setJobs([batchJob("ods_orders", { lastInstanceStatus: "fail" })]);
  const { status, output } = await stack.run(["up", "--yes", "--skip-preview"]);
  expect(status).not.toBe(0);
  expect(output).toContain("The gate is shut");
  expect(await readFile(join(stack.folder, "release.json"), "utf8")).toContain("1.4.0");
});

test("examples/drift shows what changed since", async () => {
  const service = await emulator({ jobs: [batchJob("a"), batchJob("b")] });
  const stack = await stackOfFolder("examples/drift", { env: service.env(), typeCheck: true });
  await succeed(stack, "up", "--yes", "--skip-preview");
  await succeed(stack, "preview", "--expect-no-changes");
  service.setJobs([batchJob("a", { status: "PAUSED" }), batchJob("b")]);
  const { status } = await stack.run(["preview", "--expect-no-changes"]);
  expect(status).not.toBe(0);
  expect((await succeed(stack, "preview", "--diff")).output).toMatch(/~ status +: "SCHEDULING" => "PAUSED"/);
});

test("examples/chained: another stack reads the summary, without credentials", async () => {
  const service = await emulator({ jobs: [batchJob("a"), batchJob("b", { lastInstanceStatus: "fail" })] });
  const pipelines = await stackOfFolder("examples/chained/pipelines", { env: service.env(), typeCheck: true });
  await succeed(pipelines, "up", "--yes", "--skip-preview");
  await service.close();

  const reports = await stackOfFolder("examples/chained/reports", {
    env: { PULUMI_BACKEND_URL: pathToFileURL(join(dirname(pipelines.folder), "state")).href },
    config: { "pulumi-dlf-reports:pipelines": "organization/pulumi-dlf-pipelines/dev" },
    typeCheck: true,
  });
  await succeed(reports, "up", "--yes", "--skip-preview");
  expect(await reports.outputs()).toEqual({ failed: ["b"], healthy: false });
});

test("examples/workspaces reads each workspace", async () => {
  const service = await emulator({
    jobs: [batchJob("a", { workspace: "ws-sales" }), batchJob("b", { workspace: "ws-risk", status: "STOPPED" })],
  });
  const stack = await stackOfFolder("examples/workspaces", {
    env: service.env(),
    config: { "pulumi-dlf-workspaces:workspaces": '{"sales":"ws-sales","risk":"ws-risk"}' },
    typeCheck: true,
  });
  expect(await previewOutputs(stack)).toMatchObject({
    sales: { total: 1, byStatus: { BATCH: { SCHEDULING: 1 } } },
    risk: { total: 1, byStatus: { BATCH: { STOPPED: 1 } } },
  });
});
