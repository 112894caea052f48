import type { AgencyOptions, DlfClientOptions, Environment } from "../configuration/options";
import { resolveSettings, type Settings } from "../configuration/settings";
import { findCredentials, locate, sourceOf, type Located } from "../connection/connect";
import { findProject, knownProject } from "../connection/findProject";
import { isToken, secretsOf } from "../credentials/credentials";
import type { ReadTextFile } from "../credentials/readTextFile";
import type { ResolvedCredentials } from "../credentials/resolveCredentials";
import { DlfError } from "../errors";
import { createExchange } from "../http/exchange";
import { ServerClock } from "../http/serverClock";
import { SignedHttp } from "../http/signedHttp";
import { Connections } from "../http/transport";
import type { RecordedExchange } from "../recording/recordedExchange";
import { recordExchanges } from "../recording/recordExchanges";
import { Background } from "../time/background";
import { RunningDeadline, type Deadline } from "../time/deadline";
import type { Runtime } from "../time/runtime";
import { Asker } from "./asker";
import { whyNoAnswer } from "./answer";
import { Budget } from "./budget";
import {
  clockVerdict,
  defaultWorkspaceVerdict,
  listVerdict,
  networkVerdict,
  projectVerdict,
  readProjects,
  takenVerdict,
  workspaceVerdict,
  type Check,
  type Verdict,
} from "./checks";
import {
  examineList,
  observationTitles,
  type ListExamination,
  type ListObservationId,
  type ObservationId,
  type PageSize,
} from "./examineList";
import type { ShowWord } from "./fields";
import { notingFiles, notingRefusals, withPlainWords } from "./foreignTexts";
import { firstPages, type FirstPage, type NoPage, type SendAsk } from "./firstPages";
import { rateHeadersFinding } from "./headers";
import { Identities, looksLikeApiWord } from "./identities";
import { notObservable, type Finding } from "./observation";
import { mostAttempts, mostRequests, requestsPerSecond } from "./plan";
import { reach } from "./reach";

export interface ExamineOptions {
  /** As a client is given them. */
  client: DlfClientOptions;
  /** Tags that jobs are known to have. */
  tags: readonly string[];
  /** Limit of the whole examination, in ms. */
  timeLimitMs: number;
}

/** All that the examination has of the world. */
export interface ExamineWorld {
  environment: Environment;
  runtime: Runtime;
  readTextFile?: ReadTextFile | undefined;
  /** Ends the examination, which rejects with its reason. */
  signal: AbortSignal;
}

export interface Observation {
  id: ObservationId;
  title: string;
  finding: Finding;
}

export interface Examination {
  checks: Check[];
  observations: Observation[];
  pageSizes: PageSize[];
  /** How many requests were sent, those for keys included. */
  sent: number;
  /** What was asked of the list and of IAM, and what came. Requests for keys are not among them. */
  exchanges: RecordedExchange[];
  identities: Identities;
}

const attemptTimeoutMs = 10_000;
const mostBytes = 16 * 1_024 * 1_024;
const mostBytesOfKeys = 1_024 * 1_024;

/**
 * Looks at all that stands between a person and a list of jobs, one thing after the other, and at what the service does
 * then. Sends `mostRequests` requests at most, one at a time, all of them reading. Whatever goes wrong is told, not thrown.
 *
 * @throws the signal's reason alone
 */
