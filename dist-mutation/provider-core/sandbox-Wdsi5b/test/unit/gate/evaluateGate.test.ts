// @ts-nocheck
import { describeViolations, evaluateGate, ruleWarnings, type GateRules, type Job } from "../../../sdk/index";

const now = Date.UTC(2026, 10, 24);
const hours = 3_600_000;

function batch(name: string, fields: Partial<Extract<Job, { jobType: "BATCH" }>> = {}): Job {
  return {
    ...{ name, jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: 1 },
    ...{ lastInstanceStatus: "success", lastInstanceEndTime: now - 2 * hours },
    ...fields,
  };
}

function realTime(name: string, status: string, fields: Partial<Job> = {}): Job {
  return { name, jobType: "REAL_TIME", status, createUser: "etl", createTime: 1, ...fields };
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

describe("what the service writes in another way makes no rule blind", () => {
  const { status: _status, ...withoutStatus } = batch("silent");

  test.each<[string, GateRules, Job[], [string, string[]][]]>([
    [
      "a last status in another case or with space around it",
      { forbiddenLastInstanceStatuses: ["fail"] },
      ["FAIL", "fail ", "\tFail\n", "success"].map((lastInstanceStatus, i) => batch(`${i}`, { lastInstanceStatus })),
      [["forbiddenLastInstanceStatuses", ["0", "1", "2"]]],
    ],
    [
      "a rule in another case or with space around it",
      { forbiddenLastInstanceStatuses: [" FAIL"], allowedStatuses: { BATCH: ["scheduling "] } },
      [batch("a", { lastInstanceStatus: "fail" })],
      [["forbiddenLastInstanceStatuses", ["a"]]],
    ],
    [
      "allowed statuses in another case",
      { allowedStatuses: { BATCH: ["SCHEDULING"] } },
      [batch("a", { status: "Scheduling " }), batch("b", { status: "STOPPED" })],
      [["allowedStatuses", ["b"]]],
    ],
    [
      "a job without a status, or with a blank one, has none of those that are allowed",
      { allowedStatuses: { BATCH: ["SCHEDULING", "no status"] } },
      [withoutStatus, batch("blank", { status: " " })],
      [["allowedStatuses", ["silent", "blank"]]],
    ],
    [
      "a success that was forced or ignored, in any case",
      { maxAgeOfLastSuccess: "3h" },
      ["SUCCESS", "forceSuccess", "IGNORESUCCESS"].map((lastInstanceStatus, i) =>
        batch(`${i}`, { lastInstanceStatus }),
      ),
      [],
    ],
    [
      "a last status that nobody knows is no success",
      { maxAgeOfLastSuccess: "3h" },
      ["succeeded", "", "freeze"].map((lastInstanceStatus, i) => batch(`${i}`, { lastInstanceStatus })),
      [["maxAgeOfLastSuccess", ["0", "1", "2"]]],
    ],
    [
      "running in another case",
      { maxRunning: 0 },
      [batch("a", { lastInstanceStatus: "RUNNING" }), batch("b", { lastInstanceStatus: "Running-Exception" })],
      [["maxRunning", ["a", "b"]]],
    ],
    [
      "a priority that nobody knows is looked at, with minPriority as well as without",
      { forbiddenLastInstanceStatuses: ["fail"], minPriority: "high" },
      [-1, 0, 1, 2, 3, 99].map((priority) => batch(`${priority}`, { priority, lastInstanceStatus: "fail" })),
      [["forbiddenLastInstanceStatuses", ["-1", "0", "3", "99"]]],
    ],
    [
      "without minPriority no priority is left out",
      { forbiddenLastInstanceStatuses: ["fail"] },
      [-1, 0, 1, 2, 3].map((priority) => batch(`${priority}`, { priority, lastInstanceStatus: "fail" })),
      [["forbiddenLastInstanceStatuses", ["-1", "0", "1", "2", "3"]]],
    ],
    [
      "a real-time job whose last instance is bad",
      { forbiddenLastInstanceStatuses: ["fail"], maxAgeOfLastSuccess: "3h", maxRunning: 0 },
      [batch("a"), realTime("s", "NORMAL", { lastInstanceStatus: "fail" }), realTime("t", "NORMAL")],
      [["forbiddenLastInstanceStatuses", ["s"]]],
    ],
    [
      "a real-time job whose last instance is bad, where there is no batch job",
      { forbiddenLastInstanceStatuses: ["fail"] },
      [realTime("s", "NORMAL", { lastInstanceStatus: "fail" })],
      [["forbiddenLastInstanceStatuses", ["s"]]],
    ],
    [
      "a success that lies further in the future than clocks differ",
      { maxAgeOfLastSuccess: "3h" },
      [
        batch("clock", { lastInstanceEndTime: now + 4 * 60_000 }),
        batch("soon", { lastInstanceEndTime: now + 6 * 60_000 }),
        batch("2100", { lastInstanceEndTime: Date.UTC(2100, 0) }),
        batch("microseconds", { lastInstanceEndTime: now * 1_000 }),
        batch("old", { lastInstanceEndTime: now - 4 * hours }),
      ],
      [
        ["maxAgeOfLastSuccess", ["old"]],
        ["maxAgeOfLastSuccess", ["soon", "2100", "microseconds"]],
      ],
    ],
    [
      "names that look like patterns of a shell",
      { forbiddenLastInstanceStatuses: ["fail"], ignoreJobs: ["orders(1)", "[old]load", "!tmp_*"] },
      ["orders1", "oload", "other", "orders(1)", "[old]load"].map((each) =>
        batch(each, { lastInstanceStatus: "fail" }),
      ),
      [["forbiddenLastInstanceStatuses", ["orders1", "oload", "other"]]],
    ],
  ])("%s", (_title, rules, jobs, expected) => {
    expect(found(jobs, rules)).toEqual(expected);
  });

  test("a success in the future is told as that, with when it is", () => {
    const jobs = [batch("a", { lastInstanceEndTime: now + 26 * hours })];
    const text = describeViolations(evaluateGate(jobs, { maxAgeOfLastSuccess: "3h" }, now), { now });
    expect(text).toMatch(/1 batch job whose last instance succeeded in the future/);
    expect(text).toMatch(/ in 1d 2h /);
  });

  test("jobs of both types are counted as jobs, and one without a status is shown as such", () => {
    const jobs = [batch("a", { lastInstanceStatus: "FAIL" }), realTime("s", "", { lastInstanceStatus: "fail" })];
    const [, stream] = jobs as [Job, Job];
    delete stream.status;
    const violations = evaluateGate(jobs, { forbiddenLastInstanceStatuses: ["fail"] }, now);
    const lines = describeViolations(violations, { now }).split("\n");
    expect(lines[0]).toBe("forbiddenLastInstanceStatuses: 2 jobs whose last instance is fail");
    expect(lines[2]).toMatch(/a +BATCH +SCHEDULING +FAIL/);
    expect(lines[3]).toMatch(/s +REAL_TIME +no status +fail/);
  });
});

describe("a status in a rule that is none of the known ones is told, with the nearest", () => {
  test.each<[GateRules, string[]]>([
    [{ forbiddenLastInstanceStatuses: ["failed"] }, ['forbiddenLastInstanceStatuses: "failed"', '"fail"']],
    [{ forbiddenLastInstanceStatuses: ["fail", "runing"] }, ['"runing"', '"running"']],
    [{ allowedStatuses: { BATCH: ["SCHEDULED"] } }, ['allowedStatuses.BATCH: "SCHEDULED"', '"SCHEDULING"']],
    [{ allowedStatuses: { REAL_TIME: ["Scheduling"] } }, ["allowedStatuses.REAL_TIME", "NORMAL"]],
  ])("%j", (rules, parts) => {
    const warnings = ruleWarnings(rules);
    expect(warnings).toHaveLength(1);
    for (const part of parts) expect(warnings[0]).toContain(part);
    expect(warnings[0]).not.toContain("\n");
  });

  test("one of any length has a nearest one, found in no time", () => {
    expect(ruleWarnings({ forbiddenLastInstanceStatuses: ["fail".repeat(1_000_000)] })).toHaveLength(1);
  });

  test("the known ones are not, in whatever case", () => {
    expect(
      ruleWarnings({
        allowedStatuses: { BATCH: ["scheduling", "PAUSE"], REAL_TIME: ["NORMAL", "STARTTING "] },
        forbiddenLastInstanceStatuses: ["FAIL", "running-exception", "FORCESUCCESS", "skip-by-depend"],
      }),
    ).toEqual([]);
    expect(ruleWarnings({ minJobs: 1 })).toEqual([]);
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

  test.each<GateRules>([{ forbiddenLastInstanceStatuses: ["fail"] }, { maxRunning: 0 }])(
    "%j is violated where no job tells a last instance, unless allowEmpty is set",
    (rule) => {
      const [name = ""] = Object.keys(rule);
      const never = batch("a", { lastInstanceStatus: undefined as never });
      expect(found([never], rule)).toEqual([[name, []]]);
      expect(found([never], { ...rule, allowEmpty: true })).toEqual([]);
      expect(found([never, batch("b")], rule)).toEqual([]);
    },
  );

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
    ["a status that is blank", { forbiddenLastInstanceStatuses: [" "] }],
    ["rules that are null", null as never],
  ])("%s", (_title, rules) => {
    expect(() => evaluateGate([batch("a")], rules, now)).toThrow(
      expect.objectContaining({ code: "INVALID_RULES" }) as Error,
    );
  });
});

test.each([undefined, null])("rules that are %p: what is missing is said", (none) => {
  const check = () => evaluateGate([batch("a")], none as never, now);
  expect(check).toThrow("Invalid rules: there are none. Give an object such as { minJobs: 1 }.");
});

test("a rule that there is not is told with the nearest one", () => {
  const check = () => evaluateGate([batch("a")], { minJobs: 1, min_priority: "low" } as GateRules, now);
  expect(check).toThrow('Invalid rules: there is no rule "min_priority", the nearest is minPriority.');
});

describe("a rule that is null is refused by its name, beside others that hold", () => {
  test.each([
    ["forbiddenLastInstanceStatuses", { forbiddenLastInstanceStatuses: null }],
    ["maxAgeOfLastSuccess", { maxAgeOfLastSuccess: null }],
    ["ignoreJobs", { ignoreJobs: null }],
    ["allowEmpty", { allowEmpty: null }],
    ["minPriority", { minPriority: null }],
    ["maxRunning", { maxRunning: null }],
    ["requiredJobs[1]", { requiredJobs: ["a", null] }],
    ["forbiddenLastInstanceStatuses[0]", { forbiddenLastInstanceStatuses: [null] }],
    ["allowedStatuses.REAL_TIME", { allowedStatuses: { BATCH: ["SCHEDULING"], REAL_TIME: null } }],
    ["allowedStatuses.BATCH[1]", { allowedStatuses: { BATCH: ["SCHEDULING", null] } }],
  ])("%s", (path, rules) => {
    const check = () => evaluateGate([batch("a")], { minJobs: 1, ...rules } as never, now);
    expect(check).toThrow(expect.objectContaining({ code: "INVALID_RULES" }) as Error);
    expect(check).toThrow(path);
  });

  test("one that is undefined is left out", () => {
    const rules = {
      minJobs: 1,
      maxRunning: undefined,
      allowedStatuses: { BATCH: ["SCHEDULING"], REAL_TIME: undefined },
    };
    expect(found([batch("a")], rules)).toEqual([]);
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
