import {
  DlfClient,
  type ConfigurationDescription,
  type DlfClientOptions,
  type JobsQuery,
  type ListJobsOptions,
  type ListJobsResult,
} from "../sdk/index";
import { clientOptions, defaultNamespace, type ReadConfig } from "./config";

/** How to reach the service, for programs that read several accounts or regions. */
export interface Connection {
  /** What is not given here is taken from the stack's configuration, then from the environment. */
  client?: DlfClientOptions | undefined;
  /** Namespace of the stack's configuration. Default: `dlf`, hence `dlf:region` and so on. */
  configNamespace?: string | undefined;
}

/**
 * The clients and listings of one process. The same options share one client, which holds the connections and keeps
 * to the service's quota; the same query made twice is sent once.
 */
export class Listings {
  private readonly clients = new Map<string, Promise<DlfClient>>();
  private readonly listings = new Map<string, { result: Promise<ListJobsResult>; endedAt: number }>();

  /**
   * @param keepMs how long a listing that has ended answers the same query, in ms
   * @param warn told of what is no error but should be looked at
   */
  constructor(
    private readonly readConfig: (namespace: string) => ReadConfig | Promise<ReadConfig>,
    private readonly keepMs: number,
    private readonly warn: (message: string) => void,
  ) {}

  async list(query: JobsQuery, connection: Connection, options?: ListJobsOptions): Promise<ListJobsResult> {
    const client = await this.client(connection);
    const key = stableKey([connection, query]);
    const earlier = this.listings.get(key);
    if (earlier && earlier.endedAt + this.keepMs > Date.now()) return earlier.result;

    const listing = { result: client.listJobs(query, options), endedAt: Infinity };
    this.listings.set(key, listing);
    listing.result.then(
      () => (listing.endedAt = Date.now()),
      // A program that catches the error and asks again gets a new answer.
      () => this.listings.delete(key),
    );
    return listing.result;
  }

  /** Where what the client works with comes from. */
  async describe(connection: Connection): Promise<ConfigurationDescription> {
    return (await this.client(connection)).describeConfiguration();
  }

  private client({ client: given = {}, configNamespace = defaultNamespace }: Connection): Promise<DlfClient> {
    const key = stableKey([given, configNamespace]);
    const client =
      this.clients.get(key) ??
      Promise.resolve(this.readConfig(configNamespace)).then(
        (read) => new DlfClient(clientOptions(given, read, configNamespace), { warn: this.warn }),
      );
    this.clients.set(key, client);
    return client;
  }
}

/** The same text for the same values, in whatever order they were written. */
export function stableKey(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
