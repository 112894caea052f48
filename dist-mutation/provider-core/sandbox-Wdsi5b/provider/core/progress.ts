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
import type { ListProgress } from "../../sdk/index";
import { withCommas } from "../../sdk/text/withCommas";
import { monotonicMs } from "./monotonicMs";

/** Shorter listings need no progress; longer ones do not need more of it than can be read, in ms. */
const intervalMs = 500;

/** Shows a listing as passing status lines: `1,200 of 10,400 jobs`. */
export function statusLine(show: (line: string) => void): (progress: ListProgress) => void {
  if (stryMutAct_9fa48("693")) {
    {}
  } else {
    stryCov_9fa48("693");
    let shownAt = monotonicMs();
    return ({
      listed,
      total
    }) => {
      if (stryMutAct_9fa48("694")) {
        {}
      } else {
        stryCov_9fa48("694");
        if (stryMutAct_9fa48("698") ? monotonicMs() - shownAt >= intervalMs : stryMutAct_9fa48("697") ? monotonicMs() - shownAt <= intervalMs : stryMutAct_9fa48("696") ? false : stryMutAct_9fa48("695") ? true : (stryCov_9fa48("695", "696", "697", "698"), (stryMutAct_9fa48("699") ? monotonicMs() + shownAt : (stryCov_9fa48("699"), monotonicMs() - shownAt)) < intervalMs)) return;
        shownAt = monotonicMs();
        show(stryMutAct_9fa48("700") ? `` : (stryCov_9fa48("700"), `${withCommas(listed)} of ${withCommas(stryMutAct_9fa48("701") ? Math.min(listed, total) : (stryCov_9fa48("701"), Math.max(listed, total)))} jobs`));
      }
    };
  }
}