import { Counter, Gauge, Registry } from "prom-client";

const labelNames = ["workspace"] as const;

/** How the listings themselves go, by workspace. */
export class HealthMetrics {
  readonly #registry = new Registry();
  readonly #up = this.#gauge(
    "dlf_exporter_up",
    "1 if the last listing succeeded, else 0: the jobs are as old as the last success.",
  );
  readonly #lastSuccess = this.#gauge(
    "dlf_exporter_last_success_timestamp_seconds",
    "When the last successful listing ended.",
  );
  readonly #duration = this.#gauge(
    "dlf_exporter_listing_duration_seconds",
    "How long the last listing took, whether it succeeded or not.",
  );
  readonly #listed = this.#gauge("dlf_exporter_listed_jobs", "Number of jobs in the last successful listing.");
  readonly #counters: { requests: Counter<"workspace">; errors: Counter<"workspace" | "code"> } | undefined;

  /**
   * @param repeated absent for a single scrape, which knows of no next one: nor has it counters, since what starts at 0
   *   each time says nothing
   */
  constructor(workspaces: readonly string[], repeated?: { intervalMs: number }) {
    for (const workspace of workspaces) this.#up.set({ workspace }, 0);
    if (repeated === undefined) return;
    const interval = this.#gauge("dlf_exporter_interval_seconds", "Time from the start of one listing to the next.");
    for (const workspace of workspaces) interval.set({ workspace }, repeated.intervalMs / 1_000);
    const registers = [this.#registry];
    this.#counters = {
      requests: new Counter({
        name: "dlf_exporter_requests_total",
        help: "Requests for lists of jobs that were sent, repeated ones included.",
        labelNames,
        registers,
      }),
      errors: new Counter({
        name: "dlf_exporter_listing_errors_total",
        help: "Listings that failed, by code of the error.",
        labelNames: [...labelNames, "code"],
        registers,
      }),
    };
    for (const workspace of workspaces) {
      this.#counters.requests.inc({ workspace }, 0);
      // There from the start: a series that begins at 1 has no increase for Prometheus to see.
      for (const code of errorCodes) this.#counters.errors.inc({ workspace, code }, 0);
    }
  }

  succeeded(workspace: string, { jobs, durationMs, at }: { jobs: number; durationMs: number; at: number }): void {
    this.#up.set({ workspace }, 1);
    this.#lastSuccess.set({ workspace }, at / 1_000);
    this.#duration.set({ workspace }, durationMs / 1_000);
    this.#listed.set({ workspace }, jobs);
  }

  failed(workspace: string, { code, durationMs }: { code: string; durationMs: number }): void {
    this.#up.set({ workspace }, 0);
    this.#duration.set({ workspace }, durationMs / 1_000);
    this.#counters?.errors.inc({ workspace, code });
  }

  requested(workspace: string): void {
    this.#counters?.requests.inc({ workspace });
  }

  /** In Prometheus's text format. */
  render(): Promise<string> {
    return this.#registry.metrics();
  }

  #gauge(name: string, help: string): Gauge<"workspace"> {
    return new Gauge({ name, help, labelNames, registers: [this.#registry] });
  }
}

const errorCodes = [
  ...["API_ERROR", "AUTHENTICATION", "THROTTLED", "NETWORK", "TIMEOUT", "UNEXPECTED_ANSWER", "INCOMPLETE_LIST"],
] as const;
