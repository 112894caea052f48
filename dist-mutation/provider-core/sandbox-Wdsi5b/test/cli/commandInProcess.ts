// @ts-nocheck
import { Readable } from "node:stream";
import { run } from "../../cli/run";
import { untilInterrupted } from "../../cli/shell";

export interface InProcess {
  args: readonly string[];
  env?: Record<string, string>;
  input?: string;
  isTTY?: boolean;
  /** Told of each sleep, in ms, before its time has passed. */
  onSleep?: (ms: number) => void;
  signal?: AbortSignal;
}

/** A terminal of 80 columns, or no terminal, that keeps what is written. */
export function keptOutputs(isTTY: boolean) {
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    isTTY,
    columns: 80,
    write: (text: string | Uint8Array, done: () => void) => {
      written[name] += String(text);
      done();
    },
  });
  return { stdout: output("stdout"), stderr: output("stderr"), written };
}

/** The command in this process, by a clock that moves only while it sleeps: it waits for minutes in no time. */
export async function runInProcess({ args, env = {}, input = "", isTTY = false, onSleep, signal }: InProcess) {
  const { written, ...outputs } = keptOutputs(isTTY);
  let time = 5_000;
  const ended = signal ?? new AbortController().signal;
  const status = await run(args, {
    ...{ ...outputs, env, stdin: Readable.from([input]) },
    now: () => Date.now(),
    monotonic: () => time,
    sleep: (ms) => {
      onSleep?.(ms);
      time += ms;
      return untilInterrupted(Promise.resolve(), ended);
    },
    signal: ended,
  });
  return { status, ...written, elapsedMs: time - 5_000 };
}
