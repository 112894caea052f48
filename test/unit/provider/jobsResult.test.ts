import { jobsResult } from "../../../provider/core/jobsResult";
import type { Job, JobsQuery } from "../../../sdk/index";

const jobs: Job[] = [
  { name: "ods_orders", jobType: "BATCH" },
  { name: "clicks", jobType: "REAL_TIME" },
];

function result(args: JobsQuery, list: Partial<Parameters<typeof jobsResult>[1]> = {}) {
  const warnings: string[] = [];
  const listed = { jobs, total: 2, complete: true, listedAt: 0, ...list };
  return { warnings, ...jobsResult(args, listed, (message) => warnings.push(message)) };
}

test("holds the query, with the default type, the names and the jobs in their order", () => {
  expect(result({ tags: ["daily"], workspace: null as never, jobName: undefined })).toEqual({
    ...{ tags: ["daily"], jobType: "BATCH", id: expect.stringMatching(/^[0-9a-f]{16}$/) as string },
    ...{ total: 2, names: ["ods_orders", "clicks"], jobs, complete: true, warnings: [] },
  });
  expect(result({ jobType: "ALL" }).jobType).toBe("ALL");
});

test("the ID is of the query alone, and the same in every run and release", () => {
  expect(result({}).id).toBe(result({ jobType: "BATCH" }, { jobs: [], total: 0 }).id);
  expect(result({ jobType: "ALL", tags: ["a"] }).id).toBe(result({ tags: ["a"], jobType: "ALL" }).id);
  expect(result({ jobType: "ALL" }).id).not.toBe(result({}).id);
  expect(result({}).id).toBe("9885c08d65fdbada");
});

test("a program that changes its jobs changes those of no other call", () => {
  const [first] = result({}).jobs;
  expect(first).toEqual(jobs[0]);
  expect(first).not.toBe(jobs[0]);
});

test("what should be looked at is warned of, and a list that did not settle before all", () => {
  const told = result({}, { complete: false, warnings: ["2 jobs lack a field."] });
  expect(told.complete).toBe(false);
  expect(told.warnings).toEqual([
    "the list of jobs did not settle; 2 came (consistency: best-effort).",
    "2 jobs lack a field.",
  ]);
});
