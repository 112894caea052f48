import { JobGate, gateArgs, tellingOf, type GateArgs, type GateInputs } from "../../../provider/core/jobGate";
import { unknownValue } from "../../../provider/core/unknown";
import { NetworkError, type Job } from "../../../sdk/index";
import { fakeCall, noCall, type FakeCall } from "./fakeCall";

const gate = new JobGate();
const orders: Job = { name: "ods_orders", jobType: "BATCH", status: "SCHEDULING", lastInstanceStatus: "success" };
const stock: Job = { name: "dwd_stock", jobType: "BATCH", status: "PAUSED", lastInstanceStatus: "fail" };
const known = { args: [...gateArgs, "client", "configNamespace"] };
const noFail = { forbiddenLastInstanceStatuses: ["fail"] };
const down = new NetworkError("The service https://dlf.example cannot be reached.");

const check = (news: unknown, call: FakeCall) => gate.check({} as GateInputs, news as GateArgs, call);

describe("check", () => {
  test("lists the jobs of the query by the connection, and keeps what it found with the arguments", async () => {
    const call = fakeCall([orders], known);
    const news = { query: { jobType: "ALL" }, rules: noFail, client: { region: "r" }, configNamespace: "dlf-eu" };
    expect(await check(news, call)).toEqual({ inputs: { ...news, finding: { result: "holds", violations: [] } } });
    expect(call.asked).toEqual([[{ jobType: "ALL" }, { client: { region: "r" }, configNamespace: "dlf-eu" }]]);
    expect(call.warnings).toEqual([]);
  });

  test("without a query asks for all jobs of the default type", async () => {
    const call = fakeCall([orders], known);
    await check({ rules: noFail }, call);
    expect(call.asked).toEqual([[{}, {}]]);
  });

  test("fails with the whole block of what is violated, and keeps the arguments alone", async () => {
    const { inputs, failure } = await check({ rules: noFail }, fakeCall([orders, stock], known));
    expect(inputs).toEqual({ rules: noFail });
    expect(failure).toMatch(
      /^The gate is shut:\nforbiddenLastInstanceStatuses: 1 .*is fail\n {2}JOB .*\n {2}dwd_stock/,
    );
  });

  test("that is advisory keeps the violations with the names of the jobs, 20 of them at most", async () => {
    const many = Array.from({ length: 23 }, (_, index): Job => ({ ...stock, name: `job_${index}` }));
    const { inputs, failure } = await check({ rules: noFail, enforcement: "advisory" }, fakeCall(many, known));
    expect(failure).toBeUndefined();
    expect(inputs.finding?.result).toBe("violated");
    expect(inputs.finding?.violations).toEqual([
      expect.stringMatching(/^forbiddenLastInstanceStatuses: 23 .*: job_0, .*, job_19 and 3 more$/),
    ]);
  });

  test("stays shut where the jobs cannot be known; an advisory one says so", async () => {
    const shut = await check({ rules: noFail }, fakeCall(down, known));
    expect(shut).toEqual({
      inputs: { rules: noFail },
      failure: `The gate stays shut, since the jobs could not be known: ${down.message}`,
    });
    const advisory = await check({ rules: noFail, enforcement: "advisory" }, fakeCall(down, known));
    expect(advisory.inputs.finding).toEqual({ result: "unknown", violations: [down.message] });
  });

  test("with an argument that is not known yet asks nobody, and refuses nothing yet", async () => {
    for (const news of [
      { rules: { minJobs: unknownValue } },
      { rules: noFail, query: { tags: ["daily", unknownValue] } },
      { rules: unknownValue, enforcement: "advisory" },
    ]) {
      const { inputs, failure } = await check(news, noCall);
      expect({ finding: inputs.finding, failure }).toEqual({
        finding: { result: "pending", violations: [] },
        failure: undefined,
      });
    }
  });

  test("tells rules that are likely a mistake", async () => {
    const call = fakeCall([orders], known);
    await check({ rules: { forbiddenLastInstanceStatuses: ["failed"] } }, call);
    expect(call.warnings).toEqual([expect.stringContaining('"failed" is no known status of a last instance')]);
  });

  test.each<[string, unknown, RegExp]>([
    [
      "another argument",
      { rules: noFail, enforcment: "advisory" },
      /^There is no argument "enforcment"\. The nearest one is enforcement\. There is: query, rules, enforcement/,
    ],
    [
      "another enforcement",
      { rules: noFail, enforcement: "Mandatory" },
      /^enforcement must be "mandatory" or "advisory"\.$/,
    ],
    ["a query that is a text", { rules: noFail, query: "ALL" }, /^query must be an object/],
    ["a query that is a list", { rules: noFail, query: [] }, /^query must be an object/],
    [
      "a query with a consistency",
      { rules: noFail, query: { consistency: "best-effort" } },
      /^A gate needs the whole list/,
    ],
    ["no rules", {}, /^A gate needs rules such as/],
    ["rules without a rule", { rules: {} }, /^Invalid rules: there is no rule/],
    [
      "a rule that there is not",
      { rules: { minJob: 1 } },
      /^Invalid rules: there is no rule "minJob", the nearest is minJobs/,
    ],
    ["credentials", { rules: noFail, client: { credentials: { accessKey: "a" } } }, /^Credentials cannot be given/],
  ])("refuses %s, before anything is asked", async (_what, news, message) => {
    const { failure } = await check(news, { ...noCall, args: known.args });
    expect(failure).toMatch(message);
  });

  test("shows no value of an argument that is a secret, neither in a failure nor in a warning nor in a finding", async () => {
    const secretArgs = ["query", "rules"];
    const rules = { requiredJobs: ["s3cret-job"], forbiddenLastInstanceStatuses: ["s3cret-status"] };
    const call = fakeCall([orders], { ...known, secretArgs });
    const shut = await check({ rules }, call);
    const unreachable = await check(
      { rules: noFail, query: { workspace: "s3cret-workspace" } },
      fakeCall(new NetworkError("No answer for s3cret-workspace."), { ...known, secretArgs }),
    );
    const advisory = await check(
      { rules: noFail, query: { workspace: "s3cret-workspace" }, enforcement: "advisory" },
      fakeCall(new NetworkError("No answer for s3cret-workspace."), { ...known, secretArgs }),
    );
    const shown = [shut.failure, unreachable.failure, ...call.warnings];
    shown.push(...(advisory.inputs.finding?.violations ?? []));
    expect(shown).toHaveLength(4);
    for (const text of shown) {
      expect(text).toContain("[secret]");
      expect(text).not.toContain("s3cret");
    }
  });

  test("throws mistakes of this package on", async () => {
    await expect(check({ rules: noFail }, fakeCall(new TypeError("x is not a function"), known))).rejects.toThrow(
      TypeError,
    );
  });
});

