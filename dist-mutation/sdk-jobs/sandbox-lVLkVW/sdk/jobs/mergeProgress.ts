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
import type { ListProgress } from "./listAll";

/** Adds up the progress of several listings that run at once. Returns the function to report one of them with. */
export function mergeProgress(onProgress: ((progress: ListProgress) => void) | undefined): (listing: object, progress: ListProgress) => void {
  if (stryMutAct_9fa48("514")) {
    {}
  } else {
    stryCov_9fa48("514");
    const latest = new Map<object, ListProgress>();
    return (listing, progress) => {
      if (stryMutAct_9fa48("515")) {
        {}
      } else {
        stryCov_9fa48("515");
        latest.set(listing, progress);
        const all = stryMutAct_9fa48("516") ? [] : (stryCov_9fa48("516"), [...latest.values()]);
        stryMutAct_9fa48("517") ? onProgress({
          listed: all.reduce((sum, each) => sum + each.listed, 0),
          total: all.reduce((sum, each) => sum + each.total, 0)
        }) : (stryCov_9fa48("517"), onProgress?.(stryMutAct_9fa48("518") ? {} : (stryCov_9fa48("518"), {
          listed: all.reduce(stryMutAct_9fa48("519") ? () => undefined : (stryCov_9fa48("519"), (sum, each) => stryMutAct_9fa48("520") ? sum - each.listed : (stryCov_9fa48("520"), sum + each.listed)), 0),
          total: all.reduce(stryMutAct_9fa48("521") ? () => undefined : (stryCov_9fa48("521"), (sum, each) => stryMutAct_9fa48("522") ? sum - each.total : (stryCov_9fa48("522"), sum + each.total)), 0)
        })));
      }
    };
  }
}