/**
 * Does something now and then at every interval, until `signal` is aborted. Never twice at the same time: what takes
 * longer than the interval delays the next, which follows at once.
 */
// @ts-nocheck

export async function repeat(
  something: () => Promise<void>,
  { intervalMs, signal }: { intervalMs: number; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    // Not the clock of the wall, which may be set: an hour back would be an hour without a listing.
    const startedAt = performance.now();
    await something();
    await pause(intervalMs - (performance.now() - startedAt), signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", over);
      resolve();
    };
    const timer = setTimeout(over, Math.max(0, ms));
    signal.addEventListener("abort", over);
    if (signal.aborted) over();
  });
}
