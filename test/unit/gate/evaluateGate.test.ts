import { describeViolations, evaluateGate, type GateRules, type Job } from "../../../sdk/index";

const now = Date.UTC(2026, 10, 24);
const hours = 3_600_000;

function batch(name: string, fields: Partial<Extract<Job, { jobType: "BATCH" }>> = {}): Job {
  return {
    ...{ name, jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: 1 },
    ...{ lastInstanceStatus: "success", lastInstanceEndTime: now - 2 * hours },
    ...fields,
  };
}

function realTime(name: string, status: string): Job {
  return { name, jobType: "REAL_TIME", status, createUser: "etl", createTime: 1 };
}

/** Rule, names of the jobs that break it. */
function found(jobs: Job[], rules: GateRules): [string, string[]][] {
  return evaluateGate(jobs, rules, now).map((violation) => [violation.rule, violation.jobs.map((job) => job.name)]);
}

describe("each rule", () => {
  const failed = batch("failed", { lastInstanceStatus: "fail" });
  const running = batch("running", { lastInstanceStatus: "running" });
  const neverRun = batch("never", { lastInstanceStatus: undefined, lastInstanceEndTime: undefined } as never);
  const old = batch("old", { lastInstanceEndTime: now - 27 * hours });
  const good = batch("good");

  test.each<[string, GateRules, Job[], [string, string[]][]]>([
    ["requiredJobs", { requiredJobs: ["good"] }, [good], []],
    ["requiredJobs, with their case", { requiredJobs: ["Good"] }, [good], [["requiredJobs", []]]],
    ["minJobs", { minJobs: 1 }, [good], []],
    ["minJobs, one short", { minJobs: 2 }, [good], [["minJobs", []]]],
    ["maxJobs", { maxJobs: 1 }, [good], []],
    ["maxJobs, one over", { maxJobs: 1 }, [good, old], [["maxJobs", []]]],
    ["allowedStatuses", { allowedStatuses: { BATCH: ["SCHEDULING"] } }, [good], []],
    [
      "allowedStatuses, of each type",
      { allowedStatuses: { BATCH: ["STOPPED"], REAL_TIME: ["NORMAL"] } },
      [good, realTime("ok", "NORMAL"), realTime("broken", "EXCEPTION")],
      [
        ["allowedStatuses", ["good"]],
        ["allowedStatuses", ["broken"]],
      ],
    ],
    ["forbiddenLastInstanceStatuses", { forbiddenLastInstanceStatuses: ["fail"] }, [good, neverRun, running], []],
    [
      "forbiddenLastInstanceStatuses, broken",
      { forbiddenLastInstanceStatuses: ["fail", "running"] },
      [good, failed, running],
      [["forbiddenLastInstanceStatuses", ["failed", "running"]]],
    ],
    ["maxAgeOfLastSuccess", { maxAgeOfLastSuccess: "2h" }, [good], []],
    [
      "maxAgeOfLastSuccess, too old, failed, running or never run",
      { maxAgeOfLastSuccess: "26h" },
      [good, old, failed, running, neverRun],
      [["maxAgeOfLastSuccess", ["old", "failed", "running", "never"]]],
    ],
    ["maxRunning", { maxRunning: 1 }, [good, running], []],
    ["maxRunning, one over", { maxRunning: 0 }, [good, running], [["maxRunning", ["running"]]]],
    [
      "ignoreJobs, by name and glob",
      { forbiddenLastInstanceStatuses: ["fail"], ignoreJobs: ["f*d"] },
      [good, failed],
      [],
    ],
    [
      "ignoreJobs, a name with the characters of a glob",
      { forbiddenLastInstanceStatuses: ["fail"], ignoreJobs: ["[tmp]*"] },
      [good, { ...failed, name: "[tmp]*" }],
      [],
    ],
    [
      "minPriority: no priority is high, the service's default",
      { forbiddenLastInstanceStatuses: ["fail"], minPriority: "medium" },
      [failed, { ...failed, name: "medium", priority: 1 }, { ...failed, name: "low", priority: 2 }],
      [["forbiddenLastInstanceStatuses", ["failed", "medium"]]],
    ],
  ])("%s", (_title, rules, jobs, expected) => {
    expect(found(jobs, rules)).toEqual(expected);
  });
});

