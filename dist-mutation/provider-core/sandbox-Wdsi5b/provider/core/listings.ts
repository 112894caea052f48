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
import { DlfClient, DlfError, type ConfigurationDescription, type DlfClientOptions, type JobsQuery, type ListJobsOptions, type ListJobsResult } from "../../sdk/index";
import { defaultNamespace } from "./configuration";
import { monotonicMs } from "./monotonicMs";
import { notNull } from "./pick";
import { stableKey } from "./stableKey";

/** How to reach the service, for programs that read several accounts or regions. */
export interface Connection {
  /** What is not given here is taken from the stack's configuration, then from the environment. */
  client?: DlfClientOptions | undefined;
  /** Namespace of the stack's configuration. Default: `dlf`, hence `dlf:region` and so on. */
  configNamespace?: string | undefined;
}

/** The options of `Connection`, by name. */
export const connectionArgs = ["client", "configNamespace"] as const satisfies readonly (keyof Connection)[];
export interface SharedListOptions extends Pick<ListJobsOptions, "onProgress"> {
  /**
   * Whether a listing that started at this time (as `monotonicMs`) is new enough for whoever asks. One that has not
   * started yet always is.
   */
  isNewEnough(startedAt: number): boolean;
  /** Ask the service, whatever failed before, as a gate that waits for it does. Default: false. */
  asksAnew?: boolean;
}

/** For whoever takes a listing that starts at this time (as `monotonicMs`) or later. Infinity: one that is to come. */
export function startedSince(since: number): SharedListOptions["isNewEnough"] {
  if (stryMutAct_9fa48("540")) {
    {}
  } else {
    stryCov_9fa48("540");
    return stryMutAct_9fa48("541") ? () => undefined : (stryCov_9fa48("541"), startedAt => stryMutAct_9fa48("545") ? startedAt < since : stryMutAct_9fa48("544") ? startedAt > since : stryMutAct_9fa48("543") ? false : stryMutAct_9fa48("542") ? true : (stryCov_9fa48("542", "543", "544", "545"), startedAt >= since));
  }
}

/** A refresh changes nothing that could lie between two of its resources: they may share a listing for so many ms. */
const sharedInRefreshForMs = 1_000;

/** From when on a listing is new enough for a resource that is refreshed now. */
export function sinceOfRefresh(): number {
  if (stryMutAct_9fa48("546")) {
    {}
  } else {
    stryCov_9fa48("546");
    return stryMutAct_9fa48("547") ? monotonicMs() + sharedInRefreshForMs : (stryCov_9fa48("547"), monotonicMs() - sharedInRefreshForMs);
  }
}

/**
 * A service that does not answer keeps everybody waiting: what failed for that answers those who ask the same next, as
 * long again as it took, and so many ms at most. They know as little as they would by asking, and sooner.
 */
const longestFailureMs = 60_000;
function isUnreachable(error: unknown): error is DlfError {
  if (stryMutAct_9fa48("548")) {
    {}
  } else {
    stryCov_9fa48("548");
    return stryMutAct_9fa48("551") ? error instanceof DlfError || error.code === "TIMEOUT" || error.code === "NETWORK" : stryMutAct_9fa48("550") ? false : stryMutAct_9fa48("549") ? true : (stryCov_9fa48("549", "550", "551"), error instanceof DlfError && (stryMutAct_9fa48("553") ? error.code === "TIMEOUT" && error.code === "NETWORK" : stryMutAct_9fa48("552") ? true : (stryCov_9fa48("552", "553"), (stryMutAct_9fa48("555") ? error.code !== "TIMEOUT" : stryMutAct_9fa48("554") ? false : (stryCov_9fa48("554", "555"), error.code === (stryMutAct_9fa48("556") ? "" : (stryCov_9fa48("556"), "TIMEOUT")))) || (stryMutAct_9fa48("558") ? error.code !== "NETWORK" : stryMutAct_9fa48("557") ? false : (stryCov_9fa48("557", "558"), error.code === (stryMutAct_9fa48("559") ? "" : (stryCov_9fa48("559"), "NETWORK")))))));
  }
}
interface Listing {
  /** Infinity until it starts. */
  startedAt: number;
  result: Promise<ListJobsResult>;
}

/** What a client works with, of what is given in code and of a namespace of the configuration. */
export type OptionsOf = (given: DlfClientOptions, namespace: string) => Promise<DlfClientOptions>;

