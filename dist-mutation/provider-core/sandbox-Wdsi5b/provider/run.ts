// @ts-nocheck
import * as pulumi from "@pulumi/pulumi";
import { clientOptions, ofStack } from "./core/configuration";
import { Listings } from "./core/listings";
import { monotonicMs } from "./core/monotonicMs";
import { programConfig } from "./programConfig";

/** How long a listing is shared by a program that has not registered a resource yet, in ms from its start. */
const sharedForMs = 1_000;

/** By the stack's root resource, which every run has of its own, also where several run in one process at once. */
const listingsOfRuns = new WeakMap<pulumi.Resource, Listings>();
/** Outside of a run, as in a script or under mocks: of those who ask in this turn. */
let listingsOfTurn: Listings | undefined;

/** The clients and listings of the run that calls this. They end with it. */
export function listingsOfRun(): Listings {
  const stack = pulumi.runtime.getStackResource();
  if (stack === undefined) return (listingsOfTurn ??= untilNextTurn());
  const known = listingsOfRuns.get(stack) ?? newListings();
  listingsOfRuns.set(stack, known);
  return known;
}

/** As `SharedListOptions` wants it, for the run that calls this. */
export function isNewEnough(startedAt: number): boolean {
  return nothingLiesBetween(startedAt, monotonicMs(), mayHaveChanged());
}

/**
 * Whether a listing may answer a call that comes after its start: only if nothing can lie between. Once a program has
 * resources, a call may be made because one of them was changed; before that, it is a matter of time alone.
 */
export function nothingLiesBetween(startedAt: number, now: number, hasResources: boolean): boolean {
  return startedAt === Infinity || (!hasResources && now - startedAt < sharedForMs);
}

/** Whether the program has registered a resource. Outside of a run nobody can tell. */
function mayHaveChanged(): boolean {
  const stack = pulumi.runtime.getStackResource();
  if (stack === undefined) return true;
  // Pulumi's own name, in no declaration of it. Absent as long as there is none.
  const { __childResources: resources } = stack as { __childResources?: ReadonlySet<unknown> };
  return (resources?.size ?? 0) > 0;
}

function untilNextTurn(): Listings {
  setImmediate(() => (listingsOfTurn = undefined));
  return newListings();
}

function newListings(): Listings {
  return new Listings(
    async (given, namespace) => clientOptions(given, await programConfig(namespace), ofStack(namespace)),
    (message) => void pulumi.log.warn(`getDlfJobs: ${message}`),
  );
}