export async function examine(options: ExamineOptions, world: ExamineWorld): Promise<Examination> {
  const { runtime, environment, signal } = world;
  const identities = new Identities();
  const exchanges: RecordedExchange[] = [];
  const budget = new Budget(mostRequests);
  const examination = { checks: [], observations: [], pageSizes: [], sent: 0, exchanges, identities };
  const deadline = new RunningDeadline({ what: "The examination", ms: options.timeLimitMs }, runtime, signal);
  const connections = new Connections({ maxResponseBytes: mostBytes });
  const connectionsForKeys = new Connections({ maxResponseBytes: mostBytesOfKeys });
  const background = new Background(runtime);
  const clock = new ServerClock();
  const limits = { attemptTimeoutMs, maxAttempts: mostAttempts, concurrency: 1, requestsPerSecond };
  const http = new SignedHttp(
    limits,
    budget.limit(recordExchanges(connections.send, exchanges, runtime)),
    runtime,
    clock,
  );
  const said = new Set<string>();
  const sendForKeys = notingRefusals(budget.limit(connectionsForKeys.send), said);
  const exchange = createExchange(sendForKeys, clock, limits, runtime);
  try {
    registerEnvironment(identities, environment, options);
    const silent = () => undefined;
    const readTextFile = notingFiles(identities, world.readTextFile);
    const dependencies = {
      http,
      exchange,
      runtime,
      background,
      environment,
      readTextFile,
      warn: silent,
      debug: silent,
    };
    const run = new Run(options, dependencies, { deadline, signal, exchanges, identities, said });
    const found = await run.examine();
    return { ...examination, ...found, sent: budget.sent };
  } finally {
    deadline.end();
    background.end();
    connections.close();
    connectionsForKeys.close();
  }
}

type Dependencies = Parameters<typeof findCredentials>[2];

interface Around {
  deadline: Deadline;
  signal: AbortSignal;
  exchanges: RecordedExchange[];
  identities: Identities;
  /** What services said where they gave no keys. */
  said: ReadonlySet<string>;
}

/** One examination. Each step adds its lines, and says what the next ones have to go on with. */
class Run {
  readonly #checks: Check[] = [];

  constructor(
    private readonly options: ExamineOptions,
    private readonly dependencies: Dependencies,
    private readonly around: Around,
  ) {}

