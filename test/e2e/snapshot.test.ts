import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { batchJob } from "./jobs";
import { emulator, stackOf, succeed } from "./programs";

const program = (args: string) => `
  import { DlfJobs } from "pulumi-dlf";
  const snapshot = new DlfJobs("jobs", ${args});
  export const names = snapshot.names;
  export const total = snapshot.total;
  export const statuses = snapshot.jobs.apply((jobs) => jobs.map((job) => job.status));
`;
const a = batchJob("a");
const b = batchJob("b");

test("up records the list; with nothing changed there is no diff at all, and destroy asks nobody", async () => {
  const service = await emulator({ jobs: [a, b] });
  const stack = await stackOf(program("{}"), { env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(await stack.outputs()).toEqual({ names: ["a", "b"], total: 2, statuses: ["SCHEDULING", "SCHEDULING"] });
  const { deployment } = await stack.exportState();
  const types = deployment.resources?.map(({ type }) => type);
  expect(types).toContain("pulumi-nodejs:dynamic/dlf:Jobs");

  // Another run of a job is no change of it.
  service.setJobs([{ ...a, lastInstanceStatus: "running", lastInstanceEndTime: Date.now() }, b]);
  await succeed(stack, "preview", "--expect-no-changes");
  await succeed(stack, "refresh", "--yes");
  await succeed(stack, "preview", "--expect-no-changes");

  await service.close();
  await succeed(stack, "destroy", "--yes");
});

test("a preview names the jobs that were added, removed or changed, and the fields; up and refresh record them", async () => {
  const service = await emulator({ jobs: [a, b] });
  const stack = await stackOf(program("{}"), { env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");

  service.setJobs([{ ...a, status: "STOPPED" }, batchJob("c")]);
  const { output } = await succeed(stack, "preview", "--diff");
  expect(output).toMatch(/~ pulumi-nodejs:dynamic\/dlf:Jobs: \(update\)/);
  expect(output).toMatch(/~ BATCH\/a: \{[^}]*~ status +: "SCHEDULING" => "STOPPED"/);
  expect(output).toMatch(/- BATCH\/b: \{/);
  expect(output).toMatch(/\+ BATCH\/c: \{/);
  expect(output.match(/^ +~ \w+ +: "/gm)).toHaveLength(1);
  expect(output).toContain("~ 1 to update");

  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(await stack.outputs()).toEqual({ names: ["a", "c"], total: 2, statuses: ["STOPPED", "SCHEDULING"] });
  await succeed(stack, "preview", "--expect-no-changes");

  service.setJobs([batchJob("c", { owner: "ops" })]);
  const refresh = await succeed(stack, "refresh", "--yes", "--skip-preview", "--diff");
  expect(refresh.output).toMatch(/~ BATCH\/c: \{[^}]*~ owner +: "data_team" => "ops"/);
  expect(refresh.output).toMatch(/- BATCH\/a: \{/);
  expect(refresh.output).toContain("~ 1 updated");
  expect((await succeed(stack, "preview", "--diff")).output).not.toContain("dlf:Jobs: (update)");
});

test("compareFields says which fields count", async () => {
  const service = await emulator({ jobs: [a] });
  const stack = await stackOf(program(`{ compareFields: ["lastInstanceStatus"] }`), { env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");

  service.setJobs([{ ...a, status: "STOPPED" }]);
  await succeed(stack, "preview", "--expect-no-changes");
  service.setJobs([{ ...a, lastInstanceStatus: "fail" }]);
  expect((await succeed(stack, "preview", "--diff")).output).toMatch(/lastInstanceStatus: "success" => "fail"/);
});

test("a frozen snapshot stays as it is until an argument or a trigger changes", async () => {
  const service = await emulator({ jobs: [a] });
  const frozen = (trigger: number) => program(`{ freeze: true, triggers: [${trigger}] }`);
  const stack = await stackOf(frozen(1), { env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");

  service.setJobs([b]);
  service.requests.reset();
  await succeed(stack, "preview", "--expect-no-changes");
  await succeed(stack, "refresh", "--yes");
  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(service.requests.jobs).toBe(0);
  expect((await stack.outputs())["names"]).toEqual(["a"]);

  await stack.write({ "index.ts": frozen(2) });
  await succeed(stack, "up", "--yes", "--skip-preview");
  expect((await stack.outputs())["names"]).toEqual(["b"]);
});

test("a listing that fails changes nothing, and says so without a stack; a refresh keeps what is recorded and warns", async () => {
  const service = await emulator({ jobs: [a] });
  const stack = await stackOf(program("{ client: { maxAttempts: 1 } }"), { env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");
  await service.close();
  const preview = await stack.run(["preview"]);
  expect(preview.status).not.toBe(0);
  const refresh = await succeed(stack, "refresh", "--yes");
  expect(refresh.output).toContain("DlfJobs: not refreshed, the recorded list stays as it is:");
  for (const { output } of [preview, refresh]) {
    expect(output).toContain("could not be reached");
    expect(output).not.toMatch(/^\s+at /m);
  }
  expect((await stack.outputs())["names"]).toEqual(["a"]);
});

test("the option import is refused with a sentence", async () => {
  const service = await emulator({ jobs: [a] });
  const source = `import { DlfJobs } from "pulumi-dlf"; new DlfJobs("jobs", {}, { import: "1" });`;
  const stack = await stackOf(source, { env: service.env() });
  const { status, output } = await stack.run(["preview"]);
  expect(status).not.toBe(0);
  expect(output).toContain("DlfJobs cannot be imported: nothing of it exists in the cloud.");
});

describe("no secret is written anywhere", () => {
  const keys = { accessKey: "PLAINKEYOFATEST00000", secretKey: "plain-secret-of-a-test-0123456789abcdef" };
  const source = `
    import { DlfJobGate, DlfJobs, getDlfJobs } from "pulumi-dlf";
    new DlfJobs("jobs");
    new DlfJobGate("gate", { rules: { minJobs: 1 } });
    const client = process.env.IN_CODE ? { credentials: JSON.parse(process.env.IN_CODE) } : {};
    export const total = getDlfJobs({}, { client }).then((result) => result.total);
  `;

  test.each(["secret config", "environment", "code"])("credentials from %s", async (place) => {
    const service = await emulator({ jobs: [a], credentials: [keys] });
    const { HW_ACCESS_KEY, HW_SECRET_KEY, ...address } = service.env();
    expect([HW_ACCESS_KEY, HW_SECRET_KEY]).toEqual([keys.accessKey, keys.secretKey]);
    const stack = await stackOf(source, {
      env: {
        ...address,
        ...(place !== "secret config" && { HW_ACCESS_KEY: keys.accessKey, HW_SECRET_KEY: keys.secretKey }),
        ...(place === "code" && { IN_CODE: JSON.stringify(keys) }),
      },
      ...(place === "secret config" && {
        config: { "dlf:accessKey": { secret: keys.accessKey }, "dlf:secretKey": { secret: keys.secretKey } },
      }),
    });
    const events = join(stack.folder, "events.json");
    const outputs = [
      await succeed(stack, "preview", "--diff", "--event-log", events),
      await succeed(stack, "up", "--yes", "--skip-preview"),
      await succeed(stack, "refresh", "--yes"),
    ].map(({ output }) => output);
    const state = JSON.stringify(await stack.exportState());
    const everything = [...outputs, state, await readFile(events, "utf8")].join("\n");

    expect(state).toContain("BATCH/a");
    for (const secret of Object.values(keys)) {
      expect(everything).not.toContain(secret);
      expect(everything).not.toContain(Buffer.from(secret).toString("base64").replace(/=+$/, ""));
    }
  });
});

test("what Pulumi keeps of the provider's code is short, and captures nothing", async () => {
  const service = await emulator({ jobs: [a] });
  const source = `
    import { DlfJobGate, DlfJobs } from "pulumi-dlf";
    new DlfJobs("jobs");
    new DlfJobGate("gate", { rules: { minJobs: 1 } });
  `;
  const stack = await stackOf(source, { env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");
  const { deployment } = await stack.exportState();
  const codes = (deployment.resources ?? []).flatMap(({ inputs }) => inputs?.["__provider"] ?? []) as string[];
  expect(codes).toHaveLength(2);
  for (const code of codes) {
    expect(code.length).toBeLessThan(2_000);
    expect(code).toContain('"pulumi-dlf/dynamic"');
    // Nothing but the methods, the module that finds the package, and what Pulumi puts around them.
    expect(code.match(/^(var|const|let) \w+/gm)).toEqual(["var __provider", "const modules"]);
    expect(code).not.toContain(service.endpoint);
  }
});
