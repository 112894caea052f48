import fc from "fast-check";
import { parseJobs, parseJobsSummary, summarizeJobs, type Job } from "../../../sdk/index";

const now = Date.UTC(2026, 10, 24);
const jobs: Job[] = [
  { name: "b", jobType: "BATCH", status: "SCHEDULING", createUser: "u", createTime: 1, lastInstanceStatus: "fail" },
  {
    ...{ name: "a", jobType: "BATCH", status: "STOPPED", createUser: "u", createTime: 1 },
    ...{ lastInstanceStatus: "success", lastInstanceEndTime: now - 1_000 },
  },
  { name: "c", jobType: "BATCH", status: "SCHEDULING", createUser: "u", createTime: 1 },
  { name: "s", jobType: "REAL_TIME", status: "EXCEPTION", createUser: "u", createTime: 1 },
];

test("counts by type, status and last instance, and names what failed or is stale", () => {
  expect(summarizeJobs(jobs, { staleAfterMs: 1_000, now })).toEqual({
    total: 4,
    byType: { BATCH: 3, REAL_TIME: 1 },
    byStatus: { BATCH: { SCHEDULING: 2, STOPPED: 1 }, REAL_TIME: { EXCEPTION: 1 } },
    byLastInstanceStatus: { fail: 1, "never run": 1, success: 1 },
    failed: ["b", "s"],
    stale: ["b", "c"],
  });
  expect(summarizeJobs(jobs, { staleAfterMs: 999, now }).stale).toEqual(["a", "b", "c"]);
  expect(summarizeJobs(jobs, { now }).stale).toEqual([]);
});

test("statuses are counted by their known spelling, and none under a name of its own", () => {
  const odd = [
    { ...jobs[0], name: "d", status: "scheduling", lastInstanceStatus: "FAIL" },
    { ...jobs[0], name: "e", status: "NEW", lastInstanceStatus: "new" },
    { name: "f", jobType: "BATCH", lastInstanceStatus: "forceSuccess", lastInstanceEndTime: now },
    {
      name: "g",
      jobType: "BATCH",
      status: "SCHEDULING",
      lastInstanceStatus: "success",
      lastInstanceEndTime: now * 1e3,
    },
    { name: "t", jobType: "REAL_TIME", lastInstanceStatus: "fail " },
  ] as Job[];
  expect(summarizeJobs([...jobs, ...odd], { staleAfterMs: 1_000, now })).toEqual({
    total: 9,
    byType: { BATCH: 7, REAL_TIME: 2 },
    byStatus: {
      BATCH: { NEW: 1, SCHEDULING: 4, STOPPED: 1, "no status": 1 },
      REAL_TIME: { EXCEPTION: 1, "no status": 1 },
    },
    // Of the real-time jobs only the one that has an instance.
    byLastInstanceStatus: { fail: 3, forceSuccess: 1, "never run": 1, new: 1, success: 2 },
    failed: ["b", "d", "s", "t"],
    stale: ["b", "c", "d", "e", "g"],
  });
});

test("is the same text for the same jobs in any order", () => {
  const text = JSON.stringify(summarizeJobs(jobs, { now }));
  fc.assert(
    fc.property(fc.shuffledSubarray(jobs, { minLength: jobs.length }), (shuffled) => {
      expect(JSON.stringify(summarizeJobs(shuffled, { now }))).toBe(text);
    }),
  );
});

test("what another stack exported is read back as it was, or refused", () => {
  const summary = summarizeJobs(jobs, { now });
  expect(parseJobsSummary(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  expect(parseJobs(JSON.parse(JSON.stringify(jobs)))).toEqual(jobs);
  const forGood = expect.objectContaining({ code: "UNEXPECTED_ANSWER", permanent: true }) as Error;
  for (const wrong of [undefined, null, {}, [], { ...summary, total: "4" }]) {
    expect(() => parseJobsSummary(wrong)).toThrow("not a summary of jobs");
    expect(() => parseJobsSummary(wrong)).toThrow(forGood);
  }
  for (const wrong of [undefined, {}, [{ ...jobs[0], name: "" }], [{ ...jobs[0], jobType: "STREAM" }]]) {
    expect(() => parseJobs(wrong)).toThrow("not jobs");
    expect(() => parseJobs(wrong)).toThrow(forGood);
  }
});

test("of many jobs that are none the first is told, in one line", () => {
  const wrong = Array.from({ length: 500 }, (_, index) => ({ ...jobs[0], name: `job-${index}`, jobType: "STREAM" }));
  const read = () => parseJobs([jobs[0], ...wrong]);
  expect(read).toThrow(/^These are not jobs \(the output of a stack that exports them\): \[1\]/);
  expect(read).not.toThrow(/\[2\]/);
});

test("a real-time job is counted by the statuses of real-time jobs", () => {
  const stream: Job = { name: "s", jobType: "REAL_TIME", status: "normal" };
  expect(summarizeJobs([stream], { now }).byStatus).toEqual({ BATCH: {}, REAL_TIME: { NORMAL: 1 } });
  expect(summarizeJobs([stream], { now }).byLastInstanceStatus).toEqual({});
});

test("a time as far ahead as clocks may differ is no future", () => {
  const at = (lastInstanceEndTime: number): Job[] => [{ ...jobs[1], lastInstanceEndTime } as Job];
  expect(summarizeJobs(at(now + 300_000), { staleAfterMs: 1, now }).stale).toEqual([]);
  expect(summarizeJobs(at(now + 300_001), { staleAfterMs: 1, now }).stale).toEqual(["a"]);
  const untold = [{ ...jobs[1], lastInstanceEndTime: undefined }] as unknown as Job[];
  expect(summarizeJobs(untold, { staleAfterMs: 1, now }).stale).toEqual(["a"]);
});
