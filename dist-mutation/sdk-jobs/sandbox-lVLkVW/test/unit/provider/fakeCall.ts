// @ts-nocheck
import type { CheckCall } from "../../../provider/core/call";
import type { Job } from "../../../sdk/index";

export interface FakeCall extends CheckCall {
  /** What was listed: each query with its connection. */
  readonly asked: unknown[];
  readonly warnings: string[];
  /** The passing lines. */
  readonly shown: string[];
}

type Answer = readonly Job[] | Error;

/**
 * A call of the engine: the jobs that the service has, or why it does not answer, the same each time or one after the
 * other; and what messages must not show. Sleeps take no time.
 */
export function fakeCall(
  answers: Answer | (() => Answer),
  { args, secretArgs = [], laid = [], isPreview = false }: Pick<CheckCall, "args"> & Partial<CheckCall>,
): FakeCall {
  const asked: unknown[] = [];
  const warnings: string[] = [];
  const shown: string[] = [];
  let now = 0;
  return {
    ...{ asked, warnings, shown, args, secretArgs, laid, isPreview },
    clock: {
      monotonic: () => now,
      sleep: (ms) => {
        now += ms;
        return Promise.resolve();
      },
    },
    show: (line) => void shown.push(line),
    list: (query, connection) => {
      asked.push([query, connection]);
      const answer = typeof answers === "function" ? answers() : answers;
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve({ jobs: [...answer], total: answer.length, complete: true, listedAt: 1_000_000 });
    },
    warn: (message) => void warnings.push(message),
  };
}

/** Nothing may be asked. */
export const noCall = fakeCall(new Error("asked"), { args: [] });
