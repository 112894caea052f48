import { decideGate, describeViolations, evaluateGate, type GateRules, type Job } from "../../../sdk";

/** What people read of a gate that is shut: each rule says what is wrong, how often, and with which jobs. */

const now = Date.UTC(2026, 10, 24, 12);

function batch(name: string, fields: Partial<Job> = {}): Job {
  return { name, jobType: "BATCH", status: "SCHEDULING", lastInstanceStatus: "success", ...fields };
}

function stream(name: string, status = "NORMAL"): Job {
  return { name, jobType: "REAL_TIME", status };
}

const failed = { lastInstanceStatus: "fail" };
const running = { lastInstanceStatus: "running" };
const { lastInstanceStatus: _none, ...neverRun } = batch("never");
const all = "(allowEmpty lets the gate hold all the same)";
const rule = "(allowEmpty lets the rule hold all the same)";

test.each<[GateRules, Job[], string[]]>([
  [{ requiredJobs: ["a", "x"] }, [batch("a")], ['requiredJobs: a required job does not exist: "x"']],
  [{ requiredJobs: ["x", "y", "x"] }, [batch("a")], ['requiredJobs: 2 required jobs do not exist: "x", "y"']],
  [{ minJobs: 2 }, [batch("a")], ["minJobs: 1 job, of which there must be at least 2"]],
  [{ maxJobs: 1 }, [batch("a"), batch("b")], ["maxJobs: 2 jobs, of which there may be at most 1"]],
  [{ minJobs: 1 }, [], [`jobs: the list is empty: no job matches the query ${all}`]],
  [
    { minJobs: 1, ignoreJobs: ["*"] },
    [batch("a"), batch("b")],
    [`jobs: all 2 listed jobs are left out by ignoreJobs, minPriority or exemptions ${all}`],
  ],
  [
    { allowedStatuses: { BATCH: ["SCHEDULING", "PAUSED"], REAL_TIME: ["NORMAL"] } },
    [batch("a", { status: "STOPPED" }), stream("s", "EXCEPTION"), stream("t", "EXCEPTION")],
    [
      "allowedStatuses: 1 batch job with a status other than SCHEDULING or PAUSED",
      "allowedStatuses: 2 real-time jobs with a status other than NORMAL",
    ],
  ],
  [
    { allowedStatuses: { REAL_TIME: ["NORMAL"] } },
    [batch("a")],
    [`allowedStatuses: there is no REAL_TIME job to look at: does the query list them (jobType)? ${rule}`],
  ],
  [
    { maxRunning: 0 },
    [stream("s")],
    [`maxRunning: there is no BATCH job to look at: does the query list them (jobType)? ${rule}`],
  ],
  [{ maxRunning: 0 }, [neverRun], [`maxRunning: no job tells a last instance: nothing to look at ${rule}`]],
  [
    { forbiddenLastInstanceStatuses: ["fail", "running"] },
    [batch("a", failed), batch("b", running)],
    ["forbiddenLastInstanceStatuses: 2 batch jobs whose last instance is fail or running"],
  ],
  [
    { maxAgeOfLastSuccess: "26h" },
    [batch("a", failed)],
    ["maxAgeOfLastSuccess: 1 batch job whose last instance did not succeed within 26h"],
  ],
  [
    { maxRunning: 1 },
    [batch("a", running), batch("b", running)],
    ["maxRunning: 2 batch jobs whose last instance is running, of which there may be at most 1"],
  ],
])("%j", (rules, jobs, expected) => {
  expect(evaluateGate(jobs, rules, now).map((each) => `${each.rule}: ${each.message}`)).toEqual(expected);
});

test("jobs that the query's filter names and that are not there shut the gate, whatever the rules find", () => {
  const messages = (names: string[]) =>
    decideGate([batch("a")], { minJobs: 1 }, now, names).violations.map((each) => `${each.rule}: ${each.message}`);
  expect(messages([])).toEqual([]);
  expect(messages(["x"])).toEqual(['filter: a job that filter.names names does not exist: "x"']);
  expect(messages(["x", "y"])).toEqual(['filter: 2 jobs that filter.names names do not exist: "x", "y"']);
});

test.each([
  [10, '"j8", "j9"'],
  [12, '"j8", "j9" and 2 more'],
])("of %d names ten are shown", (count, end) => {
  const requiredJobs = Array.from({ length: count }, (_, index) => `j${index}`);
  const [violation] = evaluateGate([batch("a")], { requiredJobs }, now);
  expect(violation?.message).toMatch(/: "j0", "j1", /);
  expect(violation?.message.endsWith(`, ${end}`)).toBe(true);
});

test("a job that tells no time of its last instance has none in the table; one of this moment is old, not to come", () => {
  const jobs = [batch("a", failed), batch("b", { ...failed, lastInstanceEndTime: now })];
  const violations = evaluateGate(jobs, { forbiddenLastInstanceStatuses: ["fail"] }, now);
  const [, , first, second] = describeViolations(violations, { now }).split("\n");
  expect(first).toMatch(/^ {2}a +BATCH +SCHEDULING +fail +- +- +-$/);
  expect(second).toMatch(/^ {2}b +BATCH +SCHEDULING +fail +0s ago +- +-$/);
});

describe("rules that cannot be used", () => {
  const refused = (rules: unknown) => () => evaluateGate([batch("a")], rules as GateRules, now);

  test("all that there are not are told, each with the nearest", () => {
    expect(refused({ minJob: 1, maxJob: 2 })).toThrow(
      'there is no rule "minJob", the nearest is minJobs; there is no rule "maxJob", the nearest is maxJobs',
    );
  });

  test.each<[unknown, string]>([
    [{ minJobs: 1, allowEmpty: null }, "allowEmpty must not be null: leave it out or give it a value"],
    [{ minJobs: 1, allowedStatuses: {} }, "allowedStatuses must name at least one type of job"],
    [{ minJobs: 2, maxJobs: 1 }, "minJobs is larger than maxJobs"],
    ["minJobs", "Invalid rules: "],
  ])("%j: %s", (rules, message) => {
    expect(refused(rules)).toThrow(expect.objectContaining({ code: "INVALID_RULES" }) as Error);
    expect(refused(rules)).toThrow(message);
  });

  test("exactly so many jobs can be wanted", () => {
    expect(evaluateGate([batch("a")], { minJobs: 1, maxJobs: 1 }, now)).toEqual([]);
  });
});
