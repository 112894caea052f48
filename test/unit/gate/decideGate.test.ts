import * as fc from "fast-check";
import { decideGate, evaluateGate, type GateRules, type Job } from "../../../sdk";
import { passes } from "../../../sdk/jobs/filter";

const now = Date.UTC(2026, 10, 24, 12);

function batch(name: string, fields: Partial<Job> = {}): Job {
  return { name, jobType: "BATCH", status: "SCHEDULING", lastInstanceStatus: "success", ...fields };
}

function stream(name: string, status = "NORMAL"): Job {
  return { name, jobType: "REAL_TIME", status };
}

/** `failed` that have failed, then others up to `total`. */
function jobsOf(failed: number, total: number): Job[] {
  return Array.from({ length: total }, (_, index) =>
    batch(`job_${index}`, index < failed ? { lastInstanceStatus: "fail" } : {}),
  );
}

const noFailure: GateRules = { forbiddenLastInstanceStatuses: ["fail"] };

describe("tolerate", () => {
  test.each<[string, GateRules["tolerate"], failed: number, total: number, "holds" | "violated"]>([
    ["a number, as many", 2, 2, 10, "holds"],
    ["a number, one more", 2, 3, 10, "violated"],
    ["none", 0, 1, 10, "violated"],
    ["a number as text, as in a file", "2", 2, 10, "holds"],
    ["a share, as many", "15%", 3, 20, "holds"],
    ["a share, one more", "15%", 4, 20, "violated"],
    ["a share is rounded down", "5%", 1, 19, "violated"],
    ["a share that machines cannot hold exactly", "7%", 7, 100, "holds"],
    ["a share that is a little less to machines", "29%", 29, 100, "holds"],
    ["a share of a tenth of a percent", "0.1%", 1, 1_000, "holds"],
    ["a share of a hundredth of a percent", "0.25%", 1, 400, "holds"],
    ["all", "100%", 5, 5, "holds"],
    ["no share", "0%", 1, 5, "violated"],
  ])("%s: %p of %d failed in %d: %s", (_title, tolerate, failed, total, outcome) => {
    const decision = decideGate(jobsOf(failed, total), { ...noFailure, tolerate }, now);
    expect(decision.outcome).toBe(outcome);
    const told = outcome === "holds" ? decision.tolerated : decision.violations;
    expect(told.map(({ rule, jobs }) => [rule, jobs.length])).toEqual([["forbiddenLastInstanceStatuses", failed]]);
    const other = outcome === "holds" ? decision.violations : decision.tolerated;
    expect(other).toEqual([]);
  });

  test("the message says how many may break the rule", () => {
    const message = (failed: number) => {
      const { violations, tolerated } = decideGate(jobsOf(failed, 40), { ...noFailure, tolerate: "5%" }, now);
      return [...violations, ...tolerated].map((each) => each.message);
    };
    expect(message(2)).toEqual(["2 batch jobs whose last instance is fail (2 tolerated)"]);
    expect(message(3)).toEqual(["3 batch jobs whose last instance is fail (only 2 tolerated)"]);
  });

  test("a share is of the jobs that the rule looks at: real-time jobs without an instance are none of them", () => {
    const jobs = [...jobsOf(1, 10), ...Array.from({ length: 10 }, (_, index) => stream(`stream_${index}`))];
    expect(decideGate(jobs, { ...noFailure, tolerate: "5%" }, now).outcome).toBe("violated");
    expect(decideGate(jobs, { ...noFailure, tolerate: "10%" }, now).outcome).toBe("holds");
  });

  test("a share of allowedStatuses is of the jobs of the types that it names", () => {
    const jobs = [
      batch("a", { status: "STOPPED" }),
      batch("b"),
      ...Array.from({ length: 18 }, (_, i) => stream(`s${i}`)),
    ];
    const decide = (tolerate: string) =>
      decideGate(jobs, { allowedStatuses: { BATCH: ["SCHEDULING"] }, tolerate }, now).outcome;
    expect([decide("49%"), decide("50%")]).toEqual(["violated", "holds"]);
  });

  test("each rule has its own: jobs that break another one do not count", () => {
    const jobs = [batch("a", { status: "STOPPED" }), batch("b", { lastInstanceStatus: "fail" }), batch("c")];
    const rules: GateRules = { ...noFailure, allowedStatuses: { BATCH: ["SCHEDULING"] }, tolerate: 1 };
    const { violations, tolerated } = decideGate(jobs, rules, now);
    expect(violations).toEqual([]);
    expect(tolerated.map(({ jobs: those }) => those.map(({ name }) => name))).toEqual([["a"], ["b"]]);
  });

  test("two types of jobs count together, and are tolerated together or not at all", () => {
    const rules: GateRules = { allowedStatuses: { BATCH: ["SCHEDULING"], REAL_TIME: ["NORMAL"] }, tolerate: 2 };
    const two = [batch("a", { status: "STOPPED" }), stream("s", "EXCEPTION"), batch("b"), stream("t")];
    expect(decideGate(two, rules, now)).toMatchObject({ outcome: "holds", violations: [] });
    expect(decideGate(two, rules, now).tolerated).toHaveLength(2);
    const three = [...two, stream("u", "EXCEPTION")];
    expect(decideGate(three, rules, now)).toMatchObject({ outcome: "violated", tolerated: [] });
    expect(decideGate(three, rules, now).violations.map(({ jobs }) => jobs.length)).toEqual([1, 2]);
  });

  test("jobs that are stale and jobs that are of the future count together as well", () => {
    const fresh = { lastInstanceEndTime: now - 1 };
    const jobs = [
      batch("stale", { lastInstanceEndTime: now - 9e7 }),
      batch("ahead", { lastInstanceEndTime: now + 9e7 }),
      ...jobsOf(0, 8).map((job) => ({ ...job, ...fresh })),
    ];
    const decide = (tolerate: number) => decideGate(jobs, { maxAgeOfLastSuccess: "1d", tolerate }, now).outcome;
    expect([decide(1), decide(2)]).toEqual(["violated", "holds"]);
  });

  test("rules that say themselves how many, and missing jobs, are not tolerated", () => {
    const jobs = jobsOf(0, 3).map((job) => ({ ...job, lastInstanceStatus: "running" }));
    const rules: GateRules[] = [{ maxRunning: 2 }, { maxJobs: 2 }, { minJobs: 4 }, { requiredJobs: ["gone"] }];
    for (const rule of rules) expect(decideGate(jobs, { ...rule, tolerate: "100%" }, now).outcome).toBe("violated");
    expect(decideGate([], { ...noFailure, tolerate: "100%" }, now).outcome).toBe("violated");
    expect(decideGate([stream("s")], { ...noFailure, tolerate: 9 }, now).outcome).toBe("violated");
  });

  test.each(["5 %", "101%", "-1", "1.5", "many", "", "%", 1.5, -1, NaN, 1e21, Infinity])(
    "%p is refused",
    (tolerate) => {
      expect(() => decideGate([], { ...noFailure, tolerate }, now)).toThrow("tolerate");
    },
  );

  test("what cannot be used is told with an example", () => {
    expect(() => decideGate([], { ...noFailure, tolerate: "5 %" }, now)).toThrow(
      'Invalid rules: tolerate must be a number of jobs, or a share such as "5%".',
    );
  });

  test("more is tolerated by a higher limit, and never more jobs than it says", () => {
    const jobs = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 30 }))
      .map(([failed, more]) => jobsOf(failed, failed + more));
    fc.assert(
      fc.property(jobs, fc.nat(40), (all, tolerate) => {
        const failed = all.filter((job) => job.lastInstanceStatus === "fail").length;
        const { outcome } = decideGate(all, { ...noFailure, tolerate }, now);
        expect(outcome).toBe(failed <= tolerate ? "holds" : "violated");
        const share = decideGate(all, { ...noFailure, tolerate: `${tolerate}%` }, now);
        expect(share.outcome).toBe(failed * 100 <= tolerate * all.length ? "holds" : "violated");
      }),
    );
  });
});

