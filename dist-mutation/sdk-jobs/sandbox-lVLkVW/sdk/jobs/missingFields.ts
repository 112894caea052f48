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

/** What the reference promises of every job, and some servers leave out. */
const promised = ["status", "createUser", "createTime"] as const;

/** Counts the jobs that lack a field which the API's reference promises. */
export class MissingFields {
  #jobs = 0;
  #first = stryMutAct_9fa48("523") ? "Stryker was here!" : (stryCov_9fa48("523"), "");
  readonly #fields = new Set<string>();
  count(jobs: readonly Job[]): void {
    if (stryMutAct_9fa48("524")) {
      {}
    } else {
      stryCov_9fa48("524");
      for (const job of jobs) {
        if (stryMutAct_9fa48("525")) {
          {}
        } else {
          stryCov_9fa48("525");
          if (stryMutAct_9fa48("528") ? promised.some(field => job[field] !== undefined) : stryMutAct_9fa48("527") ? false : stryMutAct_9fa48("526") ? true : (stryCov_9fa48("526", "527", "528"), promised.every(stryMutAct_9fa48("529") ? () => undefined : (stryCov_9fa48("529"), field => stryMutAct_9fa48("532") ? job[field] === undefined : stryMutAct_9fa48("531") ? false : stryMutAct_9fa48("530") ? true : (stryCov_9fa48("530", "531", "532"), job[field] !== undefined))))) continue;
          if (stryMutAct_9fa48("535") ? this.#jobs !== 0 : stryMutAct_9fa48("534") ? false : stryMutAct_9fa48("533") ? true : (stryCov_9fa48("533", "534", "535"), this.#jobs === 0)) this.#first = job.name;
          stryMutAct_9fa48("536") ? this.#jobs -= 1 : (stryCov_9fa48("536"), this.#jobs += 1);
          for (const field of promised) if (stryMutAct_9fa48("539") ? job[field] !== undefined : stryMutAct_9fa48("538") ? false : stryMutAct_9fa48("537") ? true : (stryCov_9fa48("537", "538", "539"), job[field] === undefined)) this.#fields.add(field);
        }
      }
    }
  }

  /** In one line what there is to tell, without a secret; undefined where no job lacks anything. */
  get warning(): string | undefined {
    if (stryMutAct_9fa48("540")) {
      {}
    } else {
      stryCov_9fa48("540");
      if (stryMutAct_9fa48("543") ? this.#jobs !== 0 : stryMutAct_9fa48("542") ? false : stryMutAct_9fa48("541") ? true : (stryCov_9fa48("541", "542", "543"), this.#jobs === 0)) return undefined;
      const fields = stryMutAct_9fa48("544") ? promised.join(", ") : (stryCov_9fa48("544"), promised.filter(stryMutAct_9fa48("545") ? () => undefined : (stryCov_9fa48("545"), field => this.#fields.has(field))).join(stryMutAct_9fa48("546") ? "" : (stryCov_9fa48("546"), ", ")));
      const jobs = stryMutAct_9fa48("547") ? `` : (stryCov_9fa48("547"), `${this.#jobs} job${(stryMutAct_9fa48("550") ? this.#jobs !== 1 : stryMutAct_9fa48("549") ? false : stryMutAct_9fa48("548") ? true : (stryCov_9fa48("548", "549", "550"), this.#jobs === 1)) ? stryMutAct_9fa48("551") ? "Stryker was here!" : (stryCov_9fa48("551"), "") : stryMutAct_9fa48("552") ? "" : (stryCov_9fa48("552"), "s")}`);
      return (stryMutAct_9fa48("553") ? `` : (stryCov_9fa48("553"), `${jobs} came without fields that the API's reference promises (${fields}), such as `)) + (stryMutAct_9fa48("554") ? `` : (stryCov_9fa48("554"), `${JSON.stringify(safeText(this.#first))}: what is not there is left out of the job.`));
    }
  }
}