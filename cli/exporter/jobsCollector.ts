import { DlfError, type Job } from "../../sdk/index";
import { HealthMetrics } from "../metrics/healthMetrics";
import { jobMetrics, rememberJobs, type WorkspaceJobs } from "../metrics/jobMetrics";

export interface CollectorOptions {
  workspaces: readonly string[];
  types: WorkspaceJobs["types"];
  /** Time from one listing to the next, for Prometheus to know. */
  intervalMs: number;
  list: (workspace: string, signal: AbortSignal) => Promise<readonly Job[]>;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Told of what a person who looks after the exporter wants to know. */
  log: (message: string) => void;
}

/** A first listing that fails with one of these was not set up right: better to end than to be blind for ever. */
const hopeless = new Set(["INVALID_QUERY", "INVALID_CONFIGURATION", "MISSING_CREDENTIALS"]);

/** Keeps the last good list of each workspace, already in the form in which it is asked for. */
export class JobsCollector {
  readonly health: HealthMetrics;
  readonly #options: CollectorOptions;
  readonly #listed = new Map<string, WorkspaceJobs>();
  readonly #failing = new Set<string>();
  #rendered: Buffer | undefined;
  #rendering: Promise<void> = Promise.resolve();

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.health = new HealthMetrics(options.workspaces, options);
  }

  /** False until a list has come. */
  get ready(): boolean {
    return this.#rendered !== undefined;
  }

  /** The exporter's health as it is now, and the jobs as they were at the last good listing. */
  async metrics(): Promise<Buffer[]> {
    const health = Buffer.from(await this.health.render());
    return this.#rendered === undefined ? [health] : [health, this.#rendered];
  }

  /**
   * One listing. A failure that may pass is counted and told, and no more: the last good list stays.
   *
   * @throws DlfError before the first list has come, for a failure that will not pass
   */
  async collect(workspace: string, signal: AbortSignal): Promise<void> {
    const { list, now, log, types } = this.#options;
    const startedAt = performance.now();
    const durationMs = (): number => performance.now() - startedAt;
    try {
      const jobs = await list(workspace, signal);
      const tookMs = durationMs();
      const at = now();
      const remembered = rememberJobs(jobs, at, this.#listed.get(workspace)?.remembered);
      this.#listed.set(workspace, { workspace, jobs, remembered, types });
      await this.#render();
      this.health.succeeded(workspace, { jobs: jobs.length, durationMs: tookMs, at });
      if (this.#failing.delete(workspace)) log(`workspace ${workspace}: listed again, ${jobs.length} jobs`);
    } catch (error) {
      if (signal.aborted) return;
      if (!this.ready && error instanceof DlfError && hopeless.has(error.code)) throw error;
      const code = error instanceof DlfError ? error.code : "UNEXPECTED";
      this.health.failed(workspace, { code, durationMs: durationMs() });
      this.#failing.add(workspace);
      log(`workspace ${workspace}: ${error instanceof Error ? error.message : String(error)} [${code}]`);
    }
  }

  /** One after the other: two workspaces may be listed at the same time, and the text is of both. */
  #render(): Promise<void> {
    const next = this.#rendering.then(async () => {
      this.#rendered = Buffer.from(
        await jobMetrics([...this.#options.workspaces].flatMap((each) => this.#listed.get(each) ?? [])),
      );
    });
    this.#rendering = next.catch(() => undefined);
    return next;
  }
}
