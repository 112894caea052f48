import type { dynamic } from "@pulumi/pulumi";
import { ConfigurationError, DlfError } from "../../sdk/index";
import { Listings, type Connection } from "../listings";

/**
 * How long a finished listing answers the same query: long enough for the `check` and the `create` of a resource, and
 * for resources that are registered together; short enough to be the state of the service at the time of a gate.
 */
const sharedForMs = 10_000;

let config: dynamic.Config | undefined;

/** The configuration of the stack, as it holds for this operation. Synchronous: no other call may come before. */
export function configure(request: dynamic.ConfigureRequest): Promise<void> {
  config = request.config;
  return Promise.resolve();
}

/** Of the process that serves all dynamic resources of a stack during one operation. */
export const listings = new Listings(
  (namespace) => (key) => config?.get(`${namespace}:${key}`),
  sharedForMs,
  // The CLI shows it among the stack's messages.
  (message) => process.stderr.write(`${message}\n`),
);

/** @throws ConfigurationError: whatever a resource is given is written into the state */
export function refuseCredentials({ client }: Connection): void {
  if (client?.credentials === undefined) return;
  throw new ConfigurationError(
    "Credentials cannot be given to a resource in code, since its inputs are kept in the state. Set them as secrets of " +
      "the stack (pulumi config set --secret dlf:secretKey), or in the environment; configNamespace names another account.",
  );
}

/** What went wrong, for a `check` to report: it is printed without a stack. Mistakes of this package are thrown on. */
export function messageOf(error: unknown): string {
  if (error instanceof DlfError) return error.message;
  throw error;
}
