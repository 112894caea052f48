import * as dynamic from "../../../provider/dynamic/index";
import { generateJobs } from "../../../sdk/testing/generateJobs";
import { startDlfEmulator } from "../../../sdk/testing";

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

test("a snapshot and a gate as 0.1.0 recorded them are checked, compared, updated and read by it", async () => {
  const service = await startDlfEmulator({ jobs: { seed: 1, batch: 3, realTime: 0 } });
  const environment = process.env;
  process.env = { ...environment, ...service.env() };
  try {
    const config = { get: () => undefined, require: () => "" };
    await dynamic.configure({ config });
    const [jobs, gate] = [stored("jobs"), stored("gate")];
    // What a state file has of a resource, besides its outputs.
    const own = { __provider: "exports.handler = …" };

    const checked = (await jobs.check({}, { ...own, compareFields: ["status"] })) as { inputs: { snapshot: object } };
    expect(Object.keys(checked)).toEqual(["inputs"]);
    expect(Object.keys(checked.inputs).sort()).toEqual(["compareFields", "snapshot"]);
    const { outs } = (await jobs.create(checked.inputs)) as { outs: object };
    expect(Object.keys(outs).sort()).toEqual(["compareFields", "jobs", "names", "snapshot", "total"]);
    expect(await jobs.diff("id", { ...own, ...outs }, { ...own, ...checked.inputs })).toEqual({ changes: false });
    expect(await jobs.read("id", { ...own, ...outs })).toMatchObject({ id: "id", props: { total: 3 } });
    service.setJobs(generateJobs({ seed: 1, batch: 4, realTime: 0 }));
    const again = (await jobs.check(checked.inputs, { ...own, compareFields: ["status"] })) as typeof checked;
    expect(await jobs.diff("id", { ...own, ...outs }, { ...own, ...again.inputs })).toEqual({ changes: true });
    expect(await jobs.update("id", outs, again.inputs)).toMatchObject({ outs: { total: 4 } });

    const held = (await gate.check({}, { ...own, rules: { minJobs: 1 } })) as { inputs: object };
    const finding = { result: "holds", violations: [] };
    expect(held).toEqual({ inputs: { rules: { minJobs: 1 }, finding } });
    expect(await gate.create(held.inputs)).toMatchObject({ outs: { rules: { minJobs: 1 }, finding } });
    expect(await gate.diff("id", { ...own, ...held.inputs }, { ...own, ...held.inputs })).toEqual({ changes: false });
    expect(await gate.read("id", held.inputs)).toEqual({ id: "id", props: held.inputs });
    const shut = (await gate.check({}, { ...own, rules: { maxJobs: 1 } })) as { failures: unknown[] };
    expect(shut.failures).toEqual([{ property: "", reason: expect.stringMatching(/^The gate is shut:/) as string }]);
  } finally {
    process.env = environment;
    await service.close();
  }
});
