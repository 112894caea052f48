// @ts-nocheck
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { batchJob } from "./jobs";
import { emulator, stackOf, succeed } from "./programs";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** The address that a release calls while it is made; what it then does is `released`. */
async function releaseHook(released: () => void): Promise<string> {
  const server = createServer((_request, response) => {
    released();
    response.end("released");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const good = batchJob("ods_orders");
const broken = batchJob("ods_users", { lastInstanceStatus: "fail" });

const imports = `
  import * as pulumi from "@pulumi/pulumi";
  import { DlfJobGate, DlfJobs, getDlfJobs, getDlfJobsOutput, requireDlfJobs } from "pulumi-dlf";

  const rules = { forbiddenLastInstanceStatuses: ["fail"] };
  class Release extends pulumi.dynamic.Resource {
    constructor(name: string, hook: string, options?: pulumi.CustomResourceOptions) {
      const create = async (inputs: { hook: string }) => {
        await fetch(inputs.hook);
        return { id: "released", outs: {} };
      };
      super({ create }, name, { hook }, options);
    }
  }
`;

test("whoever waits for a release gets the jobs as they are after it, in functions and in resources", async () => {
  const service = await emulator({ jobs: [good] });
  const hook = await releaseHook(() => {
    service.setJobs([good, broken]);
  });
  const stack = await stackOf(
    `${imports}
    export = async () => {
      const first = await getDlfJobs();
      const gate = new DlfJobGate("gate", { rules });
      const recorded = new DlfJobs("recorded");
      const release = new Release("release", "${hook}", { dependsOn: gate });
      const behind = { dependsOn: release };
      const component = new (class extends pulumi.ComponentResource {
        constructor() {
          super("test:index:Component", "component");
          new Release("inside", "${hook}", { ...behind, parent: this });
        }
      })();
      return {
        before: [first.names, recorded.names, gate.finding.result],
        gate: new DlfJobGate("gate-behind", { rules, enforcement: "advisory" }, behind).finding.result,
        gateBehindComponent: new DlfJobGate("gate-behind-component", { rules, enforcement: "advisory" }, { dependsOn: component }).finding.result,
        transformed: new DlfJobGate(
          "gate-behind-by-transformation",
          { rules, enforcement: "advisory" },
          { transformations: [({ props, opts }) => ({ props, opts: pulumi.mergeOptions(opts, behind) })] },
        ).finding.result,
        recorded: new DlfJobs("recorded-behind", {}, behind).names,
        output: getDlfJobsOutput({}, behind).names,
        apply: release.id.apply(async () => (await getDlfJobs()).names),
        required: release.id.apply((id) => requireDlfJobs({}, rules).then(() => "holds", () => "shut")),
      };
    };`,
    { env: service.env() },
  );
  await succeed(stack, "up", "--yes", "--skip-preview");
  const after = ["ods_orders", "ods_users"];
  expect(await stack.outputs()).toEqual({
    before: [["ods_orders"], ["ods_orders"], "holds"],
    gate: "violated",
    gateBehindComponent: "violated",
    transformed: "violated",
    recorded: after,
    output: after,
    apply: after,
    required: "shut",
  });
});

test.each([
  [
    "a transformation of the stack",
    `pulumi.runtime.registerStackTransformation(({ type, props, opts }) =>
      behind && type.endsWith("JobGate") ? { props, opts: pulumi.mergeOptions(opts, { dependsOn: behind }) } : undefined);`,
    "{}",
  ],
  [
    "a transform of the gate",
    "",
    "{ transforms: [async ({ props, opts }) => ({ props, opts: pulumi.mergeOptions(opts, { dependsOn: behind }) })] }",
  ],
])("%s may say what the gate waits for", async (_what, first, options) => {
  const service = await emulator({ jobs: [good] });
  const hook = await releaseHook(() => {
    service.setJobs([broken]);
  });
  const stack = await stackOf(
    `${imports}
    let behind: pulumi.Resource | undefined;
    ${first}
    new DlfJobs("first");
    behind = new Release("release", "${hook}");
    new DlfJobGate("after", { rules }, ${options});`,
    { env: service.env() },
  );
  const { status, output } = await stack.run(["up", "--yes", "--skip-preview"]);
  expect(output).toContain("resource 'after' has a problem: The gate is shut");
  expect(status).not.toBe(0);
});

test("a gate behind a release that breaks a job stays shut, and what waits for it is not made", async () => {
  const service = await emulator({ jobs: [good] });
  const hook = await releaseHook(() => {
    service.setJobs([broken]);
  });
  const stack = await stackOf(
    `${imports}
    const before = new DlfJobGate("before", { rules });
    const release = new Release("release", "${hook}", { dependsOn: before });
    const after = new DlfJobGate("after", { rules }, { dependsOn: release });
    new Release("next", "${hook}", { dependsOn: [before, after] });`,
    { env: service.env() },
  );
  const { status, output } = await stack.run(["up", "--yes", "--skip-preview"]);
  expect(status).not.toBe(0);
  expect(output).toContain("resource 'after' has a problem: The gate is shut");
  const { deployment } = await stack.exportState();
  const made = (deployment.resources ?? []).map(({ urn }) => urn.split("::").at(-1));
  expect(made).toContain("release");
  expect(made).not.toContain("next");
});

test("what is registered together shares one listing: twenty gates and snapshots make two requests, behind a release two more", async () => {
  const service = await emulator({ jobs: [good], requestsPerSecond: 30 });
  const hook = await releaseHook(() => undefined);
  const stack = await stackOf(
    `${imports}
    const release = new Release("release", "${hook}");
    for (let index = 0; index < 5; index += 1) {
      for (const [place, options] of [["first", {}], ["then", { dependsOn: release }]] as const) {
        new DlfJobGate(\`gate-\${place}-\${index}\`, { rules }, options);
        new DlfJobs(\`jobs-\${place}-\${index}\`, {}, options);
      }
    }`,
    { env: service.env() },
  );
  await succeed(stack, "up", "--yes", "--skip-preview");
  // The first page, and the probe that tells how the service reads offset.
  expect(service.requests.jobs).toBe(4);
});

test("calls made together share one listing, whichever function makes them", async () => {
  const service = await emulator({ jobs: [good] });
  const stack = await stackOf(
    `${imports}
    export = async () => {
      const output = getDlfJobsOutput({ jobType: "BATCH" });
      await Promise.all([getDlfJobs(), requireDlfJobs({}, rules), getDlfJobs({ consistency: "strict" })]);
      return { names: output.names };
    };`,
    { env: service.env() },
  );
  await succeed(stack, "preview");
  expect(service.requests.jobs).toBe(2);
});

test("a program that asks again and again sees the jobs change", async () => {
  const service = await emulator({
    jobs: [good],
    intercept: ({ index }) => {
      if (index === 6) service.setJobs([good, broken]);
      return undefined;
    },
  });
  const stack = await stackOf(
    `${imports}
    export = async () => {
      for (let asked = 1; asked < 20; asked += 1) {
        if ((await getDlfJobs()).total === 2) return { seen: true };
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      return { seen: false };
    };`,
    { env: service.env() },
  );
  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(await stack.outputs()).toEqual({ seen: true });
});
