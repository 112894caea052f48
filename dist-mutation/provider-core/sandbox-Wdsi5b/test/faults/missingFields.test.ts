// @ts-nocheck
import { DlfClient, evaluateGate, summarizeJobs, type JobsQuery } from "../../sdk";
import { expectNoSecrets } from "./secrets";
import { numberedJobs, quickRuntime, startService } from "./service";

/**
 * As the service answered in the reference's example of 2019 to 2021, the only answer of a real server that was ever
 * published: real-time jobs without a status, and with the status and the end of a last instance.
 */
const published = Array.from({ length: 55 }, (_, index) => ({
  ...{ name: `job_${String(index).padStart(4, "0")}`, jobType: "REAL_TIME", path: "/", owner: "dayu" },
  ...{ createTime: 1_560_000_000_000 + index, createUser: "dayu", priority: 0, singleNodeJobFlag: false },
  ...{ lastInstanceStatus: index === 7 ? "fail" : "success", lastInstanceEndTime: 1_560_100_000_000 + index },
}));

async function clientOf(jobs: Parameters<typeof startService>[0]) {
  const emulator = await startService(jobs);
  const warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);
  const client = new DlfClient({}, { environment: emulator.env(), runtime: quickRuntime, warn });
  return { client, warnings };
}

test("the answer that was published of a real server is listed whole, each job as it was sent, with a word about it", async () => {
  const { client, warnings } = await clientOf({ jobs: published, maxLimit: 10 });
  const { jobs, total, complete } = await client.listJobs({ jobType: "REAL_TIME" });
  expect({ total, complete }).toEqual({ total: 55, complete: true });
  expect(jobs).toEqual(published);
  expect(warnings).toEqual([
    '55 jobs came without fields that the API\'s reference promises (status), such as "job_0000": ' +
      "what is not there is left out of the job.",
  ]);
  expect(summarizeJobs(jobs)).toMatchObject({
    byStatus: { BATCH: {}, REAL_TIME: { "no status": 55 } },
    byLastInstanceStatus: { fail: 1, success: 54 },
    failed: ["job_0007"],
  });
  const broken = (rules: object) => evaluateGate(jobs, rules, 1_560_200_000_000).map((each) => each.jobs.length);
  expect(broken({ forbiddenLastInstanceStatuses: ["fail"] })).toEqual([1]);
  expect(broken({ allowedStatuses: { REAL_TIME: ["NORMAL"] } })).toEqual([55]);
});

test("it is told once, however often the jobs are listed, and once for each workspace", async () => {
  const moved = published.map((job) => ({ ...job, workspace: "w1", createUser: null, createTime: undefined }));
  const { client, warnings } = await clientOf({ jobs: [...published, ...moved, ...numberedJobs(3)] });
  await client.listJobs({ jobType: "REAL_TIME" });
  await client.listJobs({ jobType: "ALL" });
  await client.listJobs({ jobType: "REAL_TIME", jobName: "job_0007" });
  expect(warnings).toHaveLength(1);
  const { jobs } = await client.listJobs({ jobType: "REAL_TIME", workspace: "w1" });
  expect(jobs[0]).not.toHaveProperty("createUser");
  expect(jobs[0]).not.toHaveProperty("createTime");
  expect(warnings).toHaveLength(2);
  expect(warnings[1]).toContain("(status, createUser, createTime)");
});

test("who reads one by one is told too, also when leaving early", async () => {
  const { client, warnings } = await clientOf({ jobs: published, maxLimit: 10 });
  for await (const job of client.iterateJobs({ jobType: "REAL_TIME" })) {
    expect(job.status).toBeUndefined();
    break;
  }
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain("without fields");
});

test("jobs that lack nothing are no reason for a word, and neither is one that the query leaves out", async () => {
  const { client, warnings } = await clientOf({ jobs: [...numberedJobs(30), { name: "job_0000", jobType: "BATCH" }] });
  const query: JobsQuery = { jobName: "job_00000", exactName: true };
  await client.listJobs(query);
  await client.listJobs({ jobType: "REAL_TIME" });
  for await (const job of client.iterateJobs(query)) expect(job.status).toBe("SCHEDULING");
  expect(warnings).toEqual([]);
});

test("a name that quotes a secret is told without it", async () => {
  const { client, warnings } = await clientOf({
    jobs: numberedJobs(1),
    intercept: ({ headers }) => ({
      kind: "page",
      change: (page) => ({ ...page, jobs: [{ name: headers["x-security-token"], jobType: "BATCH" }] }),
    }),
  });
  await client.listJobs();
  expect(warnings).toHaveLength(1);
  expectNoSecrets(warnings);
});
