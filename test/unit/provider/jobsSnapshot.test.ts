import {
  JobsSnapshot,
  snapshotArgs,
  type SnapshotArgs,
  type SnapshotInputs,
  type SnapshotOutputs,
} from "../../../provider/core/jobsSnapshot";
import { unknownValue } from "../../../provider/core/unknown";
import { NetworkError, type Job } from "../../../sdk/index";
import { fakeCall, noCall, type FakeCall } from "./fakeCall";

const orders: Job = { name: "ods_orders", jobType: "BATCH", status: "SCHEDULING", owner: "etl" };
const clicks: Job = { name: "clicks", jobType: "REAL_TIME", status: "NORMAL" };
const later: Job = { ...orders, owner: "ops" };
const down = new NetworkError("The service https://dlf.example cannot be reached.");
const known = { args: [...snapshotArgs, "client", "configNamespace"] };

const snapshot = { "BATCH/ods_orders": { status: "SCHEDULING", owner: "etl" } };
const laterSnapshot = { "BATCH/ods_orders": { status: "SCHEDULING", owner: "ops" } };
const recorded: SnapshotOutputs = { snapshot, total: 1, names: ["ods_orders"], jobs: [orders] };
const allUnknown = { snapshot: unknownValue, total: unknownValue, names: unknownValue, jobs: unknownValue };

const check = (news: unknown, call: FakeCall, olds: SnapshotInputs = {}, resource = new JobsSnapshot()) =>
  resource.check(olds, news as SnapshotArgs, call);

describe("check", () => {
  test("lists the jobs of the query by the connection, and lays the snapshot to the arguments", async () => {
    const call = fakeCall([orders, clicks], known);
    const news = { jobType: "ALL", tags: ["daily"], client: { region: "r" }, configNamespace: "dlf-eu" };
    expect(await check(news, call)).toEqual({
      inputs: { ...news, snapshot: { ...snapshot, "REAL_TIME/clicks": { status: "NORMAL" } } },
    });
    expect(call.asked).toEqual([
      [
        { jobType: "ALL", tags: ["daily"] },
        { client: { region: "r" }, configNamespace: "dlf-eu" },
      ],
    ]);
  });

  test("lays more of what comes out to the arguments where it is asked to", async () => {
    const { inputs } = await check({}, fakeCall([orders], { ...known, laid: ["names", "total"] }));
    expect(inputs).toEqual({ snapshot, names: ["ods_orders"], total: 1 });
  });

  test("with compareFields compares those alone", async () => {
    const { inputs } = await check({ compareFields: ["owner"] }, fakeCall([orders], known));
    expect(inputs.snapshot).toEqual({ "BATCH/ods_orders": { owner: "etl" } });
  });

  test("with an argument that is not known yet asks nobody: what comes out is not known either", async () => {
    expect(await check({ tags: [unknownValue] }, { ...noCall, laid: ["names"] })).toEqual({
      inputs: { tags: [unknownValue], snapshot: unknownValue, names: unknownValue },
    });
  });

  test("fails where the jobs cannot be known, and keeps the arguments alone", async () => {
    expect(await check({ jobType: "ALL" }, fakeCall(down, known))).toEqual({
      inputs: { jobType: "ALL" },
      failure: down.message,
    });
  });

  test.each<[string, unknown, RegExp]>([
    ["another argument", { jobTypes: "ALL" }, /^There is no argument "jobTypes"\. The nearest one is jobType\./],
    ["a consistency", { consistency: "best-effort" }, /^There is no argument "consistency"/],
    [
      "a field that a job has not",
      { compareFields: ["state"] },
      /^compareFields: a job has no field "state"\. It has: status,/,
    ],
    ["fields that are no list", { compareFields: "status" }, /^compareFields must be a list/],
    ["triggers that are no list", { triggers: "x" }, /^triggers must be a list/],
    ["freeze as a text", { freeze: "yes" }, /^freeze must be true or false/],
    ["credentials", { client: { credentials: { accessKey: "a" } } }, /^Credentials cannot be given/],
  ])("refuses %s, before anything is asked", async (_what, news, message) => {
    expect((await check(news, { ...noCall, args: known.args })).failure).toMatch(message);
  });

  test("warns of what came with the list, and of nothing else", async () => {
    const call = fakeCall([orders], known);
    await check({}, call);
    expect(call.warnings).toEqual([]);
    const told: FakeCall = {
      ...call,
      list: async (...asked) => ({ ...(await call.list(...asked)), warnings: ["1 job lacks a field."] }),
    };
    await check({}, told);
    expect(told.warnings).toEqual(["1 job lacks a field."]);
  });

  test("shows no value of an argument that is a secret", async () => {
    const call = fakeCall(new NetworkError("No answer for workspace s3cret."), { ...known, secretArgs: ["workspace"] });
    expect((await check({ workspace: "s3cret" }, call)).failure).toBe("No answer for workspace [secret].");
    const refused = await check({ compareFields: ["s3cret"] }, { ...noCall, ...known, secretArgs: ["compareFields"] });
    expect(refused.failure).toMatch(/^compareFields: a job has no field "\[secret\]"/);
  });

  test("throws mistakes of this package on", async () => {
    await expect(check({}, fakeCall(new TypeError("x is not a function"), known))).rejects.toThrow(TypeError);
  });

  describe("frozen", () => {
    const olds: SnapshotInputs = { freeze: true, tags: ["daily"], triggers: [1], snapshot, names: ["ods_orders"] };
    const news = { triggers: [1], tags: ["daily"], freeze: true };

    test("keeps what is recorded, and asks nobody", async () => {
      const call = { ...noCall, ...known, laid: ["names"] };
      expect((await check(news, call, olds)).inputs).toEqual({ ...news, snapshot, names: ["ods_orders"] });
    });

    test.each([
      ["a trigger", { ...news, triggers: [2] }],
      ["another argument", { ...news, tags: ["hourly"] }],
      ["freeze itself", { triggers: [1], tags: ["daily"] }],
    ])("lists again when %s changes", async (_what, changed) => {
      const call = fakeCall([later], known);
      expect((await check(changed, call, olds)).inputs.snapshot).toEqual(laterSnapshot);
      expect(call.asked).toHaveLength(1);
    });

    test("lists where it is frozen only now, or nothing was recorded under these arguments", async () => {
      const first = fakeCall([later], known);
      expect((await check({ ...news, freeze: false }, first, { ...olds, freeze: false })).inputs.snapshot).toEqual(
        laterSnapshot,
      );
      const { snapshot: _snapshot, ...nothing } = olds;
      const second = fakeCall([later], known);
      expect((await check(news, second, nothing)).inputs.snapshot).toEqual(laterSnapshot);
      expect([first.asked.length, second.asked.length]).toEqual([1, 1]);
    });

    test("lists where nothing is recorded yet", async () => {
      expect((await check(news, fakeCall([orders], known))).inputs.snapshot).toEqual(snapshot);
    });
  });
});

