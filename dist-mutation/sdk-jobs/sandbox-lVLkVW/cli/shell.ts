// @ts-nocheck
import type { Environment } from "../sdk/index";

/** Where a command writes: standard output and standard error, or what a test puts in their place. */
export interface Output {
  write(text: string | Uint8Array, written: (error?: Error | null) => void): unknown;
  /** True for a terminal. */
  isTTY?: boolean | undefined;
  /** Width of the terminal. */
  columns?: number | undefined;
}

/** All that a command takes from the process it runs in. */
export interface Shell {
  stdout: Output;
  stderr: Output;
  stdin: AsyncIterable<Uint8Array | string>;
  env: Environment;
  /** The wall clock, in ms since the epoch. */
  now: () => number;
  /** Ms since some moment in the past, by a clock that nobody sets: for every duration. */
  monotonic: () => number;
  /** Resolves after so many ms of that clock; rejects as soon as the process is told to end. */
  sleep: (ms: number) => Promise<void>;
  /** Aborted after so many ms, as a gate that waits needs it. */
  alarm?: (ms: number) => AbortSignal;
  /** Aborted with an `Interrupted` when the process is told to end. */
  signal: AbortSignal;
}

/** The process was told to end, by Ctrl-C or by whoever started it. */
export class Interrupted extends Error {
  /** As shells count: 128 and the signal's number. */
  readonly status: number;

  constructor(signal: "SIGINT" | "SIGTERM") {
    super(`interrupted by ${signal}`);
    this.name = new.target.name;
    this.status = signal === "SIGINT" ? 130 : 143;
  }
}

/** A failure that is not the client's: a file that cannot be read, a port that is taken. Its message is all of it. */
export class CommandError extends Error {}

const readerIsGone = new Set(["EPIPE", "ERR_STREAM_DESTROYED"]);

/** Resolves once the text is written, or when nobody reads it any more (`| head`): that is no failure. */
export function write(output: Output, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (!error || readerIsGone.has((error as NodeJS.ErrnoException).code ?? "")) resolve();
      else reject(new CommandError(`cannot write: ${error.message}`));
    });
  });
}

/** A terminal that can be steered: a line may change in its place, and have colours. */
export function canBeSteered({ isTTY }: Pick<Output, "isTTY">, env: Environment): boolean {
  return isTTY === true && env["TERM"] !== "dumb";
}

/** Colours are for terminals, and not for people who do not want them: https://no-color.org */
export function showsColors({ stdout, env }: Pick<Shell, "stdout" | "env">): boolean {
  return canBeSteered(stdout, env) && (env["NO_COLOR"] ?? "") === "";
}

/** For what cannot be told to stop: waits no longer once the process is told to end. */
export function untilInterrupted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", stop);
    });
  });
}
