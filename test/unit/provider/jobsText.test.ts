import { jobsOfText, jobsToText } from "../../../provider/core/jobsText";
import type { Job } from "../../../sdk/index";

const jobs: Job[] = [
  { name: "ods_orders", jobType: "BATCH", owner: "数据" },
  { name: "7", jobType: "BATCH" },
  { name: "__proto__", jobType: "BATCH" },
  { name: "ods_orders", jobType: "REAL_TIME", status: "NORMAL" },
];

test("jobs stand in the text by type and name, and come out as they were, in their order", () => {
  const text = jobsToText(jobs);
  expect(Object.keys(JSON.parse(text) as object)).toEqual([
    ...["BATCH/ods_orders", "BATCH/7", "BATCH/__proto__", "REAL_TIME/ods_orders"],
  ]);
  expect(jobsOfText(text)).toEqual(jobs);
  expect(jobsOfText(jobsToText([]))).toEqual([]);
});

test("the list itself, as 0.1.0 wrote it, is read as well", () => {
  expect(jobsOfText(jobs)).toEqual(jobs);
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["null", null],
  ["an object", { name: "a" }],
  ["a list in which one is no job", [jobs[0], { jobType: "BATCH" }]],
  ["a list of nothing", [null]],
  ["a list of texts", ["ods_orders"]],
  ["a text that is no JSON", "ods_orders"],
  ["JSON that is no object", "null"],
  ["JSON that is a number", "7"],
  ["JSON with one that is no job", '{"a":{"name":"a"},"b":{"name":1}}'],
])("%s, which somebody has made of the state, is no list of jobs", (_what, value) => {
  expect(jobsOfText(value)).toBeUndefined();
});