  async examine(): Promise<Pick<Examination, "checks" | "observations" | "pageSizes">> {
    const { exchanges } = this.around;
    const settings = this.#settings();
    const located = settings && locate(settings, this.dependencies);
    const endpoint = located && (await this.#place(located));
    const credentials = located && (await this.#credentials(located));
    if (located !== undefined) await this.#network(located, endpoint, credentials);
    const reachable = endpoint !== undefined && credentials !== undefined;
    const asker =
      credentials &&
      new Asker(this.dependencies.http, credentials.live, exchanges, this.around.deadline, this.around.signal);
    // Asked before the clock and the keys are told of: their answers tell of those.
    const project = located && credentials && asker && (await this.#project(located, credentials, asker));
    const workspace = located?.settings.workspace;
    const sendIn =
      (inWorkspace: string | undefined): SendAsk =>
      (ask) =>
        asker && endpoint !== undefined && project?.id !== undefined
          ? asker.list(endpoint, project.id, inWorkspace, ask)
          : Promise.resolve({ kind: "failed", why: "an earlier problem" });
    const send = sendIn(workspace);
    const first = reachable && project?.id !== undefined ? await firstPages(send) : undefined;
    const inWorkspace = await this.#workspace(workspace, first, sendIn(undefined));
    const { counts, hindrances, ...observed } = await this.#observations(first, send);
    // All answers tell of the clock and of the keys, which may have ended meanwhile.
    this.#add("clock", "Clock", clockVerdict(exchanges));
    this.#add("credentials-taken", "Credentials", takenVerdict(exchanges));
    this.#add("project", "Project", project?.verdict ?? earlier);
    this.#checks.push(...inWorkspace);
    this.#add("list", "Right to list", first === undefined ? earlier : listVerdict(first, counts, hindrances));
    return { checks: this.#checks, ...observed };
  }

  #add(id: string, title: string, verdict: Verdict): void {
    this.#checks.push({ id, title, ...verdict });
  }

  #problem(id: string, title: string, error: unknown): void {
    this.around.signal.throwIfAborted();
    const { identities, said } = this.around;
    const text = withPlainWords(error instanceof Error ? error.message : "unknown error", said);
    const code = error instanceof DlfError ? ` [${error.code}]` : "";
    this.#add(id, title, { mark: "problem", seen: `${identities.hide(text)}${code}` });
  }

  #settings(): Settings | undefined {
    try {
      return resolveSettings(this.options.client, this.dependencies.environment);
    } catch (error) {
      this.#problem("configuration", "Configuration", error);
      return undefined;
    }
  }

  /** Region, endpoints, workspace: what each is, and who says so. */
  async #place({ location }: Located): Promise<string | undefined> {
    const { identities } = this.around;
    let endpoint: string | undefined;
    try {
      endpoint = await location.endpoint("endpoint");
    } catch (error) {
      this.#problem("configuration", "Configuration", error);
    }
    const { settings } = location;
    registerSettings(identities, settings);
    const from = (option: Parameters<typeof sourceOf>[1]) => `from ${identities.hide(sourceOf(settings, option))}`;
    const { region, workspace, leftOut } = settings;
    this.#add("region", "Region", {
      mark: region === undefined ? "note" : "ok",
      seen: region === undefined ? "none is known" : `${identities.region(region)}, ${from("region")}`,
    });
    for (const [id, title, option] of [
      ["endpoint", "Service", "endpoint"],
      ["iam-endpoint", "IAM", "iamEndpoint"],
    ] as const) {
      const value = settings[option];
      if (value !== undefined)
        this.#add(id, title, { mark: "ok", seen: `${shownUrl(value, identities)}, ${from(option)}` });
    }
    this.#add("workspace-named", "Workspace named", {
      mark: "ok",
      seen:
        workspace === undefined
          ? "none: the default workspace"
          : `${identities.standIn("workspace", workspace)}, ${from("workspace")}`,
    });
    for (const { place, because } of leftOut) {
      this.#add("left-out", "Left out", {
        mark: "note",
        seen: `${identities.hide(place)}: ${identities.hide(because)}`,
      });
    }
    return endpoint;
  }

  async #credentials(located: Located): Promise<ResolvedCredentials | undefined> {
    const { identities, deadline } = this.around;
    try {
      const found = await findCredentials(this.options.client, located, this.dependencies, deadline);
      registerAgency(identities, found.agency?.agency);
      identities.add("project", found.besides.projectId);
      const inUse = await found.live.current(deadline);
      if (!isToken(inUse)) identities.add("id", inUse.accessKey);
      identities.add("value", ...secretsOf(inUse));
      const temporary = !isToken(inUse) && inUse.securityToken !== undefined;
      const kind = isToken(inUse) ? "an IAM token" : temporary ? "temporary keys" : "permanent keys";
      const { expiresAt } = found.live;
      const end =
        expiresAt === undefined
          ? kind === "permanent keys" ? "" : ", nothing tells until when"
          : `, until ${new Date(expiresAt).toISOString().slice(0, 16).replace("T", " ")} UTC`; // prettier-ignore
      this.#add("credentials", "Credentials found", {
        mark: "ok",
        seen: `${kind}, from ${identities.hide(found.live.source)}${end}`,
      });
      return found;
    } catch (error) {
      this.#problem("credentials", "Credentials found", error);
      return undefined;
    }
  }

  async #network(
    { location }: Located,
    endpoint: string | undefined,
    credentials: ResolvedCredentials | undefined,
  ): Promise<void> {
    const { identities, deadline, signal } = this.around;
    const { iamEndpoint, stsEndpoint } = location.settings;
    const usesSts = credentials?.agency?.agency.domainId !== undefined;
    const ways = [
      ["network", "Way to the service", endpoint],
      ["network-iam", "Way to IAM", iamEndpoint],
      ["network-sts", "Way to STS", usesSts ? stsEndpoint : undefined],
    ] as const;
    for (const [id, title, to] of ways) {
      if (to === undefined) continue;
      let verdict: Verdict;
      try {
        verdict = networkVerdict(to, await reach(to, deadline.signal), this.dependencies.runtime.now(), identities);
      } catch {
        signal.throwIfAborted();
        verdict = { mark: "skipped", seen: "the time was over" };
      }
      this.#add(id, title, verdict);
    }
  }

  async #project(
    { location }: Located,
    credentials: ResolvedCredentials,
    asker: Asker,
  ): Promise<{ id?: string; verdict: Verdict }> {
    const { identities, deadline, signal, exchanges } = this.around;
    try {
      const given = knownProject(location.settings, credentials);
      const region = await location.region();
      if (!("value" in given)) {
        const { value, source } = await findProject(location, credentials, this.dependencies, deadline);
        const seen = `${identities.standIn("project", value)}, from ${identities.hide(source)}`;
        return { id: value, verdict: { mark: "ok", seen } };
      }
      const { iamEndpoint } = location.settings;
      const answer = iamEndpoint === undefined ? "no endpoint of IAM is known" : await asker.projects(iamEndpoint);
      const projects = typeof answer === "string" ? answer : (readProjects(answer) ?? whyNone(answer));
      if (Array.isArray(projects)) registerProjects(identities, projects);
      const known = { id: given.value, region, source: identities.hide(given.source) };
      return { id: given.value, verdict: projectVerdict(known, projects, identities) };
    } catch (error) {
      signal.throwIfAborted();
      for (const exchange of exchanges) registerProjects(identities, readProjects(exchange) ?? []);
      const code = error instanceof DlfError ? error.code : "unexpected";
      const text = identities.hide(error instanceof Error ? error.message : "");
      const seen = code === "INVALID_CONFIGURATION" ? text : `it was not found out: ${plainFailure(exchanges, code)}`;
      return { verdict: { mark: "problem", seen, ...(code !== "INVALID_CONFIGURATION" && { todo: projectAdvice }) } };
    }
  }

  async #workspace(
    workspace: string | undefined,
    first: [FirstPage, FirstPage | NoPage] | NoPage | undefined,
    sendToDefault: SendAsk,
  ): Promise<Check[]> {
    const { identities } = this.around;
    const main = Array.isArray(first) ? first[0] : first;
    const named = main === undefined ? earlier : workspaceVerdict(workspace, main, identities);
    const checks: Check[] = [{ id: "workspace", title: "Workspace", ...named }];
    if (workspace === undefined) return checks;
    const verdict =
      main === undefined || ("refusal" in main && main.refusal.kind === "failed")
        ? earlier
        : defaultWorkspaceVerdict(
            await sendToDefault({ jobType: "BATCH", offset: "page" in main ? main.base : 0, limit: 1 }),
          );
    return [...checks, { id: "default-workspace", title: "Default workspace", ...verdict }];
  }

  async #observations(
    first: [FirstPage, FirstPage | NoPage] | NoPage | undefined,
    send: SendAsk,
  ): Promise<Pick<Examination, "observations" | "pageSizes"> & Pick<ListExamination, "counts" | "hindrances">> {
    const { identities, exchanges } = this.around;
    const tell = (findings: Partial<Record<ListObservationId, Finding>>): Observation[] =>
      (Object.keys(observationTitles) as ObservationId[]).map((id) => ({
        id,
        title: observationTitles[id],
        finding:
          id === "rateHeaders"
            ? rateHeadersFinding(exchanges)
            : (findings[id] ?? notObservable("the list cannot be read, see above")),
      }));
    if (!Array.isArray(first)) return { observations: tell({}), pageSizes: [], counts: {}, hindrances: [] };
    const show: ShowWord = (word, kind) =>
      looksLikeApiWord(word) && !identities.isIn(word) ? word : identities.standIn("value", `${kind} ${word}`);
    for (const each of first) if ("page" in each) registerJobs(identities, each.page.jobs);
    const { findings, ...rest } = await examineList(send, first, { tags: this.options.tags, show });
    return { observations: tell(findings), ...rest };
  }
}