describe("exemptions", () => {
  const exemption = { jobs: ["job_0"], reason: "being repaired", until: "2026-11-24" };
  const rules: GateRules = { ...noFailure, exemptions: [exemption] };
  const jobs = jobsOf(1, 3);

  test.each<[string, number, "holds" | "violated"]>([
    ["the day before", Date.UTC(2026, 10, 23), "holds"],
    ["on its last day", Date.UTC(2026, 10, 24, 23, 59, 59, 999), "holds"],
    ["the day after", Date.UTC(2026, 10, 25), "violated"],
    ["a year after", Date.UTC(2027, 10, 25), "violated"],
  ])("%s: %d: %s", (_title, at, outcome) => {
    const decision = decideGate(jobs, rules, at);
    const hasRunOut = outcome === "violated";
    expect(decision.outcome).toBe(outcome);
    expect(decision.exemptions).toEqual([
      { names: ["job_0"], reason: "being repaired", until: "2026-11-24", hasRunOut, jobs: [jobs[0]] },
    ]);
    expect(decision.notes).toEqual([
      hasRunOut
        ? {
            severity: "warn",
            message: 'The exemption of "job_0" (being repaired) ran out on 2026-11-24: it counts again.',
          }
        : { severity: "info", message: 'Exempt until 2026-11-24: "job_0" (being repaired).' },
    ]);
  });

  test("one that matches no job is told, by what it has", () => {
    const decision = decideGate(jobs, { ...noFailure, exemptions: [{ ...exemption, jobs: ["gone_*"] }] }, now);
    expect(decision).toMatchObject({ outcome: "violated", exemptions: [{ jobs: [], hasRunOut: false }] });
    expect(decision.notes).toEqual([
      { severity: "warn", message: 'The exemption of "gone_*" (being repaired) matches no job.' },
    ]);
  });

  test("its note names the jobs that it matches", () => {
    const { notes } = decideGate(jobsOf(2, 2), { ...noFailure, exemptions: [{ ...exemption, jobs: ["job_?"] }] }, now);
    expect(notes.map(({ message }) => message)).toEqual([
      'Exempt until 2026-11-24: "job_0", "job_1" (being repaired).',
    ]);
  });

  test("of two, the one in force is enough, whatever the other", () => {
    const other = { ...exemption, until: "2026-11-01" };
    for (const exemptions of [
      [other, exemption],
      [exemption, other],
    ]) {
      const decision = decideGate(jobs, { ...noFailure, exemptions }, now);
      expect(decision.outcome).toBe("holds");
      expect(decision.notes).toHaveLength(2);
    }
  });

  test("no rule looks at an exempt job, and a share is of the others", () => {
    const others: GateRules = { ...rules, allowedStatuses: { BATCH: ["SCHEDULING"] }, maxJobs: 2 };
    const [first = batch(""), ...rest] = jobs;
    expect(decideGate([{ ...first, status: "STOPPED" }, ...rest], others, now).outcome).toBe("holds");
    const failing = jobsOf(2, 11);
    expect(decideGate(failing, { ...rules, tolerate: "10%" }, now).outcome).toBe("holds");
    expect(decideGate(failing.slice(0, -1), { ...rules, tolerate: "10%" }, now).outcome).toBe("violated");
  });

  test("where all jobs are exempt there is none to look at", () => {
    const all: GateRules = { ...noFailure, exemptions: [{ ...exemption, jobs: ["*"] }] };
    const { violations } = decideGate(jobs, all, now);
    expect(violations.map(({ rule, message }) => [rule, message])).toEqual([
      ["jobs", expect.stringContaining("exempt")],
    ]);
    expect(decideGate(jobs, { ...all, allowEmpty: true }, now).outcome).toBe("holds");
  });

  test.each([
    ["until", { ...exemption, until: "2026-02-30" }],
    ["until", { ...exemption, until: "tomorrow" }],
    ["until", { jobs: ["a"], reason: "b" }],
    ["reason", { ...exemption, reason: "" }],
    ["reason", { ...exemption, reason: "a\nb" }],
    ["jobs", { ...exemption, jobs: [] }],
    ["jobs", { ...exemption, jobs: [""] }],
    ["untill", { ...exemption, untill: "2026-12-01" }],
  ])("one whose %s cannot be used is refused: %j", (part, bad) => {
    expect(() => decideGate(jobs, { ...noFailure, exemptions: [bad as never] }, now)).toThrow(part);
  });
});

