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
import { DlfError, type JobsQuery, type ListJobsResult, type WaitClock } from "../../sdk/index";
import type { Difference } from "./differences";
import { hideValues } from "./hideValues";
import type { Connection } from "./listings";
import { pick } from "./pick";

/** What a shell hands to a resource, each time that the engine calls one of its operations. */
export interface Call {
  /**
   * The jobs, from a listing that is new enough for this resource.
   *
   * @param since from one that started at this time or later (as `clock`). Default: when the resource asked
   */
  list(query: JobsQuery, connection: Connection, since?: number): Promise<ListJobsResult>;
  /** Told of what is no error but should be looked at. */
  readonly warn: (message: string) => void;
  /** Told what goes on, for a passing line. */
  readonly show: (line: string) => void;
  /** The engine wants to know what would come out, and nothing may take long or change. */
  readonly isPreview: boolean;
  readonly clock: WaitClock;
}

/** A call of `check`. */
export interface CheckCall extends Call {
  /** The names of the arguments that hold a secret: no message shows a value of these. */
  readonly secretArgs: readonly string[];
  /** The arguments that there are, for a program that gives another one. */
  readonly args: readonly string[];
  /** Outputs that become part of the inputs as well, besides what the resource itself lays there. */
  readonly laid: readonly string[];
}

/** What `check` answers: the inputs of the resource, or why there can be none. */
export interface Checked<Inputs> {
  inputs: Inputs;
  failure?: string;
}

/**
 * What a resource does when the engine calls, whatever process that is in.
 *
 * `olds` are what the state holds: inputs for `check`, outputs for the others.
 */
export interface Resource<Args, Inputs, Outputs> {
  check(olds: Inputs, news: Args, call: CheckCall): Promise<Checked<Inputs>>;
  diff(olds: Outputs, news: Inputs): Difference[];
  /** @throws DlfError */
  create(inputs: Inputs, call: Call): Promise<{
    id: string;
    outputs: Outputs;
  }>;
  /** @throws DlfError */
  update(olds: Outputs, news: Inputs, call: Call): Promise<Outputs>;
  /** For a refresh. Inputs come with it where they are others now: the engine compares the next preview with them. */
  read(state: Outputs, call: Call): Promise<{
    outputs: Outputs;
    inputs?: Inputs;
  }>;
}

/** Takes out of a message the values of those arguments that hold a secret. */
export function hidingSecrets(news: object, {
  secretArgs
}: CheckCall): (message: string) => string {
  if (stryMutAct_9fa48("20")) {
    {}
  } else {
    stryCov_9fa48("20");
    const secrets = pick(news, secretArgs as never[]);
    return stryMutAct_9fa48("21") ? () => undefined : (stryCov_9fa48("21"), message => hideValues(message, secrets));
  }
}

/** What went wrong, for people: it is printed without a stack. Mistakes of this package are thrown on. */
export function messageOf(error: unknown): string {
  if (stryMutAct_9fa48("22")) {
    {}
  } else {
    stryCov_9fa48("22");
    if (stryMutAct_9fa48("24") ? false : stryMutAct_9fa48("23") ? true : (stryCov_9fa48("23", "24"), error instanceof DlfError)) return error.message;
    throw error;
  }
}