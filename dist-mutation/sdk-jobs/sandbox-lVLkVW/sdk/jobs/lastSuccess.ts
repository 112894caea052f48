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
import type { Job } from "./job";
import { statusIs } from "./statuses";

/** So far a time of the service may lie ahead of this machine's clock, in ms: beyond that it cannot be meant. */
const mostAheadMs = stryMutAct_9fa48("272") ? 5 / 60_000 : (stryCov_9fa48("272"), 5 * 60_000);

/** When the last instance ended, in ms since the epoch; undefined unless it succeeded, by itself or by decree. */
export function lastSuccess({
  lastInstanceStatus,
  lastInstanceEndTime
}: Job): number | undefined {
  if (stryMutAct_9fa48("273")) {
    {}
  } else {
    stryCov_9fa48("273");
    return statusIs(stryMutAct_9fa48("274") ? "" : (stryCov_9fa48("274"), "lastInstance"), lastInstanceStatus, stryMutAct_9fa48("275") ? "" : (stryCov_9fa48("275"), "success")) ? lastInstanceEndTime : undefined;
  }
}

/** Whether a time lies in the future by more than clocks differ: what ended then would be fresh for ever. */
export function isAhead(time: number, now: number): boolean {
  if (stryMutAct_9fa48("276")) {
    {}
  } else {
    stryCov_9fa48("276");
    return stryMutAct_9fa48("280") ? time <= now + mostAheadMs : stryMutAct_9fa48("279") ? time >= now + mostAheadMs : stryMutAct_9fa48("278") ? false : stryMutAct_9fa48("277") ? true : (stryCov_9fa48("277", "278", "279", "280"), time > (stryMutAct_9fa48("281") ? now - mostAheadMs : (stryCov_9fa48("281"), now + mostAheadMs)));
  }
}

/** Whether the last instance succeeded, and ended no earlier than `since` and not in the future. */
export function succeededSince(job: Job, since: number, now: number): boolean {
  if (stryMutAct_9fa48("282")) {
    {}
  } else {
    stryCov_9fa48("282");
    const time = lastSuccess(job);
    return stryMutAct_9fa48("285") ? time !== undefined && time >= since || !isAhead(time, now) : stryMutAct_9fa48("284") ? false : stryMutAct_9fa48("283") ? true : (stryCov_9fa48("283", "284", "285"), (stryMutAct_9fa48("287") ? time !== undefined || time >= since : stryMutAct_9fa48("286") ? true : (stryCov_9fa48("286", "287"), (stryMutAct_9fa48("289") ? time === undefined : stryMutAct_9fa48("288") ? true : (stryCov_9fa48("288", "289"), time !== undefined)) && (stryMutAct_9fa48("292") ? time < since : stryMutAct_9fa48("291") ? time > since : stryMutAct_9fa48("290") ? true : (stryCov_9fa48("290", "291", "292"), time >= since)))) && (stryMutAct_9fa48("293") ? isAhead(time, now) : (stryCov_9fa48("293"), !isAhead(time, now))));
  }
}