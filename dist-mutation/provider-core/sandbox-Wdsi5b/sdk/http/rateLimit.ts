// @ts-nocheck
import type { Runtime } from "../time/runtime";

/** A little over a second: clocks that count milliseconds round. */
const windowMs = 1_010;
const slowest = 1;

/**
 * Keeps a client under so many requests in any second, and slows all its workers down when the service says 429:
 * nobody sends before the wait is over, the rate is halved, and every success brings it back by one request a second.
 */
export class RateLimit {
  private rate: number;
  /** When requests reached the service, as far as known, in order: when they left, once answered then. */
  private readonly sent: { at: number }[] = [];
  private resumeAt = 0;

  constructor(
    private readonly requestsPerSecond: number,
    private readonly runtime: Runtime,
  ) {
    this.rate = requestsPerSecond;
  }

  /** Resolves when one more request may leave. `wait` is the caller's sleep: it knows the deadline. */
  async acquire(wait: (ms: number) => Promise<void>): Promise<() => void> {
    for (;;) {
      const now = this.runtime.monotonic();
      const ms = this.waitMs(now);
      if (ms <= 0) {
        const request = { at: now };
        this.sent.push(request);
        return () => {
          this.answered(request);
        };
      }
      await wait(ms);
    }
  }

  /** It arrived between then and now: the service may count it from now on for a second. */
  private answered(request: { at: number }): void {
    const index = this.sent.lastIndexOf(request);
    if (index === -1) return;
    this.sent.splice(index, 1);
    request.at = this.runtime.monotonic();
    this.sent.push(request);
  }

  private waitMs(now: number): number {
    while (this.sent[0] !== undefined && this.sent[0].at <= now - windowMs) this.sent.shift();
    const full = this.sent.at(-Math.floor(this.rate));
    const untilFree = full === undefined ? 0 : full.at + windowMs - now;
    return Math.max(untilFree, this.resumeAt - now);
  }

  throttled(waitMs: number): void {
    const now = this.runtime.monotonic();
    // Requests that left together are refused together: that is one sign of overload, not ten.
    if (now >= this.resumeAt) this.rate = Math.max(slowest, this.rate / 2);
    this.resumeAt = Math.max(this.resumeAt, now + waitMs);
  }

  succeeded(): void {
    this.rate = Math.min(this.requestsPerSecond, this.rate + 1);
  }
}
