import type { Job } from "./job";
import type { PageRequest } from "./listPage";

/**
 * What the service takes `offset` for: the number of a page (as its reference says), of a page counted from 1, of a
 * record (as the Terraform provider finds), or of a record rounded down to a multiple of `limit`.
 */
export type OffsetReading = "page" | "page-from-1" | "record" | "record-rounded";

/** The `offset` that asks for the records from `position` on, in pages of `size`. */
export function offsetAt(position: number, size: number, reading: OffsetReading): number {
  if (reading === "page") return position / size;
  return reading === "page-from-1" ? position / size + 1 : position;
}

/** What the second request of a listing, at offset 1, tells about the list that the first one began. */
export interface Comparison {
  reading: OffsetReading;
  /** So many records from the start are known now. */
  covered: number;
  /** Jobs among them that only the probe brought. */
  extra: Job[];
  /** The probe brought jobs that the first page did not hold, those behind a gap included. */
  more: boolean;
  /** Nothing comes after the covered records. */
  ended: boolean;
}

/**
 * Compares the first page with the probe (offset 1, at most `probeLimit` jobs). Neither shortens a page that the other
 * one got in full length.
 *
 * @returns "again" when the probe brought the first page again, which it does in several readings; undefined when the
 * two fit together in none: then the list has changed between the two requests
 */
export function compareProbe(
  first: readonly Job[],
  probe: readonly Job[],
  probeLimit: number,
): Comparison | "again" | undefined {
  const size = first.length;
  const begin = indexIn(first, probe[0]);
  const overlap = begin === -1 ? [] : first.slice(begin, begin + probeLimit);
  if (overlap.some((job, index) => job.name !== probe[index]?.name)) return undefined;
  if (begin === 0) return "again";

  const more = probe.length > overlap.length;
  if (begin === 1) {
    const covered = Math.max(size, 1 + probe.length);
    const ended = probe.length < Math.min(size, probeLimit);
    return { reading: "record", covered, extra: probe.slice(overlap.length), more, ended };
  }
  // Page 1 begins after the first page, or within it if that one was longer than the probe may be.
  if (begin === -1 ? size > probeLimit : begin !== probeLimit) return undefined;
  // A page of fewer than `probeLimit` may count its pages in either of the two: page 1 will be asked for again.
  const adjacent = size === probeLimit;
  const extra = adjacent ? [...probe] : [];
  const ended = probe.length < probeLimit && (adjacent || (begin !== -1 && !more));
  return { reading: "page", covered: size + extra.length, extra, more, ended };
}

/** Within a first page of `telling.atLeast` jobs, the answer to this request begins elsewhere in each reading. */
export const telling: PageRequest & { atLeast: number } = { offset: 3, limit: 2, atLeast: 7 };
const readings = { 6: "page", 4: "page-from-1", 2: "record-rounded", 0: "ignored" } as const;

/**
 * The reading in which the service answered `telling`; "ignored" if it sends the first page whatever the offset.
 * Undefined: in none of those that bring the first page again at offset 1.
 */
export function tellReading(first: readonly Job[], answer: readonly Job[]): OffsetReading | "ignored" | undefined {
  return readings[indexIn(first, answer[0]) as keyof typeof readings];
}

function indexIn(jobs: readonly Job[], job: Job | undefined): number {
  return jobs.findIndex(({ name }) => name === job?.name);
}
