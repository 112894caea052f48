// @ts-nocheck
import type { Outcome } from "./runScenario";

/** What a soak adds up. */
export class Summary {
  violations = 0;
  peakMiB = 0;
  private listings = 0;
  private jobs = 0;
  private requests = 0;
  private readonly faults = new Map<string, number>();
  private readonly outcomes = new Map<string, number>();

  add({ kind, jobs, requests, faults }: Outcome): void {
    this.listings += 1;
    this.jobs += jobs;
    this.requests += requests;
    count(this.outcomes, kind);
    for (const fault of faults) count(this.faults, fault);
  }

  line(): string {
    return (
      `${this.listings} listings, ${this.jobs} jobs, ${this.requests} requests, ` +
      `peak ${this.peakMiB.toFixed(0)} MiB, ${this.violations} violations`
    );
  }

  lines(): string[] {
    return [
      `in all: ${this.line()}`,
      `faults: ${shown(this.faults)}`,
      `outcomes: ${shown(this.outcomes)}`,
      `violations = ${this.violations}`,
    ];
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function shown(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([key, number]) => `${key} ${number}`).join(", ") || "none";
}
