// @ts-nocheck
import fc from "fast-check";
import { prometheusRules, type Job } from "../../../sdk/index";

const job = (name: string, fields: object = {}): Job => ({
  ...{ name, jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: 1 },
  ...fields,
});
const jobs = [job("a"), job("b", { status: "STOPPED" }), job("c", { priority: 2, owner: "bi", path: "/x" })];

test("the same jobs in any order give the same rules", () => {
  const text = JSON.stringify(prometheusRules(jobs));
  fc.assert(
    fc.property(fc.shuffledSubarray(jobs, { minLength: jobs.length }), (shuffled) => {
      expect(JSON.stringify(prometheusRules(shuffled))).toBe(text);
    }),
  );
});

test("a run of a job changes no rule; another job adds one group", () => {
  const [first, ...others] = jobs;
  const ran = { ...first, lastInstanceStatus: "fail", lastInstanceEndTime: 5 } as Job;
  expect(prometheusRules([ran, ...others])).toEqual(prometheusRules(jobs));
  const more = prometheusRules([...jobs, job("aa")]).groups;
  expect(more.filter(({ name }) => name !== "dlf default BATCH/aa")).toEqual(prometheusRules(jobs).groups);
});

test("severity, labels, annotations and times are the user's", () => {
  const options = {
    severity: { low: "page-nobody" },
    labels: { team: "data" },
    annotations: { runbook: "r" },
    for: "5m",
  };
  const rule = prometheusRules(jobs.slice(2), options).groups[1]?.rules[0];
  expect(rule).toEqual({
    alert: "DlfJobFailed",
    expr: 'dlf_job_last_instance_status{workspace="default",job="c",status=~"fail|running-exception"} == 1',
    for: "300s",
    labels: { workspace: "default", job: "c", type: "BATCH", severity: "page-nobody", team: "data" },
    annotations: {
      summary: "DataArts job c: its last instance failed ({{ $labels.status }})",
      ...{ owner: "bi", path: "/x", runbook: "r" },
    },
  });
});

test.each([
  { workspce: "x" },
  { blindAfter: "10" },
  { expectedIntervals: [{ jobs: "a", interval: "daily" }] },
  { expectedIntervals: [{ jobs: "a", interval: "5300w" }] },
  { labels: { "not-a-label": "x" } },
])("options that cannot be used are refused: %j", (options) => {
  expect(() => prometheusRules(jobs, options as never)).toThrow("Invalid options:");
});
