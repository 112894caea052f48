// @ts-nocheck
import { createRequire } from "node:module";
import type { dynamic } from "@pulumi/pulumi";
import type { JobsQuery, ListJobsResult } from "../../sdk/index";
import { clientOptions, ofStack } from "../core/configuration";
import { Listings, startedSince, type Connection } from "../core/listings";
import { monotonicMs } from "../core/monotonicMs";
import { Engine } from "../engine/engine";
import { processConfig } from "./processConfig";

/** The oldest listing that answers a resource, in ms from its start: the engine may come to a resource late. */
const sharedForMs = 10_000;

let config: dynamic.Config | undefined;

/** The configuration of the stack, as it holds for this operation. Synchronous: no other call may come before. */
export function configure(request: dynamic.ConfigureRequest): Promise<void> {
  config = request.config;
  return Promise.resolve();
}

/** Of this process, which serves the dynamic resources of one stack during one operation, and ends with it. */
const listings = new Listings(
  async (given, namespace) => clientOptions(given, await processConfig(config, namespace), ofStack(namespace)),
  warn,
);

/**
 * The jobs, for a resource that was registered at the time `asked` (as `askedAt` gives it): from a listing that started
 * since then. Resources that were registered together share one; one behind another resource gets its own.
 *
 * @param asked undefined, or no number: now
 * @param asksAnew as `SharedListOptions` has it
 */
export function listFor(
  asked: unknown,
  query: JobsQuery,
  connection: Connection,
  asksAnew: boolean,
): Promise<ListJobsResult> {
  const now = monotonicMs();
  const since = Math.max(typeof asked === "number" ? asked : now, now - sharedForMs);
  return listings.list(query, connection, { isNewEnough: startedSince(since), asksAnew });
}

let engine: Engine | undefined;

/** Shows a passing line with the stack: of a dynamic resource, only its inputs are known here. */
export function show(line: string): void {
  if (engine === undefined) {
    const ofPulumi = createRequire(require.resolve("@pulumi/pulumi"));
    engine = new Engine(ofPulumi("@grpc/grpc-js") as ConstructorParameters<typeof Engine>[0]);
    // As Pulumi starts this process.
    engine.connect(process.argv[2] ?? "");
  }
  engine.status(line);
}

/** Told of what is no error but should be looked at: the CLI shows it among the stack's messages. */
export function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}
