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
import * as z from "zod";
import { describeIssues } from "../configuration/options";
import { InvalidQueryError } from "../errors";
import { nameMatcher } from "../text/nameMatcher";
import type { Job } from "./job";
import { describeStatus, unknownStatusWarnings, sameStatus } from "./statuses";
const text = stryMutAct_9fa48("17") ? z.string().max(1, "must not be empty") : (stryCov_9fa48("17"), z.string().min(1, stryMutAct_9fa48("18") ? "" : (stryCov_9fa48("18"), "must not be empty")));
const names = stryMutAct_9fa48("19") ? z.array(text).max(1, "must name at least one") : (stryCov_9fa48("19"), z.array(text).min(1, stryMutAct_9fa48("20") ? "" : (stryCov_9fa48("20"), "must name at least one")));
const status = z.string().refine(stryMutAct_9fa48("21") ? () => undefined : (stryCov_9fa48("21"), name => stryMutAct_9fa48("24") ? name.trim() === "" : stryMutAct_9fa48("23") ? false : stryMutAct_9fa48("22") ? true : (stryCov_9fa48("22", "23", "24"), (stryMutAct_9fa48("25") ? name : (stryCov_9fa48("25"), name.trim())) !== (stryMutAct_9fa48("26") ? "Stryker was here!" : (stryCov_9fa48("26"), "")))), stryMutAct_9fa48("27") ? "" : (stryCov_9fa48("27"), "must not be empty"));
const statuses = stryMutAct_9fa48("28") ? z.array(status).max(1, "must name at least one") : (stryCov_9fa48("28"), z.array(status).min(1, stryMutAct_9fa48("29") ? "" : (stryCov_9fa48("29"), "must name at least one")));
export const priorities = {
  high: 0,
  medium: 1,
  low: 2
} as const;
export type Priority = keyof typeof priorities;
/** @internal */
export const prioritySchema = z.enum(stryMutAct_9fa48("30") ? [] : (stryCov_9fa48("30"), [stryMutAct_9fa48("31") ? "" : (stryCov_9fa48("31"), "high"), stryMutAct_9fa48("32") ? "" : (stryCov_9fa48("32"), "medium"), stryMutAct_9fa48("33") ? "" : (stryCov_9fa48("33"), "low")]), stryMutAct_9fa48("34") ? "" : (stryCov_9fa48("34"), 'must be "high", "medium" or "low"'));

/** @internal */
export const filterSchema = z.strictObject(stryMutAct_9fa48("35") ? {} : (stryCov_9fa48("35"), {
  names: names.optional(),
  excludeNames: names.optional(),
  statuses: statuses.optional(),
  lastInstanceStatuses: statuses.optional(),
  owners: names.optional(),
  folders: names.optional(),
  minPriority: prioritySchema.optional()
}));

/**
 * Which of the listed jobs are meant. It is laid over the whole list, once that is known to be whole: what it leaves out
 * costs no request less. A job passes that passes all that is given, and of each list one element.
 *
 * What the service does not tell of a job leaves it not out: nobody knows whether it is meant, and a gate must not
 * open for that. It is kept, and a warning says how many are.
 */
export interface JobsFilter {
  /** Names, or globs of `*` and `?` (`ods_*`), with their case. */
  names?: readonly string[] | undefined;
  /** Names, or globs, of jobs that are left out. */
  excludeNames?: readonly string[] | undefined;
  /** Without regard to case. A job that came without a status is kept; `no status` alone gives just these. */
  statuses?: readonly string[] | undefined;
  /**
   * Without regard to case. A job without a last instance has `no status`: it never ran, or is a real-time job. One that
   * tells when its last instance ended, and not how, is kept.
   */
  lastInstanceStatuses?: readonly string[] | undefined;
  /** Owners, or globs, with their case. A job without an owner is kept. */
  owners?: readonly string[] | undefined;
  /**
   * Folders (`/dwd`), or globs: `/dwd/*` is all that lies below it, at any depth. A slash at the end makes no difference.
   * A job without a folder is kept.
   */
  folders?: readonly string[] | undefined;
  /**
   * This priority and above. A job without a priority is `high`, the service's default; one with a priority that is not
   * known always passes.
   */
  minPriority?: Priority | undefined;
}

