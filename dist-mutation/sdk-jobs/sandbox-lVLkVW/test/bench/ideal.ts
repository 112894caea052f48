/**
 * The ideal client knows beforehand how long the service's pages are and what `offset` counts. It asks for the first
 * page alone, since only that tells `total`, and then for all others, 10 at a time, that being our default concurrency.
 *
 * A first page that is full (as many as asked for, or exactly 100, which the reference names as the most of a query)
 * does not prove that nothing follows. The request that proves it is every client's duty and is part of the ideal:
 * where the list has further pages, the second is that proof; where it has none, it is one request more, a round trip
 * of its own. A full page at the end of a longer list needs no such proof here: `total` is believed by then. (Ours
 * asks, in one request more.)
 */
// @ts-nocheck

export const idealConcurrency = 10;

export interface ListShape {
  jobs: number;
  /** Jobs of a full page. */
  pageSize: number;
}

/** How many pages the list has; an empty one is a page too. */
export function pageCount({ jobs, pageSize }: ListShape): number {
  return Math.max(1, Math.ceil(jobs / pageSize));
}

export function idealRequests({ jobs, pageSize }: ListShape): number {
  const firstPage = Math.min(jobs, pageSize);
  const full = firstPage === 1000 || firstPage === 100;
  return Math.max(pageCount({ jobs, pageSize }), full ? 2 : 1);
}

/** The first page, then the rest, 10 in each. */
export function idealRoundTrips(shape: ListShape): number {
  return 1 + Math.ceil((idealRequests(shape) - 1) / idealConcurrency);
}

export interface Trip {
  /** The first request of a process: it connects, and runs code that was never run. */
  coldMs: number;
  /** Any further one. */
  warmMs: number;
}

/** A quota of so many requests in a second lets the last one leave no sooner than whole windows after the first. */
export function idealWallMs(shape: ListShape, { coldMs, warmMs }: Trip, requestsPerSecond = Infinity): number {
  const trips = coldMs + (idealRoundTrips(shape) - 1) * warmMs;
  const windows = Math.floor((idealRequests(shape) - 1) / requestsPerSecond);
  return Math.max(trips, windows * 1000 + (windows > 0 ? warmMs : 0));
}
