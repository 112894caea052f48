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
import { IncompleteListError } from "../errors";
import type { Job } from "./job";
import type { FetchPage } from "./listPage";
import { listPages } from "./listPages";

/** How often a list that contradicts itself is read before the contradiction is the answer. */
const tries = 3;
export interface ListProgress {
  /** Jobs that have come so far. */
  listed: number;
  /** How many the service says there are. */
  total: number;
}
export interface ListAllOptions {
  concurrency: number;
  consistency: "strict" | "best-effort";
  onProgress: (progress: ListProgress) => void;
}

/**
 * One whole listing. When its pages contradict each other, mostly because a job came or went while it was read, it is
 * made again. If it does not settle, `strict` throws the last contradiction, and `best-effort` returns the try that
 * held most.
 *
 * @throws IncompleteListError
 */
export async function listAll(fetchPage: FetchPage, {
  concurrency,
  consistency,
  onProgress
}: ListAllOptions): Promise<{
  jobs: Job[];
  complete: boolean;
}> {
  if (stryMutAct_9fa48("294")) {
    {}
  } else {
    stryCov_9fa48("294");
    const strict = stryMutAct_9fa48("297") ? consistency !== "strict" : stryMutAct_9fa48("296") ? false : stryMutAct_9fa48("295") ? true : (stryCov_9fa48("295", "296", "297"), consistency === (stryMutAct_9fa48("298") ? "" : (stryCov_9fa48("298"), "strict")));
    let most: Job[] = stryMutAct_9fa48("299") ? ["Stryker was here"] : (stryCov_9fa48("299"), []);
    if (stryMutAct_9fa48("300")) {
      for (let attempt = 1; false; attempt += 1) {
        const jobs: Job[] = [];
        try {
          const pages = listPages(fetchPage, {
            concurrency,
            strict
          });
          let page = await pages.next();
          for (; !page.done; page = await pages.next()) {
            for (const job of page.value.jobs) jobs.push(job);
            onProgress({
              listed: jobs.length,
              total: page.value.total
            });
          }
          if (!page.value) return {
            jobs,
            complete: true
          };
          if (jobs.length > most.length) most = jobs;
          if (attempt === tries) return {
            jobs: most,
            complete: false
          };
        } catch (error) {
          if (!(error instanceof IncompleteListError) || attempt === tries) throw error;
        }
      }
    } else {
      stryCov_9fa48("300");
      for (let attempt = 1;; stryMutAct_9fa48("301") ? attempt -= 1 : (stryCov_9fa48("301"), attempt += 1)) {
        if (stryMutAct_9fa48("302")) {
          {}
        } else {
          stryCov_9fa48("302");
          const jobs: Job[] = stryMutAct_9fa48("303") ? ["Stryker was here"] : (stryCov_9fa48("303"), []);
          try {
            if (stryMutAct_9fa48("304")) {
              {}
            } else {
              stryCov_9fa48("304");
              const pages = listPages(fetchPage, stryMutAct_9fa48("305") ? {} : (stryCov_9fa48("305"), {
                concurrency,
                strict
              }));
              let page = await pages.next();
              for (; stryMutAct_9fa48("307") ? false : stryMutAct_9fa48("306") ? page.done : (stryCov_9fa48("306", "307"), !page.done); page = await pages.next()) {
                if (stryMutAct_9fa48("308")) {
                  {}
                } else {
                  stryCov_9fa48("308");
                  for (const job of page.value.jobs) jobs.push(job);
                  onProgress(stryMutAct_9fa48("309") ? {} : (stryCov_9fa48("309"), {
                    listed: jobs.length,
                    total: page.value.total
                  }));
                }
              }
              if (stryMutAct_9fa48("312") ? false : stryMutAct_9fa48("311") ? true : stryMutAct_9fa48("310") ? page.value : (stryCov_9fa48("310", "311", "312"), !page.value)) return stryMutAct_9fa48("313") ? {} : (stryCov_9fa48("313"), {
                jobs,
                complete: stryMutAct_9fa48("314") ? false : (stryCov_9fa48("314"), true)
              });
              if (stryMutAct_9fa48("318") ? jobs.length <= most.length : stryMutAct_9fa48("317") ? jobs.length >= most.length : stryMutAct_9fa48("316") ? false : stryMutAct_9fa48("315") ? true : (stryCov_9fa48("315", "316", "317", "318"), jobs.length > most.length)) most = jobs;
              if (stryMutAct_9fa48("321") ? attempt !== tries : stryMutAct_9fa48("320") ? false : stryMutAct_9fa48("319") ? true : (stryCov_9fa48("319", "320", "321"), attempt === tries)) return stryMutAct_9fa48("322") ? {} : (stryCov_9fa48("322"), {
                jobs: most,
                complete: stryMutAct_9fa48("323") ? true : (stryCov_9fa48("323"), false)
              });
            }
          } catch (error) {
            if (stryMutAct_9fa48("324")) {
              {}
            } else {
              stryCov_9fa48("324");
              if (stryMutAct_9fa48("327") ? !(error instanceof IncompleteListError) && attempt === tries : stryMutAct_9fa48("326") ? false : stryMutAct_9fa48("325") ? true : (stryCov_9fa48("325", "326", "327"), (stryMutAct_9fa48("328") ? error instanceof IncompleteListError : (stryCov_9fa48("328"), !(error instanceof IncompleteListError))) || (stryMutAct_9fa48("330") ? attempt !== tries : stryMutAct_9fa48("329") ? false : (stryCov_9fa48("329", "330"), attempt === tries)))) throw error;
            }
          }
        }
      }
    }
  }
}