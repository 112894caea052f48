/** The same text for the same values, in whatever order they were written. */
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
export function stableKey(value: unknown): string {
  if (stryMutAct_9fa48("726")) {
    {}
  } else {
    stryCov_9fa48("726");
    return JSON.stringify(value, stryMutAct_9fa48("727") ? () => undefined : (stryCov_9fa48("727"), (_key, part: unknown) => (stryMutAct_9fa48("730") ? part !== null && typeof part === "object" || !Array.isArray(part) : stryMutAct_9fa48("729") ? false : stryMutAct_9fa48("728") ? true : (stryCov_9fa48("728", "729", "730"), (stryMutAct_9fa48("732") ? part !== null || typeof part === "object" : stryMutAct_9fa48("731") ? true : (stryCov_9fa48("731", "732"), (stryMutAct_9fa48("734") ? part === null : stryMutAct_9fa48("733") ? true : (stryCov_9fa48("733", "734"), part !== null)) && (stryMutAct_9fa48("736") ? typeof part !== "object" : stryMutAct_9fa48("735") ? true : (stryCov_9fa48("735", "736"), typeof part === (stryMutAct_9fa48("737") ? "" : (stryCov_9fa48("737"), "object")))))) && (stryMutAct_9fa48("738") ? Array.isArray(part) : (stryCov_9fa48("738"), !Array.isArray(part))))) ? Object.fromEntries(stryMutAct_9fa48("739") ? Object.entries(part) : (stryCov_9fa48("739"), Object.entries(part).sort(stryMutAct_9fa48("740") ? () => undefined : (stryCov_9fa48("740"), ([a], [b]) => (stryMutAct_9fa48("744") ? a >= b : stryMutAct_9fa48("743") ? a <= b : stryMutAct_9fa48("742") ? false : stryMutAct_9fa48("741") ? true : (stryCov_9fa48("741", "742", "743", "744"), a < b)) ? stryMutAct_9fa48("745") ? +1 : (stryCov_9fa48("745"), -1) : 1)))) : part));
  }
}