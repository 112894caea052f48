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
import { InvalidQueryError } from "../errors";
import { describeIssues, withoutUndefined, workspaceSchema } from "../configuration/options";
import { filterSchema, type JobsFilter } from "./filter";
import type { Job, JobType } from "./job";

/** A lone surrogate cannot be sent as UTF-8. */
const wellFormed = z.string().refine(stryMutAct_9fa48("907") ? () => undefined : (stryCov_9fa48("907"), text => stryMutAct_9fa48("908") ? /\p{Surrogate}/u.test(text) : (stryCov_9fa48("908"), !(stryMutAct_9fa48("909") ? /\P{Surrogate}/u : (stryCov_9fa48("909"), /\p{Surrogate}/u)).test(text))), stryMutAct_9fa48("910") ? "" : (stryCov_9fa48("910"), "must be well-formed Unicode"));
const querySchema = z.strictObject(stryMutAct_9fa48("911") ? {} : (stryCov_9fa48("911"), {
  jobType: z.enum(stryMutAct_9fa48("912") ? [] : (stryCov_9fa48("912"), [stryMutAct_9fa48("913") ? "" : (stryCov_9fa48("913"), "BATCH"), stryMutAct_9fa48("914") ? "" : (stryCov_9fa48("914"), "REAL_TIME"), stryMutAct_9fa48("915") ? "" : (stryCov_9fa48("915"), "ALL")]), stryMutAct_9fa48("916") ? "" : (stryCov_9fa48("916"), 'must be "BATCH", "REAL_TIME" or "ALL"')).default(stryMutAct_9fa48("917") ? "" : (stryCov_9fa48("917"), "BATCH")),
  jobName: stryMutAct_9fa48("919") ? wellFormed.max(1, "must not be empty").max(128, "must have at most 128 characters").optional() : stryMutAct_9fa48("918") ? wellFormed.min(1, "must not be empty").min(128, "must have at most 128 characters").optional() : (stryCov_9fa48("918", "919"), wellFormed.min(1, stryMutAct_9fa48("920") ? "" : (stryCov_9fa48("920"), "must not be empty")).max(128, stryMutAct_9fa48("921") ? "" : (stryCov_9fa48("921"), "must have at most 128 characters")).optional()),
  exactName: z.boolean().default(stryMutAct_9fa48("922") ? true : (stryCov_9fa48("922"), false)),
  tags: z.array(stryMutAct_9fa48("923") ? wellFormed.max(1, "must not be empty").refine(tag => !tag.includes(","), "must not hold a comma: the service reads it as two tags") : (stryCov_9fa48("923"), wellFormed.min(1, stryMutAct_9fa48("924") ? "" : (stryCov_9fa48("924"), "must not be empty")).refine(stryMutAct_9fa48("925") ? () => undefined : (stryCov_9fa48("925"), tag => stryMutAct_9fa48("926") ? tag.includes(",") : (stryCov_9fa48("926"), !tag.includes(stryMutAct_9fa48("927") ? "" : (stryCov_9fa48("927"), ",")))), stryMutAct_9fa48("928") ? "" : (stryCov_9fa48("928"), "must not hold a comma: the service reads it as two tags")))).default(stryMutAct_9fa48("929") ? ["Stryker was here"] : (stryCov_9fa48("929"), [])),
  tagMatch: z.enum(stryMutAct_9fa48("930") ? [] : (stryCov_9fa48("930"), [stryMutAct_9fa48("931") ? "" : (stryCov_9fa48("931"), "any"), stryMutAct_9fa48("932") ? "" : (stryCov_9fa48("932"), "all")]), stryMutAct_9fa48("933") ? "" : (stryCov_9fa48("933"), 'must be "any" or "all"')).optional(),
  workspace: workspaceSchema.optional(),
  filter: filterSchema.optional(),
  consistency: z.enum(stryMutAct_9fa48("934") ? [] : (stryCov_9fa48("934"), [stryMutAct_9fa48("935") ? "" : (stryCov_9fa48("935"), "strict"), stryMutAct_9fa48("936") ? "" : (stryCov_9fa48("936"), "best-effort")]), stryMutAct_9fa48("937") ? "" : (stryCov_9fa48("937"), 'must be "strict" or "best-effort"')).default(stryMutAct_9fa48("938") ? "" : (stryCov_9fa48("938"), "strict"))
})).refine(stryMutAct_9fa48("939") ? () => undefined : (stryCov_9fa48("939"), query => stryMutAct_9fa48("942") ? !query.exactName && query.jobName !== undefined : stryMutAct_9fa48("941") ? false : stryMutAct_9fa48("940") ? true : (stryCov_9fa48("940", "941", "942"), (stryMutAct_9fa48("943") ? query.exactName : (stryCov_9fa48("943"), !query.exactName)) || (stryMutAct_9fa48("945") ? query.jobName === undefined : stryMutAct_9fa48("944") ? false : (stryCov_9fa48("944", "945"), query.jobName !== undefined)))), stryMutAct_9fa48("946") ? {} : (stryCov_9fa48("946"), {
  path: stryMutAct_9fa48("947") ? [] : (stryCov_9fa48("947"), [stryMutAct_9fa48("948") ? "" : (stryCov_9fa48("948"), "exactName")]),
  message: stryMutAct_9fa48("949") ? "" : (stryCov_9fa48("949"), "needs a jobName")
}));