/**
 * A filter as it stands in a file. In a query it is checked with the query.
 *
 * @throws InvalidQueryError (`INVALID_QUERY`)
 */
export function checkFilter(filter: unknown): JobsFilter {
  if (stryMutAct_9fa48("36")) {
    {}
  } else {
    stryCov_9fa48("36");
    const parsed = filterSchema.safeParse(filter);
    if (stryMutAct_9fa48("39") ? false : stryMutAct_9fa48("38") ? true : stryMutAct_9fa48("37") ? parsed.success : (stryCov_9fa48("37", "38", "39"), !parsed.success)) throw new InvalidQueryError(stryMutAct_9fa48("40") ? `` : (stryCov_9fa48("40"), `Invalid filter: ${describeIssues(parsed.error)}.`));
    return parsed.data;
  }
}

/** Whether a job passes. */
export function passes(filter: JobsFilter): (job: Job) => boolean {
  if (stryMutAct_9fa48("41")) {
    {}
  } else {
    stryCov_9fa48("41");
    const {
      names: named,
      excludeNames = stryMutAct_9fa48("42") ? ["Stryker was here"] : (stryCov_9fa48("42"), []),
      owners,
      folders,
      minPriority
    } = filter;
    const isNamed = stryMutAct_9fa48("45") ? named || nameMatcher(named) : stryMutAct_9fa48("44") ? false : stryMutAct_9fa48("43") ? true : (stryCov_9fa48("43", "44", "45"), named && nameMatcher(named));
    const isExcluded = nameMatcher(excludeNames);
    const isOwner = stryMutAct_9fa48("48") ? owners || nameMatcher(owners) : stryMutAct_9fa48("47") ? false : stryMutAct_9fa48("46") ? true : (stryCov_9fa48("46", "47", "48"), owners && nameMatcher(owners));
    const isFolder = stryMutAct_9fa48("51") ? folders || nameMatcher(folders.map(folderOf)) : stryMutAct_9fa48("50") ? false : stryMutAct_9fa48("49") ? true : (stryCov_9fa48("49", "50", "51"), folders && nameMatcher(folders.map(folderOf)));
    return stryMutAct_9fa48("52") ? () => undefined : (stryCov_9fa48("52"), job => stryMutAct_9fa48("55") ? (isNamed === undefined || isNamed(job.name)) && !isExcluded(job.name) && (isAmong(filter.statuses, describeStatus(job.jobType, job.status).name) || untold.statuses(job)) && (isAmong(filter.lastInstanceStatuses, describeStatus("lastInstance", job.lastInstanceStatus).name) || untold.lastInstanceStatuses(job)) && (isOwner === undefined || untold.owners(job) || isOwner(job.owner ?? "")) && (isFolder === undefined || untold.folders(job) || isFolder(folderOf(job.path ?? ""))) || minPriority === undefined || !isBelow(job.priority, minPriority) : stryMutAct_9fa48("54") ? false : stryMutAct_9fa48("53") ? true : (stryCov_9fa48("53", "54", "55"), (stryMutAct_9fa48("57") ? (isNamed === undefined || isNamed(job.name)) && !isExcluded(job.name) && (isAmong(filter.statuses, describeStatus(job.jobType, job.status).name) || untold.statuses(job)) && (isAmong(filter.lastInstanceStatuses, describeStatus("lastInstance", job.lastInstanceStatus).name) || untold.lastInstanceStatuses(job)) && (isOwner === undefined || untold.owners(job) || isOwner(job.owner ?? "")) || isFolder === undefined || untold.folders(job) || isFolder(folderOf(job.path ?? "")) : stryMutAct_9fa48("56") ? true : (stryCov_9fa48("56", "57"), (stryMutAct_9fa48("59") ? (isNamed === undefined || isNamed(job.name)) && !isExcluded(job.name) && (isAmong(filter.statuses, describeStatus(job.jobType, job.status).name) || untold.statuses(job)) && (isAmong(filter.lastInstanceStatuses, describeStatus("lastInstance", job.lastInstanceStatus).name) || untold.lastInstanceStatuses(job)) || isOwner === undefined || untold.owners(job) || isOwner(job.owner ?? "") : stryMutAct_9fa48("58") ? true : (stryCov_9fa48("58", "59"), (stryMutAct_9fa48("61") ? (isNamed === undefined || isNamed(job.name)) && !isExcluded(job.name) && (isAmong(filter.statuses, describeStatus(job.jobType, job.status).name) || untold.statuses(job)) || isAmong(filter.lastInstanceStatuses, describeStatus("lastInstance", job.lastInstanceStatus).name) || untold.lastInstanceStatuses(job) : stryMutAct_9fa48("60") ? true : (stryCov_9fa48("60", "61"), (stryMutAct_9fa48("63") ? (isNamed === undefined || isNamed(job.name)) && !isExcluded(job.name) || isAmong(filter.statuses, describeStatus(job.jobType, job.status).name) || untold.statuses(job) : stryMutAct_9fa48("62") ? true : (stryCov_9fa48("62", "63"), (stryMutAct_9fa48("65") ? isNamed === undefined || isNamed(job.name) || !isExcluded(job.name) : stryMutAct_9fa48("64") ? true : (stryCov_9fa48("64", "65"), (stryMutAct_9fa48("67") ? isNamed === undefined && isNamed(job.name) : stryMutAct_9fa48("66") ? true : (stryCov_9fa48("66", "67"), (stryMutAct_9fa48("69") ? isNamed !== undefined : stryMutAct_9fa48("68") ? false : (stryCov_9fa48("68", "69"), isNamed === undefined)) || isNamed(job.name))) && (stryMutAct_9fa48("70") ? isExcluded(job.name) : (stryCov_9fa48("70"), !isExcluded(job.name))))) && (stryMutAct_9fa48("72") ? isAmong(filter.statuses, describeStatus(job.jobType, job.status).name) && untold.statuses(job) : stryMutAct_9fa48("71") ? true : (stryCov_9fa48("71", "72"), isAmong(filter.statuses, describeStatus(job.jobType, job.status).name) || untold.statuses(job))))) && (stryMutAct_9fa48("74") ? isAmong(filter.lastInstanceStatuses, describeStatus("lastInstance", job.lastInstanceStatus).name) && untold.lastInstanceStatuses(job) : stryMutAct_9fa48("73") ? true : (stryCov_9fa48("73", "74"), isAmong(filter.lastInstanceStatuses, describeStatus(stryMutAct_9fa48("75") ? "" : (stryCov_9fa48("75"), "lastInstance"), job.lastInstanceStatus).name) || untold.lastInstanceStatuses(job))))) && (stryMutAct_9fa48("77") ? (isOwner === undefined || untold.owners(job)) && isOwner(job.owner ?? "") : stryMutAct_9fa48("76") ? true : (stryCov_9fa48("76", "77"), (stryMutAct_9fa48("79") ? isOwner === undefined && untold.owners(job) : stryMutAct_9fa48("78") ? false : (stryCov_9fa48("78", "79"), (stryMutAct_9fa48("81") ? isOwner !== undefined : stryMutAct_9fa48("80") ? false : (stryCov_9fa48("80", "81"), isOwner === undefined)) || untold.owners(job))) || isOwner(stryMutAct_9fa48("82") ? job.owner && "" : (stryCov_9fa48("82"), job.owner ?? (stryMutAct_9fa48("83") ? "Stryker was here!" : (stryCov_9fa48("83"), "")))))))) && (stryMutAct_9fa48("85") ? (isFolder === undefined || untold.folders(job)) && isFolder(folderOf(job.path ?? "")) : stryMutAct_9fa48("84") ? true : (stryCov_9fa48("84", "85"), (stryMutAct_9fa48("87") ? isFolder === undefined && untold.folders(job) : stryMutAct_9fa48("86") ? false : (stryCov_9fa48("86", "87"), (stryMutAct_9fa48("89") ? isFolder !== undefined : stryMutAct_9fa48("88") ? false : (stryCov_9fa48("88", "89"), isFolder === undefined)) || untold.folders(job))) || isFolder(folderOf(stryMutAct_9fa48("90") ? job.path && "" : (stryCov_9fa48("90"), job.path ?? (stryMutAct_9fa48("91") ? "Stryker was here!" : (stryCov_9fa48("91"), ""))))))))) && (stryMutAct_9fa48("93") ? minPriority === undefined && !isBelow(job.priority, minPriority) : stryMutAct_9fa48("92") ? true : (stryCov_9fa48("92", "93"), (stryMutAct_9fa48("95") ? minPriority !== undefined : stryMutAct_9fa48("94") ? false : (stryCov_9fa48("94", "95"), minPriority === undefined)) || (stryMutAct_9fa48("96") ? isBelow(job.priority, minPriority) : (stryCov_9fa48("96"), !isBelow(job.priority, minPriority)))))));
  }
}

