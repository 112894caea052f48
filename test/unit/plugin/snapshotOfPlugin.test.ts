import { JobsSnapshot, snapshotArgs } from "../../../provider/core/jobsSnapshot";
import { unknownValue } from "../../../provider/core/unknown";
import { snapshotOfPlugin } from "../../../provider/plugin/snapshotOfPlugin";
import type { Job } from "../../../sdk/index";
import { fakeCall, noCall } from "../provider/fakeCall";

const orders: Job = { name: "ods_orders", jobType: "BATCH", status: "SCHEDULING", owner: "etl" };
const clicks: Job = { name: "clicks", jobType: "REAL_TIME", status: "NORMAL" };
const known = { args: snapshotArgs };

/** As a process has it that starts: it has listed nothing yet. */
const started = () => snapshotOfPlugin(new JobsSnapshot());
const check = async (olds: object, jobs: Job[], news: object = {}) =>
  (await started().check(olds, news, fakeCall(jobs, known))).inputs;

/** As 0.1.0 wrote them. */
const oldInputs = {
  snapshot: { "BATCH/ods_orders": { status: "SCHEDULING", owner: "etl" }, "REAL_TIME/clicks": { status: "NORMAL" } },
};
const oldOutputs = { ...oldInputs, total: 2, names: ["ods_orders", "clicks"], jobs: [orders, clicks] };

test("the inputs hold a text for each job, and the outputs nothing that stands in another one", async () => {
  const resource = started();
  const { inputs } = await resource.check({}, {}, fakeCall([orders, clicks], known));
  expect(inputs).toEqual({
    snapshot: {
      "BATCH/ods_orders": '{"status":"SCHEDULING","owner":"etl"}',
      "REAL_TIME/clicks": '{"status":"NORMAL"}',
    },
  });
  const { outputs } = await resource.create(inputs, noCall);
  expect(outputs).toEqual({ total: 2, names: ["ods_orders", "clicks"], jobs: [orders, clicks] });
});

test("the order in which fields are to be compared makes no difference", async () => {
  const compared = (...compareFields: string[]) => check({}, [orders], { compareFields });
  const { snapshot } = await compared("owner", "status");
  expect((await compared("status", "owner")).snapshot).toEqual(snapshot);
});

test("what differs is a job, as a whole", async () => {
  const olds = await check({}, [orders, clicks]);
  const news = await check(olds, [
    { ...orders, owner: "ops", priority: 1 },
    { ...clicks, name: "views" },
  ]);
  expect(started().diff(olds as never, news)).toEqual([
    { path: ["snapshot", "REAL_TIME/clicks"], kind: "delete" },
    { path: ["snapshot", "REAL_TIME/views"], kind: "add" },
    { path: ["snapshot", "BATCH/ods_orders"], kind: "update" },
  ]);
  expect(started().diff(news as never, news)).toEqual([]);
  expect(started().diff(olds as never, { ...olds, jobType: "ALL" } as never)).toEqual([
    { path: ["jobType"], kind: "add" },
  ]);
});

describe("a state of 0.1.0", () => {
  test("does not differ from the same jobs, which take their new form", async () => {
    const news = await check(oldInputs, [orders, clicks]);
    expect(news).toEqual(await check({}, [orders, clicks]));
    expect(started().diff(oldInputs as never, news)).toEqual([]);
  });

  test("shows the field of a job that changed", async () => {
    const news = await check(oldInputs, [{ ...orders, owner: "ops" }, clicks]);
    expect(news.snapshot).toEqual({
      "BATCH/ods_orders": { status: "SCHEDULING", owner: "ops" },
      "REAL_TIME/clicks": '{"status":"NORMAL"}',
    });
    expect(started().diff(oldInputs as never, news)).toEqual([
      { path: ["snapshot", "BATCH/ods_orders", "owner"], kind: "update" },
    ]);
  });

  test("that is frozen keeps its jobs", async () => {
    const freeze = true;
    const news = await check({ freeze, ...oldInputs }, [], { freeze });
    expect(started().diff({ freeze, ...oldInputs } as never, news)).toEqual([]);
    const outputs = await started().update({ freeze, ...oldOutputs }, news, noCall);
    expect(outputs).toEqual({ freeze, total: 2, names: ["ods_orders", "clicks"], jobs: [orders, clicks] });
  });

  test("is read anew by a refresh, and else stays as it is", async () => {
    const { outputs, inputs } = await started().read(oldOutputs, fakeCall([orders], known), oldInputs);
    expect(outputs).toEqual({ total: 1, names: ["ods_orders"], jobs: [orders] });
    expect(inputs).toEqual(await check({}, [orders]));
    const frozen = { freeze: true, ...oldOutputs };
    expect(await started().read(frozen, noCall)).toEqual({ outputs: frozen });
  });
});