/** Which jobs to list. Everything is optional. */
export interface JobsQuery {
  /** `ALL` lists both types. Default: `BATCH`, as in the API. */
  jobType?: JobType | "ALL" | undefined;
  /** Jobs whose name contains this, as the service matches it. 1 to 128 characters. */
  jobName?: string | undefined;
  /** Keep only jobs whose name is exactly `jobName`. Default: false. */
  exactName?: boolean | undefined;
  /** Tags, none of which may hold a comma. Default: no filter. */
  tags?: readonly string[] | undefined;
  /**
   * `any`: jobs with at least one of the tags; `all`: jobs with each of them. Made certain by one listing for each
   * tag. Default: one listing with all tags, read as the service reads them, which its reference does not say.
   */
  tagMatch?: "any" | "all" | undefined;
  /** Workspace ID. Default: the client's, else the default workspace. */
  workspace?: string | undefined;
  /** Which of the jobs that the service lists are meant. Default: all. */
  filter?: JobsFilter | undefined;
  /**
   * `strict` (default): the list is whole, or an `IncompleteListError` is thrown. `best-effort`: when the pages keep
   * contradicting each other, what there is comes with `complete: false`.
   */
  consistency?: "strict" | "best-effort" | undefined;
}

/** A query that can be sent, with its defaults. */
export interface CheckedQuery extends JobsQuery {
  jobType: JobType | "ALL";
  exactName: boolean;
  tags: readonly string[];
  consistency: "strict" | "best-effort";
}

/** @throws InvalidQueryError for what is no plain object: what is inherited, or in an array, is not looked at */
export function refuseNoQuery(query: unknown): void {
  if (stryMutAct_9fa48("950")) {
    {}
  } else {
    stryCov_9fa48("950");
    const isObject = stryMutAct_9fa48("953") ? typeof query === "object" || query !== null : stryMutAct_9fa48("952") ? false : stryMutAct_9fa48("951") ? true : (stryCov_9fa48("951", "952", "953"), (stryMutAct_9fa48("955") ? typeof query !== "object" : stryMutAct_9fa48("954") ? true : (stryCov_9fa48("954", "955"), typeof query === (stryMutAct_9fa48("956") ? "" : (stryCov_9fa48("956"), "object")))) && (stryMutAct_9fa48("958") ? query === null : stryMutAct_9fa48("957") ? true : (stryCov_9fa48("957", "958"), query !== null)));
    const prototype: unknown = isObject ? Object.getPrototypeOf(query) : undefined;
    // A plain object of another context, as a test's, has that one's prototype.
    if (stryMutAct_9fa48("961") ? isObject || prototype === null || Object.getPrototypeOf(prototype) === null : stryMutAct_9fa48("960") ? false : stryMutAct_9fa48("959") ? true : (stryCov_9fa48("959", "960", "961"), isObject && (stryMutAct_9fa48("963") ? prototype === null && Object.getPrototypeOf(prototype) === null : stryMutAct_9fa48("962") ? true : (stryCov_9fa48("962", "963"), (stryMutAct_9fa48("965") ? prototype !== null : stryMutAct_9fa48("964") ? false : (stryCov_9fa48("964", "965"), prototype === null)) || (stryMutAct_9fa48("967") ? Object.getPrototypeOf(prototype) !== null : stryMutAct_9fa48("966") ? false : (stryCov_9fa48("966", "967"), Object.getPrototypeOf(prototype) === null)))))) return;
    throw new InvalidQueryError(stryMutAct_9fa48("968") ? "" : (stryCov_9fa48("968"), 'Invalid query: it must be a plain object such as { jobType: "ALL" }.'));
  }
}

