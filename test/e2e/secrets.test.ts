import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DlfEmulator } from "../../sdk/testing";
import type { Stack } from "../../tools/engine/pulumiCli";
import { batchJob } from "./jobs";
import { emulator, stackOf, succeed } from "./programs";

const secret = "secret-customer";
const config = { "scratch:name": { secret } };
const program = (rules: string) => `
  import * as pulumi from "@pulumi/pulumi";
  import { DlfJobGate, DlfJobs, getDlfJobsOutput } from "pulumi-dlf";
  const jobName = new pulumi.Config().requireSecret("name");
  const recorded = new DlfJobs("recorded", { jobName });
  const gate = new DlfJobGate("gate", { query: { jobName }, rules: ${rules}, enforcement: "advisory" });
  export const { names, snapshot, total } = recorded;
  export const jobs = recorded.jobs.apply((list) => list.map((job) => job.name));
  export const finding = gate.finding;
  export const output = getDlfJobsOutput({ jobName }).names;
`;

async function everythingWritten(stack: Stack, outputs: readonly string[]): Promise<string> {
  const events = await readFile(join(stack.folder, "events.json"), "utf8");
  return [...outputs, events, JSON.stringify(await stack.exportState())].join("\n");
}

function jobsOf(service: DlfEmulator, status: string): void {
  service.setJobs([batchJob(`${secret}_orders`, { lastInstanceStatus: status }), batchJob("other")]);
}

test("what comes of a secret query is a secret: in outputs, state, messages and the log of events", async () => {
  const service = await emulator();
  jobsOf(service, "success");
  const stack = await stackOf(program(`{ forbiddenLastInstanceStatuses: ["fail"] }`), { env: service.env(), config });
  const up = await succeed(stack, "up", "--yes");
  const plain = await stack.outputs({ showSecrets: true });
  expect(plain).toMatchObject({ names: [`${secret}_orders`], total: 1, jobs: [`${secret}_orders`] });
  expect(Object.values(await stack.outputs())).toEqual(Array(6).fill("[secret]"));
  await succeed(stack, "preview", "--expect-no-changes");

  jobsOf(service, "fail");
  const preview = await succeed(stack, "preview", "--diff", "--event-log", join(stack.folder, "events.json"));
  expect(preview.output).toContain("The gate would be shut, but is advisory:");
  const broken = await succeed(stack, "up", "--yes", "--skip-preview");
  const refresh = await succeed(stack, "refresh", "--yes");
  const texts = [up, preview, broken, refresh].map(({ output }) => output);
  expect(await everythingWritten(stack, texts)).not.toContain(secret);
});

test("an error about a secret query does not show it", async () => {
  const service = await emulator({ jobs: [] });
  await service.close();
  const stack = await stackOf(program("{ minJobs: 1 }"), { env: { ...service.env() }, config });
  const { status, output } = await stack.run(["preview", "--event-log", join(stack.folder, "events.json")]);
  expect(status).not.toBe(0);
  expect(output).toContain("could not be reached");
  expect(await everythingWritten(stack, [output])).not.toContain(secret);

  await stack.write({
    "index.ts": `
      import * as pulumi from "@pulumi/pulumi";
      import { DlfJobGate, getDlfJobsOutput } from "pulumi-dlf";
      const endpoint = new pulumi.Config().requireSecret("name");
      new DlfJobGate("gate", { rules: { minJobs: 1 }, client: { endpoint } });
      export const whole = getDlfJobsOutput(pulumi.secret({ jobName: "${secret} 二" })).names;`,
  });
  const wrong = await stack.run(["preview"]);
  expect(wrong.status).not.toBe(0);
  expect(wrong.output).toContain("is not a URL");
  expect(wrong.output).not.toContain(secret);
});

test("arguments of a gate that become secrets are so everywhere in the state, though nothing else changes", async () => {
  const service = await emulator({ jobs: [batchJob("hushed", { tags: ["hushed-tag"] })] });
  const program = (make: string) => `
    import * as pulumi from "@pulumi/pulumi";
    import { DlfJobGate } from "pulumi-dlf";
    const make = ${make};
    new DlfJobGate("gate", { query: { tags: [make("hushed-tag")] }, rules: { requiredJobs: [make("hushed")] } });
  `;
  const stack = await stackOf(program("(text: string) => text"), { env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(JSON.stringify(await stack.exportState())).toContain("hushed");
  await stack.write({ "index.ts": program("(text: string) => pulumi.secret(text)") });
  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(JSON.stringify(await stack.exportState())).not.toContain("hushed");
  await succeed(stack, "preview", "--expect-no-changes");
});