/**
 * The clients and listings of one run of one stack. The same options share one client, which holds the connections and
 * keeps to the service's quota.
 *
 * A listing starts at the end of the turn in which it was first asked for: all who ask in that turn get the same one.
 */
export class Listings {
  private readonly clients = new Map<string, Promise<DlfClient>>();
  /** The latest of each query. */
  private readonly listings = new Map<string, Listing>();
  /** The latest listing of each query, where the service did not answer it. */
  private readonly failures = new Map<string, {
    error: Error;
    until: number;
  }>();
  private underWay = 0;

  /**
   * @param warn told of what is no error but should be looked at
   * @param signal ends all listings: they reject with its reason
   * @param now a clock that only moves forward
   */
  constructor(private readonly optionsOf: OptionsOf, private readonly warn: (message: string) => void, private readonly signal?: AbortSignal, private readonly now: () => number = monotonicMs) {}
  async list(query: JobsQuery, connection: Connection, options: SharedListOptions): Promise<ListJobsResult> {
    if (stryMutAct_9fa48("560")) {
      {}
    } else {
      stryCov_9fa48("560");
      const key = stableKey(stryMutAct_9fa48("561") ? [] : (stryCov_9fa48("561"), [connectionKey(connection), stryMutAct_9fa48("562") ? {} : (stryCov_9fa48("562"), {
        ...defaults,
        ...notNull(query)
      })]));
      const latest = this.listings.get(key);
      if (stryMutAct_9fa48("565") ? latest || options.isNewEnough(latest.startedAt) : stryMutAct_9fa48("564") ? false : stryMutAct_9fa48("563") ? true : (stryCov_9fa48("563", "564", "565"), latest && options.isNewEnough(latest.startedAt))) return latest.result;
      const failure = this.failures.get(key);
      if (stryMutAct_9fa48("568") ? failure && !options.asksAnew || this.now() < failure.until : stryMutAct_9fa48("567") ? false : stryMutAct_9fa48("566") ? true : (stryCov_9fa48("566", "567", "568"), (stryMutAct_9fa48("570") ? failure || !options.asksAnew : stryMutAct_9fa48("569") ? true : (stryCov_9fa48("569", "570"), failure && (stryMutAct_9fa48("571") ? options.asksAnew : (stryCov_9fa48("571"), !options.asksAnew)))) && (stryMutAct_9fa48("574") ? this.now() >= failure.until : stryMutAct_9fa48("573") ? this.now() <= failure.until : stryMutAct_9fa48("572") ? true : (stryCov_9fa48("572", "573", "574"), this.now() < failure.until)))) throw failure.error;
      const askedAt = this.now();
      const listing: Listing = stryMutAct_9fa48("575") ? {} : (stryCov_9fa48("575"), {
        startedAt: Infinity,
        result: this.start(query, connection, options, stryMutAct_9fa48("576") ? () => undefined : (stryCov_9fa48("576"), () => listing))
      });
      this.listings.set(key, listing);
      // A program that catches the error and asks again gets a new answer, at once where it failed at once.
      listing.result.then(stryMutAct_9fa48("577") ? () => undefined : (stryCov_9fa48("577"), () => this.failures.delete(key)), (error: unknown) => {
        if (stryMutAct_9fa48("578")) {
          {}
        } else {
          stryCov_9fa48("578");
          if (stryMutAct_9fa48("581") ? this.listings.get(key) !== listing : stryMutAct_9fa48("580") ? false : stryMutAct_9fa48("579") ? true : (stryCov_9fa48("579", "580", "581"), this.listings.get(key) === listing)) this.listings.delete(key);
          const endedAt = this.now();
          const until = stryMutAct_9fa48("582") ? endedAt - Math.min(endedAt - askedAt, longestFailureMs) : (stryCov_9fa48("582"), endedAt + (stryMutAct_9fa48("583") ? Math.max(endedAt - askedAt, longestFailureMs) : (stryCov_9fa48("583"), Math.min(stryMutAct_9fa48("584") ? endedAt + askedAt : (stryCov_9fa48("584"), endedAt - askedAt), longestFailureMs))));
          if (stryMutAct_9fa48("586") ? false : stryMutAct_9fa48("585") ? true : (stryCov_9fa48("585", "586"), isUnreachable(error))) this.failures.set(key, stryMutAct_9fa48("587") ? {} : (stryCov_9fa48("587"), {
            error,
            until
          }));
        }
      });
      return listing.result;
    }
  }

