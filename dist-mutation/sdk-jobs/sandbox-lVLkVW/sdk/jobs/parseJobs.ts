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
import { UnexpectedAnswerError } from "../errors";
import { describeIssues } from "../configuration/options";
import type { Job } from "./job";
import { jobForms } from "./schema";
const jobsSchema = z.array(z.union(stryMutAct_9fa48("896") ? [] : (stryCov_9fa48("896"), [jobForms.BATCH.schema, jobForms.REAL_TIME.schema])));

/**
 * Reads jobs that another stack has exported, and checks that they are jobs.
 *
 * @throws UnexpectedAnswerError (`UNEXPECTED_ANSWER`), also for the undefined of an output that does not exist
 */
export function parseJobs(value: unknown): Job[] {
  if (stryMutAct_9fa48("897")) {
    {}
  } else {
    stryCov_9fa48("897");
    const parsed = jobsSchema.safeParse(value);
    // As in schema.ts: fields that are not there are absent from the result as well.
    if (stryMutAct_9fa48("899") ? false : stryMutAct_9fa48("898") ? true : (stryCov_9fa48("898", "899"), parsed.success)) return parsed.data as unknown as Job[];
    const [first] = parsed.error.issues;
    const issue = (stryMutAct_9fa48("902") ? first !== undefined : stryMutAct_9fa48("901") ? false : stryMutAct_9fa48("900") ? true : (stryCov_9fa48("900", "901", "902"), first === undefined)) ? parsed.error : new z.ZodError(stryMutAct_9fa48("903") ? [] : (stryCov_9fa48("903"), [first]));
    throw new UnexpectedAnswerError(stryMutAct_9fa48("904") ? `` : (stryCov_9fa48("904"), `These are not jobs (the output of a stack that exports them): ${describeIssues(issue)}.`), stryMutAct_9fa48("905") ? {} : (stryCov_9fa48("905"), {
      permanent: stryMutAct_9fa48("906") ? false : (stryCov_9fa48("906"), true)
    }));
  }
}