/** @throws InvalidQueryError (`INVALID_QUERY`), before anything is sent */
export function checkQuery(query: JobsQuery): CheckedQuery {
  if (stryMutAct_9fa48("969")) {
    {}
  } else {
    stryCov_9fa48("969");
    refuseNoQuery(query);
    // As with the options: zod's own compiler pays after many queries, and most programs have a few.
    const parsed = querySchema.safeParse(withoutUndefined(query), stryMutAct_9fa48("970") ? {} : (stryCov_9fa48("970"), {
      jitless: stryMutAct_9fa48("971") ? false : (stryCov_9fa48("971"), true)
    }));
    if (stryMutAct_9fa48("974") ? false : stryMutAct_9fa48("973") ? true : stryMutAct_9fa48("972") ? parsed.success : (stryCov_9fa48("972", "973", "974"), !parsed.success)) throw new InvalidQueryError(stryMutAct_9fa48("975") ? `` : (stryCov_9fa48("975"), `Invalid query: ${describeIssues(parsed.error)}.`));
    return parsed.data;
  }
}

/** The filters of one listing, as the service takes them. */
export interface ListingFilter {
  jobType: JobType;
  jobName?: string | undefined;
  tags: readonly string[];
  workspace?: string | undefined;
}

/** The listings that a query takes: for each type one, or one for each tag, whose results are joined. */
export function planListings(query: CheckedQuery): ListingFilter[][] {
  if (stryMutAct_9fa48("976")) {
    {}
  } else {
    stryCov_9fa48("976");
    const types: JobType[] = (stryMutAct_9fa48("979") ? query.jobType !== "ALL" : stryMutAct_9fa48("978") ? false : stryMutAct_9fa48("977") ? true : (stryCov_9fa48("977", "978", "979"), query.jobType === (stryMutAct_9fa48("980") ? "" : (stryCov_9fa48("980"), "ALL")))) ? stryMutAct_9fa48("981") ? [] : (stryCov_9fa48("981"), [stryMutAct_9fa48("982") ? "" : (stryCov_9fa48("982"), "BATCH"), stryMutAct_9fa48("983") ? "" : (stryCov_9fa48("983"), "REAL_TIME")]) : stryMutAct_9fa48("984") ? [] : (stryCov_9fa48("984"), [query.jobType]);
    const tags = stryMutAct_9fa48("985") ? [] : (stryCov_9fa48("985"), [...new Set(query.tags)]);
    const tagSets = (stryMutAct_9fa48("988") ? query.tagMatch === undefined && tags.length < 2 : stryMutAct_9fa48("987") ? false : stryMutAct_9fa48("986") ? true : (stryCov_9fa48("986", "987", "988"), (stryMutAct_9fa48("990") ? query.tagMatch !== undefined : stryMutAct_9fa48("989") ? false : (stryCov_9fa48("989", "990"), query.tagMatch === undefined)) || (stryMutAct_9fa48("993") ? tags.length >= 2 : stryMutAct_9fa48("992") ? tags.length <= 2 : stryMutAct_9fa48("991") ? false : (stryCov_9fa48("991", "992", "993"), tags.length < 2)))) ? stryMutAct_9fa48("994") ? [] : (stryCov_9fa48("994"), [tags]) : tags.map(stryMutAct_9fa48("995") ? () => undefined : (stryCov_9fa48("995"), tag => stryMutAct_9fa48("996") ? [] : (stryCov_9fa48("996"), [tag])));
    return types.map(stryMutAct_9fa48("997") ? () => undefined : (stryCov_9fa48("997"), jobType => tagSets.map(stryMutAct_9fa48("998") ? () => undefined : (stryCov_9fa48("998"), tagSet => stryMutAct_9fa48("999") ? {} : (stryCov_9fa48("999"), {
      jobType,
      jobName: query.jobName,
      tags: tagSet,
      workspace: query.workspace
    })))));
  }
}

