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
import { createHash } from "node:crypto";
import type { Job, JobsQuery, ListJobsResult } from "../../sdk/index";
import { notNull } from "./pick";
import { stableKey } from "./stableKey";

/** The query as it was given, and its answer. */
export interface GetDlfJobsResult extends JobsQuery {
  /** A hash of the query: the same in every run. */
  id: string;
  jobType: NonNullable<JobsQuery["jobType"]>;
  /** How many jobs match: `jobs.length`. */
  total: number;
  /** The names of the jobs, in the order of `jobs`. */
  names: string[];
  /** By type, then by name. */
  jobs: Job[];
  /** False only with `consistency: "best-effort"`, when the service's pages kept contradicting each other. */
  complete: boolean;
}

/** The answer to a query, as programs read it. */
export function jobsResult(args: JobsQuery, {
  jobs,
  total,
  complete,
  warnings = stryMutAct_9fa48("425") ? ["Stryker was here"] : (stryCov_9fa48("425"), [])
}: ListJobsResult, warn: (message: string) => void): GetDlfJobsResult {
  if (stryMutAct_9fa48("426")) {
    {}
  } else {
    stryCov_9fa48("426");
    if (stryMutAct_9fa48("429") ? false : stryMutAct_9fa48("428") ? true : stryMutAct_9fa48("427") ? complete : (stryCov_9fa48("427", "428", "429"), !complete)) warn(stryMutAct_9fa48("430") ? `` : (stryCov_9fa48("430"), `the list of jobs did not settle; ${total} came (consistency: best-effort).`));
    for (const warning of warnings) warn(warning);
    const query = stryMutAct_9fa48("431") ? {} : (stryCov_9fa48("431"), {
      ...notNull(args),
      jobType: stryMutAct_9fa48("432") ? args.jobType && "BATCH" : (stryCov_9fa48("432"), args.jobType ?? (stryMutAct_9fa48("433") ? "" : (stryCov_9fa48("433"), "BATCH")))
    });
    return stryMutAct_9fa48("434") ? {} : (stryCov_9fa48("434"), {
      ...query,
      id: stryMutAct_9fa48("435") ? createHash("sha256").update(stableKey(query)).digest("hex") : (stryCov_9fa48("435"), createHash(stryMutAct_9fa48("436") ? "" : (stryCov_9fa48("436"), "sha256")).update(stableKey(query)).digest(stryMutAct_9fa48("437") ? "" : (stryCov_9fa48("437"), "hex")).slice(0, 16)),
      total,
      names: jobs.map(stryMutAct_9fa48("438") ? () => undefined : (stryCov_9fa48("438"), job => job.name)),
      // Copies: a program that changes its jobs must not change those of another call.
      jobs: jobs.map(stryMutAct_9fa48("439") ? () => undefined : (stryCov_9fa48("439"), job => stryMutAct_9fa48("440") ? {} : (stryCov_9fa48("440"), {
        ...job
      }))),
      complete
    });
  }
}