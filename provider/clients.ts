import { DlfClient, type DlfClientOptions } from "../sdk/index";
import { clientOptions } from "./config";

const clients = new Map<string, Promise<DlfClient>>();

/** One client for the same options in a program: it holds the connections and keeps to the service's quota. */
export function sharedClient(given: DlfClientOptions): Promise<DlfClient> {
  const key = stableKey(given);
  let client = clients.get(key);
  if (!client) {
    client = clientOptions(given).then((options) => new DlfClient(options));
    clients.set(key, client);
  }
  return client;
}

/** The same text for the same values, in whatever order they were written. */
export function stableKey(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
