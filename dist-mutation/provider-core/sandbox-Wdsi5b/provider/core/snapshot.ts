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
import type { Job } from "../../sdk/index";

/** A field of a job that a snapshot may compare. */
export type JobField = Exclude<keyof Job, "name" | "jobType">;

/** What changes only when somebody changes the job; a run of it changes none of these. */
export const defaultCompareFields: readonly JobField[] = stryMutAct_9fa48("702") ? [] : (stryCov_9fa48("702"), [...(["status", "owner", "priority", "path", "startTime", "endTime", "singleNodeJobFlag"] as const), ...(["createUser", "createTime", "lastUpdateUser", "lastUpdateTime"] as const)]);
const ofLastInstance: readonly JobField[] = stryMutAct_9fa48("703") ? [] : (stryCov_9fa48("703"), [stryMutAct_9fa48("704") ? "" : (stryCov_9fa48("704"), "lastInstanceStatus"), stryMutAct_9fa48("705") ? "" : (stryCov_9fa48("705"), "lastInstanceEndTime")]);
export const jobFields: readonly JobField[] = stryMutAct_9fa48("706") ? [] : (stryCov_9fa48("706"), [...defaultCompareFields, ...ofLastInstance]);

/**
 * By type and name (`BATCH/ods_orders`), the fields that count; those of a last instance for batch jobs alone, as in the
 * snapshots that 0.1.0 recorded. The engine prints what differs between two of them.
 */
export type Snapshot = Record<string, Partial<Record<JobField, string | number | boolean>>>;
export function takeSnapshot(jobs: readonly Job[], compareFields: readonly JobField[]): Snapshot {
  if (stryMutAct_9fa48("707")) {
    {}
  } else {
    stryCov_9fa48("707");
    return Object.fromEntries(jobs.map(job => {
      if (stryMutAct_9fa48("708")) {
        {}
      } else {
        stryCov_9fa48("708");
        const fields = job as Partial<Record<JobField, string | number | boolean>>;
        const kept = stryMutAct_9fa48("709") ? compareFields : (stryCov_9fa48("709"), compareFields.filter(stryMutAct_9fa48("710") ? () => undefined : (stryCov_9fa48("710"), field => stryMutAct_9fa48("713") ? fields[field] !== undefined || job.jobType === "BATCH" || !ofLastInstance.includes(field) : stryMutAct_9fa48("712") ? false : stryMutAct_9fa48("711") ? true : (stryCov_9fa48("711", "712", "713"), (stryMutAct_9fa48("715") ? fields[field] === undefined : stryMutAct_9fa48("714") ? true : (stryCov_9fa48("714", "715"), fields[field] !== undefined)) && (stryMutAct_9fa48("717") ? job.jobType === "BATCH" && !ofLastInstance.includes(field) : stryMutAct_9fa48("716") ? true : (stryCov_9fa48("716", "717"), (stryMutAct_9fa48("719") ? job.jobType !== "BATCH" : stryMutAct_9fa48("718") ? false : (stryCov_9fa48("718", "719"), job.jobType === (stryMutAct_9fa48("720") ? "" : (stryCov_9fa48("720"), "BATCH")))) || (stryMutAct_9fa48("721") ? ofLastInstance.includes(field) : (stryCov_9fa48("721"), !ofLastInstance.includes(field)))))))));
        return stryMutAct_9fa48("722") ? [] : (stryCov_9fa48("722"), [stryMutAct_9fa48("723") ? `` : (stryCov_9fa48("723"), `${job.jobType}/${job.name}`), Object.fromEntries(kept.map(stryMutAct_9fa48("724") ? () => undefined : (stryCov_9fa48("724"), field => stryMutAct_9fa48("725") ? [] : (stryCov_9fa48("725"), [field, fields[field]]))))]);
      }
    }));
  }
}