describe("what is left out", () => {
  test("requiredJobs finds jobs that ignoreJobs, minPriority or an exemption leaves out", () => {
    const rules: GateRules = {
      ...{ requiredJobs: ["ignored", "low", "exempt"], ignoreJobs: ["ignored"], minPriority: "high" },
      exemptions: [{ jobs: ["exempt"], reason: "r", until: "2026-12-31" }],
    };
    const jobs = [batch("ignored"), batch("low", { priority: 2 }), batch("exempt"), batch("other")];
    expect(decideGate(jobs, rules, now).outcome).toBe("holds");
    expect(decideGate(jobs.slice(1), rules, now).violations.map(({ rule }) => rule)).toEqual(["requiredJobs"]);
  });

  test("ignoreJobs and minPriority are the filter: the same rules over the jobs that pass it decide the same", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 3 });
    const job = fc
      .tuple(name, fc.constantFrom("fail", "success"), fc.option(fc.integer({ min: -1, max: 3 }), { nil: undefined }))
      .map(([given, lastInstanceStatus, priority]) =>
        batch(given, { lastInstanceStatus, ...(priority !== undefined && { priority }) }),
      );
    const globs = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), minLength: 1, maxLength: 3 }));
    const priority = fc.constantFrom("high" as const, "medium" as const, "low" as const, undefined);
    fc.assert(
      fc.property(fc.array(job), globs, priority, (jobs, ignoreJobs, minPriority) => {
        const rules: GateRules = { ...noFailure, maxJobs: 4, allowEmpty: true };
        const passing = jobs.filter(passes({ excludeNames: ignoreJobs, minPriority }));
        expect(evaluateGate(jobs, { ...rules, ignoreJobs, minPriority }, now)).toEqual(
          evaluateGate(passing, rules, now),
        );
      }),
    );
  });
});