/** @internal Whether a job lacks what this part of a filter looks at. Priorities have a default, and are never untold. */
export const untold = {
  statuses: ({
    status: own
  }: Job) => isBlank(own),
  // One that never ran tells neither how its last instance ended nor when.
  lastInstanceStatuses: ({
    lastInstanceStatus,
    lastInstanceEndTime
  }: Job) => isBlank(lastInstanceStatus) && (lastInstanceStatus !== undefined || lastInstanceEndTime !== undefined),
  owners: ({
    owner
  }: Job) => isBlank(owner),
  folders: ({
    path
  }: Job) => isBlank(path)
} as const satisfies Partial<Record<keyof JobsFilter, (job: Job) => boolean>>;
function isBlank(value: string | undefined): boolean {
  if (stryMutAct_9fa48("97")) {
    {}
  } else {
    stryCov_9fa48("97");
    return stryMutAct_9fa48("100") ? value === undefined && value.trim() === "" : stryMutAct_9fa48("99") ? false : stryMutAct_9fa48("98") ? true : (stryCov_9fa48("98", "99", "100"), (stryMutAct_9fa48("102") ? value !== undefined : stryMutAct_9fa48("101") ? false : (stryCov_9fa48("101", "102"), value === undefined)) || (stryMutAct_9fa48("104") ? value.trim() !== "" : stryMutAct_9fa48("103") ? false : (stryCov_9fa48("103", "104"), (stryMutAct_9fa48("105") ? value : (stryCov_9fa48("105"), value.trim())) === (stryMutAct_9fa48("106") ? "Stryker was here!" : (stryCov_9fa48("106"), "")))));
  }
}

