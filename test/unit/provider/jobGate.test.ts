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

  test("stays shut where the jobs cannot be known, unless onUnknown lets that pass", async () => {
    const shut = await check({ rules: noFail }, fakeCall(down, known));
    expect(shut).toEqual({
      inputs: { rules: noFail },
      failure: `The gate stays shut, since the jobs could not be known: ${down.message}`,
    });
    const advisory = await check({ rules: noFail, enforcement: "advisory" }, fakeCall(down, known));
    expect(advisory.failure).toBe(shut.failure);
    const warned = await check({ rules: noFail, onUnknown: "warn" }, fakeCall(down, known));
    expect(warned.inputs.finding).toEqual({ result: "unknown", violations: [down.message] });
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

  test("tells what came of the filter, without the values of a secret query", async () => {
    const list = { warnings: ['filter.names: "B_bda" matches no job.'], missingNames: ["B_bda"] };
    const query = { filter: { names: ["B_bda"] } };
    const open = fakeCall([orders], known);
    const secret = fakeCall([orders], { ...known, secretArgs: ["query"] });
    const failures = await Promise.all(
      [open, secret].map(async (call) => {
        const withFindings: FakeCall = {
          ...call,
          list: async (...asked) => ({ ...(await call.list(...asked)), ...list }),
        };
        return (await check({ query, rules: noFail }, withFindings)).failure;
      }),
    );
    expect(open.warnings).toEqual(list.warnings);
    expect(failures[0]).toContain('filter: a job that filter.names names does not exist: "B_bda"');
    expect([...secret.warnings, failures[1]].join()).not.toContain("B_bda");
    expect(secret.warnings).toHaveLength(1);
  });

  test("tells rules that are likely a mistake", async () => {
    const call = fakeCall([orders], known);
    await check({ rules: { forbiddenLastInstanceStatuses: ["failed"] } }, call);
    expect(call.warnings).toEqual([expect.stringContaining('"failed" is no known status of a last instance')]);
  });

  test("warns of an exemption that has run out, and keeps all notes with the finding", async () => {
    const exemptions = [
      { jobs: ["dwd_stock"], reason: "being repaired", until: "2026-12-31" },
      { jobs: ["gone"], reason: "on its way", until: "2026-12-31" },
      { jobs: ["ods_orders"], reason: "was slow", until: "1969-12-31" },
    ];
    const call = fakeCall([orders, stock], known);
    const { inputs } = await check({ rules: { ...noFail, exemptions } }, call);
    const told = [
      'The exemption of "gone" (on its way) matches no job.',
      'The exemption of "ods_orders" (was slow) ran out on 1969-12-31: it counts again.',
    ];
    expect(call.warnings).toEqual(told);
    expect(inputs.finding).toEqual({
      ...{ result: "holds", violations: [] },
      notes: ['Exempt until 2026-12-31: "dwd_stock" (being repaired).', ...told],
    });
    const shut = await check({ rules: { ...noFail, exemptions: exemptions.slice(1) } }, fakeCall([stock], known));
    expect(shut.failure?.split("\n").slice(-2)).toEqual([
      told[0],
      'The exemption of "ods_orders" (was slow) ran out on 1969-12-31: it counts again.',
    ]);
  });

  test("keeps what is tolerated as a note, with the names of the jobs", async () => {
    const { inputs } = await check({ rules: { ...noFail, tolerate: 1 } }, fakeCall([orders, stock], known));
    expect(inputs.finding?.notes).toEqual([
      "forbiddenLastInstanceStatuses: 1 batch job whose last instance is fail (1 tolerated): dwd_stock",
    ]);
    const secret = { ...known, secretArgs: ["rules"] };
    const rules = {
      ...noFail,
      ignoreJobs: ["dwd_stock"],
      exemptions: [{ jobs: ["x9"], reason: "r9", until: "2026-12-31" }],
    };
    const hidden = await check({ rules }, fakeCall([orders], secret));
    expect(hidden.inputs.finding?.notes).toEqual(['The exemption of "[secret]" ([secret]) matches no job.']);
  });

  test("names no jobs where none break the rule, and shows the age of what failed by the time of the list", async () => {
    const { inputs } = await check(
      { rules: { minJobs: 3 }, enforcement: "advisory" },
      fakeCall([orders, stock], known),
    );
    expect(inputs.finding?.violations).toEqual(["minJobs: 2 jobs, of which there must be at least 3"]);
    // The list is of the second 1,000.
    const ended = { ...stock, lastInstanceEndTime: 400_000 };
    expect((await check({ rules: noFail }, fakeCall([ended], known))).failure).toMatch(/ fail +10m ago /);
  });

  test("warns of a last status that no rule knows", async () => {
    const call = fakeCall([{ ...orders, lastInstanceStatus: "exploded" }], known);
    await check({ rules: noFail }, call);
    expect(call.warnings).toEqual([expect.stringMatching(/^1 job has a last instance status that is not known/)]);
  });

  test.each<[string, unknown, RegExp]>([
    ["another policy", { rules: noFail, onUnknown: "pass" }, /^onUnknown must be "stop" or "warn"\.$/],
    ["a wait that cannot be", { rules: noFail, wait: { timeout: "soon" } }, /^Invalid wait: timeout/],
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
      { rules: noFail, query: { workspace: "s3cret-workspace" }, onUnknown: "warn" },
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
    const [one, other] = [await gate.create(inputs, noCall), await gate.create(inputs, noCall)];
    expect(one.outputs).toEqual(inputs);
    expect(one.id).not.toBe(other.id);
    expect(await gate.update(pending, inputs, noCall)).toEqual(inputs);
    expect(await gate.read(inputs)).toEqual({ outputs: inputs });
  });

  test("one whose inputs were not known asks at once where it is created, and tells what came of the filter", async () => {
    const own = new JobGate();
    const listed = fakeCall([orders], known);
    const call: FakeCall = {
      ...listed,
      list: async (...asked) => ({ ...(await listed.list(...asked)), warnings: ['filter.names: "x" matches no job.'] }),
    };
    const { outputs } = await own.create(pending, call);
    expect(outputs).toEqual({ rules: noFail, finding: { result: "holds", violations: [] } });
    expect(call.warnings).toEqual(['filter.names: "x" matches no job.']);
    await expect(own.create(pending, fakeCall([stock], known))).rejects.toThrow(/^The gate is shut/);
    await expect(own.create(pending, fakeCall(down, known))).rejects.toThrow(/^The gate stays shut/);
    expect((await own.create({ rules: noFail }, fakeCall([orders], known))).outputs.finding?.result).toBe("holds");
  });

  test("one that waits and was not known asks at once, one that was checked at the next of the common times", async () => {
    const wait = { timeout: "1m", interval: "20s" } as const;
    const slept: number[] = [];
    const withClock = (): FakeCall => {
      const call = fakeCall([orders], known);
      return { ...call, clock: { ...call.clock, sleep: (ms) => (slept.push(ms), call.clock.sleep(ms)) } };
    };
    await gate.create({ ...pending, wait }, withClock());
    expect(slept).toEqual([]);
    await gate.create({ ...pending, wait, finding: { result: "waiting", violations: [] } }, withClock());
    expect(slept).toEqual([20_000]);
  });

  test("a gate that has waited told in its check what came of the filter, and does not again", async () => {
    const listed = fakeCall([orders], known);
    const call: FakeCall = {
      ...listed,
      list: async (...asked) => ({ ...(await listed.list(...asked)), warnings: ["w"] }),
    };
    const wait = { timeout: "1m", interval: "20s" } as const;
    await gate.create({ ...pending, wait, finding: { result: "waiting", violations: [] } }, call);
    expect(call.warnings).toEqual([]);
  });

  test("a finding that is still to come is not known to what depends on it", async () => {
    const preview = fakeCall(down, { args: [], isPreview: true });
    expect((await gate.create(pending, preview)).outputs.finding).toBe(unknownValue);
    expect((await gate.update(inputs, pending, preview)).finding).toBe(unknownValue);
    expect(preview.asked).toEqual([]);
  });
});

