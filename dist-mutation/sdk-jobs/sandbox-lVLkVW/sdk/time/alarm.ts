/** Longer than a timer can run, it would ring at once. */
// @ts-nocheck

const longestMs = 2 ** 31 - 1;

/** Aborted after so many ms; keeps no process alive. */
export function alarm(ms: number): AbortSignal {
  return AbortSignal.timeout(Math.min(Math.ceil(ms), longestMs));
}
