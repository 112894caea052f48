// @ts-nocheck
import { setMaxListeners } from "node:events";
import type { Deadline } from "./deadline";
import { untilAborted } from "./runtime";

/**
 * Work that several wait for at the same time: begun by the first, done once for all of them, and stopped as soon as
 * nobody waits for it any more. Each waits no longer than its own deadline. Its result is not kept.
 */
export class SharedWork<T> {
  readonly #begin: (deadline: Deadline) => Promise<T>;
  #running: Running<T> | undefined;

  /** @param begin does it by a deadline that ends with that of the last who waits */
  constructor(begin: (deadline: Deadline) => Promise<T>) {
    this.#begin = begin;
  }

  get underWay(): boolean {
    return this.#running !== undefined;
  }

  /** @throws (rejects with) what the work throws; the reason of the waiter's signal once that is aborted */
  async wait(waiter: Deadline): Promise<T> {
    waiter.signal.throwIfAborted();
    const running = (this.#running ??= new Running<T>(waiter.overdue));
    const place = { waiter };
    running.places.add(place);
    waiter.waitsFor = running;
    try {
      return await untilAborted(this.#resultOf(running), waiter.signal);
    } finally {
      if (waiter.waitsFor === running) waiter.waitsFor = undefined;
      running.places.delete(place);
      if (running.places.size === 0) this.#forget(running);
    }
  }

  #resultOf(running: Running<T>): Promise<T> {
    running.result ??= this.#begin(running).finally(() => {
      this.#forget(running);
    });
    return running.result;
  }

  /** Whoever comes from now on begins anew. */
  #forget(running: Running<T>): void {
    if (this.#running === running) this.#running = undefined;
    running.stop();
  }
}

class Running<T> implements Deadline {
  doing: string | undefined;
  trouble: Error | undefined;
  waitsFor: Deadline | undefined;
  result: Promise<T> | undefined;
  /** One for each that waits: the same deadline may wait several times. */
  readonly places = new Set<{ waiter: Deadline }>();
  readonly #controller = new AbortController();

  constructor(readonly overdue: string) {
    setMaxListeners(0, this.signal);
  }

  get at(): number {
    return Math.max(...Array.from(this.places, ({ waiter }) => waiter.at));
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  stop(): void {
    this.#controller.abort();
  }
}
