// @ts-nocheck
import type { DlfEmulator } from "../../sdk/testing";
import { batchJob } from "./jobs";
import { emulator, stackOf, succeed } from "./programs";

const failed = { lastInstanceStatus: "fail" };
const jobs = [batchJob("ods_orders", failed), batchJob("ods_users")];
const rules = `rules: { forbiddenLastInstanceStatuses: ["fail"] }`;

/** `guarded` stands for what waits for the gates. */
const program = (...gates: string[]) => `
  import * as pulumi from "@pulumi/pulumi";
  import { DlfJobGate } from "pulumi-dlf";

  class Thing extends pulumi.dynamic.Resource {
    constructor(name: string, opts?: pulumi.CustomResourceOptions) {
      super({ create: async () => ({ id: "1", outs: {} }) }, name, {}, opts);
    }
  }
  const gates = [${gates.join(", ")}].map((args, index) => new DlfJobGate("gate-" + index, args as never));
  new Thing("guarded", { dependsOn: gates });
  export const findings = gates.map((gate) => gate.finding.apply((finding) => finding.result));
`;

/** An emulator whose jobs are healthy from this list of theirs on, counted from 0. */
async function healthyFrom(asked: number): Promise<DlfEmulator> {
  const service: DlfEmulator = await emulator({
    jobs,
    intercept: ({ kind, index, query }) => {
      if (kind === "jobs" && query.get("offset") === "0") lists += 1;
      if (kind === "jobs" && lists > asked && index > 0)
        service.setJobs([batchJob("ods_orders"), batchJob("ods_users")]);
      return undefined;
    },
  });
  let lists = 0;
  return service;
}

test("a gate that is not open in the preview opens during the update, and is no change afterwards", async () => {
  // One list in the preview, one in the check of the update, two in the wait of which the second is good.
  const service = await healthyFrom(3);
  const stack = await stackOf(program(`{ ${rules}, wait: { timeout: "60s", interval: "1s" } }`), {
    env: service.env(),
  });
  const { output } = await succeed(stack, "up", "--yes");
  const [preview = "", update = ""] = output.split("Updating (dev):");
  expect(preview).toContain("The gate is not open yet: `pulumi up` will wait for it up to 60s.");
  expect(preview).toMatch(/forbiddenLastInstanceStatuses: 1 batch job whose last instance is fail: ods_orders/);
  expect(update).toMatch(/DlfJobGate: 1 of 2 jobs not ready, 5\ds left/);
  expect(await stack.outputs()).toEqual({ findings: ["holds"] });
  expect((await succeed(stack, "preview", "--expect-no-changes")).output).toContain("3 unchanged");
});

test("when the time is over the update fails with the block of the jobs, and nothing behind the gate is made", async () => {
  const service = await emulator({ jobs });
  const stack = await stackOf(program(`{ ${rules}, wait: { timeout: "3s", interval: "1s" } }`), { env: service.env() });
  const { status, output } = await stack.run(["up", "--yes", "--skip-preview"]);
  expect(status).not.toBe(0);
  expect(output).toMatch(
    /The gate is shut:\n.*forbiddenLastInstanceStatuses: 1 batch job whose last instance is fail\n/,
  );
  expect(output).toMatch(/ods_orders +BATCH +SCHEDULING +fail +1h ago +data_team +\/ods\n/);
  expect(output).not.toMatch(/^\s+at /m);
  expect(JSON.stringify(await stack.exportState())).not.toMatch(/::(guarded|gate-0)"/);
});

test("a gate whose wait is not known yet says in the preview that it will be checked", async () => {
  const service = await emulator({ jobs });
  const wait = 'wait: { timeout: new Thing("first").id, interval: "1s" }';
  const stack = await stackOf(program(`{ ${rules}, ${wait} }`), { env: service.env() });
  expect((await succeed(stack, "preview")).output).toContain("The gate will be checked at `pulumi up`");
  expect(service.requests.jobs).toBe(0);
});

test("a rule that fails fast ends the preview as a gate without a wait", async () => {
  const service = await emulator({ jobs });
  const gate = `{ ${rules}, wait: { timeout: "60s", failFast: ["forbiddenLastInstanceStatuses"] } }`;
  const stack = await stackOf(program(gate), { env: service.env() });
  const { status, output } = await stack.run(["preview"]);
  expect(status).not.toBe(0);
  expect(output).toContain("resource 'gate-0' has a problem: The gate is shut:");
});

test("jobs that cannot be known are asked for until the limit; then onUnknown decides", async () => {
  const service = await emulator({
    jobs,
    intercept: ({ kind }) => (kind === "jobs" ? { kind: "respond", status: 503, body: "{}" } : undefined),
  });
  const client = 'client: { maxAttempts: 1 }, enforcement: "advisory"';
  const gate = (policy: string) =>
    `{ ${rules}, ${client}, onUnknown: "${policy}", wait: { timeout: "3s", interval: "1s" } }`;
  const stack = await stackOf(program(gate("stop")), { env: service.env() });
  expect((await succeed(stack, "preview")).output).toContain("The gate is not open yet");
  const stopped = await stack.run(["up", "--yes", "--skip-preview"]);
  expect(stopped.status).not.toBe(0);
  expect(stopped.output).toContain("The gate stays shut, since the jobs could not be known: The service answered 503");
  expect(service.requests.jobs).toBeGreaterThanOrEqual(4);

  await stack.write({ "index.ts": program(gate("warn")) });
  const warned = await succeed(stack, "up", "--yes", "--skip-preview");
  expect(warned.output).toMatch(
    /warning: The jobs could not be known, and the gate lets that pass: The service answered/,
  );
  expect(await stack.outputs()).toEqual({ findings: ["unknown"] });
});

test("twenty gates that wait for the same jobs share each list", async () => {
  const service = await healthyFrom(Infinity);
  const gates = Array.from({ length: 20 }, () => `{ ${rules}, wait: { timeout: "6s", interval: "2s" } }`);
  const stack = await stackOf(program(...gates), { env: service.env() });
  await succeed(stack, "preview");
  const ofPreview = service.requests.jobs;
  const { status } = await stack.run(["up", "--yes", "--skip-preview", "--parallel", "32"]);
  expect(status).not.toBe(0);
  // A check of all twenty, asks every two seconds for six, and a last one at each limit; two requests a list.
  expect(ofPreview).toBe(2);
  expect(service.requests.jobs - ofPreview).toBeLessThan(2 * 20);
});
