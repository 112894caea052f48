// @ts-nocheck
import type { DlfEmulatorOptions } from "../../sdk/testing";
import { generateJobs } from "../../sdk/testing/generateJobs";
import { emulator, previewEvents, previewOutputs, stackOf, succeed } from "./programs";

const program = `
import { getDlfJobs } from "pulumi-dlf";
export = async () => {
  const { id, total, names, jobs } = await getDlfJobs({ jobType: "ALL" });
  return { id, total, names, first: jobs[0] };
};`;

const jobs = generateJobs({ seed: 7, batch: 2_000, realTime: 345 });
const sortedNames = (["BATCH", "REAL_TIME"] as const).flatMap((type) =>
  jobs
    .filter((job) => job.jobType === type)
    .map((job) => job.name)
    .sort(),
);

describe("a preview with 2,345 jobs gives exactly those names", () => {
  const readings: DlfEmulatorOptions["offset"][] = ["page", "record"];
  const limits: [string, DlfEmulatorOptions][] = [
    ["a limit of 1000 honoured", {}],
    ["a limit over 100 capped", { maxLimit: 100 }],
    ["a limit over 100 capped, pages counted in the limit asked for", { maxLimit: 100, cappedPagesCountIn: "limit" }],
    ["a limit over 100 refused", { maxLimit: 100, overMaxLimit: "refuse" }],
  ];
  test.each(readings.flatMap((offset) => limits.map(([what, options]) => [offset, what, options] as const)))(
    "offset counting by %s, %s",
    async (offset, _what, options) => {
      const service = await emulator({ jobs, offset: offset ?? "page", ...options });
      const stack = await stackOf(program, { env: service.env() });
      const outputs = await previewOutputs(stack);
      expect(outputs["names"]).toEqual(sortedNames);
      expect(outputs["total"]).toBe(2_345);
    },
  );
});

test("pulumi up puts the jobs into the stack's outputs, and the same jobs in another order change nothing", async () => {
  const service = await emulator({ jobs: jobs.slice(0, 250), maxLimit: 100 });
  const stack = await stackOf(program, { env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");
  const outputs = await stack.outputs();
  expect(outputs["names"]).toEqual(
    jobs
      .slice(0, 250)
      .map((job) => job.name)
      .sort(),
  );
  expect(outputs["first"]).toMatchObject({ jobType: "BATCH", createTime: expect.any(Number) as number });

  service.setJobs(jobs.slice(0, 250).reverse());
  const { output } = await succeed(stack, "preview", "--diff");
  expect(output).not.toMatch(/outputs/i);
});

test("the project is looked up through IAM where it is not given", async () => {
  const service = await emulator({ jobs: jobs.slice(0, 3) });
  const { HW_PROJECT_ID: _none, ...env } = service.env();
  const stack = await stackOf(program, { env });
  expect((await previewOutputs(stack))["total"]).toBe(3);
  expect(service.requests.projects).toBe(1);
});

test("the same query made twice is sent once, another workspace and another account are listed apart", async () => {
  const twice = await emulator({
    jobs: [
      { ...jobs[0], name: "a", jobType: "BATCH" },
      { ...jobs[0], name: "b", jobType: "BATCH", workspace: "w1" },
    ],
  });
  const other = await emulator({
    jobs: [{ ...jobs[0], name: "c", jobType: "BATCH" }],
    credentials: [{ accessKey: "OTHERACCESSKEY", secretKey: "other-secret-key" }],
  });
  const stack = await stackOf(
    `
    import { getDlfJobs } from "pulumi-dlf";
    export = async () => {
      const [one, two, workspace, account] = await Promise.all([
        getDlfJobs({ tags: [] }),
        getDlfJobs({ tags: [] }),
        getDlfJobs({ workspace: "w1" }),
        getDlfJobs({}, { client: {
          endpoint: process.env.OTHER_ENDPOINT,
          credentials: { accessKey: "OTHERACCESSKEY", secretKey: "other-secret-key" },
        } }),
      ]);
      one.jobs.pop();
      return { one: one.names, two: two.jobs.map((job) => job.name), workspace: workspace.names, account: account.names };
    };`,
    { env: { ...twice.env(), OTHER_ENDPOINT: other.endpoint } },
  );
  expect(await previewOutputs(stack)).toEqual({ one: ["a"], two: ["a"], workspace: ["b"], account: ["c"] });
  // Two requests for each list: the first page and the probe.
  expect(twice.requests.jobs).toBe(4);
  expect(other.requests.jobs).toBe(2);
});

test("a long listing shows passing status lines that leave no trace in the log", async () => {
  const many = generateJobs({ seed: 1, batch: 10_400, realTime: 0 });
  const service = await emulator({ jobs: many, maxLimit: 1_000, latencyMs: 600 });
  const stack = await stackOf(
    `
    import { getDlfJobs } from "pulumi-dlf";
    export = async () => {
      const { total } = await getDlfJobs({}, { client: { concurrency: 2 } });
      return { total };
    };`,
    { env: service.env() },
  );
  const { events, output } = await previewEvents(stack);
  const lines = events.flatMap(({ diagnosticEvent: event }) => (event?.message.includes(" jobs") ? [event] : []));
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    expect(line).toMatchObject({ severity: "info", ephemeral: true });
    expect(line.message).toMatch(/^[\d,]+ of 10,400 jobs/);
  }
  expect(output).not.toMatch(/Diagnostics:/);
});
