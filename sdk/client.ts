import { Background } from "./time/background";
import { connect, type Connected } from "./connection/connect";
import type { ReadTextFile } from "./credentials/readTextFile";
import { RunningDeadline, type Deadline } from "./time/deadline";
import { debugLog } from "./configuration/debug";
import { descriptionLines, type ConfigurationDescription } from "./connection/describeConfiguration";
import { InvalidQueryError } from "./errors";
import { createExchange } from "./http/exchange";
import { ServerClock } from "./http/serverClock";
import { SignedHttp } from "./http/signedHttp";
import { Connections } from "./http/transport";
import { filterWarnings, passes } from "./jobs/filter";
import { FilterFindings } from "./jobs/filterFindings";
import { findJob, type JobQuery } from "./jobs/findJob";
import type { Job } from "./jobs/job";
import { listPage, type Connection, type FetchPage } from "./jobs/listPage";
import { listAll, type ListProgress } from "./jobs/listAll";
import { listPages } from "./jobs/listPages";
import { mergeProgress } from "./jobs/mergeProgress";
import { MissingFields } from "./jobs/missingFields";
import {
  checkQuery,
  compareJobs,
  joinByTag,
  isAskedFor,
  planListings,
  refuseNoQuery,
  type CheckedQuery,
  type ListingFilter,
  type JobsQuery,
} from "./jobs/query";
import { unknownStatuses } from "./jobs/unknownStatuses";
import { variable, type DlfClientOptions, type Environment } from "./configuration/options";
import { systemRuntime, type Runtime } from "./time/runtime";
import { resolveSettings, type Settings } from "./configuration/settings";
import { SharedWork } from "./time/sharedWork";
import { onceEach } from "./text/onceEach";

/** So many jobs `iterateJobs` fetches ahead of its caller: it is for lists that are too long to hold. */
const jobsAhead = 4_000;

/** Answers of STS, IAM and metadata services with keys in them are short. */
const mostBytesOfKeys = 1_024 * 1_024;

/** For tests and for programs with an environment of their own. */
export interface DlfClientDependencies {
  /** Default: `process.env`. */
  environment?: Environment;
  /** Clock, sleep and chance. Default: those of the system. */
  runtime?: Runtime;
  /** Default: from the file system. */
  readTextFile?: ReadTextFile;
  /**
   * Told, once each, of what is no error but should be looked at: a file of keys that others can read, a renewal that
   * failed while the credentials still hold, jobs that came without a field that the API promises, or with a status that is not known. One line, no secret.
   * Default: nobody.
   */
  warn?: (message: string) => void;
}

/** A list of jobs, and what is to be known of it. */
export interface ListJobsResult {
  /** `jobs.length`: how many jobs match. */
  total: number;
  /** By type, then by name. */
  jobs: Job[];
  /** False only with `consistency: "best-effort"`, when the pages kept contradicting each other. */
  complete: boolean;
  /**
   * When the list had come, in ms since the epoch: by the service's clock, where it refused this machine's as wrong. Ages
   * of runs are to be judged by this time.
   */
  listedAt: number;
  /**
   * What should be looked at, one line each: parts of the filter that match no job, and how many jobs do not tell what
   * the filter asks for, and are kept. Absent where there is nothing.
   */
  warnings?: string[];
  /** The whole names (no globs) in `filter.names` that no listed job has. Absent where there are none. */
  missingNames?: string[];
}

