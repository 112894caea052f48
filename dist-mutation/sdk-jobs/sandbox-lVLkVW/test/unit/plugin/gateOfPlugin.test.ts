// @ts-nocheck
import { JobGate, gateArgs } from "../../../provider/core/jobGate";
import { gateOfPlugin } from "../../../provider/plugin/gateOfPlugin";
import type { Job } from "../../../sdk/index";
import { fakeCall, noCall } from "../provider/fakeCall";

const gate = gateOfPlugin(new JobGate());
const batch: Job = { name: "ods_orders", jobType: "BATCH", status: "PAUSED" };
const realTime: Job = { name: "clicks", jobType: "REAL_TIME", status: "NORMAL" };
const known = { args: gateArgs };
const rules = { allowedStatuses: { batch: ["PAUSED"], realTime: ["NORMAL"] }, minJobs: 1 };

test("the rules are evaluated under the API's names, and kept under the program's", async () => {
  const checked = await gate.check({}, { rules }, fakeCall([batch, realTime], known));
  expect(checked).toEqual({ inputs: { rules, finding: { result: "holds", violations: [] } } });
  const { failure } = await gate.check(
    {},
    { rules: { allowedStatuses: { realTime: ["EXCEPTION"] } } },
    fakeCall([batch, realTime], known),
  );
  expect(failure).toMatch(/^The gate is shut:\nallowedStatuses: 1 real-time job with a status other than EXCEPTION/);
});

test("what is wrong is told in the program's names", async () => {
  const call = fakeCall([batch], known);
  await gate.check({}, { rules: { allowedStatuses: { batch: ["PAUSED", "PUASED"] } } }, call);
  expect(call.warnings).toEqual([expect.stringMatching(/^allowedStatuses\.batch: "PUASED" is no known status/)]);

  const refused = async (allowedStatuses: unknown) =>
    (await gate.check({}, { rules: { allowedStatuses } }, { ...noCall, ...known })).failure;
  expect(await refused({ batch: [] })).toBe("Invalid rules: allowedStatuses.batch must name at least one status.");
  expect(await refused({ realTime: [""] })).toBe("Invalid rules: allowedStatuses.realTime[0] must not be empty.");
  expect(await refused({})).toBe("Invalid rules: allowedStatuses must name at least one type of job.");
  expect(await refused({ BATCH: ["PAUSED"] })).toBe(
    'allowedStatuses: There is no argument "BATCH". The nearest one is batch. There is: batch, realTime.',
  );
});

test("rules that are no rules are refused as they are", async () => {
  for (const given of [{}, { rules: "x" }, { rules: { allowedStatuses: "x" } }, { rules: { allowedStatuses: [] } }]) {
    expect((await gate.check({}, given, { ...noCall, ...known })).failure).toMatch(/rule/);
  }
});

test("state and inputs are compared, recorded and read under the program's names", async () => {
  const inputs = { rules, finding: { result: "holds", violations: [] } };
  const other = { ...inputs, rules: { ...rules, allowedStatuses: { batch: ["PAUSED"] } } };
  expect(gate.diff(inputs, other)).toEqual([{ path: ["rules", "allowedStatuses", "realTime"], kind: "delete" }]);
  expect((await gate.create(inputs, noCall)).outputs).toEqual(inputs);
  expect(await gate.update(other, inputs, noCall)).toEqual(inputs);
  expect(await gate.read(inputs, noCall)).toEqual({ outputs: inputs });
});
