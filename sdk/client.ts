import { setMaxListeners } from "node:events";
import { resolveCredentials, type DlfCredentials } from "./credentials/resolveCredentials";
import { ConfigurationError, InvalidQueryError } from "./errors";
import type { Deadline } from "./http/retry";
import { SignedHttp } from "./http/signedHttp";
import { createTransport } from "./http/transport";
import { lookUpProject } from "./iam/lookUpProject";
import type { Job } from "./jobs/job";
import { listPage, type Connection } from "./jobs/listPage";
import { listAll, type ListProgress } from "./jobs/listAll";
import { listPages, type FetchPage } from "./jobs/listPages";
import { mergeProgress } from "./jobs/mergeProgress";
import {
  checkQuery,
  compareJobs,
  joinByTag,
  nameFilter,
  planListings,
  type CheckedQuery,
  type JobsFilter,
  type JobsQuery,
} from "./jobs/query";
import { resolveSettings, type DlfClientOptions, type Environment, type Settings } from "./options";
import { systemRuntime, untilAborted, type Runtime } from "./runtime";

/** So many jobs `iterateJobs` fetches ahead of its caller: it is for lists that are too long to hold. */
const jobsAhead = 4_000;

/** For tests and for programs with an environment of their own. */
export interface DlfClientDependencies {
  /** Default: `process.env`. */
  environment?: Environment;
  runtime?: Runtime;
}

export interface ListJobsResult {
  /** `jobs.length`: how many jobs match. */
  total: number;
  /** By type, then by name. */
  jobs: Job[];
  /** False only with `consistency: "best-effort"`, when the pages kept contradicting each other. */
  complete: boolean;
}

export interface ListJobsOptions {
  /** Ends the listing: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called after every page: how many jobs have come, of how many the service says there are. */
  onProgress?: ((progress: ListProgress) => void) | undefined;
}

/**
 * Lists jobs of DataArts Factory. Create one for each account and region and keep it: connections, the project ID and
 * the request quota are shared by everything that is done with it.
 */
export class DlfClient {
  // Private to the language too: a client that is printed, or captured by a closure, must not show its keys.
  readonly #settings: Settings;
  readonly #http: SignedHttp;
  readonly #runtime: Runtime;
  readonly #findCredentials: () => DlfCredentials;
  #connecting: Promise<Connection> | undefined;

  /**
   * @param options what is not given is taken from the environment
   * @throws ConfigurationError for an option that cannot be used, or when neither region nor endpoint is known
   */
  constructor(options: DlfClientOptions = {}, { environment, runtime }: DlfClientDependencies = {}) {
    const variables = environment ?? process.env;
    this.#settings = resolveSettings(options, variables);
    this.#runtime = runtime ?? systemRuntime;
    this.#http = new SignedHttp(this.#settings, createTransport(this.#settings), this.#runtime);
    this.#findCredentials = () => resolveCredentials(options.credentials, variables);
  }

  /**
   * All jobs that match, each exactly once, or an error: never a part of them without a word.
   *
   * A list that contradicts itself, because jobs change while it is read, is made again, three times in all.
   *
   * @throws InvalidQueryError before anything is sent
   * @throws MissingCredentialsError, ConfigurationError when the service cannot be asked
   * @throws ApiError, AuthenticationError, ThrottlingError, NetworkError, TimeoutError, UnexpectedAnswerError
   * @throws IncompleteListError when the list does not settle, unless `consistency` is `best-effort`
   */
  async listJobs(query: JobsQuery = {}, { signal, onProgress }: ListJobsOptions = {}): Promise<ListJobsResult> {
    const checked = this.#checkQuery(query);
    const report = mergeProgress(onProgress);
    const { deadline, end } = this.#startDeadline(signal);
    try {
      const connection = await untilAborted(this.#connect(), deadline.signal);
      const listOne = (filter: JobsFilter) =>
        listAll(this.#pagesOf(connection, filter, deadline), {
          concurrency: this.#settings.concurrency,
          consistency: checked.consistency,
          onProgress: (progress) => {
            report(filter, progress);
          },
        });
      const listings = planListings(checked).map((filters) => Promise.all(filters.map(listOne)));
      const byType = await Promise.all(listings);
      const jobs = byType.flatMap((lists) => joinByTag(lists, checked.tagMatch)).filter(nameFilter(checked));
      jobs.sort(compareJobs);
      return { total: jobs.length, jobs, complete: byType.flat().every((list) => list.complete) };
    } finally {
      end();
    }
  }

