// @ts-nocheck
import { setMaxListeners } from "node:events";
import { TimeoutError } from "../errors";
import type { Runtime } from "./runtime";
import { formatDuration } from "../text/duration";

/** The end of a listing, say, for everything that is done for it. */
export interface Deadline {
  /** By `Runtime.monotonic()`. */
  readonly at: number;
  /** What the error says when it is over: `The listing was not finished within 5 s (listTimeoutMs)`. */
  readonly overdue: string;
  /**
   * Aborted with a TimeoutError when the time is over, before that by whoever asked, and once nobody waits any more.
   * Whatever takes time listens to it.
   */
  readonly signal: AbortSignal;
  /** What is being done, for the error: `looking up the project cn-north-4 in IAM`. */
  doing?: string | undefined;
  /** What went wrong last, for the error. */
  trouble?: Error | undefined;
  /** Set while all waits for work that others wait for as well: then that one knows what is being done. */
  waitsFor?: Deadline | undefined;
}

export interface Limit {
  /** `The listing`. */
  what: string;
  ms: number;
  option?: string;
}

/** The deadline of one caller: begins when it is made, and is over with `end`. */
export class RunningDeadline implements Deadline {
  doing: string | undefined;
  trouble: Error | undefined;
  waitsFor: Deadline | undefined;
  readonly overdue: string;
  readonly #runtime: Runtime;
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  #endsAt: number;
  #pausedAt: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param limit `ms` from now on, for `what`, set by the option `option` if there is one
   * @param caller ends it before, with its own reason; that of one that is aborted already is thrown
   */
  constructor(limit: Limit, runtime: Runtime, caller?: AbortSignal) {
    caller?.throwIfAborted();
    const option = limit.option === undefined ? "" : ` (${limit.option})`;
    this.overdue = `${limit.what} was not finished within ${formatDuration(limit.ms)}${option}`;
    // Every request under way listens to it: that is no leak, and no reason for a warning of Node.js.
    setMaxListeners(0, this.signal);
    this.#runtime = runtime;
    this.#caller = caller;
    this.#endsAt = runtime.monotonic() + limit.ms;
    caller?.addEventListener("abort", this.#abortByCaller, { once: true });
    this.#watch();
  }

  get at(): number {
    return this.#endsAt + (this.#pausedAt === undefined ? 0 : this.#runtime.monotonic() - this.#pausedAt);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** No time passes until `resume`: the caller has the word. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#pausedAt = this.#runtime.monotonic();
  }

  resume(): void {
    this.#endsAt = this.at;
    this.#pausedAt = undefined;
    this.#watch();
  }

  /** To be called in every case: also stops what is still under way, so that nothing goes on in the background. */
  end(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener("abort", this.#abortByCaller);
    this.#controller.abort();
  }

  readonly #abortByCaller = (): void => {
    this.#controller.abort(this.#caller?.reason);
  };

  #watch(): void {
    const leftMs = this.at - this.#runtime.monotonic();
    if (leftMs <= 0) {
      this.#controller.abort(deadlineError(this));
      return;
    }
    // Keeps no process alive: what is waited for does. Asked again when it fires, which may be a little early.
    this.#timer = setTimeout(() => {
      this.#watch();
    }, Math.ceil(leftMs)).unref();
  }
}

export function deadlineError(deadline: Deadline): TimeoutError {
  let working = deadline;
  while (working.waitsFor !== undefined) working = working.waitsFor;
  const { doing, trouble } = working;
  const step = doing === undefined ? "" : `, while ${doing}`;
  const last = trouble === undefined ? "" : ` Last trouble: ${trouble.message}`;
  return new TimeoutError(`${deadline.overdue}${step}.${last}`, { cause: trouble, permanent: true });
}

/** Sleeps, unless that would pass the deadline: then there is no point in waiting for it. */
export async function sleepUntil(deadline: Deadline, ms: number, runtime: Runtime): Promise<void> {
  if (runtime.monotonic() + ms >= deadline.at) throw deadlineError(deadline);
  await runtime.sleep(ms, deadline.signal);
}
