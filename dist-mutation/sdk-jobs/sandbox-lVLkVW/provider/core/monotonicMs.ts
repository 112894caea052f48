// @ts-nocheck
import { setTimeout as sleep } from "node:timers/promises";
import { alarm, type WaitClock } from "../../sdk/index";

/**
 * Milliseconds on a clock that nobody sets. It is the machine's, hence the same one in the program's process and in that
 * of its dynamic resources (CLOCK_MONOTONIC and its like): times of one can be compared with times of the other.
 */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint() / 1_000n) / 1_000;
}

/**
 * By that clock.
 *
 * @param signal ends a sleep: it rejects with the signal's reason
 */
export function waitClock(signal?: AbortSignal): WaitClock {
  return {
    monotonic: monotonicMs,
    alarm,
    sleep: (ms) =>
      sleep(ms, undefined, { signal }).catch((error: unknown) => {
        signal?.throwIfAborted();
        throw error;
      }),
  };
}
