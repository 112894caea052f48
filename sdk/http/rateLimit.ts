import type { Runtime } from "../runtime";

/** A little over a second, since the service counts when requests arrive and not when they leave. */
const windowMs = 1_050;
const slowest = 1;

/**
 * Keeps a client under so many requests in any second, and slows all its workers down when the service says 429:
 * nobody sends before the wait is over, the rate is halved, and every success brings it back by one request a second.
 */
export class RateLimit {
  private rate: number;
  private readonly sent: number[] = [];
  private resumeAt = 0;

  constructor(
    private readonly requestsPerSecond: number,
    private readonly runtime: Runtime,
  ) {
    this.rate = requestsPerSecond;
  }

  /** Resolves when one more request may leave. `wait` is the caller's sleep: it knows the deadline. */
  async acquire(wait: (ms: number) => Promise<void>): Promise<void> {
    for (;;) {
      const now = this.runtime.now();
      const ms = this.waitMs(now);
      if (ms <= 0) {
        this.sent.push(now);
        return;
      }
      await wait(ms);
    }
  }

  private waitMs(now: number): number {
    while (this.sent[0] !== undefined && this.sent[0] <= now - windowMs) this.sent.shift();
    const full = this.sent.at(-Math.floor(this.rate));
    const untilFree = full === undefined ? 0 : full + windowMs - now;
    return Math.max(untilFree, this.resumeAt - now);
  }

  throttled(waitMs: number): void {
    const now = this.runtime.now();
    // Requests that left together are refused together: that is one sign of overload, not ten.
    if (now >= this.resumeAt) this.rate = Math.max(slowest, this.rate / 2);
    this.resumeAt = Math.max(this.resumeAt, now + waitMs);
  }

  succeeded(): void {
    this.rate = Math.min(this.requestsPerSecond, this.rate + 1);
  }
}
