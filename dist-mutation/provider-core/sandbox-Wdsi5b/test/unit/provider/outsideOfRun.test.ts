// @ts-nocheck
import * as pulumi from "@pulumi/pulumi";
import { DlfJobGate, DlfJobs, getDlfJobs } from "../../../provider";
import { generateJobs } from "../../../sdk/testing/generateJobs";
import { startDlfEmulator, type DlfEmulator } from "../../../sdk/testing";

let service: DlfEmulator;
const environment = process.env;

beforeEach(async () => {
  service = await startDlfEmulator({ jobs: { seed: 1, batch: 3, realTime: 0 } });
  process.env = { ...environment, ...service.env() };
});
afterEach(async () => {
  process.env = environment;
  await service.close();
});

test("in a script no listing is kept, and no configuration: each call sees the service and the environment as they are", async () => {
  expect((await getDlfJobs()).total).toBe(3);
  service.setJobs(generateJobs({ seed: 1, batch: 4, realTime: 0 }));
  expect((await getDlfJobs()).total).toBe(4);

  const other = await startDlfEmulator({ jobs: { seed: 1, batch: 7, realTime: 0 } });
  process.env = { ...environment, ...other.env() };
  expect((await getDlfJobs()).total).toBe(7);
  await other.close();
});

test("calls that are made together share one listing in a script as well", async () => {
  await Promise.all([getDlfJobs(), getDlfJobs(), getDlfJobs({ jobType: "BATCH" })]);
  expect(service.requests.jobs).toBe(2);
});

test("under Pulumi's mocks a gate and a snapshot are what the mock makes of them, and nothing is sent", async () => {
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }: { name: string; inputs: object }) => ({
      id: name,
      state: name === "told" ? { ...inputs, finding: { result: "holds", violations: [] } } : inputs,
    }),
    call: () => ({}),
  });
  const rules = { minJobs: 1 };
  const value = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => output.apply(resolve));
  expect(await value(new DlfJobGate("told", { rules }).finding)).toEqual({ result: "holds", violations: [] });
  expect(await value(new DlfJobGate("silent", { rules }).finding)).toBeUndefined();
  expect(await value(new DlfJobs("jobs").names)).toBeUndefined();
  expect(service.requests.jobs).toBe(0);
});