describe("an empty answer does not open a gate by accident", () => {
  const rules: GateRules[] = [
    ...[{ maxJobs: 10 }, { allowedStatuses: { BATCH: ["SCHEDULING"] } }, { maxRunning: 0 }],
    ...[{ forbiddenLastInstanceStatuses: ["fail"] }, { maxAgeOfLastSuccess: "1h" }, { minJobs: 0 }],
  ];

  test.each(rules)("%j is violated by no jobs, unless allowEmpty is set", (rule) => {
    expect(found([], rule)).toEqual([["jobs", []]]);
    expect(found([], { ...rule, allowEmpty: true })).toEqual([]);
  });

  test("neither does a list of which every job is ignored", () => {
    expect(found([batch("a")], { maxJobs: 5, ignoreJobs: ["*"] })).toEqual([["jobs", []]]);
  });

  test("a rule for a type of which there is no job is violated", () => {
    const jobs = [realTime("stream", "NORMAL")];
    expect(found(jobs, { forbiddenLastInstanceStatuses: ["fail"] })).toEqual([["forbiddenLastInstanceStatuses", []]]);
    expect(found(jobs, { forbiddenLastInstanceStatuses: ["fail"], allowEmpty: true })).toEqual([]);
    expect(found([batch("a")], { allowedStatuses: { REAL_TIME: ["NORMAL"] } })).toEqual([["allowedStatuses", []]]);
  });
});

describe("rules that cannot be used are refused", () => {
  test.each<[string, GateRules]>([
    ["no rule", {}],
    ["no rule but what to leave out", { ignoreJobs: ["a"], minPriority: "high", allowEmpty: true }],
    ["an unknown rule", { maxjobs: 1 } as GateRules],
    ["a duration without a unit", { maxAgeOfLastSuccess: "26" }],
    ["more at least than at most", { minJobs: 2, maxJobs: 1 }],
    ["no status that is allowed", { allowedStatuses: { BATCH: [] } }],
    ["part of a job", { minJobs: 0.5 }],
  ])("%s", (_title, rules) => {
    expect(() => evaluateGate([batch("a")], rules, now)).toThrow(
      expect.objectContaining({ code: "INVALID_RULES" }) as Error,
    );
  });
});

describe("the block that a person reads", () => {
  test("names rule, jobs, status, last instance, owner and path", () => {
    const job = batch("ods_orders", { lastInstanceStatus: "fail", owner: "data_team", path: "/ods" });
    const violations = evaluateGate([job], { forbiddenLastInstanceStatuses: ["fail"], requiredJobs: ["gone"] }, now);
    expect(describeViolations(violations, { now }).split("\n")).toEqual([
      'requiredJobs: a required job does not exist: "gone"',
      "forbiddenLastInstanceStatuses: 1 batch job whose last instance is fail",
      "  JOB         TYPE   STATUS      LAST INSTANCE  ENDED   OWNER      PATH",
      "  ods_orders  BATCH  SCHEDULING  fail           2h ago  data_team  /ods",
    ]);
  });

  test("is a screenful at most, and says how many more there are", () => {
    const jobs = Array.from({ length: 5_000 }, (_, index) => batch(`job${index}`, { lastInstanceStatus: "fail" }));
    const rules = { forbiddenLastInstanceStatuses: ["fail"], maxAgeOfLastSuccess: "1h", maxJobs: 10 };
    const lines = describeViolations(evaluateGate(jobs, rules, now), { now, maxLines: 24 }).split("\n");
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.filter((line) => line === "  and 4,992 more")).toHaveLength(2);
  });

  test("no name steers the terminal", () => {
    const evil = batch("a\u001b[2J\nb", { lastInstanceStatus: "fail" });
    const text = describeViolations(evaluateGate([evil], { forbiddenLastInstanceStatuses: ["fail"] }, now), { now });
    expect(text).not.toContain("\u001b");
    expect(text.split("\n")).toHaveLength(3);
  });
});
