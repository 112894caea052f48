import type { Job } from "./job";

/**
 * What the service takes `offset` for: the number of a page (as its reference says), of a record (as the Terraform
 * provider finds), or of a page counted from 1.
 */
export type OffsetReading = "page" | "record" | "page-from-1";

/** What the second request of a listing, at offset 1, tells about the list that the first one began. */
export interface Opening {
  reading: OffsetReading;
  /** So many records from the start are known now. */
  covered: number;
  /** Jobs that the probe brought and the first page did not hold. */
  extra: Job[];
  /** Nothing comes after the covered records. */
  ended: boolean;
}

/**
 * Compares the first page with the probe (offset 1, at most `probeLimit` jobs).
 * Undefined when they do not fit together in any reading: then the list has changed between the two requests.
 */
export function readOpening(first: readonly Job[], probe: readonly Job[], probeLimit: number): Opening | undefined {
  const size = first.length;
  const begin = first.findIndex((job) => job.name === probe[0]?.name);

  if (begin === 0) return { reading: "page-from-1", covered: size, extra: [], ended: false };

  // Page 1 begins after the first page, or within it if that one was longer than the probe may be.
  const pageBegin = Math.min(size, probeLimit);
  if (begin === -1 && size <= probeLimit) {
    // A page of fewer than `probeLimit` may count its pages in either of the two: it will be asked for again.
    const adjacent = size === probeLimit;
    return {
      reading: "page",
      covered: adjacent ? size + probe.length : size,
      extra: adjacent ? [...probe] : [],
      ended: adjacent && probe.length < probeLimit,
    };
  }
  if (begin !== 1 && begin !== pageBegin) return undefined;
  const overlap = first.slice(begin, begin + probe.length);
  if (overlap.some((job, index) => job.name !== probe[index]?.name)) return undefined;

  if (begin !== 1) return { reading: "page", covered: size, extra: [], ended: false };
  const probeEnd = 1 + probe.length;
  return {
    reading: "record",
    covered: Math.max(size, probeEnd),
    extra: probe.slice(overlap.length),
    ended: probeEnd >= size && probe.length < Math.min(size, probeLimit),
  };
}

/** The `offset` that asks for the records from `position` on, in pages of `size`. */
export function offsetAt(position: number, size: number, reading: OffsetReading): number {
  if (reading === "record") return position;
  return position / size + (reading === "page" ? 0 : 1);
}
