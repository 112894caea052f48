import type { EmulatedRequest } from "./options";

/** The requests that came, in order. */
export class RequestLog {
  /** Since the start, or the last `reset()`. */
  readonly all: (EmulatedRequest & {
    /** When it came, ms since the epoch by the emulator's clock. */
    at: number;
  })[] = [];
  /** The most that were under way at the same time. */
  maxConcurrent = 0;
  private underWay = 0;
  /** Counted as they come: a log of many thousand requests is not read through for each new one. */
  private readonly counts = new Map<EmulatedRequest["kind"], number>();

  /** How many lists of jobs were asked for. */
  get jobs(): number {
    return this.count("jobs");
  }

  /** How many times IAM was asked for a project. */
  get projects(): number {
    return this.count("projects");
  }

  /** How many requests of a kind came. */
  count(kind: EmulatedRequest["kind"]): number {
    return this.counts.get(kind) ?? 0;
  }

  /** Forgets what came so far; what is under way still counts as such. */
  reset(): void {
    this.all.length = 0;
    this.counts.clear();
    this.maxConcurrent = this.underWay;
  }

  /** Called by the emulator. */
  begin(request: Omit<EmulatedRequest, "index"> & { at: number }): EmulatedRequest {
    this.underWay += 1;
    this.maxConcurrent = Math.max(this.maxConcurrent, this.underWay);
    const logged = { ...request, index: this.count(request.kind) };
    this.all.push(logged);
    this.counts.set(request.kind, logged.index + 1);
    return logged;
  }

  /** Called by the emulator. */
  end(): void {
    this.underWay -= 1;
  }

  /** How many came in the second before `now`, ms since the epoch by the emulator's clock. */
  inLastSecond(now: number): number {
    let index = this.all.length;
    while (index > 0 && (this.all[index - 1]?.at ?? 0) > now - 1_000) index -= 1;
    return this.all.length - index;
  }
}
