// @ts-nocheck
import { headerOf, label, sampleOf, type Metric } from "./textFormat";

/** How the listings themselves go, by workspace. */
export class HealthMetrics {
  readonly #series: Series[] = [];
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
  readonly #counters: { requests: Series; errors: Series } | undefined;

  /**
   * @param repeated absent for a single scrape, which knows of no next one: nor has it counters, since what starts at 0
   *   each time says nothing
   */
  constructor(workspaces: readonly string[], repeated?: { intervalMs: number }) {
    for (const workspace of workspaces) this.#up.set(of(workspace), 0);
    if (repeated === undefined) return;
    const interval = this.#gauge("dlf_exporter_interval_seconds", "Time from the start of one listing to the next.");
    for (const workspace of workspaces) interval.set(of(workspace), repeated.intervalMs / 1_000);
    this.#counters = {
      requests: this.#counter(
        "dlf_exporter_requests_total",
        "Requests for lists of jobs that were sent, repeated ones included.",
      ),
      errors: this.#counter("dlf_exporter_listing_errors_total", "Listings that failed, by code of the error."),
    };
    for (const workspace of workspaces) {
      this.#counters.requests.add(of(workspace), 0);
      // There from the start: a series that begins at 1 has no increase for Prometheus to see.
      for (const code of errorCodes) this.#counters.errors.add(of(workspace, code), 0);
    }
  }

  succeeded(workspace: string, { jobs, durationMs, at }: { jobs: number; durationMs: number; at: number }): void {
    this.#up.set(of(workspace), 1);
    this.#lastSuccess.set(of(workspace), at / 1_000);
    this.#duration.set(of(workspace), durationMs / 1_000);
    this.#listed.set(of(workspace), jobs);
  }

  failed(workspace: string, { code, durationMs }: { code: string; durationMs: number }): void {
    this.#up.set(of(workspace), 0);
    this.#duration.set(of(workspace), durationMs / 1_000);
    this.#counters?.errors.add(of(workspace, code), 1);
  }

  requested(workspace: string): void {
    this.#counters?.requests.add(of(workspace), 1);
  }

  /** In Prometheus's text format. */
  render(): string {
    return this.#series.map((each) => each.render()).join("\n");
  }

  #gauge(name: string, help: string): Series {
    return this.#add({ name, help, type: "gauge" });
  }

  #counter(name: string, help: string): Series {
    return this.#add({ name, help, type: "counter" });
  }

  #add(metric: Metric): Series {
    const series = new Series(metric);
    this.#series.push(series);
    return series;
  }
}

/** The samples of a metric, by their labels, in the order in which they came. */
class Series {
  readonly #metric: Metric;
  readonly #values = new Map<string, number>();

  constructor(metric: Metric) {
    this.#metric = metric;
  }

  set(labels: string, value: number): void {
    this.#values.set(labels, value);
  }

  add(labels: string, value: number): void {
    this.set(labels, (this.#values.get(labels) ?? 0) + value);
  }

  render(): string {
    const samples = [...this.#values].map(([labels, value]) => sampleOf(this.#metric, labels, value));
    return headerOf(this.#metric) + samples.join("");
  }
}

function of(workspace: string, code?: string): string {
  return [label("workspace", workspace), ...(code === undefined ? [] : [label("code", code)])].join(",");
}

const errorCodes = [
  ...["API_ERROR", "AUTHENTICATION", "THROTTLED", "NETWORK", "TIMEOUT", "UNEXPECTED_ANSWER", "INCOMPLETE_LIST"],
] as const;
