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
import { safeText } from "../redact";
import type { Job } from "./job";
import type { JobPage } from "./schema";

/** More than any tenant has: a service that says more, or that never ends, is not believed. */
const mostJobs = 1_000_000;

/** Holds the pages of one listing against each other: one `total` throughout, no job twice, none missing. */
export class ListCheck {
  /** The first contradiction that was found. */
  problem: IncompleteListError | undefined;
  private readonly names = new Set<string>();

  /** @param strict throw a contradiction as soon as it is found, instead of noting it */
  constructor(private readonly total: number, private readonly strict: boolean) {}

  /** How many different jobs have come. */
  get count(): number {
    if (stryMutAct_9fa48("331")) {
      {}
    } else {
      stryCov_9fa48("331");
      return this.names.size;
    }
  }
  has(job: Job): boolean {
    if (stryMutAct_9fa48("332")) {
      {}
    } else {
      stryCov_9fa48("332");
      return this.names.has(job.name);
    }
  }

  /** Takes in a page and returns those of its jobs that are new. */
  add(page: JobPage): Job[] {
    if (stryMutAct_9fa48("333")) {
      {}
    } else {
      stryCov_9fa48("333");
      if (stryMutAct_9fa48("336") ? page.total === this.total : stryMutAct_9fa48("335") ? false : stryMutAct_9fa48("334") ? true : (stryCov_9fa48("334", "335", "336"), page.total !== this.total)) this.fail(stryMutAct_9fa48("337") ? `` : (stryCov_9fa48("337"), `total changed from ${this.total} to ${page.total} between two pages`));
      const fresh = stryMutAct_9fa48("338") ? page.jobs : (stryCov_9fa48("338"), page.jobs.filter(job => {
        if (stryMutAct_9fa48("339")) {
          {}
        } else {
          stryCov_9fa48("339");
          const isNew = stryMutAct_9fa48("340") ? this.names.has(job.name) : (stryCov_9fa48("340"), !this.names.has(job.name));
          if (stryMutAct_9fa48("342") ? false : stryMutAct_9fa48("341") ? true : (stryCov_9fa48("341", "342"), isNew)) this.names.add(job.name);else this.fail(stryMutAct_9fa48("343") ? `` : (stryCov_9fa48("343"), `job ${JSON.stringify(safeText(job.name))} came twice`));
          return isNew;
        }
      }));
      if (stryMutAct_9fa48("347") ? Math.max(this.count, this.total) <= mostJobs : stryMutAct_9fa48("346") ? Math.max(this.count, this.total) >= mostJobs : stryMutAct_9fa48("345") ? false : stryMutAct_9fa48("344") ? true : (stryCov_9fa48("344", "345", "346", "347"), (stryMutAct_9fa48("348") ? Math.min(this.count, this.total) : (stryCov_9fa48("348"), Math.max(this.count, this.total))) > mostJobs)) {
        if (stryMutAct_9fa48("349")) {
          {}
        } else {
          stryCov_9fa48("349");
          throw this.error(stryMutAct_9fa48("350") ? `` : (stryCov_9fa48("350"), `more than ${mostJobs} jobs, which is taken for a mistake of the service`));
        }
      }
      return fresh;
    }
  }

  /** To be called when there is nothing more to read. */
  finish(): void {
    if (stryMutAct_9fa48("351")) {
      {}
    } else {
      stryCov_9fa48("351");
      if (stryMutAct_9fa48("355") ? this.count >= this.total : stryMutAct_9fa48("354") ? this.count <= this.total : stryMutAct_9fa48("353") ? false : stryMutAct_9fa48("352") ? true : (stryCov_9fa48("352", "353", "354", "355"), this.count < this.total)) this.fail(stryMutAct_9fa48("356") ? "" : (stryCov_9fa48("356"), "the service sent no more"));
    }
  }
  fail(reason: string): void {
    if (stryMutAct_9fa48("357")) {
      {}
    } else {
      stryCov_9fa48("357");
      const error = this.error(reason);
      if (stryMutAct_9fa48("359") ? false : stryMutAct_9fa48("358") ? true : (stryCov_9fa48("358", "359"), this.strict)) throw error;
      stryMutAct_9fa48("360") ? this.problem &&= error : (stryCov_9fa48("360"), this.problem ??= error);
    }
  }
  private error(reason: string): IncompleteListError {
    if (stryMutAct_9fa48("361")) {
      {}
    } else {
      stryCov_9fa48("361");
      const {
        total: expected,
        count: received
      } = this;
      return new IncompleteListError((stryMutAct_9fa48("362") ? `` : (stryCov_9fa48("362"), `The list of jobs is not whole: the service says there are ${expected}, its pages held ${received} `)) + (stryMutAct_9fa48("363") ? `` : (stryCov_9fa48("363"), `different ones (${reason}). Jobs may be changing right now: run again.`)), stryMutAct_9fa48("364") ? {} : (stryCov_9fa48("364"), {
        expected,
        received
      }));
    }
  }
}