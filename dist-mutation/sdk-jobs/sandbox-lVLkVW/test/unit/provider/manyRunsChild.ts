/** 200 runs of two stacks in this process, and what is left of them, as JSON: started by manyRuns.test.ts. */
// @ts-nocheck

import * as pulumi from "@pulumi/pulumi";
import * as state from "@pulumi/pulumi/runtime/state";
import { getDlfJobs } from "../../../provider";
import { startDlfEmulator, type DlfEmulator } from "../../../sdk/testing";

/** Pulumi's own, in no declaration of it. */
const { withLocalStorage } = state as unknown as { withLocalStorage: <T>(run: () => Promise<T>) => Promise<T> };
/** The root resource of each run: what belongs to a run hangs on it. */
const stacks: WeakRef<pulumi.Resource>[] = [];

/** A run of a stack as the Automation API makes it: in a store of its own, with the configuration of its account. */
function run({ endpoint, region, projectId, credentials }: DlfEmulator): Promise<number> {
  const { accessKey, secretKey } = credentials;
  return withLocalStorage(async () => {
    await pulumi.runtime.setMocks({ newResource: () => ({ id: "", state: {} }), call: () => ({}) });
    const config = { endpoint, region, projectId, accessKey, secretKey };
    pulumi.runtime.setAllConfig(
      Object.fromEntries(Object.entries(config).map(([key, value]) => [`dlf:${key}`, value])),
    );
    let total = 0;
    await pulumi.runtime.runInPulumiStack(async () => {
      stacks.push(new WeakRef(pulumi.runtime.getStackResource() as pulumi.Resource));
      const [one, two] = await Promise.all([getDlfJobs(), getDlfJobs()]);
      total = one.total + two.total;
      return {};
    });
    return total;
  });
}

async function main(): Promise<void> {
  const services = await Promise.all(
    [3, 5].map((batch) => startDlfEmulator({ jobs: { seed: 1, batch, realTime: 0 }, region: `cn-north-${batch}` })),
  );
  const totals = new Set<string>();
  for (let index = 0; index < 100; index += 1) totals.add(String(await Promise.all(services.map(run))));
  // What a turn has looked at through a WeakRef stays until the next.
  for (let index = 0; index < 3; index += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc?.();
  }
  const left = process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap" || name === "Timeout");
  const seen = {
    totals: [...totals],
    requests: services.map(({ requests }) => requests.jobs),
    runs: stacks.length,
    alive: stacks.filter((stack) => stack.deref() !== undefined).length,
    left,
  };
  process.stdout.write(`SEEN ${JSON.stringify(seen)}\n`);
  await Promise.all(services.map((service) => service.close()));
}

void main();
