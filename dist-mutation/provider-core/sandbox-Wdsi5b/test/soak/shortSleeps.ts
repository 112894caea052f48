// @ts-nocheck
import type { Runtime } from "../../sdk/index";

/** Waits take no time: the clocks jump to their end, and move on by themselves in between. */
export function shortSleeps(random: () => number): Runtime {
  let jumped = 0;
  const monotonic = () => performance.now() + jumped;
  return {
    now: () => Date.now() + jumped,
    monotonic,
    random,
    sleep: async (ms, signal) => {
      const end = monotonic() + ms;
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      // Not a sum: sleeps at the same time end at the same time.
      jumped = Math.max(jumped, end - performance.now());
    },
  };
}