/** What in a filter can be used and is likely a mistake: statuses that no job may ever have. One line each. */
export function filterWarnings({
  statuses: own = stryMutAct_9fa48("107") ? ["Stryker was here"] : (stryCov_9fa48("107"), []),
  lastInstanceStatuses = stryMutAct_9fa48("108") ? ["Stryker was here"] : (stryCov_9fa48("108"), [])
}: JobsFilter): string[] {
  if (stryMutAct_9fa48("109")) {
    {}
  } else {
    stryCov_9fa48("109");
    return stryMutAct_9fa48("110") ? [] : (stryCov_9fa48("110"), [...unknownStatusWarnings(stryMutAct_9fa48("111") ? "" : (stryCov_9fa48("111"), "filter.statuses"), stryMutAct_9fa48("112") ? [] : (stryCov_9fa48("112"), [stryMutAct_9fa48("113") ? "" : (stryCov_9fa48("113"), "BATCH"), stryMutAct_9fa48("114") ? "" : (stryCov_9fa48("114"), "REAL_TIME")]), own), ...unknownStatusWarnings(stryMutAct_9fa48("115") ? "" : (stryCov_9fa48("115"), "filter.lastInstanceStatuses"), stryMutAct_9fa48("116") ? [] : (stryCov_9fa48("116"), [stryMutAct_9fa48("117") ? "" : (stryCov_9fa48("117"), "lastInstance")]), lastInstanceStatuses)]);
  }
}
function isAmong(wanted: readonly string[] | undefined, own: string): boolean {
  if (stryMutAct_9fa48("118")) {
    {}
  } else {
    stryCov_9fa48("118");
    return stryMutAct_9fa48("121") ? wanted === undefined && wanted.some(each => sameStatus(each, own)) : stryMutAct_9fa48("120") ? false : stryMutAct_9fa48("119") ? true : (stryCov_9fa48("119", "120", "121"), (stryMutAct_9fa48("123") ? wanted !== undefined : stryMutAct_9fa48("122") ? false : (stryCov_9fa48("122", "123"), wanted === undefined)) || (stryMutAct_9fa48("124") ? wanted.every(each => sameStatus(each, own)) : (stryCov_9fa48("124"), wanted.some(stryMutAct_9fa48("125") ? () => undefined : (stryCov_9fa48("125"), each => sameStatus(each, own))))));
  }
}

