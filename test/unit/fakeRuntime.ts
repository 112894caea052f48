import type { Runtime } from "../../sdk/runtime";

export interface FakeRuntime extends Runtime {
  /** Every wait that was asked for, in ms. */
  slept: number[];
}

/** A clock that only moves when somebody sleeps. */
export function fakeRuntime(random = 0.5): FakeRuntime {
  let now = Date.UTC(2026, 10, 23, 12, 0, 0);
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    random: () => random,
    sleep: (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}
