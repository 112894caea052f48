/** Stands for a value that a preview does not know yet, where the engine calls `check` and `diff`. */
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
export const unknownValue = stryMutAct_9fa48("746") ? "" : (stryCov_9fa48("746"), "04da6b54-80e4-46f7-96ec-b56ff0331ba9");
export function holdsUnknown(value: unknown): boolean {
  if (stryMutAct_9fa48("747")) {
    {}
  } else {
    stryCov_9fa48("747");
    if (stryMutAct_9fa48("750") ? value !== unknownValue : stryMutAct_9fa48("749") ? false : stryMutAct_9fa48("748") ? true : (stryCov_9fa48("748", "749", "750"), value === unknownValue)) return stryMutAct_9fa48("751") ? false : (stryCov_9fa48("751"), true);
    return stryMutAct_9fa48("754") ? typeof value === "object" && value !== null || Object.values(value).some(holdsUnknown) : stryMutAct_9fa48("753") ? false : stryMutAct_9fa48("752") ? true : (stryCov_9fa48("752", "753", "754"), (stryMutAct_9fa48("756") ? typeof value === "object" || value !== null : stryMutAct_9fa48("755") ? true : (stryCov_9fa48("755", "756"), (stryMutAct_9fa48("758") ? typeof value !== "object" : stryMutAct_9fa48("757") ? true : (stryCov_9fa48("757", "758"), typeof value === (stryMutAct_9fa48("759") ? "" : (stryCov_9fa48("759"), "object")))) && (stryMutAct_9fa48("761") ? value === null : stryMutAct_9fa48("760") ? true : (stryCov_9fa48("760", "761"), value !== null)))) && (stryMutAct_9fa48("762") ? Object.values(value).every(holdsUnknown) : (stryCov_9fa48("762"), Object.values(value).some(holdsUnknown))));
  }
}