  /** Where what the client works with comes from. */
  async describe(connection: Connection): Promise<ConfigurationDescription> {
    if (stryMutAct_9fa48("588")) {
      {}
    } else {
      stryCov_9fa48("588");
      return (await this.client(connection)).describeConfiguration();
    }
  }
  private async start(query: JobsQuery, connection: Connection, {
    onProgress
  }: SharedListOptions, listing: () => Listing): Promise<ListJobsResult> {
    if (stryMutAct_9fa48("589")) {
      {}
    } else {
      stryCov_9fa48("589");
      stryMutAct_9fa48("590") ? this.underWay -= 1 : (stryCov_9fa48("590"), this.underWay += 1);
      try {
        if (stryMutAct_9fa48("591")) {
          {}
        } else {
          stryCov_9fa48("591");
          const client = await this.client(connection);
          await new Promise(stryMutAct_9fa48("592") ? () => undefined : (stryCov_9fa48("592"), resolve => setImmediate(resolve)));
          listing().startedAt = this.now();
          return await client.listJobs(query, stryMutAct_9fa48("593") ? {} : (stryCov_9fa48("593"), {
            onProgress,
            signal: this.signal
          }));
        }
      } finally {
        if (stryMutAct_9fa48("594")) {
          {}
        } else {
          stryCov_9fa48("594");
          stryMutAct_9fa48("595") ? this.underWay += 1 : (stryCov_9fa48("595"), this.underWay -= 1);
          if (stryMutAct_9fa48("598") ? this.underWay !== 0 : stryMutAct_9fa48("597") ? false : stryMutAct_9fa48("596") ? true : (stryCov_9fa48("596", "597", "598"), this.underWay === 0)) await this.closeConnections();
        }
      }
    }
  }

  /** Nobody tells when a run ends: so nothing is left open while nothing is asked. */
  private async closeConnections(): Promise<void> {
    if (stryMutAct_9fa48("599")) {
      {}
    } else {
      stryCov_9fa48("599");
      for (const client of await Promise.allSettled(this.clients.values())) {
        if (stryMutAct_9fa48("600")) {
          {}
        } else {
          stryCov_9fa48("600");
          if (stryMutAct_9fa48("603") ? client.status !== "fulfilled" : stryMutAct_9fa48("602") ? false : stryMutAct_9fa48("601") ? true : (stryCov_9fa48("601", "602", "603"), client.status === (stryMutAct_9fa48("604") ? "" : (stryCov_9fa48("604"), "fulfilled")))) client.value.close();
        }
      }
    }
  }
  private client({
    client: given = {},
    configNamespace = defaultNamespace
  }: Connection): Promise<DlfClient> {
    if (stryMutAct_9fa48("605")) {
      {}
    } else {
      stryCov_9fa48("605");
      const key = connectionKey(stryMutAct_9fa48("606") ? {} : (stryCov_9fa48("606"), {
        client: given,
        configNamespace
      }));
      const client = stryMutAct_9fa48("607") ? this.clients.get(key) && this.optionsOf(given, configNamespace).then(options => new DlfClient(options, {
        warn: this.warn
      })) : (stryCov_9fa48("607"), this.clients.get(key) ?? this.optionsOf(given, configNamespace).then(stryMutAct_9fa48("608") ? () => undefined : (stryCov_9fa48("608"), options => new DlfClient(options, stryMutAct_9fa48("609") ? {} : (stryCov_9fa48("609"), {
        warn: this.warn
      })))));
      this.clients.set(key, client);
      return client;
    }
  }
}

/** Left out or given, they are the same query. */
const defaults: JobsQuery = stryMutAct_9fa48("610") ? {} : (stryCov_9fa48("610"), {
  jobType: stryMutAct_9fa48("611") ? "" : (stryCov_9fa48("611"), "BATCH"),
  consistency: stryMutAct_9fa48("612") ? "" : (stryCov_9fa48("612"), "strict")
});
function connectionKey({
  client = {},
  configNamespace = defaultNamespace
}: Connection): string {
  if (stryMutAct_9fa48("613")) {
    {}
  } else {
    stryCov_9fa48("613");
    return stableKey(stryMutAct_9fa48("614") ? [] : (stryCov_9fa48("614"), [notNull(client), configNamespace]));
  }
}