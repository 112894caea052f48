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
import { safeText } from "../redact";
import type { Job } from "./job";
import { describeStatus } from "./statuses";

/** A line for people, and the statuses that it is about. */
export interface UnknownStatuses {
  message: string;
  statuses: string[];
}

/**
 * In one line which statuses of last instances are none of the known ones, without a secret; undefined where all are
 * known. A rule that forbids `fail` does not see what a newer service calls otherwise.
 */
export function unknownStatuses(jobs: readonly Job[]): UnknownStatuses | undefined {
  if (stryMutAct_9fa48("1353")) {
    {}
  } else {
    stryCov_9fa48("1353");
    const times = new Map<string, number>();
    for (const {
      lastInstanceStatus: status
    } of jobs) {
      if (stryMutAct_9fa48("1354")) {
        {}
      } else {
        stryCov_9fa48("1354");
        if (stryMutAct_9fa48("1357") ? status === undefined : stryMutAct_9fa48("1356") ? false : stryMutAct_9fa48("1355") ? true : (stryCov_9fa48("1355", "1356", "1357"), status !== undefined)) times.set(status, stryMutAct_9fa48("1358") ? (times.get(status) ?? 0) - 1 : (stryCov_9fa48("1358"), (stryMutAct_9fa48("1359") ? times.get(status) && 0 : (stryCov_9fa48("1359"), times.get(status) ?? 0)) + 1));
      }
    }
    const unknown = stryMutAct_9fa48("1360") ? [...times] : (stryCov_9fa48("1360"), (stryMutAct_9fa48("1361") ? [] : (stryCov_9fa48("1361"), [...times])).filter(stryMutAct_9fa48("1362") ? () => undefined : (stryCov_9fa48("1362"), ([status]) => stryMutAct_9fa48("1363") ? describeStatus("lastInstance", status).known : (stryCov_9fa48("1363"), !describeStatus(stryMutAct_9fa48("1364") ? "" : (stryCov_9fa48("1364"), "lastInstance"), status).known))));
    if (stryMutAct_9fa48("1367") ? unknown.length !== 0 : stryMutAct_9fa48("1366") ? false : stryMutAct_9fa48("1365") ? true : (stryCov_9fa48("1365", "1366", "1367"), unknown.length === 0)) return undefined;
    const count = unknown.reduce(stryMutAct_9fa48("1368") ? () => undefined : (stryCov_9fa48("1368"), (sum, [, each]) => stryMutAct_9fa48("1369") ? sum - each : (stryCov_9fa48("1369"), sum + each)), 0);
    const names = stryMutAct_9fa48("1370") ? unknown.map(([status]) => JSON.stringify(safeText(status))) : (stryCov_9fa48("1370"), unknown.slice(0, 5).map(stryMutAct_9fa48("1371") ? () => undefined : (stryCov_9fa48("1371"), ([status]) => JSON.stringify(safeText(status)))));
    const jobsHave = stryMutAct_9fa48("1372") ? `` : (stryCov_9fa48("1372"), `${count} job${(stryMutAct_9fa48("1375") ? count !== 1 : stryMutAct_9fa48("1374") ? false : stryMutAct_9fa48("1373") ? true : (stryCov_9fa48("1373", "1374", "1375"), count === 1)) ? stryMutAct_9fa48("1376") ? "" : (stryCov_9fa48("1376"), " has") : stryMutAct_9fa48("1377") ? "" : (stryCov_9fa48("1377"), "s have")}`);
    const message = stryMutAct_9fa48("1378") ? `` : (stryCov_9fa48("1378"), `${jobsHave} a last instance status that is not known (${names.join(stryMutAct_9fa48("1379") ? "" : (stryCov_9fa48("1379"), ", "))}): no rule sees it that does not name it.`);
    return stryMutAct_9fa48("1380") ? {} : (stryCov_9fa48("1380"), {
      message,
      statuses: stryMutAct_9fa48("1381") ? unknown.map(([status]) => status) : (stryCov_9fa48("1381"), unknown.map(stryMutAct_9fa48("1382") ? () => undefined : (stryCov_9fa48("1382"), ([status]) => status)).sort())
    });
  }
}