/**
 * Runs `task` on the items, up to `limit` of them ahead, and yields the results in the order of the items. When one
 * fails, or nobody reads on, no more are started; what is under way is left to end by itself.
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
export async function* inOrder<Item, Result>(items: Iterable<Item>, task: (item: Item) => Promise<Result>, limit: number): AsyncGenerator<Result> {
  if (stryMutAct_9fa48("258")) {
    {}
  } else {
    stryCov_9fa48("258");
    const iterator = items[Symbol.iterator]();
    const underWay: Promise<Result>[] = stryMutAct_9fa48("259") ? ["Stryker was here"] : (stryCov_9fa48("259"), []);
    const startMore = () => {
      if (stryMutAct_9fa48("260")) {
        {}
      } else {
        stryCov_9fa48("260");
        while (stryMutAct_9fa48("263") ? underWay.length >= limit : stryMutAct_9fa48("262") ? underWay.length <= limit : stryMutAct_9fa48("261") ? false : (stryCov_9fa48("261", "262", "263"), underWay.length < limit)) {
          if (stryMutAct_9fa48("264")) {
            {}
          } else {
            stryCov_9fa48("264");
            const next = iterator.next();
            if (stryMutAct_9fa48("266") ? false : stryMutAct_9fa48("265") ? true : (stryCov_9fa48("265", "266"), next.done)) return;
            const result = task(next.value);
            // A failure is told when its turn comes. Until then, or if it never comes, it is not "unhandled".
            result.catch(() => undefined);
            underWay.push(result);
          }
        }
      }
    };
    if (stryMutAct_9fa48("267")) {
      for (; false;) {
        startMore();
        const next = underWay.shift();
        if (!next) return;
        yield await next;
      }
    } else {
      stryCov_9fa48("267");
      for (;;) {
        if (stryMutAct_9fa48("268")) {
          {}
        } else {
          stryCov_9fa48("268");
          startMore();
          const next = underWay.shift();
          if (stryMutAct_9fa48("271") ? false : stryMutAct_9fa48("270") ? true : stryMutAct_9fa48("269") ? next : (stryCov_9fa48("269", "270", "271"), !next)) return;
          yield await next;
        }
      }
    }
  }
}