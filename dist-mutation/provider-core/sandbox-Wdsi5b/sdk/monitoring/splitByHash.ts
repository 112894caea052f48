// @ts-nocheck
import { createHash } from "node:crypto";

export interface Bucket<T> {
  /** Leading bits of the hashes of the names in it, which no name outside of it has: `""`, `0`, `10`, `110`. */
  bits: string;
  items: T[];
}

/**
 * Things in buckets that are no larger than `limit`: all in one, and one that is too large is halved by the next bit of
 * the hash of the names. Whatever comes or goes changes its own bucket only, or has it replaced by its two halves, or
 * these by it. Pure, and without a memory: the same things are in the same buckets, in the order they came.
 *
 * @param items with different names, none of them larger than `limit`
 */
export function splitByHash<T extends { name: string }>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  limit: number,
): Bucket<T>[] {
  const measured = items.map((item) => ({ item, size: sizeOf(item), bits: hashBits(item.name) }));
  return halve(measured, "", limit);
}

interface Measured<T> {
  item: T;
  size: number;
  bits: string;
}

function halve<T>(measured: readonly Measured<T>[], bits: string, limit: number): Bucket<T>[] {
  if (measured.reduce((sum, { size }) => sum + size, 0) <= limit) {
    return measured.length === 0 ? [] : [{ bits, items: measured.map(({ item }) => item) }];
  }
  return [`${bits}0`, `${bits}1`].flatMap((half) =>
    halve(
      measured.filter((each) => each.bits.startsWith(half)),
      half,
      limit,
    ),
  );
}

function hashBits(name: string): string {
  const bytes = createHash("sha256").update(name).digest();
  return Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
}