describe("a gate that waits", () => {
  const args = { rules: noFail, wait: { timeout: "10s", interval: "1s" } } as const;
  const ready: Job = { ...stock, lastInstanceStatus: "success" };
  const failing = [orders, stock];

  /** The answers one after the other, the last of them for ever. */
  function inTurn(...answers: (readonly Job[] | Error)[]) {
    return fakeCall(() => (answers.length > 1 ? answers.shift() : answers[0]) ?? [], known);
  }

  async function checkAndCreate(news: unknown, call: FakeCall) {
    const { inputs, failure } = await check(news, call);
    if (failure !== undefined) throw new Error(`check: ${failure}`);
    return (await gate.create(inputs, call)).outputs.finding;
  }

  test("is let through check as waiting, with what is not so yet", async () => {
    const { inputs } = await check(args, fakeCall(failing, known));
    expect(inputs.finding).toEqual({ result: "waiting", violations: [expect.stringMatching(/: dwd_stock$/)] });
    const unreachable = await check(args, fakeCall(down, known));
    expect(unreachable.inputs.finding).toEqual({ result: "waiting", violations: [down.message] });
  });

  test("asks again where it is created or updated, until the rules hold", async () => {
    const call = inTurn(failing, failing, down, [orders, ready]);
    expect(await checkAndCreate(args, call)).toEqual({ result: "holds", violations: [] });
    expect(call.asked).toHaveLength(4);
    expect(call.shown).toEqual(["1 of 2 jobs not ready, 9s left", "the jobs could not be known (NETWORK), 8s left"]);
    const waiting = { ...args, finding: { result: "waiting", violations: [] } } as GateInputs;
    const updated = await gate.update({ ...args }, waiting, inTurn(failing, [orders, ready]));
    expect(updated.finding).toEqual({ result: "holds", violations: [] });
  });

  test("asks nobody in a preview, and its finding is not known there", async () => {
    const call = fakeCall(failing, { ...known, isPreview: true });
    expect(await checkAndCreate(args, call)).toBe(unknownValue);
    expect(call.asked).toHaveLength(1);
  });

  test("wants so many good answers in a row", async () => {
    const good = [orders, ready];
    const call = inTurn(failing, good, failing, good, good, failing);
    const wait = { ...args.wait, consecutive: 2 };
    expect((await checkAndCreate({ ...args, wait }, call))?.result).toBe("holds");
    expect(call.asked).toHaveLength(5);
  });

  test("is shut with the whole block when the time is over", async () => {
    await expect(checkAndCreate(args, fakeCall(failing, known))).rejects.toThrow(
      /^The gate is shut:\nforbidden.*\n.*JOB/,
    );
    const held = { ...args, wait: { timeout: "1s", interval: "1s", consecutive: 3 } };
    await expect(checkAndCreate(held, inTurn(failing, [orders]))).rejects.toThrow(/wait: the rules held 1 of 3 times/);
    const advisory = await checkAndCreate({ ...args, enforcement: "advisory" }, fakeCall(failing, known));
    expect(advisory?.result).toBe("violated");
  });

  test("whose jobs cannot be known until the end does as onUnknown says", async () => {
    await expect(checkAndCreate(args, fakeCall(down, known))).rejects.toThrow(/^The gate stays shut, since the jobs/);
    expect((await checkAndCreate({ ...args, onUnknown: "warn" }, fakeCall(down, known)))?.result).toBe("unknown");
  });

  test("ends at once at a rule that fails fast, in check already", async () => {
    const wait = { ...args.wait, failFast: ["forbiddenLastInstanceStatuses"] };
    expect((await check({ ...args, wait }, fakeCall(failing, known))).failure).toMatch(/^The gate is shut/);
    const call = inTurn([], failing);
    await expect(checkAndCreate({ ...args, wait }, call)).rejects.toThrow(/^The gate is shut/);
    expect(call.asked).toHaveLength(2);
  });

  test("shows no value of an argument that is a secret, at the end of the wait either", async () => {
    const secret = { ...args, query: { jobName: "s3cret" } };
    const call = fakeCall(new NetworkError("No answer about s3cret."), { ...known, secretArgs: ["query"] });
    const own = new JobGate();
    const { inputs } = await own.check({} as GateInputs, secret, call);
    const error: unknown = await own.create(inputs, call).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/No answer about \[secret\]/);
  });

  test.each([
    [{ timeout: "soon" }, /wait: timeout must be a length of time/],
    [{ timeout: "10m", interval: "10ms" }, /interval must be from 1s to 1d/],
    [{ timeout: "10m", failFast: ["minJob"] }, /failFast\[0\] must be the name of a rule/],
    [{ timeout: "10m", tries: 3 }, /tries/],
  ])("%j is refused", async (wait, message) => {
    expect((await check({ ...args, wait }, fakeCall(down, known))).failure).toMatch(message);
  });
});

