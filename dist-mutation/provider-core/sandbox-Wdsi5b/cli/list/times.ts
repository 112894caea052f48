/** ms since the epoch as ISO 8601, UTC. A number that is no time is shown as it is. */
// @ts-nocheck

export function isoTime(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString();
}

/** To the second, UTC: `2025-01-31 12:34:56`. */
export function readableTime(ms: number): string {
  return isoTime(ms)
    .replace("T", " ")
    .replace(/\.\d{3}Z$/, "");
}