describe("diff", () => {
  const state: GateInputs = { rules: noFail, finding: { result: "holds", violations: [] } };

  test("is of the arguments and of the finding, and of nothing else", () => {
    expect(gate.diff({ ...state, asked: 1 } as GateInputs, { ...state, secrets: [] } as GateInputs)).toEqual([]);
    expect(gate.diff(state, { ...state, rules: { minJobs: 1 } })).toEqual([
      { path: ["rules", "forbiddenLastInstanceStatuses"], kind: "delete" },
      { path: ["rules", "minJobs"], kind: "add" },
    ]);
    const violated = { result: "violated" as const, violations: ["one"] };
    expect(gate.diff(state, { ...state, finding: violated })).toEqual([
      { path: ["finding", "result"], kind: "update" },
      { path: ["finding", "violations", 0], kind: "add" },
    ]);
  });

  test("null is what was left out", () => {
    expect(gate.diff({ ...state, query: null } as unknown as GateInputs, state)).toEqual([]);
  });
});

describe("create, update and read", () => {
  const inputs: GateInputs = { rules: noFail, finding: { result: "holds", violations: [] } };
  const pending: GateInputs = { rules: noFail, finding: { result: "pending", violations: [] } };

  test("keep the inputs; each gate has an ID of its own", async () => {
    const [one, other] = [await gate.create(inputs), await gate.create(inputs)];
    expect(one.outputs).toEqual(inputs);
    expect(one.id).not.toBe(other.id);
    expect(await gate.update(pending, inputs)).toEqual(inputs);
    expect(await gate.read(inputs)).toEqual({ outputs: inputs });
  });

  test("a finding that is still to come is not known to what depends on it", async () => {
    expect((await gate.create(pending)).outputs.finding).toBe(unknownValue);
    expect((await gate.update(inputs, pending)).finding).toBe(unknownValue);
  });
});

test.each([
  ["holds", undefined],
  ["pending", { severity: "info", message: /^The gate will be checked at `pulumi up`/ }],
  ["violated", { severity: "warn", message: /^The gate would be shut, but is advisory:\none\ntwo$/ }],
  ["unknown", { severity: "warn", message: /^The gate is advisory, and the jobs could not be known: one\ntwo$/ }],
] as const)("of a finding that %s people are told what they should know", (result, telling) => {
  const told = tellingOf({ result, violations: ["one", "two"] }, false);
  expect(told?.severity).toBe(telling?.severity);
  if (telling) expect(told?.message).toMatch(telling.message);
  expect(tellingOf({ result, violations: ["one", "two"] }, true)?.message ?? "").not.toContain("one");
});
