// @ts-nocheck
import { RunningDeadline, type Deadline } from "./deadline";
import type { Runtime } from "./runtime";

/** Enough for a service that answers; one that hangs is not to be waited for by a process that has nothing else to do. */
const longestMs = 5_000;

/** What goes on behind the listings of a client: for a short time each, and all of it can be ended. */
export class Background {
  readonly #runtime: Runtime;
  readonly #running = new Set<RunningDeadline>();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /**
   * @param what for the error when it takes too long: `The renewal`
   * @param failed told why, but not of an `end`
   */
  async run(
    what: string,
    task: (deadline: Deadline) => Promise<unknown>,
    failed: (error: unknown) => void,
  ): Promise<void> {
    const deadline = new RunningDeadline({ what, ms: longestMs }, this.#runtime);
    this.#running.add(deadline);
    try {
      await task(deadline);
    } catch (error) {
      if (this.#running.has(deadline)) failed(error);
    } finally {
      this.#running.delete(deadline);
      deadline.end();
    }
  }

  end(): void {
    const ended = [...this.#running];
    this.#running.clear();
    for (const deadline of ended) deadline.end();
  }
}
