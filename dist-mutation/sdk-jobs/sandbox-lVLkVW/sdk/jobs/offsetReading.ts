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
import type { Job } from "./job";
import type { PageRequest } from "./listPage";

/**
 * What the service takes `offset` for: the number of a page (as its reference says), of a page counted from 1, of a
 * record (as the Terraform provider finds), or of a record rounded down to a multiple of `limit`.
 */
export type OffsetReading = "page" | "page-from-1" | "record" | "record-rounded";

/** The `offset` that asks for the records from `position` on, in pages of `size`. */
export function offsetAt(position: number, size: number, reading: OffsetReading): number {
  if (stryMutAct_9fa48("555")) {
    {}
  } else {
    stryCov_9fa48("555");
    if (stryMutAct_9fa48("558") ? reading !== "page" : stryMutAct_9fa48("557") ? false : stryMutAct_9fa48("556") ? true : (stryCov_9fa48("556", "557", "558"), reading === (stryMutAct_9fa48("559") ? "" : (stryCov_9fa48("559"), "page")))) return stryMutAct_9fa48("560") ? position * size : (stryCov_9fa48("560"), position / size);
    return (stryMutAct_9fa48("563") ? reading !== "page-from-1" : stryMutAct_9fa48("562") ? false : stryMutAct_9fa48("561") ? true : (stryCov_9fa48("561", "562", "563"), reading === (stryMutAct_9fa48("564") ? "" : (stryCov_9fa48("564"), "page-from-1")))) ? stryMutAct_9fa48("565") ? position / size - 1 : (stryCov_9fa48("565"), (stryMutAct_9fa48("566") ? position * size : (stryCov_9fa48("566"), position / size)) + 1) : position;
  }
}

/** What the second request of a listing, at offset 1, tells about the list that the first one began. */
export interface Comparison {
  reading: OffsetReading;
  /** So many records from the start are known now. */
  covered: number;
  /** Jobs among them that only the probe brought. */
  extra: Job[];
  /** The probe brought jobs that the first page did not hold, those behind a gap included. */
  more: boolean;
  /** Nothing comes after the covered records. */
  ended: boolean;
}

/**
 * Compares the first page with the probe (offset 1, at most `probeLimit` jobs). Neither shortens a page that the other
 * one got in full length.
 *
 * @returns "again" when the probe brought the first page again, which it does in several readings; undefined when the
 * two fit together in none: then the list has changed between the two requests
 */
