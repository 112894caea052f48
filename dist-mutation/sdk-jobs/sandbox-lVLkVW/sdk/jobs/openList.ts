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
import { ApiError } from "../errors";
import { couldBeCap } from "./couldBeCap";
import type { Job } from "./job";
import type { FetchPage } from "./listPage";
import { compareProbe, offsetAt, telling, tellReading, type OffsetReading } from "./offsetReading";
import { isRefusal, orRefusal } from "./refusal";
import type { JobPage } from "./schema";

/** What the reference allows at most, and what every service is sure to accept. */
const largestLimit = 1_000;
const safeLimit = 100;

/** How a list begins. */
export interface Opening {
  /** Their jobs are the list's first, each of them once. What a page held besides is left out, its `total` is not. */
  pages: [JobPage, ...JobPage[]];
  /** How the list goes on. Absent: there is nothing that could be asked for. */
  rest?: Rest;
  /** Why the answers do not fit together. */
  problem?: string;
}
export interface Rest {
  reading: OffsetReading;
  /** The first page. All others but the last are as long. */
  first: readonly Job[];
  /** The first record that is not known yet. */
  position: number;
  /** `total` alone does not prove that nothing stands there. */
  inDoubt: boolean;
}

/** A page, or why there is none. */
type Probe = JobPage | {
  error: unknown;
};

/**
 * Finds out by two requests sent at once how the service reads `offset`, and what it does with a large `limit`: the
 * first page (as long as it may be) and a probe at offset 1 (as long as every service accepts).
 *
 * A 400 is an answer here: to a limit over 100, to page 0 where pages count from 1, to a page past the end.
 */
export async function openList(fetchPage: FetchPage): Promise<Opening> {
  if (stryMutAct_9fa48("658")) {
    {}
  } else {
    stryCov_9fa48("658");
    const asking = fetchPage(stryMutAct_9fa48("659") ? {} : (stryCov_9fa48("659"), {
      offset: 0,
      limit: largestLimit
    }));
    const probing: Promise<Probe> = fetchPage(stryMutAct_9fa48("660") ? {} : (stryCov_9fa48("660"), {
      offset: 1,
      limit: safeLimit
    })).catch(stryMutAct_9fa48("661") ? () => undefined : (stryCov_9fa48("661"), (error: unknown) => stryMutAct_9fa48("662") ? {} : (stryCov_9fa48("662"), {
      error
    })));
    const first = await orRefusal(asking);
    const probe = await probing;
    if (stryMutAct_9fa48("665") ? false : stryMutAct_9fa48("664") ? true : stryMutAct_9fa48("663") ? first instanceof ApiError : (stryCov_9fa48("663", "664", "665"), !(first instanceof ApiError))) return open(fetchPage, first, largestLimit, probe);
    if (stryMutAct_9fa48("668") ? "error" in probe || !isRefusal(probe.error) : stryMutAct_9fa48("667") ? false : stryMutAct_9fa48("666") ? true : (stryCov_9fa48("666", "667", "668"), (stryMutAct_9fa48("669") ? "" : (stryCov_9fa48("669"), "error")) in probe && (stryMutAct_9fa48("670") ? isRefusal(probe.error) : (stryCov_9fa48("670"), !isRefusal(probe.error))))) throw first;
    const shorter = await orRefusal(fetchPage(stryMutAct_9fa48("671") ? {} : (stryCov_9fa48("671"), {
      offset: 0,
      limit: safeLimit
    })));
    if (stryMutAct_9fa48("674") ? false : stryMutAct_9fa48("673") ? true : stryMutAct_9fa48("672") ? shorter instanceof ApiError : (stryCov_9fa48("672", "673", "674"), !(shorter instanceof ApiError))) return open(fetchPage, shorter, safeLimit, probe);
    if (stryMutAct_9fa48("676") ? false : stryMutAct_9fa48("675") ? true : (stryCov_9fa48("675", "676"), (stryMutAct_9fa48("677") ? "" : (stryCov_9fa48("677"), "error")) in probe)) throw first;
    return openAtPageOne(fetchPage, probe, largestLimit);
  }
}

