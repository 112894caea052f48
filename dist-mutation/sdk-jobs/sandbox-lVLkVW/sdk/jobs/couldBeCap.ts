/**
 * Whether a first page of so many jobs may be all that the service sends at once, however many there are: any number
 * from 100 on, as the reference's limits are 100 and 1,000, and of the smaller ones what somebody would choose. Nobody
 * chooses less than 10, which is the default limit.
 */
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
export function couldBeCap(size: number): boolean {
  if (stryMutAct_9fa48("0")) {
    {}
  } else {
    stryCov_9fa48("0");
    return stryMutAct_9fa48("3") ? size >= 100 && size >= 10 && (size % 5 === 0 || Number.isInteger(Math.log2(size))) : stryMutAct_9fa48("2") ? false : stryMutAct_9fa48("1") ? true : (stryCov_9fa48("1", "2", "3"), (stryMutAct_9fa48("6") ? size < 100 : stryMutAct_9fa48("5") ? size > 100 : stryMutAct_9fa48("4") ? false : (stryCov_9fa48("4", "5", "6"), size >= 100)) || (stryMutAct_9fa48("8") ? size >= 10 || size % 5 === 0 || Number.isInteger(Math.log2(size)) : stryMutAct_9fa48("7") ? false : (stryCov_9fa48("7", "8"), (stryMutAct_9fa48("11") ? size < 10 : stryMutAct_9fa48("10") ? size > 10 : stryMutAct_9fa48("9") ? true : (stryCov_9fa48("9", "10", "11"), size >= 10)) && (stryMutAct_9fa48("13") ? size % 5 === 0 && Number.isInteger(Math.log2(size)) : stryMutAct_9fa48("12") ? true : (stryCov_9fa48("12", "13"), (stryMutAct_9fa48("15") ? size % 5 !== 0 : stryMutAct_9fa48("14") ? false : (stryCov_9fa48("14", "15"), (stryMutAct_9fa48("16") ? size * 5 : (stryCov_9fa48("16"), size % 5)) === 0)) || Number.isInteger(Math.log2(size)))))));
  }
}