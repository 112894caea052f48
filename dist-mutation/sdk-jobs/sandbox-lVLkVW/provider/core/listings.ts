// @ts-nocheck
import {
  DlfClient,
  DlfError,
  type ConfigurationDescription,
  type DlfClientOptions,
  type JobsQuery,
  type ListJobsOptions,
  type ListJobsResult,
} from "../../sdk/index";
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
  return (startedAt) => startedAt >= since;
}

/** A refresh changes nothing that could lie between two of its resources: they may share a listing for so many ms. */
const sharedInRefreshForMs = 1_000;

/** From when on a listing is new enough for a resource that is refreshed now. */
export function sinceOfRefresh(): number {
  return monotonicMs() - sharedInRefreshForMs;
}

/**
 * A service that does not answer keeps everybody waiting: what failed for that answers those who ask the same next, as
 * long again as it took, and so many ms at most. They know as little as they would by asking, and sooner.
 */
const longestFailureMs = 60_000;

function isUnreachable(error: unknown): error is DlfError {
  return error instanceof DlfError && (error.code === "TIMEOUT" || error.code === "NETWORK");
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
  private readonly failures = new Map<string, { error: Error; until: number }>();
  private underWay = 0;

  /**
   * @param warn told of what is no error but should be looked at
   * @param signal ends all listings: they reject with its reason
   * @param now a clock that only moves forward
   */
  constructor(
    private readonly optionsOf: OptionsOf,
    private readonly warn: (message: string) => void,
    private readonly signal?: AbortSignal,
    private readonly now: () => number = monotonicMs,
  ) {}

  async list(query: JobsQuery, connection: Connection, options: SharedListOptions): Promise<ListJobsResult> {
    const key = stableKey([connectionKey(connection), { ...defaults, ...notNull(query) }]);
    const latest = this.listings.get(key);
    if (latest && options.isNewEnough(latest.startedAt)) return latest.result;
    const failure = this.failures.get(key);
    if (failure && !options.asksAnew && this.now() < failure.until) throw failure.error;

    const askedAt = this.now();
    const listing: Listing = { startedAt: Infinity, result: this.start(query, connection, options, () => listing) };
    this.listings.set(key, listing);
    // A program that catches the error and asks again gets a new answer, at once where it failed at once.
    listing.result.then(
      () => this.failures.delete(key),
      (error: unknown) => {
        if (this.listings.get(key) === listing) this.listings.delete(key);
        const endedAt = this.now();
        const until = endedAt + Math.min(endedAt - askedAt, longestFailureMs);
        if (isUnreachable(error)) this.failures.set(key, { error, until });
      },
    );
    return listing.result;
  }

  /** Where what the client works with comes from. */
  async describe(connection: Connection): Promise<ConfigurationDescription> {
    return (await this.client(connection)).describeConfiguration();
  }

  private async start(
    query: JobsQuery,
    connection: Connection,
    { onProgress }: SharedListOptions,
    listing: () => Listing,
  ): Promise<ListJobsResult> {
    this.underWay += 1;
    try {
      const client = await this.client(connection);
      await new Promise((resolve) => setImmediate(resolve));
      listing().startedAt = this.now();
      return await client.listJobs(query, { onProgress, signal: this.signal });
    } finally {
      this.underWay -= 1;
      if (this.underWay === 0) await this.closeConnections();
    }
  }

  /** Nobody tells when a run ends: so nothing is left open while nothing is asked. */
  private async closeConnections(): Promise<void> {
    for (const client of await Promise.allSettled(this.clients.values())) {
      if (client.status === "fulfilled") client.value.close();
    }
  }

  private client({ client: given = {}, configNamespace = defaultNamespace }: Connection): Promise<DlfClient> {
    const key = connectionKey({ client: given, configNamespace });
    const client =
      this.clients.get(key) ??
      this.optionsOf(given, configNamespace).then((options) => new DlfClient(options, { warn: this.warn }));
    this.clients.set(key, client);
    return client;
  }
}

/** Left out or given, they are the same query. */
const defaults: JobsQuery = { jobType: "BATCH", consistency: "strict" };

function connectionKey({ client = {}, configNamespace = defaultNamespace }: Connection): string {
  return stableKey([notNull(client), configNamespace]);
}