/** Only what is known to be below: a priority that is not known may be any. */
function isBelow(priority: number | undefined, minPriority: Priority): boolean {
  if (stryMutAct_9fa48("126")) {
    {}
  } else {
    stryCov_9fa48("126");
    const below: readonly number[] = stryMutAct_9fa48("127") ? Object.values(priorities) : (stryCov_9fa48("127"), Object.values(priorities).filter(stryMutAct_9fa48("128") ? () => undefined : (stryCov_9fa48("128"), each => stryMutAct_9fa48("132") ? each <= priorities[minPriority] : stryMutAct_9fa48("131") ? each >= priorities[minPriority] : stryMutAct_9fa48("130") ? false : stryMutAct_9fa48("129") ? true : (stryCov_9fa48("129", "130", "131", "132"), each > priorities[minPriority]))));
    return stryMutAct_9fa48("135") ? priority !== undefined || below.includes(priority) : stryMutAct_9fa48("134") ? false : stryMutAct_9fa48("133") ? true : (stryCov_9fa48("133", "134", "135"), (stryMutAct_9fa48("137") ? priority === undefined : stryMutAct_9fa48("136") ? true : (stryCov_9fa48("136", "137"), priority !== undefined)) && below.includes(priority));
  }
}

/** @internal A folder without the slash at its end. */
export function folderOf(path: string): string {
  if (stryMutAct_9fa48("138")) {
    {}
  } else {
    stryCov_9fa48("138");
    return (stryMutAct_9fa48("142") ? path.length <= 1 : stryMutAct_9fa48("141") ? path.length >= 1 : stryMutAct_9fa48("140") ? false : stryMutAct_9fa48("139") ? true : (stryCov_9fa48("139", "140", "141", "142"), path.length > 1)) ? stryMutAct_9fa48("145") ? path.replace(/\/+$/, "") && "/" : stryMutAct_9fa48("144") ? false : stryMutAct_9fa48("143") ? true : (stryCov_9fa48("143", "144", "145"), path.replace(stryMutAct_9fa48("147") ? /\/$/ : stryMutAct_9fa48("146") ? /\/+/ : (stryCov_9fa48("146", "147"), /\/+$/), stryMutAct_9fa48("148") ? "Stryker was here!" : (stryCov_9fa48("148"), "")) || (stryMutAct_9fa48("149") ? "" : (stryCov_9fa48("149"), "/"))) : path;
  }
}