// @ts-nocheck
function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
import { InvalidQueryError, JobNotFoundError } from "../errors";
import { nearest, nearestOf } from "../text/nearest";
import type { Job, JobType } from "./job";
import { refuseNoQuery, type JobsQuery } from "./query";

/** Which job. */
export interface JobQuery {
  /** Its whole name, with its case: 1 to 128 characters. */
  name: string;
  /** Default: `ALL`, since a name is unique in a workspace. */
  jobType?: JobType | "ALL" | undefined;
  /** Workspace ID. Default: the client's, else the default workspace. */
  workspace?: string | undefined;
}
const parts: readonly string[] = (stryMutAct_9fa48("219") ? [] : (stryCov_9fa48("219"), [stryMutAct_9fa48("220") ? "" : (stryCov_9fa48("220"), "name"), stryMutAct_9fa48("221") ? "" : (stryCov_9fa48("221"), "jobType"), stryMutAct_9fa48("222") ? "" : (stryCov_9fa48("222"), "workspace")])) satisfies (keyof JobQuery)[];

/** @throws InvalidQueryError for a part that there is not: without it another job would be meant */
function refuseOtherParts(query: object): void {
  if (stryMutAct_9fa48("223")) {
    {}
  } else {
    stryCov_9fa48("223");
    refuseNoQuery(query);
    const other = Object.keys(query).find(stryMutAct_9fa48("224") ? () => undefined : (stryCov_9fa48("224"), part => stryMutAct_9fa48("225") ? parts.includes(part) : (stryCov_9fa48("225"), !parts.includes(part))));
    if (stryMutAct_9fa48("228") ? other !== undefined : stryMutAct_9fa48("227") ? false : stryMutAct_9fa48("226") ? true : (stryCov_9fa48("226", "227", "228"), other === undefined)) return;
    const close = nearest(other, parts);
    const hint = (stryMutAct_9fa48("231") ? close !== undefined : stryMutAct_9fa48("230") ? false : stryMutAct_9fa48("229") ? true : (stryCov_9fa48("229", "230", "231"), close === undefined)) ? stryMutAct_9fa48("232") ? "Stryker was here!" : (stryCov_9fa48("232"), "") : stryMutAct_9fa48("233") ? `` : (stryCov_9fa48("233"), ` The nearest is ${close}.`);
    throw new InvalidQueryError(stryMutAct_9fa48("234") ? `` : (stryCov_9fa48("234"), `Invalid query: there is no ${JSON.stringify(other)}.${hint} There is: ${parts.join(stryMutAct_9fa48("235") ? "" : (stryCov_9fa48("235"), ", "))}.`));
  }
}

/** So many names a person may have meant. */
const namesShown = 3;

/**
 * The one job of exactly that name.
 *
 * @param list lists whole, as `DlfClient.listJobs`
 * @throws JobNotFoundError with the nearest names, which takes a listing of all jobs
 * @throws InvalidQueryError where two jobs of different types have the name
 */
export async function findJob(query: JobQuery, list: (query: JobsQuery) => Promise<{
  jobs: readonly Job[];
}>): Promise<Job> {
  if (stryMutAct_9fa48("236")) {
    {}
  } else {
    stryCov_9fa48("236");
    refuseOtherParts(query);
    const {
      name,
      jobType = stryMutAct_9fa48("237") ? "" : (stryCov_9fa48("237"), "ALL"),
      workspace
    } = query;
    const {
      jobs
    } = await list(stryMutAct_9fa48("238") ? {} : (stryCov_9fa48("238"), {
      jobType,
      workspace,
      jobName: name,
      exactName: stryMutAct_9fa48("239") ? false : (stryCov_9fa48("239"), true)
    }));
    const [job, other] = jobs;
    if (stryMutAct_9fa48("242") ? other === undefined : stryMutAct_9fa48("241") ? false : stryMutAct_9fa48("240") ? true : (stryCov_9fa48("240", "241", "242"), other !== undefined)) {
      if (stryMutAct_9fa48("243")) {
        {}
      } else {
        stryCov_9fa48("243");
        throw new InvalidQueryError(stryMutAct_9fa48("244") ? `` : (stryCov_9fa48("244"), `Invalid query: there is a batch job and a real-time job ${JSON.stringify(name)}. Say which by jobType.`));
      }
    }
    if (stryMutAct_9fa48("247") ? job === undefined : stryMutAct_9fa48("246") ? false : stryMutAct_9fa48("245") ? true : (stryCov_9fa48("245", "246", "247"), job !== undefined)) return job;
    const all = await list(stryMutAct_9fa48("248") ? {} : (stryCov_9fa48("248"), {
      jobType,
      workspace
    }));
    const close = nearestOf(name, all.jobs.map(stryMutAct_9fa48("249") ? () => undefined : (stryCov_9fa48("249"), each => each.name)), namesShown);
    const hint = (stryMutAct_9fa48("252") ? close.length !== 0 : stryMutAct_9fa48("251") ? false : stryMutAct_9fa48("250") ? true : (stryCov_9fa48("250", "251", "252"), close.length === 0)) ? stryMutAct_9fa48("253") ? "" : (stryCov_9fa48("253"), "The workspace has none of that type.") : stryMutAct_9fa48("254") ? `` : (stryCov_9fa48("254"), `The nearest names are: ${close.map(stryMutAct_9fa48("255") ? () => undefined : (stryCov_9fa48("255"), each => JSON.stringify(each))).join(stryMutAct_9fa48("256") ? "" : (stryCov_9fa48("256"), ", "))}.`);
    throw new JobNotFoundError(stryMutAct_9fa48("257") ? `` : (stryCov_9fa48("257"), `There is no job ${JSON.stringify(name)}. ${hint}`));
  }
}