test("a list that the engine could not take is refused with what to do", async () => {
  const many = (count: number) => Array.from({ length: count }, () => orders);
  const call = fakeCall(many(100_001), known);
  expect((await new JobsSnapshot().check({}, {}, call)).failure).toMatch(
    /^The list holds 100,001 jobs, and the engine can be given 100,000 at most\. Narrow it/,
  );
  expect((await new JobsSnapshot().check({}, {}, fakeCall(many(100_000), known))).failure).toBeUndefined();
});

test("a job that the engine would take for an unknown value is refused by name, and a refresh keeps what is recorded", async () => {
  const mark = unknownValue;
  for (const job of [
    { ...orders, name: mark },
    { ...orders, owner: mark },
  ]) {
    const call = fakeCall([job], known);
    expect((await new JobsSnapshot().check({}, {}, call)).failure).toContain(
      `A field of the job "${job.name}" is a text by which Pulumi marks values that are not known yet: it cannot be given ` +
        "to the engine. Give the job another, or leave it out (filter: { excludeNames }).",
    );
    expect(await new JobsSnapshot().read(recorded, call)).toEqual({ outputs: recorded });
    expect(call.warnings).toHaveLength(1);
  }
});

test("a frozen list is not compared, though its two places in the state disagree", () => {
  const frozen = { ...recorded, freeze: true };
  const resource = new JobsSnapshot();
  expect(resource.diff(frozen, { freeze: true, snapshot: laterSnapshot })).toEqual([]);
  expect(resource.diff(frozen, { freeze: true, triggers: [1], snapshot: laterSnapshot })).toHaveLength(2);
  expect(resource.diff(recorded, { snapshot: laterSnapshot })).toHaveLength(1);
  expect(resource.diff({ freeze: true }, { freeze: true, snapshot })).toHaveLength(1);
});

test("diff is of the arguments and of the snapshot, and of nothing else", () => {
  const resource = new JobsSnapshot();
  expect(resource.diff({ ...recorded, tags: ["a"] }, { tags: ["a"], snapshot, names: "others" })).toEqual([]);
  expect(resource.diff(recorded, { snapshot: laterSnapshot, jobType: "ALL" })).toEqual([
    { path: ["snapshot", "BATCH/ods_orders", "owner"], kind: "update" },
    { path: ["jobType"], kind: "add" },
  ]);
});

