import * as dynamic from "../../../provider/dynamic/index";
import { generateJobs } from "../../../sdk/testing/generateJobs";
import { startDlfEmulator, type DlfEmulator } from "../../../sdk/testing";

/*
 * State files hold code that calls this module by these names, maybe in years: it calls `configure`, lays `jobs` or `gate`
 * over an object of its own, and lets Pulumi call that. A release that names them otherwise could not deploy a stack of
 * an earlier one.
 */
type Stored = Record<"check" | "diff" | "create" | "update" | "read", (...args: unknown[]) => Promise<unknown>>;

const stored = (type: "jobs" | "gate") => Object.assign({}, dynamic[type]) as unknown as Stored;

test("the module has what the code in state files calls", () => {
  expect(Object.keys(dynamic).sort()).toEqual(["configure", "gate", "jobs"]);
  for (const type of ["jobs", "gate"] as const) {
    expect(Object.keys(stored(type)).sort()).toEqual(["check", "create", "diff", "read", "update"]);
    expect(Object.values(stored(type)).map((each) => typeof each)).toEqual(Array(5).fill("function"));
  }
});

/** What a state file has of a resource, besides its outputs. */
const own = { __provider: "exports.handler = …" };

// One service for all: what is configured in this process stays so.
const made = (count: number) => generateJobs({ seed: 1, batch: count, realTime: 0 });
const environment = process.env;
let service: DlfEmulator;

beforeAll(async () => {
  service = await startDlfEmulator();
  process.env = { ...environment, ...service.env() };
  await dynamic.configure({ config: { get: () => undefined, require: () => "" } });
});

afterAll(async () => {
  process.env = environment;
  await service.close();
});

interface Checked {
  inputs: { snapshot: string | object };
}

test("a snapshot is recorded as texts, checked, compared, updated and read by it", async () => {
  service.setJobs(made(3));
  const jobs = stored("jobs");
  const news = { ...own, compareFields: ["status"] };
  const { inputs } = (await jobs.check({}, news)) as Checked;
  expect(inputs).toEqual({ compareFields: ["status"], snapshot: expect.any(String) as string });
  expect(Object.keys(JSON.parse(inputs.snapshot as string) as object)).toHaveLength(3);
  const { outs } = (await jobs.create(inputs)) as { outs: object };
  expect(outs).toEqual({ compareFields: ["status"], total: 3, jobs: expect.any(String) as string });
  expect(await jobs.check(inputs, news)).toEqual({ inputs });
  expect(await jobs.diff("id", { ...own, ...outs }, { ...own, ...inputs })).toEqual({ changes: false });
  expect(await jobs.read("id", { ...own, ...outs })).toMatchObject({ id: "id", props: { total: 3 }, inputs });
  service.setJobs(made(4));
  const again = (await jobs.check(inputs, news)) as Checked;
  expect(await jobs.diff("id", { ...own, ...outs }, { ...own, ...again.inputs })).toEqual({ changes: true });
  expect(await jobs.update("id", outs, again.inputs)).toMatchObject({ outs: { total: 4 } });
});

/** As 0.1.0 wrote it, for the first of the emulator's jobs. */
function recordedBy010(jobs: readonly { name: string; status?: unknown }[]) {
  const recorded = jobs.map(({ name, status }) => ({ name, jobType: "BATCH", status }));
  const snapshot = Object.fromEntries(jobs.map(({ name, status }) => [`BATCH/${name}`, { status }]));
  const inputs = { compareFields: ["status"], snapshot };
  return { inputs, outputs: { ...inputs, total: jobs.length, names: jobs.map(({ name }) => name), jobs: recorded } };
}

test("a snapshot of 0.1.0 shows no false difference and becomes texts", async () => {
  service.setJobs(made(3));
  const jobs = stored("jobs");
  const { inputs, outputs } = recordedBy010(made(3));
  const checked = (await jobs.check(inputs, { ...own, compareFields: ["status"] })) as Checked;
  expect(JSON.parse(checked.inputs.snapshot as string)).toEqual(inputs.snapshot);
  expect(await jobs.diff("id", { ...own, ...outputs }, { ...own, ...checked.inputs })).toEqual({ changes: false });
  const { outs } = (await jobs.update("id", outputs, checked.inputs)) as { outs: object };
  expect(outs).toEqual({ compareFields: ["status"], total: 3, jobs: expect.any(String) as string });
  // Where it is frozen, it is kept as it is.
  const frozen = { ...outputs, freeze: true };
  expect(await jobs.read("id", frozen)).toEqual({ id: "id", props: frozen });
});

test("a snapshot of 0.1.0 whose jobs are others now stays values until that is recorded: the difference can be read", async () => {
  service.setJobs(made(4));
  const jobs = stored("jobs");
  const { inputs, outputs } = recordedBy010(made(3));
  const checked = (await jobs.check(inputs, { ...own, compareFields: ["status"] })) as Checked;
  expect(Object.keys(checked.inputs.snapshot)).toHaveLength(4);
  expect(await jobs.diff("id", { ...own, ...outputs }, { ...own, ...checked.inputs })).toEqual({ changes: true });
  expect(await jobs.update("id", outputs, checked.inputs)).toMatchObject({
    outs: { total: 4, jobs: expect.any(String) as string },
  });
});

test.each<[string, object, object]>([
  ["jobs that are no JSON", {}, { jobs: "{bad" }],
  ["jobs that are none", {}, { jobs: '{"BATCH/a":1}' }],
  ["a list of no jobs", {}, { jobs: [1] }],
  ["nothing", {}, { jobs: undefined }],
  ["a snapshot that is no JSON", { snapshot: "{bad" }, {}],
])("a snapshot whose state somebody has changed is listed anew: %s", async (_what, badInputs, badOutputs) => {
  service.setJobs(made(3));
  const jobs = stored("jobs");
  const first = (await jobs.check({}, own)) as Checked;
  const { outs } = (await jobs.create(first.inputs)) as { outs: object };
  const [inputs, outputs] = [
    { ...first.inputs, ...badInputs },
    { ...outs, ...badOutputs },
  ];
  const checked = (await jobs.check(inputs, own)) as Checked;
  expect(checked).toEqual({ inputs: first.inputs });
  const isChanged = Object.keys(badOutputs).length > 0;
  expect(await jobs.diff("id", outputs, checked.inputs)).toEqual({ changes: isChanged });
  expect(await jobs.update("id", outputs, checked.inputs)).toMatchObject({ outs });
  expect(await jobs.read("id", outputs)).toMatchObject({ props: outs });
});

test("a gate as 0.1.0 recorded it is checked, compared and read by it", async () => {
  service.setJobs(made(4));
  const gate = stored("gate");
  const held = (await gate.check({}, { ...own, rules: { minJobs: 1 } })) as { inputs: object };
  const finding = { result: "holds", violations: [] };
  expect(held).toEqual({ inputs: { rules: { minJobs: 1 }, finding } });
  expect(await gate.create(held.inputs)).toMatchObject({ outs: { rules: { minJobs: 1 }, finding } });
  expect(await gate.diff("id", { ...own, ...held.inputs }, { ...own, ...held.inputs })).toEqual({ changes: false });
  expect(await gate.read("id", held.inputs)).toEqual({ id: "id", props: held.inputs });
  const shut = (await gate.check({}, { ...own, rules: { maxJobs: 1 } })) as { failures: unknown[] };
  expect(shut.failures).toEqual([{ property: "", reason: expect.stringMatching(/^The gate is shut:/) as string }]);
});
