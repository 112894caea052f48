import type { dynamic } from "@pulumi/pulumi";
import { ConfigurationError, DlfError, type JobsQuery, type ListJobsResult } from "../../sdk/index";
import { processConfig } from "../config";
import { hideValues } from "../hideValues";
import { Listings, type Connection } from "../listings";
import { monotonicMs } from "../monotonicMs";
import { pick } from "../pick";

/** The oldest listing that answers a resource, in ms from its start: the engine may come to a resource late. */
const sharedForMs = 10_000;
/** The same for a refresh, which changes nothing that could lie between two of its resources. */
const sharedInRefreshForMs = 1_000;

let config: dynamic.Config | undefined;

/** The configuration of the stack, as it holds for this operation. Synchronous: no other call may come before. */
export function configure(request: dynamic.ConfigureRequest): Promise<void> {
  config = request.config;
  return Promise.resolve();
}

/** Of this process, which serves the dynamic resources of one stack during one operation, and ends with it. */
const listings = new Listings((namespace) => {
  // Without it another account would be asked than the stack's.
  if (config === undefined) throw new ConfigurationError("Pulumi has not handed out the stack's configuration.");
  return processConfig(config, namespace);
}, warn);

/**
 * The jobs, for a resource that was registered at the time `asked` (as `askedAt` gives it): from a listing that started
 * since then. Resources that were registered together share one; one behind another resource gets its own.
 *
 * @param asked undefined, or no number: now
 */
export function listFor(asked: unknown, query: JobsQuery, connection: Connection): Promise<ListJobsResult> {
  const now = monotonicMs();
  const since = Math.max(typeof asked === "number" ? asked : now, now - sharedForMs);
  return listings.list(query, connection, { isNewEnough: (startedAt) => startedAt >= since });
}

/** The jobs, for a resource that is refreshed. */
export function listForRefresh(query: JobsQuery, connection: Connection): Promise<ListJobsResult> {
  return listFor(monotonicMs() - sharedInRefreshForMs, query, connection);
}

/** @throws ConfigurationError: whatever a resource is given is written into the state */
export function refuseCredentials({ client }: Connection): void {
  if (client?.credentials === undefined) return;
  throw new ConfigurationError(
    "Credentials cannot be given to a resource in code, since its inputs are kept in the state. Set them as secrets of " +
      "the stack (pulumi config set --secret dlf:secretKey), or in the environment; configNamespace names another account.",
  );
}

/** Told of what is no error but should be looked at: the CLI shows it among the stack's messages. */
export function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** A message without the values of those arguments that the program says are secrets. */
export function hideSecretArgs(message: string, news: { secrets?: unknown }): string {
  const names = Array.isArray(news.secrets) ? (news.secrets as (keyof typeof news)[]) : [];
  return hideValues(message, pick(news, names));
}

/** What went wrong, for a `check` to report: it is printed without a stack. Mistakes of this package are thrown on. */
export function messageOf(error: unknown): string {
  if (error instanceof DlfError) return error.message;
  throw error;
}
