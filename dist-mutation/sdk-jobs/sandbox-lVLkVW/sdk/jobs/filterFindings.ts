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
import { isGlob, nameMatcher } from "../text/nameMatcher";
import { folderOf, passes, untold, type JobsFilter } from "./filter";
import type { Job } from "./job";

/** What each of these lists is compared with, for its entries that match no job. */
const compared = {
  names: ({
    name
  }: Job) => name,
  owners: ({
    owner
  }: Job) => owner,
  folders: ({
    path
  }: Job) => path === undefined ? undefined : folderOf(path)
} as const;

/** What the fields of `untold` are called in messages. */
const called: Readonly<Record<keyof typeof untold, string>> = stryMutAct_9fa48("150") ? {} : (stryCov_9fa48("150"), {
  statuses: stryMutAct_9fa48("151") ? "" : (stryCov_9fa48("151"), "status"),
  lastInstanceStatuses: stryMutAct_9fa48("152") ? "" : (stryCov_9fa48("152"), "last instance's status"),
  owners: stryMutAct_9fa48("153") ? "" : (stryCov_9fa48("153"), "owner"),
  folders: stryMutAct_9fa48("154") ? "" : (stryCov_9fa48("154"), "folder")
});

/** What a filter finds among the jobs that it is laid over, and that somebody should look at. */
export class FilterFindings {
  readonly #filter: JobsFilter;
  readonly #passes: (job: Job) => boolean;
  /** The entries that no job has matched so far. */
  readonly #unmatched: { [List in keyof typeof compared]: Set<string> };
  readonly #untold = new Map<keyof typeof untold, number>();
  constructor(filter: JobsFilter) {
    if (stryMutAct_9fa48("155")) {
      {}
    } else {
      stryCov_9fa48("155");
      this.#filter = filter;
      this.#passes = passes(filter);
      const {
        names,
        owners,
        folders
      } = filter;
      this.#unmatched = stryMutAct_9fa48("156") ? {} : (stryCov_9fa48("156"), {
        names: new Set(names),
        owners: new Set(owners),
        folders: new Set(folders)
      });
    }
  }

  /** @param jobs before the filter */
  count(jobs: readonly Job[]): void {
    if (stryMutAct_9fa48("157")) {
      {}
    } else {
      stryCov_9fa48("157");
      for (const list of keysOf(compared)) {
        if (stryMutAct_9fa48("158")) {
          {}
        } else {
          stryCov_9fa48("158");
          const unmatched = this.#unmatched[list];
          if (stryMutAct_9fa48("161") ? unmatched.size !== 0 : stryMutAct_9fa48("160") ? false : stryMutAct_9fa48("159") ? true : (stryCov_9fa48("159", "160", "161"), unmatched.size === 0)) continue;
          const values = new Set(stryMutAct_9fa48("162") ? jobs.map(compared[list]) : (stryCov_9fa48("162"), jobs.map(compared[list]).filter(stryMutAct_9fa48("163") ? () => undefined : (stryCov_9fa48("163"), value => stryMutAct_9fa48("166") ? value === undefined : stryMutAct_9fa48("165") ? false : stryMutAct_9fa48("164") ? true : (stryCov_9fa48("164", "165", "166"), value !== undefined)))));
          for (const entry of unmatched) if (stryMutAct_9fa48("168") ? false : stryMutAct_9fa48("167") ? true : (stryCov_9fa48("167", "168"), matchesAny((stryMutAct_9fa48("171") ? list !== "folders" : stryMutAct_9fa48("170") ? false : stryMutAct_9fa48("169") ? true : (stryCov_9fa48("169", "170", "171"), list === (stryMutAct_9fa48("172") ? "" : (stryCov_9fa48("172"), "folders")))) ? folderOf(entry) : entry, values))) unmatched.delete(entry);
        }
      }
      for (const field of keysOf(untold)) {
        if (stryMutAct_9fa48("173")) {
          {}
        } else {
          stryCov_9fa48("173");
          if (stryMutAct_9fa48("176") ? this.#filter[field] !== undefined : stryMutAct_9fa48("175") ? false : stryMutAct_9fa48("174") ? true : (stryCov_9fa48("174", "175", "176"), this.#filter[field] === undefined)) continue;
          const kept = stryMutAct_9fa48("177") ? jobs.length : (stryCov_9fa48("177"), jobs.filter(stryMutAct_9fa48("178") ? () => undefined : (stryCov_9fa48("178"), job => stryMutAct_9fa48("181") ? untold[field](job) || this.#passes(job) : stryMutAct_9fa48("180") ? false : stryMutAct_9fa48("179") ? true : (stryCov_9fa48("179", "180", "181"), untold[field](job) && this.#passes(job)))).length);
          if (stryMutAct_9fa48("185") ? kept <= 0 : stryMutAct_9fa48("184") ? kept >= 0 : stryMutAct_9fa48("183") ? false : stryMutAct_9fa48("182") ? true : (stryCov_9fa48("182", "183", "184", "185"), kept > 0)) this.#untold.set(field, stryMutAct_9fa48("186") ? (this.#untold.get(field) ?? 0) - kept : (stryCov_9fa48("186"), (stryMutAct_9fa48("187") ? this.#untold.get(field) && 0 : (stryCov_9fa48("187"), this.#untold.get(field) ?? 0)) + kept));
        }
      }
    }
  }

  /** The whole names in `filter.names` that no job has. */
  get missingNames(): string[] {
    if (stryMutAct_9fa48("188")) {
      {}
    } else {
      stryCov_9fa48("188");
      return stryMutAct_9fa48("189") ? [...this.#unmatched.names] : (stryCov_9fa48("189"), (stryMutAct_9fa48("190") ? [] : (stryCov_9fa48("190"), [...this.#unmatched.names])).filter(stryMutAct_9fa48("191") ? () => undefined : (stryCov_9fa48("191"), name => stryMutAct_9fa48("192") ? isGlob(name) : (stryCov_9fa48("192"), !isGlob(name)))));
    }
  }

  /** Jobs that are kept, since nobody knows whether they are meant. One line each. */
  get untoldWarnings(): string[] {
    if (stryMutAct_9fa48("193")) {
      {}
    } else {
      stryCov_9fa48("193");
      return (stryMutAct_9fa48("194") ? [] : (stryCov_9fa48("194"), [...this.#untold])).map(([field, kept]) => {
        if (stryMutAct_9fa48("195")) {
          {}
        } else {
          stryCov_9fa48("195");
          const jobs = (stryMutAct_9fa48("198") ? kept !== 1 : stryMutAct_9fa48("197") ? false : stryMutAct_9fa48("196") ? true : (stryCov_9fa48("196", "197", "198"), kept === 1)) ? stryMutAct_9fa48("199") ? "" : (stryCov_9fa48("199"), "1 job does not tell its") : stryMutAct_9fa48("200") ? `` : (stryCov_9fa48("200"), `${kept} jobs do not tell their`);
          return stryMutAct_9fa48("201") ? `` : (stryCov_9fa48("201"), `filter.${field}: ${jobs} ${called[field]}: kept.`);
        }
      });
    }
  }

  /** All that is to be told, once the list is whole. One line each. */
  get warnings(): string[] {
    if (stryMutAct_9fa48("202")) {
      {}
    } else {
      stryCov_9fa48("202");
      const unmatched = keysOf(compared).flatMap(stryMutAct_9fa48("203") ? () => undefined : (stryCov_9fa48("203"), list => (stryMutAct_9fa48("204") ? [] : (stryCov_9fa48("204"), [...this.#unmatched[list]])).map(stryMutAct_9fa48("205") ? () => undefined : (stryCov_9fa48("205"), entry => stryMutAct_9fa48("206") ? `` : (stryCov_9fa48("206"), `filter.${list}: ${JSON.stringify(safeText(entry))} matches no job.`)))));
      return stryMutAct_9fa48("207") ? [] : (stryCov_9fa48("207"), [...unmatched, ...this.untoldWarnings]);
    }
  }
}
function matchesAny(entry: string, values: ReadonlySet<string>): boolean {
  if (stryMutAct_9fa48("208")) {
    {}
  } else {
    stryCov_9fa48("208");
    if (stryMutAct_9fa48("210") ? false : stryMutAct_9fa48("209") ? true : (stryCov_9fa48("209", "210"), values.has(entry))) return stryMutAct_9fa48("211") ? false : (stryCov_9fa48("211"), true);
    return stryMutAct_9fa48("214") ? isGlob(entry) || [...values].some(nameMatcher([entry])) : stryMutAct_9fa48("213") ? false : stryMutAct_9fa48("212") ? true : (stryCov_9fa48("212", "213", "214"), isGlob(entry) && (stryMutAct_9fa48("215") ? [...values].every(nameMatcher([entry])) : (stryCov_9fa48("215"), (stryMutAct_9fa48("216") ? [] : (stryCov_9fa48("216"), [...values])).some(nameMatcher(stryMutAct_9fa48("217") ? [] : (stryCov_9fa48("217"), [entry]))))));
  }
}
function keysOf<T extends object>(object: T): (keyof T)[] {
  if (stryMutAct_9fa48("218")) {
    {}
  } else {
    stryCov_9fa48("218");
    return Object.keys(object) as (keyof T)[];
  }
}