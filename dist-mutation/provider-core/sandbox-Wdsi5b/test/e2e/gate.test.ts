// @ts-nocheck
import { batchJob } from "./jobs";
import { emulator, stackOf, succeed } from "./programs";
import type { Stack } from "../../tools/engine/pulumiCli";

const failed = { lastInstanceStatus: "fail" };

/** `first` stands for what exists before the gate, `guarded` for what waits for it. */
const program = (gate: string) => `
  import * as pulumi from "@pulumi/pulumi";
  import { DlfJobGate } from "pulumi-dlf";

  class Thing extends pulumi.dynamic.Resource {
    declare readonly value: pulumi.Output<string>;
    constructor(name: string, opts?: pulumi.CustomResourceOptions) {
      super({ create: async () => ({ id: "1", outs: { value: "ods" } }) }, name, { value: undefined }, opts);
    }
  }
  const first = new Thing("first");
  const gate = new DlfJobGate("healthy", ${gate});
  new Thing("guarded", { dependsOn: gate });
  export const finding = gate.finding;
`;
const rules = `rules: { forbiddenLastInstanceStatuses: ["fail"] }`;

async function resources(stack: Stack): Promise<string[]> {
  const { deployment } = await stack.exportState();
  return (deployment.resources ?? []).map(({ urn }) => urn.split("::").at(-1) ?? "");
}

test("a gate that holds lets through what depends on it", async () => {
  const service = await emulator({ jobs: [batchJob("ods_orders")] });
  const stack = await stackOf(program(`{ ${rules} }`), { env: service.env() });

  await succeed(stack, "up", "--yes");
  expect(await resources(stack)).toEqual(expect.arrayContaining(["healthy", "guarded"]));
  expect(await stack.outputs()).toEqual({ finding: { result: "holds", violations: [] } });

  const { output } = await succeed(stack, "preview", "--expect-no-changes");
  expect(output).toContain("4 unchanged");
});

test("a gate that does not hold fails the preview, and nothing is created", async () => {
  const service = await emulator({ jobs: [batchJob("ods_orders", failed), batchJob("ods_users")] });
  const stack = await stackOf(program(`{ ${rules} }`), { env: service.env() });

  for (const command of [["preview"], ["up", "--yes", "--skip-preview"]]) {
    const { status, output } = await stack.run(command);
    expect(status).not.toBe(0);
    expect(output).toContain("resource 'healthy' has a problem: The gate is shut:");
    expect(output).toMatch(/forbiddenLastInstanceStatuses: 1 batch job whose last instance is fail\n/);
    expect(output).toMatch(/ods_orders +BATCH +SCHEDULING +fail +1h ago +data_team +\/ods\n/);
    expect(output).not.toContain("ods_users");
    expect(output).not.toMatch(/^\s+at /m);
    expect(await resources(stack)).not.toContain("guarded");
  }
});

test("a gate that holds in the preview fails at up when a job fails in between", async () => {
  const service = await emulator({ jobs: [batchJob("ods_orders")] });
  const stack = await stackOf(program(`{ ${rules} }`), { env: service.env() });
  let broken = false;

  const { status, output } = await stack.run(["up", "--yes"], {
    onOutput: (text) => {
      // The CLI's last words of the preview, before the update begins.
      if (broken || !text.includes("to create")) return;
      broken = true;
      service.setJobs([batchJob("ods_orders", failed)]);
    },
  });
  expect(broken).toBe(true);
  expect(status).not.toBe(0);
  expect(output).toContain("Updating (dev):");
  expect(output.indexOf("The gate is shut")).toBeGreaterThan(output.indexOf("Updating (dev):"));
  expect(await resources(stack)).not.toContain("guarded");
});

test("an advisory gate warns by name of job and goes on", async () => {
  const service = await emulator({ jobs: [batchJob("ods_orders", failed)] });
  const stack = await stackOf(program(`{ ${rules}, enforcement: "advisory" }`), { env: service.env() });

  const { output } = await succeed(stack, "up", "--yes", "--skip-preview");
  expect(output).toMatch(/warning: The gate would be shut, but is advisory:\n.*last instance is fail: ods_orders/);
  expect(await resources(stack)).toContain("guarded");

  await service.close();
  const unknown = await stack.run(["preview"]);
  expect(unknown.status).not.toBe(0);
  expect(unknown.output).toContain("The gate stays shut, since the jobs could not be known:");
});