/** @param limit what the first page was asked for with: the safe one after the largest was refused */
async function open(fetchPage: FetchPage, first: JobPage, limit: number, probe: Probe): Promise<Opening> {
  if (stryMutAct_9fa48("678")) {
    {}
  } else {
    stryCov_9fa48("678");
    const {
      total,
      jobs
    } = first;
    const size = jobs.length;
    // A service that refuses a limit sends as many as a smaller one asks for: a page of fewer is its last.
    const mayBeCapped = (stryMutAct_9fa48("681") ? limit !== safeLimit : stryMutAct_9fa48("680") ? false : stryMutAct_9fa48("679") ? true : (stryCov_9fa48("679", "680", "681"), limit === safeLimit)) ? stryMutAct_9fa48("685") ? size < limit : stryMutAct_9fa48("684") ? size > limit : stryMutAct_9fa48("683") ? false : stryMutAct_9fa48("682") ? true : (stryCov_9fa48("682", "683", "684", "685"), size >= limit) : couldBeCap(size);
    if (stryMutAct_9fa48("687") ? false : stryMutAct_9fa48("686") ? true : (stryCov_9fa48("686", "687"), (stryMutAct_9fa48("688") ? "" : (stryCov_9fa48("688"), "error")) in probe)) {
      if (stryMutAct_9fa48("689")) {
        {}
      } else {
        stryCov_9fa48("689");
        if (stryMutAct_9fa48("692") ? size !== 0 : stryMutAct_9fa48("691") ? false : stryMutAct_9fa48("690") ? true : (stryCov_9fa48("690", "691", "692"), size === 0)) throw emptyAndRefused(probe.error);
        if (stryMutAct_9fa48("695") ? size === total || !mayBeCapped : stryMutAct_9fa48("694") ? false : stryMutAct_9fa48("693") ? true : (stryCov_9fa48("693", "694", "695"), (stryMutAct_9fa48("697") ? size !== total : stryMutAct_9fa48("696") ? true : (stryCov_9fa48("696", "697"), size === total)) && (stryMutAct_9fa48("698") ? mayBeCapped : (stryCov_9fa48("698"), !mayBeCapped)))) return stryMutAct_9fa48("699") ? {} : (stryCov_9fa48("699"), {
          pages: stryMutAct_9fa48("700") ? [] : (stryCov_9fa48("700"), [first])
        });
        // Offset 1 is past the end of the list only if it counts pages, and if all jobs fit into the probe.
        if (stryMutAct_9fa48("703") ? !isRefusal(probe.error) && size > safeLimit : stryMutAct_9fa48("702") ? false : stryMutAct_9fa48("701") ? true : (stryCov_9fa48("701", "702", "703"), (stryMutAct_9fa48("704") ? isRefusal(probe.error) : (stryCov_9fa48("704"), !isRefusal(probe.error))) || (stryMutAct_9fa48("707") ? size <= safeLimit : stryMutAct_9fa48("706") ? size >= safeLimit : stryMutAct_9fa48("705") ? false : (stryCov_9fa48("705", "706", "707"), size > safeLimit)))) throw probe.error;
        return stryMutAct_9fa48("708") ? {} : (stryCov_9fa48("708"), {
          pages: stryMutAct_9fa48("709") ? [] : (stryCov_9fa48("709"), [first]),
          rest: stryMutAct_9fa48("710") ? {} : (stryCov_9fa48("710"), {
            reading: stryMutAct_9fa48("711") ? "" : (stryCov_9fa48("711"), "page"),
            first: jobs,
            position: size,
            inDoubt: stryMutAct_9fa48("712") ? false : (stryCov_9fa48("712"), true)
          })
        });
      }
    }
    if (stryMutAct_9fa48("715") ? size !== 0 : stryMutAct_9fa48("714") ? false : stryMutAct_9fa48("713") ? true : (stryCov_9fa48("713", "714", "715"), size === 0)) {
      if (stryMutAct_9fa48("716")) {
        {}
      } else {
        stryCov_9fa48("716");
        if (stryMutAct_9fa48("719") ? probe.jobs.length !== 0 : stryMutAct_9fa48("718") ? false : stryMutAct_9fa48("717") ? true : (stryCov_9fa48("717", "718", "719"), probe.jobs.length === 0)) return stryMutAct_9fa48("720") ? {} : (stryCov_9fa48("720"), {
          pages: stryMutAct_9fa48("721") ? [] : (stryCov_9fa48("721"), [first, probe])
        });
        const opening = await openAtPageOne(fetchPage, probe, limit);
        return (stryMutAct_9fa48("724") ? total !== 0 : stryMutAct_9fa48("723") ? false : stryMutAct_9fa48("722") ? true : (stryCov_9fa48("722", "723", "724"), total === 0)) ? opening : stryMutAct_9fa48("725") ? {} : (stryCov_9fa48("725"), {
          ...opening,
          pages: stryMutAct_9fa48("726") ? [] : (stryCov_9fa48("726"), [first, ...opening.pages])
        });
      }
    }
    const comparison = compareProbe(jobs, probe.jobs, safeLimit);
    if (stryMutAct_9fa48("729") ? comparison !== undefined : stryMutAct_9fa48("728") ? false : stryMutAct_9fa48("727") ? true : (stryCov_9fa48("727", "728", "729"), comparison === undefined)) return stryMutAct_9fa48("730") ? {} : (stryCov_9fa48("730"), {
      pages: stryMutAct_9fa48("731") ? [] : (stryCov_9fa48("731"), [first]),
      problem: stryMutAct_9fa48("732") ? "" : (stryCov_9fa48("732"), "the first two answers do not fit together")
    });
    if (stryMutAct_9fa48("735") ? comparison !== "again" : stryMutAct_9fa48("734") ? false : stryMutAct_9fa48("733") ? true : (stryCov_9fa48("733", "734", "735"), comparison === (stryMutAct_9fa48("736") ? "" : (stryCov_9fa48("736"), "again")))) return openAgain(fetchPage, first, limit, probe);
    const {
      reading,
      covered,
      extra,
      more,
      ended
    } = comparison;
    const pages: Opening["pages"] = stryMutAct_9fa48("737") ? [] : (stryCov_9fa48("737"), [first, stryMutAct_9fa48("738") ? {} : (stryCov_9fa48("738"), {
      total: probe.total,
      jobs: extra
    })]);
    return ended ? stryMutAct_9fa48("739") ? {} : (stryCov_9fa48("739"), {
      pages
    }) : stryMutAct_9fa48("740") ? {} : (stryCov_9fa48("740"), {
      pages,
      rest: stryMutAct_9fa48("741") ? {} : (stryCov_9fa48("741"), {
        reading,
        first: jobs,
        position: covered,
        inDoubt: stryMutAct_9fa48("744") ? more && mayBeCapped : stryMutAct_9fa48("743") ? false : stryMutAct_9fa48("742") ? true : (stryCov_9fa48("742", "743", "744"), more || mayBeCapped)
      })
    });
  }
}

