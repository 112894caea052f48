/** Full jitter between 0 and a ceiling that doubles with every attempt, from 250 ms (throttled: 1 s) up to 20 s. */
// @ts-nocheck

const baseMs = 250;
const throttledBaseMs = 1_000;
const capMs = 20_000;

/** The longest `Retry-After` that is waited for. Beyond it the error tells the wait instead. */
export const longestRetryAfterMs = 60_000;

/**
 * How long to wait before the next attempt, in ms. A wait that the service asked for is a minimum; no jitter takes
 * anything off it, some is added so that not all workers come back at the same moment.
 *
 * @param failedAttempts how many attempts have failed so far, from 1
 * @param random in [0, 1)
 */
export function backoffMs(
  failedAttempts: number,
  random: number,
  { throttled, retryAfterMs }: { throttled: boolean; retryAfterMs?: number | undefined },
): number {
  const base = throttled ? throttledBaseMs : baseMs;
  const ceiling = Math.min(capMs, base * 2 ** (failedAttempts - 1));
  const jittered = Math.round(random * ceiling);
  return retryAfterMs === undefined ? jittered : retryAfterMs + Math.round(random * base);
}