export function compareProbe(first: readonly Job[], probe: readonly Job[], probeLimit: number): Comparison | "again" | undefined {
  if (stryMutAct_9fa48("567")) {
    {}
  } else {
    stryCov_9fa48("567");
    const size = first.length;
    const begin = indexIn(first, probe[0]);
    const overlap = (stryMutAct_9fa48("570") ? begin !== -1 : stryMutAct_9fa48("569") ? false : stryMutAct_9fa48("568") ? true : (stryCov_9fa48("568", "569", "570"), begin === (stryMutAct_9fa48("571") ? +1 : (stryCov_9fa48("571"), -1)))) ? stryMutAct_9fa48("572") ? ["Stryker was here"] : (stryCov_9fa48("572"), []) : stryMutAct_9fa48("573") ? first : (stryCov_9fa48("573"), first.slice(begin, stryMutAct_9fa48("574") ? begin - probeLimit : (stryCov_9fa48("574"), begin + probeLimit)));
    if (stryMutAct_9fa48("577") ? overlap.every((job, index) => job.name !== probe[index]?.name) : stryMutAct_9fa48("576") ? false : stryMutAct_9fa48("575") ? true : (stryCov_9fa48("575", "576", "577"), overlap.some(stryMutAct_9fa48("578") ? () => undefined : (stryCov_9fa48("578"), (job, index) => stryMutAct_9fa48("581") ? job.name === probe[index]?.name : stryMutAct_9fa48("580") ? false : stryMutAct_9fa48("579") ? true : (stryCov_9fa48("579", "580", "581"), job.name !== (stryMutAct_9fa48("582") ? probe[index].name : (stryCov_9fa48("582"), probe[index]?.name))))))) return undefined;
    if (stryMutAct_9fa48("585") ? begin !== 0 : stryMutAct_9fa48("584") ? false : stryMutAct_9fa48("583") ? true : (stryCov_9fa48("583", "584", "585"), begin === 0)) return stryMutAct_9fa48("586") ? "" : (stryCov_9fa48("586"), "again");
    const more = stryMutAct_9fa48("590") ? probe.length <= overlap.length : stryMutAct_9fa48("589") ? probe.length >= overlap.length : stryMutAct_9fa48("588") ? false : stryMutAct_9fa48("587") ? true : (stryCov_9fa48("587", "588", "589", "590"), probe.length > overlap.length);
    if (stryMutAct_9fa48("593") ? begin !== 1 : stryMutAct_9fa48("592") ? false : stryMutAct_9fa48("591") ? true : (stryCov_9fa48("591", "592", "593"), begin === 1)) {
      if (stryMutAct_9fa48("594")) {
        {}
      } else {
        stryCov_9fa48("594");
        const covered = stryMutAct_9fa48("595") ? Math.min(size, 1 + probe.length) : (stryCov_9fa48("595"), Math.max(size, stryMutAct_9fa48("596") ? 1 - probe.length : (stryCov_9fa48("596"), 1 + probe.length)));
        const ended = stryMutAct_9fa48("599") ? covered === 1 + probe.length || probe.length < Math.min(size, probeLimit) : stryMutAct_9fa48("598") ? false : stryMutAct_9fa48("597") ? true : (stryCov_9fa48("597", "598", "599"), (stryMutAct_9fa48("601") ? covered !== 1 + probe.length : stryMutAct_9fa48("600") ? true : (stryCov_9fa48("600", "601"), covered === (stryMutAct_9fa48("602") ? 1 - probe.length : (stryCov_9fa48("602"), 1 + probe.length)))) && (stryMutAct_9fa48("605") ? probe.length >= Math.min(size, probeLimit) : stryMutAct_9fa48("604") ? probe.length <= Math.min(size, probeLimit) : stryMutAct_9fa48("603") ? true : (stryCov_9fa48("603", "604", "605"), probe.length < (stryMutAct_9fa48("606") ? Math.max(size, probeLimit) : (stryCov_9fa48("606"), Math.min(size, probeLimit))))));
        return stryMutAct_9fa48("607") ? {} : (stryCov_9fa48("607"), {
          reading: stryMutAct_9fa48("608") ? "" : (stryCov_9fa48("608"), "record"),
          covered,
          extra: stryMutAct_9fa48("609") ? probe : (stryCov_9fa48("609"), probe.slice(overlap.length)),
          more,
          ended
        });
      }
    }
    // Page 1 begins after the first page, or within it if that one was longer than the probe may be.
    if (stryMutAct_9fa48("611") ? false : stryMutAct_9fa48("610") ? true : (stryCov_9fa48("610", "611"), (stryMutAct_9fa48("614") ? begin !== -1 : stryMutAct_9fa48("613") ? false : stryMutAct_9fa48("612") ? true : (stryCov_9fa48("612", "613", "614"), begin === (stryMutAct_9fa48("615") ? +1 : (stryCov_9fa48("615"), -1)))) ? stryMutAct_9fa48("619") ? size <= probeLimit : stryMutAct_9fa48("618") ? size >= probeLimit : stryMutAct_9fa48("617") ? false : stryMutAct_9fa48("616") ? true : (stryCov_9fa48("616", "617", "618", "619"), size > probeLimit) : stryMutAct_9fa48("622") ? begin === probeLimit : stryMutAct_9fa48("621") ? false : stryMutAct_9fa48("620") ? true : (stryCov_9fa48("620", "621", "622"), begin !== probeLimit))) return undefined;
    // A page of fewer than `probeLimit` may count its pages in either of the two: page 1 will be asked for again.
    const adjacent = stryMutAct_9fa48("625") ? begin === -1 || size === probeLimit : stryMutAct_9fa48("624") ? false : stryMutAct_9fa48("623") ? true : (stryCov_9fa48("623", "624", "625"), (stryMutAct_9fa48("627") ? begin !== -1 : stryMutAct_9fa48("626") ? true : (stryCov_9fa48("626", "627"), begin === (stryMutAct_9fa48("628") ? +1 : (stryCov_9fa48("628"), -1)))) && (stryMutAct_9fa48("630") ? size !== probeLimit : stryMutAct_9fa48("629") ? true : (stryCov_9fa48("629", "630"), size === probeLimit)));
    const extra = adjacent ? stryMutAct_9fa48("631") ? [] : (stryCov_9fa48("631"), [...probe]) : stryMutAct_9fa48("632") ? ["Stryker was here"] : (stryCov_9fa48("632"), []);
    const ended = stryMutAct_9fa48("635") ? probe.length < probeLimit || adjacent || begin !== -1 && !more : stryMutAct_9fa48("634") ? false : stryMutAct_9fa48("633") ? true : (stryCov_9fa48("633", "634", "635"), (stryMutAct_9fa48("638") ? probe.length >= probeLimit : stryMutAct_9fa48("637") ? probe.length <= probeLimit : stryMutAct_9fa48("636") ? true : (stryCov_9fa48("636", "637", "638"), probe.length < probeLimit)) && (stryMutAct_9fa48("640") ? adjacent && begin !== -1 && !more : stryMutAct_9fa48("639") ? true : (stryCov_9fa48("639", "640"), adjacent || (stryMutAct_9fa48("642") ? begin !== -1 || !more : stryMutAct_9fa48("641") ? false : (stryCov_9fa48("641", "642"), (stryMutAct_9fa48("644") ? begin === -1 : stryMutAct_9fa48("643") ? true : (stryCov_9fa48("643", "644"), begin !== (stryMutAct_9fa48("645") ? +1 : (stryCov_9fa48("645"), -1)))) && (stryMutAct_9fa48("646") ? more : (stryCov_9fa48("646"), !more)))))));
    return stryMutAct_9fa48("647") ? {} : (stryCov_9fa48("647"), {
      reading: stryMutAct_9fa48("648") ? "" : (stryCov_9fa48("648"), "page"),
      covered: stryMutAct_9fa48("649") ? size - extra.length : (stryCov_9fa48("649"), size + extra.length),
      extra,
      more,
      ended
    });
  }
}

