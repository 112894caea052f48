// @ts-nocheck
import { DlfError, type Job } from "../../sdk/index";
import { HealthMetrics } from "../metrics/healthMetrics";
import { rememberJobs, type RememberedJob, type WorkspaceJobs } from "../metrics/jobMetrics";
import type { GzipPart } from "./gzipPart";
import { joinRendered, renderJobs, type RenderedJobs } from "./renderJobs";

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

/** What there is to tell at one moment. */
export interface CollectedMetrics {
  /** The exporter's own. */
  health: string;
  /** Those of the jobs, as they were at the last good listing, in the form in which they are asked for. */
  jobs: GzipPart | undefined;
}

/** What the next listing of a workspace, and of the others, needs of the last good one. The jobs themselves go. */
interface Listed {
  remembered: ReadonlyMap<string, RememberedJob>;
  rendered: RenderedJobs;
}

/** Keeps the metrics of the last good list of each workspace, written once for however many ask for them. */
export class JobsCollector {
  readonly health: HealthMetrics;
  readonly #options: CollectorOptions;
  readonly #listed = new Map<string, Listed>();
  readonly #failing = new Set<string>();
  #jobs: GzipPart | undefined;

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.health = new HealthMetrics(options.workspaces, options);
  }

  /** False until a list has come. */
  get ready(): boolean {
    return this.#jobs !== undefined;
  }

  /** The exporter's health as it is now, and the jobs as they were at the last good listing. */
  metrics(): CollectedMetrics {
    return { health: this.health.render(), jobs: this.#jobs };
  }

  /**
   * One listing. A failure that may pass is counted and told, and no more: the last good list stays.
   *
   * @throws DlfError before the first list has come, for a failure that will not pass
   */
  async collect(workspace: string, signal: AbortSignal): Promise<void> {
    const { list, now, log, types, workspaces } = this.#options;
    const startedAt = performance.now();
    const durationMs = (): number => performance.now() - startedAt;
    try {
      const jobs = await list(workspace, signal);
      const tookMs = durationMs();
      const at = now();
      const remembered = await rememberInParts(jobs, at, this.#listed.get(workspace)?.remembered);
      const rendered = await renderJobs({ workspace, jobs, remembered, types }, signal);
      this.#listed.set(workspace, { remembered, rendered });
      const listed = workspaces.map((each) => this.#listed.get(each)).filter((each) => each !== undefined);
      this.#jobs = joinRendered(listed.map((each) => each.rendered));
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
}

/** So many jobs are gone through without a pause. */
const partLength = 10_000;

async function rememberInParts(
  jobs: readonly Job[],
  at: number,
  earlier: Listed["remembered"] | undefined,
): Promise<Listed["remembered"]> {
  const remembered = new Map<string, RememberedJob>();
  await letScrapesIn(); // The list itself has been put together without one.
  for (let start = 0; start < jobs.length; start += partLength) {
    rememberJobs(jobs.slice(start, start + partLength), at, earlier, remembered);
    await letScrapesIn();
  }
  return remembered;
}

/** One turn of the event loop is too little: a scrape takes several, from its connection to its answer. */
function letScrapesIn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
