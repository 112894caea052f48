import type { CheckCall } from "../../../provider/core/call";
import type { Job } from "../../../sdk/index";

export interface FakeCall extends CheckCall {
  /** What was listed: each query with its connection. */
  readonly asked: unknown[];
  readonly warnings: string[];
}

/** A call of the engine: the jobs that the service has, or why it does not answer; and what messages must not show. */
export function fakeCall(
  answer: readonly Job[] | Error,
  { args, secretArgs = [], laid = [] }: Pick<CheckCall, "args"> & Partial<CheckCall>,
): FakeCall {
  const asked: unknown[] = [];
  const warnings: string[] = [];
  return {
    ...{ asked, warnings, args, secretArgs, laid },
    list: (query, connection) => {
      asked.push([query, connection]);
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve({ jobs: [...answer], total: answer.length, complete: true, listedAt: 1_000_000 });
    },
    warn: (message) => void warnings.push(message),
  };
}

/** Nothing may be asked. */
export const noCall = fakeCall(new Error("asked"), { args: [] });