test("with inputs that a preview does not know the gate is checked at up", async () => {
  const service = await emulator({ jobs: [batchJob("ods_orders", failed)] });
  const stack = await stackOf(program(`{ query: { jobName: first.value }, ${rules} }`), { env: service.env() });

  const preview = await succeed(stack, "preview");
  expect(preview.output).toContain("The gate will be checked at `pulumi up`: its inputs are not known yet.");
  expect(service.requests.jobs).toBe(0);

  const up = await stack.run(["up", "--yes", "--skip-preview"]);
  expect(up.status).not.toBe(0);
  expect(up.output).toContain("The gate is shut");
  expect(await resources(stack)).not.toContain("guarded");
});

test.each([
  ["cannot be reached", "down", /The gate stays shut, since the jobs could not be known: .* could not be reached/],
  ["answers with an empty list", "empty", /jobs: the list is empty: no job matches the query/],
  ["answers with something else", "html", /The gate stays shut, since the jobs could not be known: .*JSON/],
])("a service that %s never opens a gate", async (_title, state, message) => {
  const service = await emulator({
    ...(state === "html" && { intercept: () => ({ kind: "respond", status: 200, body: "<html>" }) as const }),
  });
  if (state === "down") await service.close();
  const stack = await stackOf(program(`{ ${rules}, client: { maxAttempts: 2 } }`), { env: service.env() });

  const { status, output } = await stack.run(["preview"]);
  expect(status).not.toBe(0);
  expect(output).toMatch(message);
  expect(await resources(stack)).not.toContain("guarded");
});

test.each([
  ["no rule", "{ rules: {} }", "there is no rule"],
  ["an argument that does not exist", `{ ${rules}, enforcment: "advisory" } as any`, 'no argument "enforcment"'],
  ["a best-effort query", `{ ${rules}, query: { consistency: "best-effort" } as any }`, "needs the whole list"],
  ["credentials in code", `{ ${rules}, client: { credentials: { accessKey: "A" } } as any }`, "kept in the state"],
])("a gate with %s is refused", async (_title, gate, message) => {
  const service = await emulator({ jobs: [batchJob("ods_orders")] });
  const stack = await stackOf(program(gate), { env: service.env() });
  const { status, output } = await stack.run(["preview"]);
  expect(status).not.toBe(0);
  expect(output).toContain(message);
  expect(service.requests.jobs).toBe(0);
});

test("twenty gates and snapshots of one query share one listing and keep to the quota", async () => {
  const service = await emulator({ jobs: [batchJob("ods_orders")], requestsPerSecond: 30 });
  const stack = await stackOf(
    `
      import { DlfJobGate, DlfJobs } from "pulumi-dlf";
      for (let index = 0; index < 10; index += 1) {
        new DlfJobGate(\`gate\${index}\`, { ${rules} });
        new DlfJobs(\`jobs\${index}\`);
      }
    `,
    { env: service.env() },
  );
  await succeed(stack, "preview");
  // The first page, and the probe that tells how the service reads offset.
  expect(service.requests.jobs).toBe(2);
});

test("a status in a rule that no job can have is told with the nearest one, by a gate and by requireDlfJobs", async () => {
  const service = await emulator({ jobs: [batchJob("ods_orders")] });
  const stack = await stackOf(
    `
      import { DlfJobGate, requireDlfJobs } from "pulumi-dlf";
      const rules = { forbiddenLastInstanceStatuses: ["failed"] };
      export = async () => {
        await requireDlfJobs({}, rules);
        return { finding: new DlfJobGate("healthy", { rules }).finding };
      };
    `,
    { env: service.env() },
  );
  const { output } = await succeed(stack, "preview");
  for (const who of ["DlfJobGate", "requireDlfJobs"]) {
    expect(output).toMatch(
      new RegExp(`${who}: forbiddenLastInstanceStatuses: "failed" is no known .* nearest is "fail"`),
    );
  }
});

test("requireDlfJobs ends a program with the same block, or gives the jobs", async () => {
  const service = await emulator({ jobs: [batchJob("ods_orders")] });
  const stack = await stackOf(
    `
      import { requireDlfJobs } from "pulumi-dlf";
      export = async () => (await requireDlfJobs({}, { ${rules.slice("rules: {".length, -1)} })).names;
    `,
    { env: service.env() },
  );
  await succeed(stack, "preview");

  service.setJobs([batchJob("ods_orders", failed)]);
  const { status, output } = await stack.run(["preview"]);
  expect(status).not.toBe(0);
  expect(output).toContain("requireDlfJobs: the rules do not hold:");
  expect(output).toMatch(/ods_orders +BATCH +SCHEDULING +fail/);
});