test.each([
  ["holds", undefined],
  ["pending", { severity: "info", message: /^The gate will be checked at `pulumi up`/ }],
  ["violated", { severity: "warn", message: /^The gate would be shut, but is advisory:\none\ntwo$/ }],
  ["unknown", { severity: "warn", message: /^The jobs could not be known, and the gate lets that pass: one\ntwo$/ }],
] as const)("of a finding that %s people are told what they should know", (result, telling) => {
  const told = tellingOf({ result, violations: ["one", "two"] }, false);
  expect(told?.severity).toBe(telling?.severity);
  if (telling) expect(told?.message).toMatch(telling.message);
  expect(tellingOf({ result, violations: ["one", "two"] }, true)?.message ?? "").not.toContain("one");
});

test("of a gate that will wait people are told how long, and what is not so yet", () => {
  const finding = { result: "waiting" as const, violations: ["one"], notes: ["two"] };
  expect(tellingOf(finding, false, { timeout: "10m" })).toEqual({
    severity: "info",
    message: "The gate is not open yet: `pulumi up` will wait for it up to 10m.\none\ntwo",
  });
  expect(tellingOf(finding, true)?.message).toBe(
    "The gate is not open yet: `pulumi up` will wait for it up to its limit.\n[secret], as its arguments are",
  );
});

test("of one that holds people are told the notes alone", () => {
  const finding = { result: "holds" as const, violations: [] };
  expect(tellingOf({ ...finding, notes: [] }, false)).toBeUndefined();
  expect(tellingOf({ ...finding, notes: ["Exempt."] }, false)).toEqual({
    severity: "info",
    message: "The gate is open:\nExempt.",
  });
});