/** For a single listing. */
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
  readonly #clock: ServerClock;
  readonly #warn: (message: string, about?: string) => void;
  readonly #background: Background;
  readonly #connections: readonly Connections[];
  /** Once for all who ask meanwhile. */
  readonly #connecting: SharedWork<Connected>;
  #connected: Connected | undefined;

  /**
   * @param options what is not given is taken from the environment; region, credentials and project, where nothing
   * gives them, are looked for on first use
   * @throws ConfigurationError for an option that cannot be used
   */
  constructor(options: DlfClientOptions = {}, dependencies: DlfClientDependencies = {}) {
    const { environment = process.env, runtime = systemRuntime, readTextFile } = dependencies;
    const settings = resolveSettings(options, environment);
    const clock = new ServerClock();
    const connections = new Connections(settings);
    const connectionsForKeys = new Connections({ maxResponseBytes: mostBytesOfKeys });
    const http = new SignedHttp(settings, connections.send, runtime, clock);
    const exchange = createExchange(connectionsForKeys.send, clock, settings, runtime);
    const debug = debugLog(environment);
    const warn = onceEach((message) => {
      debug(`warning: ${message}`);
      dependencies.warn?.(message);
    });
    this.#warn = warn;
    this.#clock = clock;
    this.#settings = settings;
    this.#runtime = runtime;
    this.#http = http;
    const background = new Background(runtime);
    this.#background = background;
    this.#connections = [connections, connectionsForKeys];
    this.#connecting = new SharedWork(async (deadline) => {
      const world = { http, exchange, runtime, background, environment, readTextFile, warn, debug };
      const connected = await connect(options, settings, world, deadline);
      if (variable(environment, "DEBUG") !== undefined) debug(...descriptionLines(await connected.describe(deadline)));
      return connected;
    });
  }

  /**
   * All jobs that match, each exactly once, or an error: never a part of them without a word.
   *
   * A list that contradicts itself, because jobs change while it is read, is made again, three times in all.
   *
   * @throws InvalidQueryError before anything is sent
   * @throws MissingCredentialsError, ConfigurationError when credentials, region or project are missing: lists every
   * place that was looked at
   * @throws ApiError, AuthenticationError, ThrottlingError, NetworkError, TimeoutError, UnexpectedAnswerError
   * @throws IncompleteListError when the list does not settle, unless `consistency` is `best-effort`
   */
  async listJobs(query: JobsQuery = {}, { signal, onProgress }: ListJobsOptions = {}): Promise<ListJobsResult> {
    const checked = this.#checkQuery(query);
    const report = mergeProgress(onProgress);
    const deadline = this.#startDeadline(signal);
    try {
      const connection = await this.#connect(deadline);
      const listOne = (filter: ListingFilter) =>
        listAll(this.#pagesOf(connection, filter, deadline), {
          concurrency: this.#settings.concurrency,
          consistency: checked.consistency,
          onProgress: (progress) => {
            report(filter, progress);
          },
        });
      const listings = planListings(checked).map((filters) => Promise.all(filters.map(listOne)));
      const byType = await Promise.all(listings);
      const listed = byType.flatMap((lists) => joinByTag(lists, checked.tagMatch)).filter(isAskedFor(checked));
      // Before the filter: it may be that it has to do without what they lack.
      const missing = new MissingFields();
      missing.count(listed);
      this.#tellMissing(missing, checked);
      const filter = checked.filter ?? {};
      const findings = new FilterFindings(filter);
      findings.count(listed);
      const jobs = listed.filter(passes(filter)).sort(compareJobs);
      const unknown = unknownStatuses(jobs);
      if (unknown)
        this.#warn(unknown.message, `unknown statuses ${unknown.statuses.join()} in ${checked.workspace ?? ""}`);
      const complete = byType.flat().every((list) => list.complete);
      const { warnings, missingNames } = findings;
      return {
        ...{ total: jobs.length, jobs, complete, listedAt: this.#runtime.now() + this.#clock.offsetMs },
        ...(warnings.length > 0 && { warnings }),
        ...(missingNames.length > 0 && { missingNames }),
      };
    } finally {
      deadline.end();
    }
  }

  /**
   * The one job of exactly that name.
   *
   * @throws JobNotFoundError where there is none: names the nearest. InvalidQueryError where two have it
   * @throws as `listJobs`
   */
  getJob(query: JobQuery, options: ListJobsOptions = {}): Promise<Job> {
    return findJob(query, (wanted) => this.listJobs(wanted, options));
  }

  /**
   * The same jobs one by one, in the service's order, fetched page by page: for lists too long to hold.
   *
   * Jobs that were handed out cannot be taken back, so a list that contradicts itself ends with an
   * `IncompleteListError` at once. It is read once: where `total` says less than there are and a job is deleted meanwhile,
   * another one can be missing (`listJobs` reads such a list until the same jobs came twice). With `tagMatch` and several
   * tags the lists have to be joined, hence held. `listTimeoutMs` does not count the time that the caller spends on the jobs. What `listJobs` gives as `warnings` is
   * told to the client's `warn` here.
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
      const { jobs, warnings = [] } = await this.listJobs(query, options);
      for (const warning of warnings) this.#warn(warning);
      yield* jobs;
      return;
    }
    const report = mergeProgress(options.onProgress);
    const { concurrency } = this.#settings;
    const deadline = this.#startDeadline(options.signal);
    const missing = new MissingFields();
    const filter = checked.filter ?? {};
    const findings = new FilterFindings(filter);
    let isWhole = false;
    try {
      const connection = await this.#connect(deadline);
      for (const asked of listings.flat()) {
        const fetchPage = this.#pagesOf(connection, asked, deadline);
        let listed = 0;
        for await (const page of listPages(fetchPage, { concurrency, jobsAhead, strict: true })) {
          listed += page.jobs.length;
          report(asked, { listed, total: page.total });
          const jobs = page.jobs.filter(isAskedFor(checked));
          missing.count(jobs);
          findings.count(jobs);
          deadline.pause();
          yield* jobs.filter(passes(filter));
          deadline.resume();
        }
      }
      isWhole = true;
    } finally {
      deadline.end();
      for (const warning of isWhole ? findings.warnings : findings.untoldWarnings) this.#warn(warning);
      this.#tellMissing(missing, checked);
    }
  }

  /** Once for each workspace: a list of the next minute lacks the same, of some jobs more or less. */
  #tellMissing({ warning }: MissingFields, { workspace }: CheckedQuery): void {
    if (warning !== undefined) this.#warn(warning, `fields missing in ${workspace ?? ""}`);
  }

  #checkQuery(query: JobsQuery): CheckedQuery {
    refuseNoQuery(query);
    const checked = checkQuery({ ...query, workspace: query.workspace ?? this.#settings.workspace });
    for (const warning of filterWarnings(checked.filter ?? {})) this.#warn(warning);
    return checked;
  }

  #pagesOf(connection: Connection, filter: ListingFilter, deadline: Deadline): FetchPage {
    return (page) => listPage(this.#http, connection, filter, page, deadline);
  }

  #startDeadline(signal?: AbortSignal): RunningDeadline {
    const limit = { what: "The listing", ms: this.#settings.listTimeoutMs, option: "listTimeoutMs" };
    return new RunningDeadline(limit, this.#runtime, signal);
  }

  /**
   * Where region, credentials, project and endpoints come from. Finds them first, as a listing would, within
   * `listTimeoutMs`.
   *
   * @returns names only: no secret, keys shortened
   * @throws as `listJobs` for what is missing
   */
  async describeConfiguration(): Promise<ConfigurationDescription> {
    const deadline = this.#startDeadline();
    try {
      return await (await this.#connect(deadline)).describe(deadline);
    } finally {
      deadline.end();
    }
  }

  /**
   * Closes the connections that are kept for the next request, and those of requests under way once they are answered;
   * ends a renewal of credentials that nobody waits for. Listings that are under way go on. The client stays usable:
   * what is asked from now on opens new connections.
   */
  close(): void {
    this.#background.end();
    for (const connections of this.#connections) connections.close();
  }

  /** Found once for the life of the client; looked for again after a failure. */
  async #connect(deadline: Deadline): Promise<Connected> {
    const connected = (this.#connected ??= await this.#connecting.wait(deadline));
    deadline.doing = `reading the list from ${new URL(connected.endpoint).host}`;
    return connected;
  }
}
