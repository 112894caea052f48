import type { Job, JobType } from "../jobs/job";
import { isAhead, lastSuccess, succeededSince } from "../jobs/lastSuccess";
import { sameStatus, statusIs } from "../jobs/statuses";
import { passes } from "../jobs/filter";
import { nameMatcher } from "../text/nameMatcher";
import { checkRules, type CheckedRules, type GateExemption, type GateRules, type Tolerance } from "./rules";

/** A rule that does not hold. */
export interface GateViolation {
  /**
   * Which rule; `jobs` where there was no job to look at, `filter` where jobs that the query names are not there, `wait`
   * where the rules held not often enough in a row, or in time.
   */
  rule: keyof GateRules | "jobs" | "filter" | "wait";
  /** In one line what is wrong: `2 batch jobs whose last instance is fail`. */
  message: string;
  /** The jobs that break the rule. Empty where the trouble is that jobs are missing. */
  jobs: Job[];
}

/** What people should know of a decision besides what is wrong. One line. */
export interface GateNote {
  /** `warn`: something should be done about it. */
  severity: "info" | "warn";
  /** For people. */
  message: string;
}

/** What rules say of jobs that are known. */
export interface GateDecision {
  /** In one word. */
  outcome: "holds" | "violated";
  /** How many jobs `ignoreJobs`, `minPriority` and `exemptions` leave to the rules. */
  lookedAt: number;
  /** The rules that do not hold. */
  violations: GateViolation[];
  /** Rules that are broken by no more jobs than `tolerate` lets pass. */
  tolerated: GateViolation[];
  /** What came of each exemption. */
  exemptions: AppliedExemption[];
  /** The same in words: those in force, with their jobs; those that have run out; those that match no job. */
  notes: GateNote[];
}

/** An exemption, and the jobs that it leaves out, or left out until it ran out. None: it matches no job. */
export interface AppliedExemption extends Pick<GateExemption, "reason" | "until"> {
  /** As the rules have them. */
  names: readonly string[];
  /** Its last day is over: its jobs count again. */
  hasRunOut: boolean;
  /** Those that it is about. */
  jobs: Job[];
}

/** A rule that is broken, and how many jobs it looked at in all. */
interface Broken extends GateViolation {
  lookedAt: number;
}

/**
 * Whether the rules hold for these jobs. Pure.
 *
 * A rule that finds no job to look at is violated, unless `allowEmpty` is set.
 *
 * @param jobs a whole list, as `listJobs` gives it
 * @param now ms since the epoch
 * @param missingNames jobs that the query names and that are not there, as `listJobs` tells them: the gate was asked about
 * a job that it cannot look at, and does not hold
 * @throws InvalidRulesError (`INVALID_RULES`)
 */
export function decideGate(
  jobs: readonly Job[],
  rules: GateRules,
  now: number,
  missingNames: readonly string[] = [],
): GateDecision {
  const checked = checkRules(rules);
  const { ignoreJobs, minPriority, exemptions = [] } = checked;
  const isConsidered = passes({ excludeNames: ignoreJobs, minPriority });
  const inForce = exemptions.filter(({ endsAt }) => now < endsAt);
  const isExempt = nameMatcher(inForce.flatMap((exemption) => exemption.jobs));
  const notIgnored = jobs.filter(isConsidered);
  const considered = notIgnored.filter((job) => !isExempt(job.name));
  const found = [
    ...missingOfFilter(missingNames),
    ...missingJobs(jobs, checked),
    ...(considered.length === 0 && checked.allowEmpty !== true
      ? [nothingToLookAt(jobs.length)]
      : [
          ...wrongCount(considered, checked),
          ...wrongStatus(considered, checked),
          ...wrongRuns(considered, checked, rules.maxAgeOfLastSuccess, now),
        ]),
  ];
  const applied = exemptions.map((exemption) => applyTo(exemption, notIgnored, now));
  const { violations, tolerated } = withTolerance(found, checked.tolerate);
  const outcome = violations.length === 0 ? "holds" : "violated";
  return {
    outcome,
    lookedAt: considered.length,
    violations,
    tolerated,
    exemptions: applied,
    notes: applied.map(noteOf),
  };
}

/** The violations of `decideGate` alone: none when the gate may open. */
export function evaluateGate(jobs: readonly Job[], rules: GateRules, now: number): GateViolation[] {
  return decideGate(jobs, rules, now).violations;
}

/** `maxRunning`, `minJobs` and `maxJobs` say themselves how many. */
const tolerableRules: readonly GateViolation["rule"][] = [
  ...(["allowedStatuses", "forbiddenLastInstanceStatuses", "maxAgeOfLastSuccess"] as const),
];

