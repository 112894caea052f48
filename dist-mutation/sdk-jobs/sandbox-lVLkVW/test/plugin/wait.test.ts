// @ts-nocheck
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { batchJob } from "../e2e/jobs";
import { emulator, fail, pluginStack, succeed } from "./programs";

const failed = { lastInstanceStatus: "fail" };

const program = (gate: string) => `name: scratch
runtime: yaml
resources:
  healthy:
    type: dlf:JobGate
    properties:
      rules: { forbiddenLastInstanceStatuses: [fail], allowedStatuses: { batch: [SCHEDULING] } }
      ${gate}
  guarded:
    type: pulumi:index:Stash
    properties: { input: 1 }
    options: { dependsOn: ["\${healthy}"] }
variables:
  orders: { "fn::invoke": { function: "dlf:getJob", arguments: { name: ods_orders } } }
outputs:
  finding: \${healthy.finding.result}
  orders: \${orders.status}
`;

test("a gate of the plugin opens during the update, with passing lines, and is no change afterwards", async () => {
  const service = await emulator({ jobs: [batchJob("ods_orders", failed), batchJob("ods_users")] });
  const stack = await pluginStack({
    ...{ language: "yaml", env: service.env() },
    program: { "Pulumi.yaml": program('wait: { timeout: "60s", interval: "1s", consecutive: 2 }') },
  });
  const preview = await succeed(stack, "preview");
  expect(preview.output).toContain("The gate is not open yet: `pulumi up` will wait for it up to 60s.");
  expect(preview.output).toMatch(/finding *: \[unknown\]\n *orders *: "SCHEDULING"/);

  const update = await stack.run(["up", "--yes", "--skip-preview"], {
    onOutput: (text) => {
      if (text.includes("1 of 2 jobs not ready")) service.setJobs([batchJob("ods_orders"), batchJob("ods_users")]);
    },
  });
  expect(update.status).toBe(0);
  expect(update.output).toMatch(/JobGate healthy .*the rules have held 1 of 2 times in a row, 5\ds left/);
  expect(await stack.outputs()).toEqual({ finding: "holds", orders: "SCHEDULING" });
  expect((await succeed(stack, "preview", "--expect-no-changes")).output).toContain("3 unchanged");
});

test("a gate of the plugin whose wait is over ends the update with the whole block; getJob names the nearest", async () => {
  const service = await emulator({ jobs: [batchJob("ods_orders", { ...failed, status: "PAUSED" })] });
  const stack = await pluginStack({
    ...{ language: "yaml", env: service.env() },
    program: { "Pulumi.yaml": program('wait: { timeout: "2s", interval: "1s" }') },
  });
  const { output } = await fail(stack, "up", "--yes", "--skip-preview");
  expect(output).toMatch(
    /error: The gate is shut:\n.*allowedStatuses: 1 batch job with a status other than SCHEDULING\n/,
  );
  expect(output).toMatch(/ods_orders +BATCH +PAUSED +fail +1h ago +data_team +\/ods\n/);
  expect(JSON.stringify(await stack.exportState())).not.toContain("::guarded");

  service.setJobs([batchJob("ods_order")]);
  expect((await fail(stack, "preview")).output).toContain(
    'There is no job "ods_orders". The nearest names are: "ods_order".',
  );
});

test("a gate is asked in every operation, whatever else changed", async () => {
  const service = await emulator({ jobs: [batchJob("ods_orders")] });
  const stack = await pluginStack({
    ...{ language: "yaml", env: service.env(), program: { "Pulumi.yaml": program("enforcement: mandatory") } },
  });
  await succeed(stack, "up", "--yes", "--skip-preview");
  const state = join(stack.folder, "state.json");
  await writeFile(state, JSON.stringify(await stack.exportState()));
  service.setJobs([batchJob("ods_orders", failed)]);
  for (const command of [
    ["preview"],
    ["preview", "--refresh"],
    ["up", "--yes"],
    ["up", "--yes", "--refresh"],
    ["up", "--yes", "--skip-preview"],
  ]) {
    expect((await fail(stack, ...command)).output).toContain("The gate is shut:");
  }
  await succeed(stack, "stack", "import", "--file", state);
  expect((await fail(stack, "up", "--yes", "--skip-preview")).output).toContain("The gate is shut:");
});
