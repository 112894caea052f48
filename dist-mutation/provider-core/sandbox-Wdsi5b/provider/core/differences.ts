/** Where two values differ: the keys from the outside in, the index of an element of a list among them. */
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
export interface Difference {
  readonly path: readonly (string | number)[];
  readonly kind: "add" | "delete" | "update";
}

/** Each place where `news` differs from `olds`, as far inside as both are objects, or both lists. */
export function differences(olds: unknown, news: unknown, path: Difference["path"] = stryMutAct_9fa48("57") ? ["Stryker was here"] : (stryCov_9fa48("57"), [])): Difference[] {
  if (stryMutAct_9fa48("58")) {
    {}
  } else {
    stryCov_9fa48("58");
    if (stryMutAct_9fa48("61") ? olds !== news : stryMutAct_9fa48("60") ? false : stryMutAct_9fa48("59") ? true : (stryCov_9fa48("59", "60", "61"), olds === news)) return stryMutAct_9fa48("62") ? ["Stryker was here"] : (stryCov_9fa48("62"), []);
    if (stryMutAct_9fa48("65") ? olds !== undefined : stryMutAct_9fa48("64") ? false : stryMutAct_9fa48("63") ? true : (stryCov_9fa48("63", "64", "65"), olds === undefined)) return stryMutAct_9fa48("66") ? [] : (stryCov_9fa48("66"), [stryMutAct_9fa48("67") ? {} : (stryCov_9fa48("67"), {
      path,
      kind: stryMutAct_9fa48("68") ? "" : (stryCov_9fa48("68"), "add")
    })]);
    if (stryMutAct_9fa48("71") ? news !== undefined : stryMutAct_9fa48("70") ? false : stryMutAct_9fa48("69") ? true : (stryCov_9fa48("69", "70", "71"), news === undefined)) return stryMutAct_9fa48("72") ? [] : (stryCov_9fa48("72"), [stryMutAct_9fa48("73") ? {} : (stryCov_9fa48("73"), {
      path,
      kind: stryMutAct_9fa48("74") ? "" : (stryCov_9fa48("74"), "delete")
    })]);
    if (stryMutAct_9fa48("77") ? (!isObject(olds) || !isObject(news)) && Array.isArray(olds) !== Array.isArray(news) : stryMutAct_9fa48("76") ? false : stryMutAct_9fa48("75") ? true : (stryCov_9fa48("75", "76", "77"), (stryMutAct_9fa48("79") ? !isObject(olds) && !isObject(news) : stryMutAct_9fa48("78") ? false : (stryCov_9fa48("78", "79"), (stryMutAct_9fa48("80") ? isObject(olds) : (stryCov_9fa48("80"), !isObject(olds))) || (stryMutAct_9fa48("81") ? isObject(news) : (stryCov_9fa48("81"), !isObject(news))))) || (stryMutAct_9fa48("83") ? Array.isArray(olds) === Array.isArray(news) : stryMutAct_9fa48("82") ? false : (stryCov_9fa48("82", "83"), Array.isArray(olds) !== Array.isArray(news))))) {
      if (stryMutAct_9fa48("84")) {
        {}
      } else {
        stryCov_9fa48("84");
        return stryMutAct_9fa48("85") ? [] : (stryCov_9fa48("85"), [stryMutAct_9fa48("86") ? {} : (stryCov_9fa48("86"), {
          path,
          kind: stryMutAct_9fa48("87") ? "" : (stryCov_9fa48("87"), "update")
        })]);
      }
    }
    const keys = new Set(stryMutAct_9fa48("88") ? [] : (stryCov_9fa48("88"), [...Object.keys(olds), ...Object.keys(news)]));
    const keyOf = stryMutAct_9fa48("89") ? () => undefined : (stryCov_9fa48("89"), (() => {
      const keyOf = (key: string) => Array.isArray(news) ? Number(key) : key;
      return keyOf;
    })());
    return (stryMutAct_9fa48("90") ? [] : (stryCov_9fa48("90"), [...keys])).flatMap(stryMutAct_9fa48("91") ? () => undefined : (stryCov_9fa48("91"), key => differences(own(olds, key), own(news, key), stryMutAct_9fa48("92") ? [] : (stryCov_9fa48("92"), [...path, keyOf(key)]))));
  }
}
function isObject(value: unknown): value is object {
  if (stryMutAct_9fa48("93")) {
    {}
  } else {
    stryCov_9fa48("93");
    return stryMutAct_9fa48("96") ? typeof value === "object" || value !== null : stryMutAct_9fa48("95") ? false : stryMutAct_9fa48("94") ? true : (stryCov_9fa48("94", "95", "96"), (stryMutAct_9fa48("98") ? typeof value !== "object" : stryMutAct_9fa48("97") ? true : (stryCov_9fa48("97", "98"), typeof value === (stryMutAct_9fa48("99") ? "" : (stryCov_9fa48("99"), "object")))) && (stryMutAct_9fa48("101") ? value === null : stryMutAct_9fa48("100") ? true : (stryCov_9fa48("100", "101"), value !== null)));
  }
}

/** A job may be called `constructor`. */
function own(object: object, key: string): unknown {
  if (stryMutAct_9fa48("102")) {
    {}
  } else {
    stryCov_9fa48("102");
    return Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
  }
}