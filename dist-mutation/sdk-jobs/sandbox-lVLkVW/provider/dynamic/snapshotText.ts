// @ts-nocheck
import { differences } from "../core/differences";
import type { Snapshot } from "../core/snapshot";
import { unknownValue } from "../core/unknown";

/**
 * How a snapshot stands among the inputs in a state: JSON. The engine copies, compares and logs each value by itself,
 * time and again: ten thousand jobs are a hundred thousand values, and one text. Of two such texts it prints the
 * difference job by job and field by field, as of objects.
 *
 * 0.1.0 wrote objects.
 */
export type WrittenSnapshot = string | Snapshot;

/** As an object where it was one and has changed: of an object and a text the engine would print both whole. */
export function writeSnapshot(
  snapshot: Snapshot | typeof unknownValue,
  before: WrittenSnapshot | undefined,
): WrittenSnapshot {
  if (snapshot === unknownValue) return snapshot;
  const changedObject = typeof before === "object" && differences(before, snapshot).length > 0;
  return changedObject ? snapshot : JSON.stringify(snapshot);
}

/** @returns undefined for a text that is none */
export function readSnapshot(written: WrittenSnapshot): Snapshot | typeof unknownValue | undefined {
  if (typeof written !== "string" || written === unknownValue) return written;
  try {
    const snapshot: unknown = JSON.parse(written);
    return typeof snapshot === "object" && snapshot !== null ? (snapshot as Snapshot) : undefined;
  } catch {
    return undefined;
  }
}
