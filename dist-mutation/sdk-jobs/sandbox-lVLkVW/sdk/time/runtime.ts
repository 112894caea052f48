/** Time and chance, handed in so that tests neither wait nor guess. */
// @ts-nocheck

export interface Runtime {
  /**
   * The wall clock, in ms since the epoch. It may be set while a program runs, in both directions: it is for times that
   * are sent, shown, or compared with those of the service, and for no duration.
   */
  now(): number;
  /**
   * Ms since some moment in the past, by a clock that nobody sets and that only moves forward, such as
   * `performance.now()`: for every duration. It may stand still while the machine sleeps.
   */
  monotonic(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Evenly distributed in [0, 1). */
  random(): number;
}

export const systemRuntime: Runtime = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, ms);
      signal?.addEventListener("abort", stop, { once: true });
    }),
};

/** Waits for a promise that others wait for as well, until `signal` says to wait no longer. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", stop);
    });
  });
}