/**
 * The probe brought the first page again: pages count from 1, records are rounded down, page 1 lies past the end, or
 * `offset` is ignored. Here `total` is not believed without one page more.
 */
async function openAgain(fetchPage: FetchPage, first: JobPage, limit: number, probe: JobPage): Promise<Opening> {
  if (stryMutAct_9fa48("745")) {
    {}
  } else {
    stryCov_9fa48("745");
    const {
      total,
      jobs
    } = first;
    const size = jobs.length;
    const pages: Opening["pages"] = stryMutAct_9fa48("746") ? [] : (stryCov_9fa48("746"), [first, stryMutAct_9fa48("747") ? {} : (stryCov_9fa48("747"), {
      total: probe.total,
      jobs: stryMutAct_9fa48("748") ? ["Stryker was here"] : (stryCov_9fa48("748"), [])
    })]);
    const tooShortToBeCapped = stryMutAct_9fa48("751") ? size < telling.atLeast && limit === safeLimit && size < limit : stryMutAct_9fa48("750") ? false : stryMutAct_9fa48("749") ? true : (stryCov_9fa48("749", "750", "751"), (stryMutAct_9fa48("754") ? size >= telling.atLeast : stryMutAct_9fa48("753") ? size <= telling.atLeast : stryMutAct_9fa48("752") ? false : (stryCov_9fa48("752", "753", "754"), size < telling.atLeast)) || (stryMutAct_9fa48("756") ? limit === safeLimit || size < limit : stryMutAct_9fa48("755") ? false : (stryCov_9fa48("755", "756"), (stryMutAct_9fa48("758") ? limit !== safeLimit : stryMutAct_9fa48("757") ? true : (stryCov_9fa48("757", "758"), limit === safeLimit)) && (stryMutAct_9fa48("761") ? size >= limit : stryMutAct_9fa48("760") ? size <= limit : stryMutAct_9fa48("759") ? true : (stryCov_9fa48("759", "760", "761"), size < limit)))));
    if (stryMutAct_9fa48("764") ? size === total || tooShortToBeCapped : stryMutAct_9fa48("763") ? false : stryMutAct_9fa48("762") ? true : (stryCov_9fa48("762", "763", "764"), (stryMutAct_9fa48("766") ? size !== total : stryMutAct_9fa48("765") ? true : (stryCov_9fa48("765", "766"), size === total)) && tooShortToBeCapped)) return stryMutAct_9fa48("767") ? {} : (stryCov_9fa48("767"), {
      pages
    });
    // Pages so short are nobody's. Read as counted from 1, they lead to the list or to a contradiction.
    if (stryMutAct_9fa48("771") ? size >= telling.atLeast : stryMutAct_9fa48("770") ? size <= telling.atLeast : stryMutAct_9fa48("769") ? false : stryMutAct_9fa48("768") ? true : (stryCov_9fa48("768", "769", "770", "771"), size < telling.atLeast)) {
      if (stryMutAct_9fa48("772")) {
        {}
      } else {
        stryCov_9fa48("772");
        return stryMutAct_9fa48("773") ? {} : (stryCov_9fa48("773"), {
          pages,
          rest: stryMutAct_9fa48("774") ? {} : (stryCov_9fa48("774"), {
            reading: stryMutAct_9fa48("775") ? "" : (stryCov_9fa48("775"), "page-from-1"),
            first: jobs,
            position: size,
            inDoubt: stryMutAct_9fa48("776") ? false : (stryCov_9fa48("776"), true)
          })
        });
      }
    }
    const answer = await fetchPage(stryMutAct_9fa48("777") ? {} : (stryCov_9fa48("777"), {
      offset: telling.offset,
      limit: telling.limit
    }));
    pages.push(stryMutAct_9fa48("778") ? {} : (stryCov_9fa48("778"), {
      total: answer.total,
      jobs: stryMutAct_9fa48("779") ? ["Stryker was here"] : (stryCov_9fa48("779"), [])
    }));
    const reading = tellReading(jobs, answer.jobs);
    if (stryMutAct_9fa48("782") ? reading !== undefined : stryMutAct_9fa48("781") ? false : stryMutAct_9fa48("780") ? true : (stryCov_9fa48("780", "781", "782"), reading === undefined)) return stryMutAct_9fa48("783") ? {} : (stryCov_9fa48("783"), {
      pages,
      problem: stryMutAct_9fa48("784") ? "" : (stryCov_9fa48("784"), "the first answers do not tell what offset counts")
    });
    if (stryMutAct_9fa48("787") ? reading === "ignored" : stryMutAct_9fa48("786") ? false : stryMutAct_9fa48("785") ? true : (stryCov_9fa48("785", "786", "787"), reading !== (stryMutAct_9fa48("788") ? "" : (stryCov_9fa48("788"), "ignored")))) {
      if (stryMutAct_9fa48("789")) {
        {}
      } else {
        stryCov_9fa48("789");
        // The probe was this list's page 1, and past the end.
        if (stryMutAct_9fa48("792") ? reading === "page" || size === safeLimit : stryMutAct_9fa48("791") ? false : stryMutAct_9fa48("790") ? true : (stryCov_9fa48("790", "791", "792"), (stryMutAct_9fa48("794") ? reading !== "page" : stryMutAct_9fa48("793") ? true : (stryCov_9fa48("793", "794"), reading === (stryMutAct_9fa48("795") ? "" : (stryCov_9fa48("795"), "page")))) && (stryMutAct_9fa48("797") ? size !== safeLimit : stryMutAct_9fa48("796") ? true : (stryCov_9fa48("796", "797"), size === safeLimit)))) return stryMutAct_9fa48("798") ? {} : (stryCov_9fa48("798"), {
          pages
        });
        return stryMutAct_9fa48("799") ? {} : (stryCov_9fa48("799"), {
          pages,
          rest: stryMutAct_9fa48("800") ? {} : (stryCov_9fa48("800"), {
            reading,
            first: jobs,
            position: size,
            inDoubt: stryMutAct_9fa48("801") ? false : (stryCov_9fa48("801"), true)
          })
        });
      }
    }
    // No other page can be had. This one is all if `total` says so, and if it is not as long as it could be.
    const believed = stryMutAct_9fa48("804") ? size === total && size < limit || size !== safeLimit : stryMutAct_9fa48("803") ? false : stryMutAct_9fa48("802") ? true : (stryCov_9fa48("802", "803", "804"), (stryMutAct_9fa48("806") ? size === total || size < limit : stryMutAct_9fa48("805") ? true : (stryCov_9fa48("805", "806"), (stryMutAct_9fa48("808") ? size !== total : stryMutAct_9fa48("807") ? true : (stryCov_9fa48("807", "808"), size === total)) && (stryMutAct_9fa48("811") ? size >= limit : stryMutAct_9fa48("810") ? size <= limit : stryMutAct_9fa48("809") ? true : (stryCov_9fa48("809", "810", "811"), size < limit)))) && (stryMutAct_9fa48("813") ? size === safeLimit : stryMutAct_9fa48("812") ? true : (stryCov_9fa48("812", "813"), size !== safeLimit)));
    // But all pages may be of one length, whatever is asked for: what stands behind this one tells.
    for (const other of (stryMutAct_9fa48("816") ? believed || couldBeCap(size) : stryMutAct_9fa48("815") ? false : stryMutAct_9fa48("814") ? true : (stryCov_9fa48("814", "815", "816"), believed && couldBeCap(size))) ? ["page-from-1", "record-rounded"] as const : stryMutAct_9fa48("817") ? ["Stryker was here"] : (stryCov_9fa48("817"), [])) {
      if (stryMutAct_9fa48("818")) {
        {}
      } else {
        stryCov_9fa48("818");
        const next = await orRefusal(fetchPage(stryMutAct_9fa48("819") ? {} : (stryCov_9fa48("819"), {
          offset: offsetAt(size, size, other),
          limit: size
        })));
        const isNew = stryMutAct_9fa48("822") ? !(next instanceof ApiError) || next.jobs.some(({
          name
        }) => jobs.every(job => job.name !== name)) : stryMutAct_9fa48("821") ? false : stryMutAct_9fa48("820") ? true : (stryCov_9fa48("820", "821", "822"), (stryMutAct_9fa48("823") ? next instanceof ApiError : (stryCov_9fa48("823"), !(next instanceof ApiError))) && (stryMutAct_9fa48("824") ? next.jobs.every(({
          name
        }) => jobs.every(job => job.name !== name)) : (stryCov_9fa48("824"), next.jobs.some(stryMutAct_9fa48("825") ? () => undefined : (stryCov_9fa48("825"), ({
          name
        }) => stryMutAct_9fa48("826") ? jobs.some(job => job.name !== name) : (stryCov_9fa48("826"), jobs.every(stryMutAct_9fa48("827") ? () => undefined : (stryCov_9fa48("827"), job => stryMutAct_9fa48("830") ? job.name === name : stryMutAct_9fa48("829") ? false : stryMutAct_9fa48("828") ? true : (stryCov_9fa48("828", "829", "830"), job.name !== name)))))))));
        if (stryMutAct_9fa48("832") ? false : stryMutAct_9fa48("831") ? true : (stryCov_9fa48("831", "832"), isNew)) return stryMutAct_9fa48("833") ? {} : (stryCov_9fa48("833"), {
          pages,
          rest: stryMutAct_9fa48("834") ? {} : (stryCov_9fa48("834"), {
            reading: other,
            first: jobs,
            position: size,
            inDoubt: stryMutAct_9fa48("835") ? false : (stryCov_9fa48("835"), true)
          })
        });
      }
    }
    if (stryMutAct_9fa48("837") ? false : stryMutAct_9fa48("836") ? true : (stryCov_9fa48("836", "837"), believed)) return stryMutAct_9fa48("838") ? {} : (stryCov_9fa48("838"), {
      pages
    });
    return stryMutAct_9fa48("839") ? {} : (stryCov_9fa48("839"), {
      pages,
      problem: stryMutAct_9fa48("840") ? "" : (stryCov_9fa48("840"), "the service sends its first page whatever the offset")
    });
  }
}