test("what somebody wrote into the state that can't be read differs from any job", async () => {
  const olds = { snapshot: { "BATCH/ods_orders": "{", "REAL_TIME/clicks": "7" } };
  const news = await check(olds, [orders, clicks]);
  expect(started().diff(olds as never, news)).toEqual([
    { path: ["snapshot", "BATCH/ods_orders"], kind: "update" },
    { path: ["snapshot", "REAL_TIME/clicks"], kind: "update" },
  ]);
  const update = started().update({ jobs: "?" } as never, { freeze: true, ...news }, fakeCall([orders, clicks], known));
  expect((await update).jobs).toEqual([orders, clicks]);
});

describe("a refresh", () => {
  test("puts the jobs that differ among the outputs, where the engine looks for what is new", async () => {
    const inputs = await check({}, [orders, clicks]);
    const state = { total: 2, names: ["ods_orders", "clicks"], jobs: [orders, clicks] };
    const live = [
      { ...orders, owner: "ops" },
      { ...clicks, name: "views" },
    ];
    const read = await started().read(state, fakeCall(live, known), inputs);
    expect(read.outputs).toEqual({
      ...{ total: 2, names: ["ods_orders", "views"], jobs: live },
      snapshot: {
        "BATCH/ods_orders": '{"status":"SCHEDULING","owner":"ops"}',
        "REAL_TIME/views": '{"status":"NORMAL"}',
      },
    });
    const again = await started().read(read.outputs, fakeCall(live, known), read.inputs);
    expect(again.outputs).toEqual({ total: 2, names: ["ods_orders", "views"], jobs: live });
  });

  test("of a state of 0.1.0 keeps the form of a job that changed", async () => {
    const live = [{ ...orders, owner: "ops" }, clicks];
    const { outputs, inputs } = await started().read(oldOutputs, fakeCall(live, known), oldInputs);
    const changed = { "BATCH/ods_orders": { status: "SCHEDULING", owner: "ops" } };
    expect(inputs?.snapshot).toEqual({ ...changed, "REAL_TIME/clicks": '{"status":"NORMAL"}' });
    expect(outputs.snapshot).toEqual(changed);
  });

  test("goes on where somebody has broken the state", async () => {
    const broken = { total: 1, names: [], jobs: [null], compareFields: 5 } as never;
    const { outputs } = await started().read(broken, fakeCall([orders], known));
    expect(outputs).toMatchObject({ jobs: [orders] });
    const inputs = await check({}, [orders]);
    expect((await started().update(broken, inputs, fakeCall([orders], known))).jobs).toEqual([orders]);
  });
});

test("a program that ignores changes of the snapshot keeps the old one, and nobody else may give one", async () => {
  const olds = await check({}, [orders]);
  const ignoring = await check(olds, [{ ...orders, owner: "ops" }, clicks], { snapshot: olds.snapshot });
  expect(ignoring).toEqual(olds);
  const given = await started().check(olds, { snapshot: { "BATCH/x": "{}" } } as never, fakeCall([orders], known));
  expect(given.failure).toMatch(/^There is no argument "snapshot"/);
});

test("what is not known yet stays unknown", async () => {
  const tags = [unknownValue];
  const inputs = await check({}, [], { tags });
  expect(inputs).toEqual({ tags, snapshot: unknownValue });
  const { outputs } = await started().create(inputs, noCall);
  expect(outputs).toEqual({ tags, total: unknownValue, names: unknownValue, jobs: unknownValue });
  expect(started().diff(oldInputs as never, inputs)).toEqual([
    { path: ["snapshot"], kind: "update" },
    { path: ["tags"], kind: "add" },
  ]);
});
