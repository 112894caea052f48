import { pluginFunctions } from "../../../provider/plugin/functions";
import type { Job } from "../../../sdk/index";

test("getJobs refuses a list that the engine could not take, with what to do", async () => {
  const orders: Job = { name: "ods_orders", jobType: "BATCH", status: "SCHEDULING" };
  const listed = (count: number) => () =>
    Promise.resolve({ jobs: Array<Job>(count).fill(orders), total: count, complete: true, listedAt: 0 });
  const call = (count: number) => pluginFunctions["dlf:index:getJobs"]?.call({}, listed(count), () => undefined);
  await expect(call(100_001)).rejects.toThrow(/^The list holds 100,001 jobs.* Narrow it \(jobName/);
  await expect(call(100_000)).resolves.toMatchObject({ total: 100_000 });
});
