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
import { setTimeout as sleep } from "node:timers/promises";
import { alarm, type WaitClock } from "../../sdk/index";

/**
 * Milliseconds on a clock that nobody sets. It is the machine's, hence the same one in the program's process and in that
 * of its dynamic resources (CLOCK_MONOTONIC and its like): times of one can be compared with times of the other.
 */
export function monotonicMs(): number {
  if (stryMutAct_9fa48("615")) {
    {}
  } else {
    stryCov_9fa48("615");
    return stryMutAct_9fa48("616") ? Number(process.hrtime.bigint() / 1_000n) * 1_000 : (stryCov_9fa48("616"), Number(stryMutAct_9fa48("617") ? process.hrtime.bigint() * 1_000n : (stryCov_9fa48("617"), process.hrtime.bigint() / 1_000n)) / 1_000);
  }
}

/**
 * By that clock.
 *
 * @param signal ends a sleep: it rejects with the signal's reason
 */
export function waitClock(signal?: AbortSignal): WaitClock {
  if (stryMutAct_9fa48("618")) {
    {}
  } else {
    stryCov_9fa48("618");
    return stryMutAct_9fa48("619") ? {} : (stryCov_9fa48("619"), {
      monotonic: monotonicMs,
      alarm,
      sleep: stryMutAct_9fa48("620") ? () => undefined : (stryCov_9fa48("620"), ms => sleep(ms, undefined, stryMutAct_9fa48("621") ? {} : (stryCov_9fa48("621"), {
        signal
      })).catch((error: unknown) => {
        if (stryMutAct_9fa48("622")) {
          {}
        } else {
          stryCov_9fa48("622");
          stryMutAct_9fa48("623") ? signal.throwIfAborted() : (stryCov_9fa48("623"), signal?.throwIfAborted());
          throw error;
        }
      }))
    });
  }
}