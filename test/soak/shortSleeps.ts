import type { Runtime } from "../../sdk/index";

/** Waits take no time: the clock jumps to their end, and moves on by itself in between. */
export function shortSleeps(random: () => number): Runtime {
  let jumped = 0;
  const now = () => Date.now() + jumped;
  return {
    now,
    random,
    sleep: async (ms, signal) => {
      const end = now() + ms;
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      // Not a sum: sleeps at the same time end at the same time.
      jumped = Math.max(jumped, end - Date.now());
    },
  };
}