/** Joins the listings of one type, made for one tag each. */
export function joinByTag(lists: readonly {
  jobs: Job[];
}[], tagMatch: "any" | "all" | undefined): Job[] {
  if (stryMutAct_9fa48("1000")) {
    {}
  } else {
    stryCov_9fa48("1000");
    const [first = stryMutAct_9fa48("1001") ? ["Stryker was here"] : (stryCov_9fa48("1001"), []), ...others] = lists.map(stryMutAct_9fa48("1002") ? () => undefined : (stryCov_9fa48("1002"), list => list.jobs));
    if (stryMutAct_9fa48("1005") ? others.length !== 0 : stryMutAct_9fa48("1004") ? false : stryMutAct_9fa48("1003") ? true : (stryCov_9fa48("1003", "1004", "1005"), others.length === 0)) return first;
    if (stryMutAct_9fa48("1008") ? tagMatch === "all" : stryMutAct_9fa48("1007") ? false : stryMutAct_9fa48("1006") ? true : (stryCov_9fa48("1006", "1007", "1008"), tagMatch !== (stryMutAct_9fa48("1009") ? "" : (stryCov_9fa48("1009"), "all")))) return stryMutAct_9fa48("1010") ? [] : (stryCov_9fa48("1010"), [...new Map((stryMutAct_9fa48("1011") ? [] : (stryCov_9fa48("1011"), [first, ...others])).flat().map(stryMutAct_9fa48("1012") ? () => undefined : (stryCov_9fa48("1012"), job => stryMutAct_9fa48("1013") ? [] : (stryCov_9fa48("1013"), [job.name, job])))).values()]);
    const namesOfOthers = others.map(stryMutAct_9fa48("1014") ? () => undefined : (stryCov_9fa48("1014"), jobs => new Set(jobs.map(stryMutAct_9fa48("1015") ? () => undefined : (stryCov_9fa48("1015"), job => job.name)))));
    return stryMutAct_9fa48("1016") ? first : (stryCov_9fa48("1016"), first.filter(stryMutAct_9fa48("1017") ? () => undefined : (stryCov_9fa48("1017"), job => stryMutAct_9fa48("1018") ? namesOfOthers.some(names => names.has(job.name)) : (stryCov_9fa48("1018"), namesOfOthers.every(stryMutAct_9fa48("1019") ? () => undefined : (stryCov_9fa48("1019"), names => names.has(job.name)))))));
  }
}

/** What the service's own filters leave to us of the question itself. */
export function isAskedFor(query: CheckedQuery): (job: Job) => boolean {
  if (stryMutAct_9fa48("1020")) {
    {}
  } else {
    stryCov_9fa48("1020");
    return stryMutAct_9fa48("1021") ? () => undefined : (stryCov_9fa48("1021"), job => stryMutAct_9fa48("1024") ? !query.exactName && job.name === query.jobName : stryMutAct_9fa48("1023") ? false : stryMutAct_9fa48("1022") ? true : (stryCov_9fa48("1022", "1023", "1024"), (stryMutAct_9fa48("1025") ? query.exactName : (stryCov_9fa48("1025"), !query.exactName)) || (stryMutAct_9fa48("1027") ? job.name !== query.jobName : stryMutAct_9fa48("1026") ? false : (stryCov_9fa48("1026", "1027"), job.name === query.jobName))));
  }
}

/** By type, then by name, in code units: the same on every machine, whatever the service's order. */
export function compareJobs(a: Job, b: Job): number {
  if (stryMutAct_9fa48("1028")) {
    {}
  } else {
    stryCov_9fa48("1028");
    if (stryMutAct_9fa48("1031") ? a.jobType === b.jobType : stryMutAct_9fa48("1030") ? false : stryMutAct_9fa48("1029") ? true : (stryCov_9fa48("1029", "1030", "1031"), a.jobType !== b.jobType)) return (stryMutAct_9fa48("1035") ? a.jobType >= b.jobType : stryMutAct_9fa48("1034") ? a.jobType <= b.jobType : stryMutAct_9fa48("1033") ? false : stryMutAct_9fa48("1032") ? true : (stryCov_9fa48("1032", "1033", "1034", "1035"), a.jobType < b.jobType)) ? stryMutAct_9fa48("1036") ? +1 : (stryCov_9fa48("1036"), -1) : 1;
    return (stryMutAct_9fa48("1040") ? a.name >= b.name : stryMutAct_9fa48("1039") ? a.name <= b.name : stryMutAct_9fa48("1038") ? false : stryMutAct_9fa48("1037") ? true : (stryCov_9fa48("1037", "1038", "1039", "1040"), a.name < b.name)) ? stryMutAct_9fa48("1041") ? +1 : (stryCov_9fa48("1041"), -1) : (stryMutAct_9fa48("1045") ? a.name <= b.name : stryMutAct_9fa48("1044") ? a.name >= b.name : stryMutAct_9fa48("1043") ? false : stryMutAct_9fa48("1042") ? true : (stryCov_9fa48("1042", "1043", "1044", "1045"), a.name > b.name)) ? 1 : 0;
  }
}