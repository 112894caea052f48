import type { Job, JobType } from "../jobs/job";
import { isAhead, lastSuccess, succeededSince } from "../jobs/lastSuccess";
import { sameStatus, statusIs } from "../jobs/statuses";
import { nameMatcher } from "../text/nameMatcher";
import { checkRules, type CheckedRules, type GateRules } from "./rules";

/** A rule that does not hold. */
export interface GateViolation {
  /** Which rule; `jobs` where there was no job to look at. */
  rule: keyof GateRules | "jobs";
  /** In one line what is wrong: `2 batch jobs whose last instance is fail`. */
  message: string;
  /** The jobs that break the rule. Empty where the trouble is that jobs are missing. */
  jobs: Job[];
}

const priorities = { high: 0, medium: 1, low: 2 } as const;

/**
 * What of `rules` does not hold for these jobs; nothing when the gate may open. Pure.
 *
 * A rule that finds no job to look at is violated, unless `allowEmpty` is set.
 *
 * @param jobs a whole list, as `listJobs` gives it
 * @param now ms since the epoch
 * @throws InvalidRulesError (`INVALID_RULES`)
 */
export function evaluateGate(jobs: readonly Job[], rules: GateRules, now: number): GateViolation[] {
  const checked = checkRules(rules);
  const considered = jobs.filter(isConsidered(checked));
  return [
    ...missingJobs(jobs, checked),
    ...(considered.length === 0 && checked.allowEmpty !== true
      ? [nothingToLookAt(jobs.length)]
      : [
          ...wrongCount(considered, checked),
          ...wrongStatus(considered, checked),
          ...wrongRuns(considered, checked, rules.maxAgeOfLastSuccess, now),
        ]),
  ];
}

function isConsidered({ ignoreJobs = [], minPriority }: CheckedRules): (job: Job) => boolean {
  const isIgnored = nameMatcher(ignoreJobs);
  // Only what is known to be below is left out: a priority that is not known may be any.
  const below: readonly number[] =
    minPriority === undefined ? [] : Object.values(priorities).filter((each) => each > priorities[minPriority]);
  return ({ priority, name }) => !(priority !== undefined && below.includes(priority)) && !isIgnored(name);
}

function missingJobs(jobs: readonly Job[], { requiredJobs = [] }: CheckedRules): GateViolation[] {
  const names = new Set(jobs.map((job) => job.name));
  const missing = [...new Set(requiredJobs)].filter((name) => !names.has(name));
  if (missing.length === 0) return [];
  const what = missing.length === 1 ? "a required job does not exist" : `${missing.length} required jobs do not exist`;
  return [{ rule: "requiredJobs", message: `${what}: ${firstOf(missing)}`, jobs: [] }];
}

function nothingToLookAt(listed: number): GateViolation {
  const why =
    listed === 0
      ? "the list is empty: no job matches the query"
      : `all ${listed} listed jobs are left out by ignoreJobs or minPriority`;
  return { rule: "jobs", message: `${why} (allowEmpty lets the gate hold all the same)`, jobs: [] };
}

function wrongCount(jobs: readonly Job[], { minJobs = 0, maxJobs = Infinity }: CheckedRules): GateViolation[] {
  if (jobs.length < minJobs) {
    return [{ rule: "minJobs", message: `${count(jobs)}, of which there must be at least ${minJobs}`, jobs: [] }];
  }
  if (jobs.length > maxJobs) {
    return [{ rule: "maxJobs", message: `${count(jobs)}, of which there may be at most ${maxJobs}`, jobs: [] }];
  }
  return [];
}

function wrongStatus(jobs: readonly Job[], { allowedStatuses = {}, allowEmpty }: CheckedRules): GateViolation[] {
  const types = (["BATCH", "REAL_TIME"] as const).filter((type) => allowedStatuses[type] !== undefined);
  return types.flatMap((type) => {
    const rule = "allowedStatuses";
    const allowed = allowedStatuses[type] ?? [];
    const ofType = jobs.filter((job) => job.jobType === type);
    if (ofType.length === 0) return noJobOfType(rule, type, allowEmpty);
    const wrong = ofType.filter(({ status }) => status === undefined || !isOneOf(allowed, status));
    return violation(rule, wrong, `${count(wrong, type)} with a status other than ${allowed.join(" or ")}`);
  });
}

function isOneOf(statuses: readonly string[], status: string): boolean {
  return statuses.some((each) => sameStatus(each, status));
}

/**
 * The rules that look at the last instance. All are about batch jobs; real-time jobs need not have instances, but one
 * that has a bad one must not be overlooked.
 */
function wrongRuns(
  jobs: readonly Job[],
  rules: CheckedRules,
  maxAgeText: string | undefined,
  now: number,
): GateViolation[] {
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
    ...violation(
      "forbiddenLastInstanceStatuses",
      failed,
      `${count(failed, onlyTypeOf(failed))} whose last instance is ${(forbidden ?? []).join(" or ")}`,
    ),
    ...violation(
      "maxAgeOfLastSuccess",
      stale,
      `${count(stale, "BATCH")} whose last instance did not succeed within ${maxAgeText ?? ""}`,
    ),
    ...violation(
      "maxAgeOfLastSuccess",
      ahead,
      `${count(ahead, "BATCH")} whose last instance succeeded in the future: that cannot be meant, and is no success`,
    ),
    ...violation(
      "maxRunning",
      running.length > (maxRunning ?? Infinity) ? running : [],
      `${count(running, "BATCH")} whose last instance is running, of which there may be at most ${maxRunning ?? 0}`,
    ),
  ];
}

function onlyTypeOf(jobs: readonly Job[]): JobType | undefined {
  return jobs.every((job) => job.jobType === jobs[0]?.jobType) ? jobs[0]?.jobType : undefined;
}

function noJobOfType(rule: GateViolation["rule"], type: JobType, allowEmpty: boolean | undefined): GateViolation[] {
  if (allowEmpty === true) return [];
  const message =
    `there is no ${type} job to look at: does the query list them (jobType)? ` +
    "(allowEmpty lets the rule hold all the same)";
  return [{ rule, message, jobs: [] }];
}

function noInstance(rule: GateViolation["rule"], allowEmpty: boolean | undefined): GateViolation[] {
  if (allowEmpty === true) return [];
  const message = "no job tells a last instance: nothing to look at (allowEmpty lets the rule hold all the same)";
  return [{ rule, message, jobs: [] }];
}

function violation(rule: GateViolation["rule"], jobs: Job[], message: string): GateViolation[] {
  return jobs.length === 0 ? [] : [{ rule, message, jobs }];
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