  /**
   * The same jobs one by one, in the service's order, fetched page by page: for lists too long to hold.
   *
   * Jobs that were handed out cannot be taken back, so a list that contradicts itself ends with an
   * `IncompleteListError` at once. With `tagMatch` and several tags the lists have to be joined, hence held.
   * `listTimeoutMs` does not count the time that the caller spends on the jobs.
   *
   * @throws as `listJobs`; `consistency: "best-effort"` is an InvalidQueryError here
   */
  async *iterateJobs(query: JobsQuery = {}, options: ListJobsOptions = {}): AsyncGenerator<Job, void> {
    const checked = this.#checkQuery(query);
    if (checked.consistency === "best-effort") {
      throw new InvalidQueryError(
        "Invalid query: consistency: best-effort is for listJobs, whose result can say that it is not complete.",
      );
    }
    const listings = planListings(checked);
    if (listings.some((filters) => filters.length > 1)) {
      yield* (await this.listJobs(query, options)).jobs;
      return;
    }
    const report = mergeProgress(options.onProgress);
    const { concurrency } = this.#settings;
    const { deadline, end } = this.#startDeadline(options.signal);
    try {
      const connection = await untilAborted(this.#connect(), deadline.signal);
      for (const filter of listings.flat()) {
        const fetchPage = this.#pagesOf(connection, filter, deadline);
        let listed = 0;
        for await (const page of listPages(fetchPage, { concurrency, jobsAhead, strict: true })) {
          listed += page.jobs.length;
          report(filter, { listed, total: page.total });
          const handedOutAt = this.#runtime.now();
          yield* page.jobs.filter(nameFilter(checked));
          deadline.at += this.#runtime.now() - handedOutAt;
        }
      }
    } finally {
      end();
    }
  }

  #checkQuery(query: JobsQuery): CheckedQuery {
    return checkQuery({ ...query, workspace: query.workspace ?? this.#settings.workspace });
  }

  #pagesOf(connection: Connection, filter: JobsFilter, deadline: Deadline): FetchPage {
    return (page) => listPage(this.#http, connection, filter, page, deadline);
  }

  /** `end` also stops what is still under way for the listing: after a failure nothing goes on in the background. */
  #startDeadline(signal?: AbortSignal): { deadline: Deadline; end: () => void } {
    signal?.throwIfAborted();
    const controller = new AbortController();
    // Every request under way listens to it: that is no leak, and no reason for a warning of Node.js.
    setMaxListeners(0, controller.signal);
    const abort = () => {
      controller.abort(signal?.reason);
    };
    signal?.addEventListener("abort", abort, { once: true });
    const limitMs = this.#settings.listTimeoutMs;
    return {
      deadline: { at: this.#runtime.now() + limitMs, limitMs, signal: controller.signal },
      end: () => {
        signal?.removeEventListener("abort", abort);
        controller.abort();
      },
    };
  }

  /** Found once, for all who ask meanwhile and later; looked for again after a failure. */
  #connect(): Promise<Connection> {
    this.#connecting ??= this.#findConnection().catch((error: unknown) => {
      this.#connecting = undefined;
      throw error;
    });
    return this.#connecting;
  }

  async #findConnection(): Promise<Connection> {
    const credentials = this.#findCredentials();
    const { endpoint, iamEndpoint, projectId, region, listTimeoutMs: limitMs } = this.#settings;
    if (projectId !== undefined) return { endpoint, projectId, credentials };
    if (region === undefined || iamEndpoint === undefined) {
      throw new ConfigurationError(
        "No project ID, and no region to look it up by. Set the project ID in code or configuration or as " +
          "HW_PROJECT_ID, or the region (HW_REGION_NAME).",
      );
    }
    const deadline = { at: this.#runtime.now() + limitMs, limitMs };
    const found = await lookUpProject(this.#http, { iamEndpoint, name: region, credentials }, deadline);
    return { endpoint, projectId: found, credentials };
  }
}
