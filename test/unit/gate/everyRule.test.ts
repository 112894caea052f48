import { evaluateGate, ruleNames, type GateRules, type Job } from "../../../sdk/index";

const now = Date.UTC(2026, 10, 24);
const job: Job = {
  ...{ name: "ods_orders", jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: 1 },
  ...{ lastInstanceStatus: "running-exception", lastInstanceEndTime: now },
};

/** What this job breaks of each rule: one that is accepted and never looked at would open every gate. */
const broken: Readonly<Record<string, GateRules>> = {
  requiredJobs: { requiredJobs: ["dws_orders"] },
  minJobs: { minJobs: 2 },
  maxJobs: { maxJobs: 0 },
  allowedStatuses: { allowedStatuses: { BATCH: ["PAUSED"] } },
  forbiddenLastInstanceStatuses: { forbiddenLastInstanceStatuses: ["running-exception"] },
  maxAgeOfLastSuccess: { maxAgeOfLastSuccess: "26h" },
  maxRunning: { maxRunning: 0 },
};

test.each(ruleNames.filter((name) => name !== "jobs"))("%s can be broken", (name) => {
  expect(evaluateGate([job], broken[name] ?? {}, now).map(({ rule }) => rule)).toEqual([name]);
});

test("jobs, by a list without any", () => {
  expect(evaluateGate([], { maxJobs: 1 }, now).map(({ rule }) => rule)).toEqual(["jobs"]);
});