const earlier: Verdict = { mark: "skipped", seen: "of an earlier problem" };
const projectAdvice = "Look at the lines above, or give the project's ID (HW_PROJECT_ID): then IAM is not needed.";

function whyNone(exchange: RecordedExchange): string {
  const { response, error } = exchange;
  return response === undefined ? whyNoAnswer(error) : `status ${response.status}`;
}

/** The last answer of IAM in words of our own: what it said may be about anybody. */
function plainFailure(exchanges: readonly RecordedExchange[], code: string): string {
  const last = exchanges.at(-1);
  return last === undefined ? `[${code}]` : `IAM: ${whyNone(last)} [${code}]`;
}

function shownUrl(url: string, identities: Identities): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${identities.host(host)}`;
}

function registerEnvironment(identities: Identities, environment: Environment, { client, tags }: ExamineOptions): void {
  const value = (name: string) => environment[name];
  identities.add(
    "project",
    client.projectId,
    client.projectName,
    value("HW_PROJECT_ID"),
    value("HUAWEICLOUD_SDK_PROJECT_ID"),
  );
  const projectName = value("HW_PROJECT_NAME");
  if (projectName !== undefined && projectName !== "") identities.projectName(projectName);
  identities.add("workspace", client.workspace);
  identities.add("agency", value("HW_ASSUME_ROLE_AGENCY_NAME"));
  identities.add("domain", value("HW_ASSUME_ROLE_DOMAIN_NAME"), value("HW_ASSUME_ROLE_DOMAIN_ID"));
  identities.add("profile", client.profile, value("HW_PROFILE"));
  identities.add("id", value("HW_ACCESS_KEY"), value("HUAWEICLOUD_SDK_AK"));
  identities.add("tag", ...tags);
  for (const name of [
    "HW_SHARED_CONFIG_FILE",
    "HUAWEICLOUD_SDK_CREDENTIALS_FILE",
    "HUAWEICLOUD_OIDC_TOKEN_FILE",
    "HC_CONTAINER_AUTHORIZATION_TOKEN_FILE",
  ]) {
    identities.add("path", value(name));
  }
  registerAgency(identities, client.assumeRole === false ? undefined : client.assumeRole);
  // Whatever else is said to the client there, messages may quote: also a part of a URN, which names an account.
  for (const [name, text] of Object.entries(environment)) {
    if (!/^(HW|HUAWEICLOUD|HC|DLF)_/.test(name) || /REGION|ENDPOINT|PROJECT_NAME|CLOUD$|_DURATION$/.test(name))
      continue;
    for (const part of [text ?? "", ...(text ?? "").split(/[:/]/)]) if (part.length > 5) identities.add("value", part);
  }
}

function registerAgency(identities: Identities, agency: AgencyOptions | undefined): void {
  identities.add("agency", agency?.agencyName);
  identities.add("domain", agency?.domainName, agency?.domainId);
}

function registerSettings(identities: Identities, settings: Settings): void {
  const { projectId, projectName, workspace, domain, region } = settings;
  identities.add("project", projectId);
  if (projectName !== undefined) identities.projectName(projectName);
  if (region !== undefined) identities.region(region);
  if (!/^myhuaweicloud\.(com|eu)$/.test(domain)) identities.add("host", domain);
  identities.add("workspace", workspace);
}

function registerProjects(identities: Identities, projects: readonly { id: string; name: string }[]): void {
  for (const { id, name } of projects) {
    identities.add("project", id);
    identities.projectName(name);
  }
}

/** So that no word of theirs is taken for a new status or field. */
function registerJobs(identities: Identities, jobs: readonly Readonly<Record<string, unknown>>[]): void {
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  for (const job of jobs) {
    identities.add("job", text(job["name"]));
    identities.add("user", text(job["owner"]), text(job["createUser"]), text(job["lastUpdateUser"]));
    if (job["path"] !== "/") identities.add("path", text(job["path"]));
  }
}
