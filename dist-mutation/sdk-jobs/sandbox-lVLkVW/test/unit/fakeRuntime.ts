// @ts-nocheck
import type { Deadline } from "../../sdk/time/deadline";
import type { Runtime } from "../../sdk/time/runtime";

/** What the monotonic clock says at first. */
export const startedAt = 5_000;

export interface FakeRuntime extends Runtime {
  /** Every wait that was asked for, in ms. */
  slept: number[];
  /** Sets the wall clock, forward or back: no time passes. */
  setWallClock(byMs: number): void;
}

/** Clocks that only move when somebody sleeps. They start at different times: no one passes for the other. */
export function fakeRuntime(random = 0.5): FakeRuntime {
  let now = Date.UTC(2026, 10, 23, 12, 0, 0);
  let monotonic = startedAt;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    monotonic: () => monotonic,
    setWallClock: (byMs) => (now += byMs),
    random: () => random,
    sleep: (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
      monotonic += ms;
      return Promise.resolve();
    },
  };
}

/** All the time in the world, until `signal` is aborted. */
export function endless(signal: Deadline["signal"] = new AbortController().signal): Deadline {
  return { at: Infinity, overdue: "Never", signal };
}
