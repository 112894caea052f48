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
interface Known {
  knownKeys: readonly string[];
  /** The namespace that may be empty. */
  optional: string;
}

/**
 * A namespace of the stack's configuration names an account: a key of it that is not known is a misspelt one, and one
 * that is named and has no key is another one misspelt. Either would else mean the account of the environment.
 *
 * @param fullNames of all keys that are set: `dlf:region`
 * @throws ConfigurationError that lists the known keys
 */
export function checkNamespace(namespace: string, fullNames: readonly string[], {
  knownKeys,
  optional
}: Known): void {
  if (stryMutAct_9fa48("624")) {
    {}
  } else {
    stryCov_9fa48("624");
    const keys = stryMutAct_9fa48("625") ? fullNames.map(keyOf) : (stryCov_9fa48("625"), fullNames.filter(stryMutAct_9fa48("626") ? () => undefined : (stryCov_9fa48("626"), name => stryMutAct_9fa48("629") ? namespaceOf(name) !== namespace : stryMutAct_9fa48("628") ? false : stryMutAct_9fa48("627") ? true : (stryCov_9fa48("627", "628", "629"), namespaceOf(name) === namespace))).map(keyOf));
    const known = stryMutAct_9fa48("630") ? `` : (stryCov_9fa48("630"), `Its keys are: ${knownKeys.join(stryMutAct_9fa48("631") ? "" : (stryCov_9fa48("631"), ", "))}.`);
    const unknown = keys.find(stryMutAct_9fa48("632") ? () => undefined : (stryCov_9fa48("632"), key => stryMutAct_9fa48("633") ? knownKeys.includes(key) : (stryCov_9fa48("633"), !knownKeys.includes(key))));
    if (stryMutAct_9fa48("636") ? unknown === undefined : stryMutAct_9fa48("635") ? false : stryMutAct_9fa48("634") ? true : (stryCov_9fa48("634", "635", "636"), unknown !== undefined)) {
      if (stryMutAct_9fa48("637")) {
        {}
      } else {
        stryCov_9fa48("637");
        throw new ConfigurationError((stryMutAct_9fa48("638") ? `` : (stryCov_9fa48("638"), `The stack's configuration has a key ${namespace}:${unknown}, which means nothing. The nearest one is `)) + (stryMutAct_9fa48("639") ? `` : (stryCov_9fa48("639"), `${namespace}:${stryMutAct_9fa48("640") ? nearest(unknown, knownKeys) && "" : (stryCov_9fa48("640"), nearest(unknown, knownKeys) ?? (stryMutAct_9fa48("641") ? "Stryker was here!" : (stryCov_9fa48("641"), "")))}. ${known}`)));
      }
    }
    if (stryMutAct_9fa48("644") ? keys.length > 0 && namespace === optional : stryMutAct_9fa48("643") ? false : stryMutAct_9fa48("642") ? true : (stryCov_9fa48("642", "643", "644"), (stryMutAct_9fa48("647") ? keys.length <= 0 : stryMutAct_9fa48("646") ? keys.length >= 0 : stryMutAct_9fa48("645") ? false : (stryCov_9fa48("645", "646", "647"), keys.length > 0)) || (stryMutAct_9fa48("649") ? namespace !== optional : stryMutAct_9fa48("648") ? false : (stryCov_9fa48("648", "649"), namespace === optional)))) return;
    const others = new Set(stryMutAct_9fa48("650") ? fullNames.map(namespaceOf) : (stryCov_9fa48("650"), fullNames.filter(stryMutAct_9fa48("651") ? () => undefined : (stryCov_9fa48("651"), name => knownKeys.includes(keyOf(name)))).map(namespaceOf)));
    throw new ConfigurationError((stryMutAct_9fa48("652") ? `` : (stryCov_9fa48("652"), `Nothing is set under ${namespace} in the stack's configuration, which configNamespace names `)) + (stryMutAct_9fa48("653") ? `` : (stryCov_9fa48("653"), `(there is something under: ${stryMutAct_9fa48("656") ? [...others].join(", ") && "none" : stryMutAct_9fa48("655") ? false : stryMutAct_9fa48("654") ? true : (stryCov_9fa48("654", "655", "656"), (stryMutAct_9fa48("657") ? [] : (stryCov_9fa48("657"), [...others])).join(stryMutAct_9fa48("658") ? "" : (stryCov_9fa48("658"), ", ")) || (stryMutAct_9fa48("659") ? "" : (stryCov_9fa48("659"), "none")))}). ${known}`)));
  }
}
function namespaceOf(fullName: string): string {
  if (stryMutAct_9fa48("660")) {
    {}
  } else {
    stryCov_9fa48("660");
    return stryMutAct_9fa48("661") ? fullName : (stryCov_9fa48("661"), fullName.slice(0, stryMutAct_9fa48("662") ? Math.min(0, fullName.indexOf(":")) : (stryCov_9fa48("662"), Math.max(0, fullName.indexOf(stryMutAct_9fa48("663") ? "" : (stryCov_9fa48("663"), ":"))))));
  }
}
function keyOf(fullName: string): string {
  if (stryMutAct_9fa48("664")) {
    {}
  } else {
    stryCov_9fa48("664");
    return stryMutAct_9fa48("665") ? fullName : (stryCov_9fa48("665"), fullName.slice(stryMutAct_9fa48("666") ? fullName.indexOf(":") - 1 : (stryCov_9fa48("666"), fullName.indexOf(stryMutAct_9fa48("667") ? "" : (stryCov_9fa48("667"), ":")) + 1)));
  }
}