describe("create and update", () => {
  test("record what the check before has listed, and ask nobody: what is shown is what is recorded", async () => {
    const resource = new JobsSnapshot();
    const { inputs } = await check({ jobType: "ALL" }, fakeCall([orders], known), {}, resource);
    const created = await resource.create(inputs, noCall);
    expect(created.outputs).toEqual({ jobType: "ALL", ...recorded });
    const other = await resource.create(inputs, noCall);
    expect(other.id).not.toBe(created.id);

    const { inputs: news } = await check({ jobType: "ALL" }, fakeCall([later], known), {}, resource);
    expect(await resource.update(created.outputs, news, noCall)).toEqual({
      ...{ jobType: "ALL", snapshot: laterSnapshot, total: 1, names: ["ods_orders"], jobs: [later] },
    });
  });

  test("list where no check of this process came before", async () => {
    const call = fakeCall([later], known);
    const { outputs } = await new JobsSnapshot().create({ tags: ["daily"], snapshot }, call);
    expect(outputs).toEqual({ ...recorded, tags: ["daily"], snapshot: laterSnapshot, jobs: [later] });
    expect(call.asked).toEqual([[{ tags: ["daily"] }, {}]]);
    await expect(new JobsSnapshot().create({ snapshot }, fakeCall(down, known))).rejects.toBe(down);
  });

  test("with arguments that are not known yet know nothing of what comes out", async () => {
    const inputs = { tags: [unknownValue], snapshot: unknownValue } as SnapshotInputs;
    expect((await new JobsSnapshot().create(inputs, noCall)).outputs).toEqual({ tags: [unknownValue], ...allUnknown });
    expect(await new JobsSnapshot().update(recorded, inputs, noCall)).toEqual({ tags: [unknownValue], ...allUnknown });
  });

  test("each records what its own check has listed, of all that were checked together", async () => {
    const resource = new JobsSnapshot();
    const one = await check({ jobType: "ALL" }, fakeCall([orders], known), {}, resource);
    const other = await check({ tags: ["daily"] }, fakeCall([later], known), {}, resource);
    expect((await resource.create(one.inputs, noCall)).outputs.jobs).toEqual([orders]);
    expect((await resource.create(other.inputs, noCall)).outputs.jobs).toEqual([later]);
  });

  test("a frozen snapshot that changed, and one that is not frozen, record anew", async () => {
    const call = fakeCall([later], known);
    const olds = { ...recorded, freeze: true };
    const changed = await new JobsSnapshot().update(olds, { freeze: true, snapshot: laterSnapshot }, call);
    expect(changed.jobs).toEqual([later]);
    const thawed = await new JobsSnapshot().update(olds, { snapshot }, call);
    expect(thawed).toEqual({ ...recorded, snapshot: laterSnapshot, jobs: [later] });
    expect(call.asked).toHaveLength(2);
  });

  test("a frozen snapshot that did not change keeps all of what is recorded", async () => {
    const olds = { ...recorded, freeze: true, triggers: [1] };
    const news = { freeze: true, triggers: [1], snapshot };
    expect(await new JobsSnapshot().update(olds, news, noCall)).toEqual(olds);
  });

  test("a trigger of a frozen snapshot records what is not compared, too", async () => {
    const resource = new JobsSnapshot();
    const ran: Job = { ...orders, lastInstanceStatus: "fail" };
    const olds = { ...recorded, freeze: true, triggers: [1] };
    const { inputs } = await check({ freeze: true, triggers: [2] }, fakeCall([ran], known), olds, resource);
    expect(inputs.snapshot).toEqual(snapshot);
    expect((await resource.update(olds, inputs, noCall)).jobs).toEqual([ran]);
  });
});

describe("read, for a refresh", () => {
  const read = (state: SnapshotOutputs, call: FakeCall) => new JobsSnapshot().read(state, call);

  test("takes the jobs as they are now, and their snapshot as an input: the next preview is compared with it", async () => {
    const call = fakeCall([later], known);
    expect(await read({ ...recorded, tags: ["daily"] }, call)).toEqual({
      outputs: { tags: ["daily"], snapshot: laterSnapshot, total: 1, names: ["ods_orders"], jobs: [later] },
      inputs: { tags: ["daily"], snapshot: laterSnapshot },
    });
    expect(call.asked).toEqual([[{ tags: ["daily"] }, {}]]);
  });

  test("keeps what is recorded where the service is down, and warns without the arguments", async () => {
    const call = fakeCall(new NetworkError("No answer for workspace w-1, tag daily, job ods."), known);
    const state = { ...recorded, workspace: "w-1", tags: ["daily"], jobName: "ods" };
    expect(await read(state, call)).toEqual({ outputs: state });
    expect(call.warnings).toEqual([
      "not refreshed, the recorded list stays as it is: No answer for workspace [secret], tag [secret], job [secret].",
    ]);
  });

  test("keeps what is frozen, and asks nobody", async () => {
    const state = { ...recorded, freeze: true };
    expect(await read(state, noCall)).toEqual({ outputs: state });
  });
});
