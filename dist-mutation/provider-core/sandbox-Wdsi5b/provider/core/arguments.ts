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
import { ConfigurationError } from "../../sdk/index";
import { nearest } from "../../sdk/text/nearest";
import type { Connection } from "./listings";

/** @throws ConfigurationError for an argument that there is not */
export function refuseOtherArguments(given: object, known: readonly string[]): void {
  if (stryMutAct_9fa48("0")) {
    {}
  } else {
    stryCov_9fa48("0");
    const other = Object.keys(given).find(stryMutAct_9fa48("1") ? () => undefined : (stryCov_9fa48("1"), key => stryMutAct_9fa48("2") ? known.includes(key) : (stryCov_9fa48("2"), !known.includes(key))));
    if (stryMutAct_9fa48("5") ? other !== undefined : stryMutAct_9fa48("4") ? false : stryMutAct_9fa48("3") ? true : (stryCov_9fa48("3", "4", "5"), other === undefined)) return;
    const close = nearest(other, known);
    const hint = (stryMutAct_9fa48("8") ? close !== undefined : stryMutAct_9fa48("7") ? false : stryMutAct_9fa48("6") ? true : (stryCov_9fa48("6", "7", "8"), close === undefined)) ? stryMutAct_9fa48("9") ? "Stryker was here!" : (stryCov_9fa48("9"), "") : stryMutAct_9fa48("10") ? `` : (stryCov_9fa48("10"), ` The nearest one is ${close}.`);
    throw new ConfigurationError(stryMutAct_9fa48("11") ? `` : (stryCov_9fa48("11"), `There is no argument ${JSON.stringify(other)}.${hint} There is: ${known.join(stryMutAct_9fa48("12") ? "" : (stryCov_9fa48("12"), ", "))}.`));
  }
}

/** @throws ConfigurationError: whatever a resource is given is written into the state */
export function refuseCredentials({
  client
}: Connection): void {
  if (stryMutAct_9fa48("13")) {
    {}
  } else {
    stryCov_9fa48("13");
    if (stryMutAct_9fa48("16") ? client?.credentials !== undefined : stryMutAct_9fa48("15") ? false : stryMutAct_9fa48("14") ? true : (stryCov_9fa48("14", "15", "16"), (stryMutAct_9fa48("17") ? client.credentials : (stryCov_9fa48("17"), client?.credentials)) === undefined)) return;
    throw new ConfigurationError((stryMutAct_9fa48("18") ? "" : (stryCov_9fa48("18"), "Credentials cannot be given to a resource in code, since its inputs are kept in the state. Set them as secrets of ")) + (stryMutAct_9fa48("19") ? "" : (stryCov_9fa48("19"), "the stack (pulumi config set --secret dlf:secretKey), or in the environment; configNamespace names another account.")));
  }
}