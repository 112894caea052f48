import { defaultCompareFields, jobFields, takeSnapshot } from "../../../provider/core/snapshot";
import type { Job } from "../../../sdk/index";

const fields = { owner: "etl", priority: 0, createUser: "etl", createTime: 1, lastInstanceStatus: "fail" };
const jobs: Job[] = [
  { name: "a", jobType: "BATCH", status: "Scheduling ", ...fields, lastInstanceEndTime: 5 },
  { name: "s", jobType: "REAL_TIME", status: "NORMAL", ...fields, lastInstanceEndTime: 5 },
];

test("shows no difference to what 0.1.0 recorded, which knew no last instance of a real-time job", () => {
  const kept = { owner: "etl", priority: 0, createUser: "etl", createTime: 1 };
  expect(takeSnapshot(jobs, defaultCompareFields)).toEqual({
    "BATCH/a": { status: "Scheduling ", ...kept },
    "REAL_TIME/s": { status: "NORMAL", ...kept },
  });
  expect(takeSnapshot(jobs, jobFields)).toEqual({
    "BATCH/a": { status: "Scheduling ", ...kept, lastInstanceStatus: "fail", lastInstanceEndTime: 5 },
    "REAL_TIME/s": { status: "NORMAL", ...kept },
  });
});

test("a job that came without a field is recorded without it", () => {
  expect(takeSnapshot([{ name: "s", jobType: "REAL_TIME" }], jobFields)).toStrictEqual({ "REAL_TIME/s": {} });
});