/** Within a first page of `telling.atLeast` jobs, the answer to this request begins elsewhere in each reading. */
export const telling: PageRequest & {
  atLeast: number;
} = stryMutAct_9fa48("650") ? {} : (stryCov_9fa48("650"), {
  offset: 3,
  limit: 2,
  atLeast: 7
});
const readings = {
  6: "page",
  4: "page-from-1",
  2: "record-rounded",
  0: "ignored"
} as const;

/**
 * The reading in which the service answered `telling`; "ignored" if it sends the first page whatever the offset.
 * Undefined: in none of those that bring the first page again at offset 1.
 */
export function tellReading(first: readonly Job[], answer: readonly Job[]): OffsetReading | "ignored" | undefined {
  if (stryMutAct_9fa48("651")) {
    {}
  } else {
    stryCov_9fa48("651");
    return readings[indexIn(first, answer[0]) as keyof typeof readings];
  }
}
function indexIn(jobs: readonly Job[], job: Job | undefined): number {
  if (stryMutAct_9fa48("652")) {
    {}
  } else {
    stryCov_9fa48("652");
    return jobs.findIndex(stryMutAct_9fa48("653") ? () => undefined : (stryCov_9fa48("653"), ({
      name
    }) => stryMutAct_9fa48("656") ? name !== job?.name : stryMutAct_9fa48("655") ? false : stryMutAct_9fa48("654") ? true : (stryCov_9fa48("654", "655", "656"), name === (stryMutAct_9fa48("657") ? job.name : (stryCov_9fa48("657"), job?.name)))));
  }
}