/**
 * Pages count from 1, and page 0 is empty or refused: the probe is the first page, or its begin where a page may be
 * longer. Here `total` is not believed without one page more either.
 */
async function openAtPageOne(fetchPage: FetchPage, probe: JobPage, limit: number): Promise<Opening> {
  if (stryMutAct_9fa48("841")) {
    {}
  } else {
    stryCov_9fa48("841");
    // If one page more of the probe's length ends the list, then a longer page 1 saves nothing.
    const worthwhile = stryMutAct_9fa48("844") ? limit > safeLimit && probe.jobs.length === safeLimit || probe.total >= 2 * safeLimit : stryMutAct_9fa48("843") ? false : stryMutAct_9fa48("842") ? true : (stryCov_9fa48("842", "843", "844"), (stryMutAct_9fa48("846") ? limit > safeLimit || probe.jobs.length === safeLimit : stryMutAct_9fa48("845") ? true : (stryCov_9fa48("845", "846"), (stryMutAct_9fa48("849") ? limit <= safeLimit : stryMutAct_9fa48("848") ? limit >= safeLimit : stryMutAct_9fa48("847") ? true : (stryCov_9fa48("847", "848", "849"), limit > safeLimit)) && (stryMutAct_9fa48("851") ? probe.jobs.length !== safeLimit : stryMutAct_9fa48("850") ? true : (stryCov_9fa48("850", "851"), probe.jobs.length === safeLimit)))) && (stryMutAct_9fa48("854") ? probe.total < 2 * safeLimit : stryMutAct_9fa48("853") ? probe.total > 2 * safeLimit : stryMutAct_9fa48("852") ? true : (stryCov_9fa48("852", "853", "854"), probe.total >= (stryMutAct_9fa48("855") ? 2 / safeLimit : (stryCov_9fa48("855"), 2 * safeLimit)))));
    const longer = worthwhile ? await orRefusal(fetchPage(stryMutAct_9fa48("856") ? {} : (stryCov_9fa48("856"), {
      offset: 1,
      limit
    }))) : undefined;
    const first = (stryMutAct_9fa48("859") ? longer === undefined && longer instanceof ApiError : stryMutAct_9fa48("858") ? false : stryMutAct_9fa48("857") ? true : (stryCov_9fa48("857", "858", "859"), (stryMutAct_9fa48("861") ? longer !== undefined : stryMutAct_9fa48("860") ? false : (stryCov_9fa48("860", "861"), longer === undefined)) || longer instanceof ApiError)) ? probe : longer;
    if (stryMutAct_9fa48("864") ? probe.jobs.every(({
      name
    }, index) => name !== first.jobs[index]?.name) : stryMutAct_9fa48("863") ? false : stryMutAct_9fa48("862") ? true : (stryCov_9fa48("862", "863", "864"), probe.jobs.some(stryMutAct_9fa48("865") ? () => undefined : (stryCov_9fa48("865"), ({
      name
    }, index) => stryMutAct_9fa48("868") ? name === first.jobs[index]?.name : stryMutAct_9fa48("867") ? false : stryMutAct_9fa48("866") ? true : (stryCov_9fa48("866", "867", "868"), name !== (stryMutAct_9fa48("869") ? first.jobs[index].name : (stryCov_9fa48("869"), first.jobs[index]?.name))))))) {
      if (stryMutAct_9fa48("870")) {
        {}
      } else {
        stryCov_9fa48("870");
        return stryMutAct_9fa48("871") ? {} : (stryCov_9fa48("871"), {
          pages: stryMutAct_9fa48("872") ? [] : (stryCov_9fa48("872"), [probe]),
          problem: stryMutAct_9fa48("873") ? "" : (stryCov_9fa48("873"), "page 1 is another one when it is asked for again")
        });
      }
    }
    const {
      jobs
    } = first;
    const pages: Opening["pages"] = stryMutAct_9fa48("874") ? [] : (stryCov_9fa48("874"), [stryMutAct_9fa48("875") ? {} : (stryCov_9fa48("875"), {
      total: probe.total,
      jobs: stryMutAct_9fa48("876") ? ["Stryker was here"] : (stryCov_9fa48("876"), [])
    }), first]);
    return (stryMutAct_9fa48("879") ? jobs.length !== 0 : stryMutAct_9fa48("878") ? false : stryMutAct_9fa48("877") ? true : (stryCov_9fa48("877", "878", "879"), jobs.length === 0)) ? stryMutAct_9fa48("880") ? {} : (stryCov_9fa48("880"), {
      pages
    }) : stryMutAct_9fa48("881") ? {} : (stryCov_9fa48("881"), {
      pages,
      rest: stryMutAct_9fa48("882") ? {} : (stryCov_9fa48("882"), {
        reading: stryMutAct_9fa48("883") ? "" : (stryCov_9fa48("883"), "page-from-1"),
        first: jobs,
        position: jobs.length,
        inDoubt: stryMutAct_9fa48("884") ? false : (stryCov_9fa48("884"), true)
      })
    });
  }
}

