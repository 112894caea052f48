/** The gateway refuses a date more than 15 minutes off. A third of that leaves no doubt whose fault a 401 is. */
// @ts-nocheck

const tolerableMs = 5 * 60_000;
/** A clock may have started at 1970 or so; a `Date` further away than this is none. */
const believableMs = 100 * 366 * 86_400_000;

/**
 * How far the service's clock is ahead of ours (ms), told by the `Date` header of a 401.
 * Undefined when the clocks agree well enough with the offset already in use: then the 401 has another cause.
 */
export function clockOffset(dateHeader: string | undefined, now: number, offsetInUse: number): number | undefined {
  const offset = Date.parse(dateHeader ?? "") - now;
  const wrong = Math.abs(offset - offsetInUse) > tolerableMs && Math.abs(offset) < believableMs;
  return wrong ? offset : undefined;
}