function withTolerance(
  found: readonly Broken[],
  tolerance: Tolerance = { jobs: 0 },
): Pick<GateDecision, "violations" | "tolerated"> {
  const violations: GateViolation[] = [];
  const tolerated: GateViolation[] = [];
  for (const { lookedAt, ...violation } of found) {
    const limit = tolerableRules.includes(violation.rule) ? limitOf(tolerance, lookedAt) : 0;
    if (limit === 0 || violation.jobs.length === 0) {
      violations.push(violation);
      continue;
    }
    // Two messages of one rule, such as of two types of jobs, are tolerated together or not at all.
    const breaking = sum(found.filter(({ rule }) => rule === violation.rule).map(({ jobs }) => jobs.length));
    const isTolerated = breaking <= limit;
    const message = `${violation.message} (${isTolerated ? "" : "only "}${limit} tolerated)`;
    (isTolerated ? tolerated : violations).push({ ...violation, message });
  }
  return { violations, tolerated };
}

/** Of 20 jobs 15 % are 3, whatever the machine makes of 0.15 * 20. */
function limitOf(tolerance: Tolerance, lookedAt: number): number {
  return "jobs" in tolerance ? tolerance.jobs : Math.floor(lookedAt * tolerance.share + 1e-9);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function applyTo(
  { jobs: names, reason, until, endsAt }: GateExemption & { endsAt: number },
  jobs: readonly Job[],
  now: number,
): AppliedExemption {
  const isMeant = nameMatcher(names);
  return { names, reason, until, hasRunOut: now >= endsAt, jobs: jobs.filter((job) => isMeant(job.name)) };
}

function noteOf({ names, reason, until, hasRunOut, jobs }: AppliedExemption): GateNote {
  const what = `${firstOf(jobs.length > 0 ? jobs.map((job) => job.name) : names)} (${reason})`;
  if (hasRunOut) {
    return { severity: "warn", message: `The exemption of ${what} ran out on ${until}: it counts again.` };
  }
  if (jobs.length === 0) return { severity: "warn", message: `The exemption of ${what} matches no job.` };
  return { severity: "info", message: `Exempt until ${until}: ${what}.` };
}

function missingOfFilter(names: readonly string[]): Broken[] {
  if (names.length === 0) return [];
  const what =
    names.length === 1 ? "a job that filter.names names does" : `${names.length} jobs that filter.names names do`;
  return [about("filter", `${what} not exist: ${firstOf(names)}`)];
}

function missingJobs(jobs: readonly Job[], { requiredJobs = [] }: CheckedRules): Broken[] {
  const names = new Set(jobs.map((job) => job.name));
  const missing = [...new Set(requiredJobs)].filter((name) => !names.has(name));
  if (missing.length === 0) return [];
  const what = missing.length === 1 ? "a required job does not exist" : `${missing.length} required jobs do not exist`;
  return [about("requiredJobs", `${what}: ${firstOf(missing)}`)];
}

function nothingToLookAt(listed: number): Broken {
  const why =
    listed === 0
      ? "the list is empty: no job matches the query"
      : `all ${listed} listed jobs are left out by ignoreJobs, minPriority or exemptions`;
  return about("jobs", `${why} (allowEmpty lets the gate hold all the same)`);
}

function wrongCount(jobs: readonly Job[], { minJobs = 0, maxJobs = Infinity }: CheckedRules): Broken[] {
  if (jobs.length < minJobs) {
    return [about("minJobs", `${count(jobs)}, of which there must be at least ${minJobs}`)];
  }
  if (jobs.length > maxJobs) {
    return [about("maxJobs", `${count(jobs)}, of which there may be at most ${maxJobs}`)];
  }
  return [];
}

function wrongStatus(jobs: readonly Job[], { allowedStatuses = {}, allowEmpty }: CheckedRules): Broken[] {
  const types = (["BATCH", "REAL_TIME"] as const).filter((type) => allowedStatuses[type] !== undefined);
  const lookedAt = jobs.filter(({ jobType }) => types.includes(jobType));
  return types.flatMap((type) => {
    const rule = "allowedStatuses";
    const allowed = allowedStatuses[type] ?? [];
    const ofType = jobs.filter((job) => job.jobType === type);
    if (ofType.length === 0) return noJobOfType(rule, type, allowEmpty);
    const wrong = ofType.filter(({ status }) => status === undefined || !isOneOf(allowed, status));
    return broken(rule, wrong, lookedAt, `${count(wrong, type)} with a status other than ${allowed.join(" or ")}`);
  });
}

function isOneOf(statuses: readonly string[], status: string): boolean {
  return statuses.some((each) => sameStatus(each, status));
}

/**
 * The rules that look at the last instance. All are about batch jobs; real-time jobs need not have instances, but one
 * that has a bad one must not be overlooked.
 */
function wrongRuns(jobs: readonly Job[], rules: CheckedRules, maxAgeText: string | undefined, now: number): Broken[] {
  const { forbiddenLastInstanceStatuses: forbidden, maxAgeOfLastSuccess: maxAge, maxRunning, allowEmpty } = rules;
  const batch = jobs.filter((job) => job.jobType === "BATCH");
  const withInstance = jobs.filter((job) => job.lastInstanceStatus !== undefined);
  // Where no job tells its last instance, a rule that forbids something of it has looked at nothing.
  const looksAt = [
    ["forbiddenLastInstanceStatuses", withInstance],
    ["maxAgeOfLastSuccess", batch],
    ["maxRunning", batch.filter((job) => job.lastInstanceStatus !== undefined)],
  ] as const;
  const nothing = looksAt.filter(([rule, those]) => rules[rule] !== undefined && those.length === 0);

  const failed = withInstance.filter(
    ({ lastInstanceStatus: status }) => status !== undefined && isOneOf(forbidden ?? [], status),
  );
  const notFresh = maxAge === undefined ? [] : batch.filter((job) => !succeededSince(job, now - maxAge, now));
  const ahead = notFresh.filter((job) => isAhead(lastSuccess(job) ?? 0, now));
  const stale = notFresh.filter((job) => !isAhead(lastSuccess(job) ?? 0, now));
  const running = batch.filter((job) => statusIs("lastInstance", job.lastInstanceStatus, "running"));
  return [
    ...nothing.flatMap(([rule]) =>
      batch.length === 0 ? noJobOfType(rule, "BATCH", allowEmpty) : noInstance(rule, allowEmpty),
    ),
    ...broken(
      "forbiddenLastInstanceStatuses",
      failed,
      withInstance,
      `${count(failed, onlyTypeOf(failed))} whose last instance is ${(forbidden ?? []).join(" or ")}`,
    ),
    ...broken(
      "maxAgeOfLastSuccess",
      stale,
      batch,
      `${count(stale, "BATCH")} whose last instance did not succeed within ${maxAgeText ?? ""}`,
    ),
    ...broken(
      "maxAgeOfLastSuccess",
      ahead,
      batch,
      `${count(ahead, "BATCH")} whose last instance succeeded in the future: that cannot be meant, and is no success`,
    ),
    ...broken(
      "maxRunning",
      running.length > (maxRunning ?? Infinity) ? running : [],
      batch,
      `${count(running, "BATCH")} whose last instance is running, of which there may be at most ${maxRunning ?? 0}`,
    ),
  ];
}

function onlyTypeOf(jobs: readonly Job[]): JobType | undefined {
  return jobs.every((job) => job.jobType === jobs[0]?.jobType) ? jobs[0]?.jobType : undefined;
}

function noJobOfType(rule: GateViolation["rule"], type: JobType, allowEmpty: boolean | undefined): Broken[] {
  if (allowEmpty === true) return [];
  const message =
    `there is no ${type} job to look at: does the query list them (jobType)? ` +
    "(allowEmpty lets the rule hold all the same)";
  return [about(rule, message)];
}

function noInstance(rule: GateViolation["rule"], allowEmpty: boolean | undefined): Broken[] {
  if (allowEmpty === true) return [];
  const message = "no job tells a last instance: nothing to look at (allowEmpty lets the rule hold all the same)";
  return [about(rule, message)];
}

/** What is wrong is not that of certain jobs. */
function about(rule: GateViolation["rule"], message: string): Broken {
  return { rule, message, jobs: [], lookedAt: 0 };
}

function broken(rule: GateViolation["rule"], jobs: Job[], lookedAt: readonly Job[], message: string): Broken[] {
  return jobs.length === 0 ? [] : [{ rule, message, jobs, lookedAt: lookedAt.length }];
}

function count(jobs: readonly Job[], type?: JobType): string {
  const what = type === undefined ? "job" : type === "BATCH" ? "batch job" : "real-time job";
  return `${jobs.length} ${what}${jobs.length === 1 ? "" : "s"}`;
}

function firstOf(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => JSON.stringify(name));
  const more = names.length - shown.length;
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
