import { unknownValue } from "../../../provider/core/unknown";
import { pluginFunctions } from "../../../provider/plugin/functions";
import type { Job } from "../../../sdk/index";
import { schemaExamples } from "../../plugin/schemaExamples";
import { schema } from "./schema";

test("the schema offers the functions that there are, with their arguments and with all that comes out", () => {
  const offered = Object.entries(schema.functions).map(([token, { inputs, outputs }]) => [
    token,
    { args: Object.keys(inputs.properties).sort(), outputs: Object.keys(outputs.properties).sort() },
  ]);
  const there = Object.entries(pluginFunctions).map(([token, { args, outputs }]) => [
    token,
    { args: [...args].sort(), outputs: [...outputs].sort() },
  ]);
  expect(Object.fromEntries(there)).toEqual(Object.fromEntries(offered));
});

test("the programs that the schema shows of each are run", () => {
  const names = [...Object.keys(schema.functions), ...Object.keys(schema.resources)].map(
    (token) => token.split(":")[2],
  );
  const run = schemaExamples.map((name) => name.toLowerCase());
  for (const name of names) expect(run).toContain(name?.toLowerCase());
});

test("getJobs refuses a list that the engine could not take, with what to do", async () => {
  const orders: Job = { name: "ods_orders", jobType: "BATCH", status: "SCHEDULING" };
  const listed = (count: number) => () =>
    Promise.resolve({ jobs: Array<Job>(count).fill(orders), total: count, complete: true, listedAt: 0 });
  const call = (count: number) => pluginFunctions["dlf:index:getJobs"]?.call({}, listed(count), () => undefined);
  await expect(call(100_001)).rejects.toThrow(/^The list holds 100,001 jobs.* Narrow it \(jobName/);
  await expect(call(100_000)).resolves.toMatchObject({ total: 100_000 });
});

test("neither function gives the engine a text that it would take for an unknown value", async () => {
  const job: Job = { name: "ods_orders", jobType: "BATCH", owner: unknownValue };
  const listed = () => Promise.resolve({ jobs: [job], total: 1, complete: true, listedAt: 0 });
  for (const [token, args] of [
    ["dlf:index:getJobs", {}],
    ["dlf:index:getJob", { name: job.name }],
  ] as const) {
    await expect(pluginFunctions[token]?.call(args, listed, () => undefined)).rejects.toThrow('job "ods_orders"');
  }
});