/** Where pages count from 1, page 0 may be empty. Page 1 alone could tell that there are no jobs. */
function emptyAndRefused(error: unknown): unknown {
  if (stryMutAct_9fa48("885")) {
    {}
  } else {
    stryCov_9fa48("885");
    if (stryMutAct_9fa48("888") ? false : stryMutAct_9fa48("887") ? true : stryMutAct_9fa48("886") ? isRefusal(error) : (stryCov_9fa48("886", "887", "888"), !isRefusal(error))) return error;
    const {
      status,
      requestId,
      errorCode,
      attempts
    } = error;
    const message = stryMutAct_9fa48("889") ? "" : (stryCov_9fa48("889"), "The first page of jobs is empty, but that there are none is not certain, since the next was refused");
    const open = new ApiError(stryMutAct_9fa48("890") ? `` : (stryCov_9fa48("890"), `${message}: ${error.message}`), stryMutAct_9fa48("891") ? {} : (stryCov_9fa48("891"), {
      status,
      requestId,
      errorCode,
      cause: error
    }));
    return (stryMutAct_9fa48("894") ? attempts !== undefined : stryMutAct_9fa48("893") ? false : stryMutAct_9fa48("892") ? true : (stryCov_9fa48("892", "893", "894"), attempts === undefined)) ? open : Object.assign(open, stryMutAct_9fa48("895") ? {} : (stryCov_9fa48("895"), {
      attempts
    }));
  }
}