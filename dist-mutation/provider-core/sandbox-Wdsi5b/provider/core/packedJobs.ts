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
import { gunzipSync, gzipSync } from "node:zlib";
import type { Job } from "../../sdk/index";

/** More than any list is: what unpacks to more is no list of jobs. */
const mostBytes = 2 ** 28;

/** Ten thousand jobs in a state, in half a megabyte: JSON, by gzip, in base64. */
export function packJobs(jobs: readonly Job[]): string {
  if (stryMutAct_9fa48("668")) {
    {}
  } else {
    stryCov_9fa48("668");
    return gzipSync(JSON.stringify(jobs)).toString(stryMutAct_9fa48("669") ? "" : (stryCov_9fa48("669"), "base64"));
  }
}

/**
 * @param packed or the list itself, as 0.1.0 wrote it
 * @returns undefined for anything else: somebody has changed the state
 */
export function unpackJobs(packed: unknown): Job[] | undefined {
  if (stryMutAct_9fa48("670")) {
    {}
  } else {
    stryCov_9fa48("670");
    const jobs = (stryMutAct_9fa48("673") ? typeof packed !== "string" : stryMutAct_9fa48("672") ? false : stryMutAct_9fa48("671") ? true : (stryCov_9fa48("671", "672", "673"), typeof packed === (stryMutAct_9fa48("674") ? "" : (stryCov_9fa48("674"), "string")))) ? parsed(packed) : packed;
    return (stryMutAct_9fa48("677") ? Array.isArray(jobs) || jobs.every(isJob) : stryMutAct_9fa48("676") ? false : stryMutAct_9fa48("675") ? true : (stryCov_9fa48("675", "676", "677"), Array.isArray(jobs) && (stryMutAct_9fa48("678") ? jobs.some(isJob) : (stryCov_9fa48("678"), jobs.every(isJob))))) ? jobs : undefined;
  }
}
function parsed(packed: string): unknown {
  if (stryMutAct_9fa48("679")) {
    {}
  } else {
    stryCov_9fa48("679");
    try {
      if (stryMutAct_9fa48("680")) {
        {}
      } else {
        stryCov_9fa48("680");
        const text = gunzipSync(Buffer.from(packed, stryMutAct_9fa48("681") ? "" : (stryCov_9fa48("681"), "base64")), stryMutAct_9fa48("682") ? {} : (stryCov_9fa48("682"), {
          maxOutputLength: mostBytes
        })).toString(stryMutAct_9fa48("683") ? "" : (stryCov_9fa48("683"), "utf8"));
        return JSON.parse(text) as unknown;
      }
    } catch {
      if (stryMutAct_9fa48("684")) {
        {}
      } else {
        stryCov_9fa48("684");
        return undefined;
      }
    }
  }
}
function isJob(value: unknown): value is Job {
  if (stryMutAct_9fa48("685")) {
    {}
  } else {
    stryCov_9fa48("685");
    return stryMutAct_9fa48("688") ? typeof (value as Partial<Job> | null)?.name !== "string" : stryMutAct_9fa48("687") ? false : stryMutAct_9fa48("686") ? true : (stryCov_9fa48("686", "687", "688"), typeof (stryMutAct_9fa48("689") ? (value as Partial<Job> | null).name : (stryCov_9fa48("689"), (value as Partial<Job> | null)?.name)) === (stryMutAct_9fa48("690") ? "" : (stryCov_9fa48("690"), "string")));
  }
}