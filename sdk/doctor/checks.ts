import { regionOfProject } from "../configuration/places";
import { formatAge } from "../text/duration";
import type { JobType } from "../jobs/job";
import type { RecordedExchange } from "../recording/recordedExchange";
import { errorBody } from "../http/errorBody";
import { advice } from "../http/advice";
import { refusalText, tooLarge, type Answer } from "./answer";
import type { FirstPage, NoPage } from "./firstPages";
import { plainWords, type Identities } from "./identities";
import { counted } from "./observation";
import type { Reached } from "./reach";

/** `note`: nothing is wrong as far as can be seen, and it is worth a look. */
export type Mark = "ok" | "problem" | "note" | "skipped";

export interface Check {
  /** Stable, for machines. */
  id: string;
  title: string;
  mark: Mark;
  seen: string;
  /** What to do about it. */
  todo?: string;
}

const minuteMs = 60_000;
/** More is refused by the gateway. */
const mostOffMs = 15 * minuteMs;

/** A check without its name. */
export type Verdict = Pick<Check, "mark" | "seen" | "todo">;

export function networkVerdict(endpoint: string, reached: Reached, now: number, identities: Identities): Verdict {
  const url = new URL(endpoint);
  const where = identities.host(url.host);
  const by = reached.proxy === undefined ? "" : `, by the proxy ${identities.host(reached.proxy)}`;
  if (reached.failed !== undefined) {
    const seen = `${where}: ${reached.failed} failed (${reached.code ?? "no reason told"})${by}`;
    return { mark: "problem", seen, todo: networkAdvice(reached) };
  }
  const addresses =
    reached.addresses === undefined
      ? ""
      : `, ${reached.addresses} ${reached.addresses === 1 ? "address" : "addresses"}`;
  if (reached.protocol === undefined) return { mark: "ok", seen: `${where}${addresses}, no TLS${by}` };
  const endsAt = reached.certificateEndsAt;
  const day = endsAt === undefined ? "" : `, certificate until ${new Date(endsAt).toISOString().slice(0, 10)}`;
  const soon = endsAt !== undefined && endsAt - now < 7 * 24 * 60 * minuteMs;
  return { mark: soon ? "note" : "ok", seen: `${where}${addresses}, ${reached.protocol}${day}${by}` };
}

function networkAdvice({ failed, code, proxy }: Reached): string {
  if (failed === "DNS")
    return "Is the region, or the endpoint, spelled right? Is there a proxy to be named in HTTPS_PROXY?";
  if (failed === "proxy") {
    return code === "status 407"
      ? "The proxy wants a user and a password: https_proxy=http://user:password@host:port."
      : "Check HTTPS_PROXY, and whether the proxy lets this host through. NO_PROXY names hosts without a proxy.";
  }
  if (failed === "TLS") return tlsAdvice(code ?? "");
  return proxy === undefined ? "Is there a firewall, or a proxy to be named in HTTPS_PROXY?" : "Check HTTPS_PROXY.";
}

function tlsAdvice(code: string): string {
  if (/EXPIRED|NOT_YET_VALID/.test(code)) {
    return "Is this machine's clock right? If it is, whoever runs the endpoint has to renew its certificate.";
  }
  if (code.includes("ALTNAME")) return "Is the endpoint spelled right? The certificate there is of another name.";
  if (/^(EPROTO|ERR_SSL|ECONNRESET|TIMEOUT)/.test(code))
    return "Is it the right port? What answers there speaks no TLS.";
  return "Does something on the way (a firewall, a proxy) put its own certificate in? Name its CA's file in NODE_EXTRA_CA_CERTS.";
}

/** How far this machine's clock is from the service's and from IAM's, by the first answer of each that tells a date. */
export function clockVerdict(exchanges: readonly RecordedExchange[]): Verdict {
  const [service] = exchanges.filter(isOfList).flatMap(aheadOf);
  const [iam] = exchanges.filter((each) => !isOfList(each)).flatMap(aheadOf);
  const clocks = [
    ...(service === undefined ? [] : [{ whose: "the service's", aheadMs: service }]),
    ...(iam === undefined ? [] : [{ whose: "IAM's", aheadMs: iam }]),
  ];
  const [first] = clocks;
  if (first === undefined) return { mark: "skipped", seen: "no answer tells a date" };
  const { whose, aheadMs } = clocks.find((each) => Math.abs(each.aheadMs) > Math.abs(first.aheadMs) + 2_000) ?? first;
  const off = Math.abs(aheadMs);
  if (off < 2_000) return { mark: "ok", seen: `as ${clocks.map((each) => each.whose).join(" and ")}, within 2 s` };
  const seen = `${formatAge(off)} ${aheadMs > 0 ? "ahead of" : "behind"} ${whose}`;
  if (off <= minuteMs) return { mark: "ok", seen };
  const todo = "Set it, best by NTP. The gateway refuses signatures that are more than 15 minutes off.";
  return { mark: off > mostOffMs ? "problem" : "note", seen, todo };
}

/** In ms. None where the answer tells no time. */
function aheadOf({ response, sentAt, durationMs }: RecordedExchange): number[] {
  const date = Date.parse(headerOf(response?.headers ?? {}, "date") ?? "");
  // A date has no fractions: it was half a second later, on average.
  return Number.isNaN(date) ? [] : [sentAt + durationMs / 2 - (date + 500)];
}

/** Whether the list was asked for, and not IAM. */
function isOfList({ request }: RecordedExchange): boolean {
  return new URL(request.url).pathname.startsWith("/v1/");
}

/** Whether the credentials are taken: by the service, or, where that was not asked or did not answer, by IAM. */
export function takenVerdict(exchanges: readonly RecordedExchange[]): Verdict {
  const answersTo = (asked: readonly RecordedExchange[]) =>
    asked.flatMap(({ response }) => response ?? []).filter(({ body }) => isJson(body));
  const ofService = answersTo(exchanges.filter(isOfList));
  const answers = ofService.length > 0 ? ofService : answersTo(exchanges);
  if (answers.length === 0) return { mark: "skipped", seen: "no answer of the service came" };
  const isTaken = ({ status }: (typeof answers)[number]) => status < 500 && ![401, 407, 429].includes(status);
  const lastTaken = answers.map(isTaken).lastIndexOf(true);
  const lastRefused = answers.map(({ status }) => status).lastIndexOf(401);
  const refused = answers[lastRefused];
  if (refused === undefined || lastRefused < lastTaken) {
    if (lastTaken < 0) return { mark: "skipped", seen: "the service did not get as far as looking at them" };
    return { mark: "ok", seen: ofService.length > 0 ? "taken by the service" : "taken by IAM" };
  }
  const error = errorBody(JSON.parse(refused.body));
  const before = lastTaken < 0 ? "refused" : "refused, after they had been taken";
  return {
    mark: "problem",
    seen: `${before}: ${refusalText({ status: 401, code: error?.code })}${quoted(error?.said ?? "")}`,
    todo: "Check the access key and the secret key, whether they are active, and the security token's age.",
  };
}

export type KnownProjects = { id: string; name: string }[];

/** IAM's answer to which projects there are; undefined where it is none. */
export function readProjects({ response }: RecordedExchange): KnownProjects | undefined {
  if (response?.status !== 200 || !isJson(response.body)) return undefined;
  const { projects } = (JSON.parse(response.body) ?? {}) as { projects?: unknown };
  if (!Array.isArray(projects)) return undefined;
  return (projects as unknown[]).filter(
    (each): each is KnownProjects[number] =>
      typeof (each as KnownProjects[number] | null)?.id === "string" &&
      typeof (each as KnownProjects[number]).name === "string",
  );
}

/** Whether a project that was given by its ID is one of the region. */
export function projectVerdict(
  { id, region, source }: { id: string; region: string | undefined; source: string },
  projects: KnownProjects | string,
  identities: Identities,
): Verdict {
  const shown = `${identities.standIn("project", id)}, from ${source}`;
  if (typeof projects === "string") {
    return {
      mark: "note",
      seen: `${shown}; IAM does not tell whose it is (${projects}), and listing does not need it`,
    };
  }
  const found = projects.find((each) => each.id === id);
  if (found === undefined) {
    const seen = `${shown}; none of the ${counted(projects.length, "project")} that IAM shows for these credentials`;
    return { mark: "note", seen, todo: "Is it the project's ID, and of the account of these credentials?" };
  }
  const its = regionOfProject(found.name);
  if (its !== undefined && region !== undefined && its !== region) {
    return {
      mark: "problem",
      seen: `${shown}; it is a project of ${identities.region(its)}, and the region is ${identities.region(region)}`,
      todo: "Name the region of the project, or the project of the region (without a project it is looked up).",
    };
  }
  return { mark: "ok", seen: `${shown}; in IAM it is called ${identities.projectName(found.name)}` };
}

/** Whether the workspace is one. */
export function workspaceVerdict(
  workspace: string | undefined,
  first: FirstPage | NoPage,
  identities: Identities,
): Verdict {
  const shown = workspace === undefined ? "the default workspace" : identities.standIn("workspace", workspace);
  if ("page" in first) return { mark: "ok", seen: `${shown} is there` };
  const { refusal } = first;
  if (refusal.kind === "refused" && refusal.code === "DLF.0819") {
    return {
      mark: "problem",
      seen: `${shown} is not there: ${refusalText(refusal)}`,
      todo: `${advice(400, "DLF.0819")}.`,
    };
  }
  if (refusal.kind === "refused" && refusal.code === "DLF.6888") return { mark: "ok", seen: `${shown} is there` };
  return { mark: "skipped", seen: "the service did not get as far as looking at it" };
}

/** Whether there is a default workspace, where another one is named. */
export function defaultWorkspaceVerdict(answer: Answer): Verdict {
  if (answer.kind === "page") return { mark: "ok", seen: "there is one: queries without a workspace mean it" };
  if (answer.kind === "failed") return { mark: "skipped", seen: answer.why };
  if (answer.code === "DLF.0819") {
    return {
      mark: "note",
      seen: `there is none: ${refusalText(answer)}`,
      todo: "Every query has to name its workspace.",
    };
  }
  return { mark: "note", seen: `it may not be listed: ${refusalText(answer)}` };
}

/** How many jobs there are of a type, as far as can be known. */
export interface JobCount {
  jobs: number;
  /** There may be more: `total` is not to be believed. */
  atLeast: boolean;
}

/** Whether the credentials may list jobs, or whatever else keeps them from it. */
export function listVerdict(
  first: [FirstPage, FirstPage | NoPage] | NoPage,
  counts: Readonly<Partial<Record<JobType, JobCount>>>,
  hindrances: readonly string[] = [],
): Verdict {
  if (!Array.isArray(first)) {
    const { refusal } = first;
    const isToldAbove = refusal.kind === "refused" && (refusal.status === 401 || refusal.code === "DLF.0819");
    return isToldAbove ? { mark: "skipped", seen: "of the problem above" } : noListVerdict(refusal);
  }
  const described = (["BATCH", "REAL_TIME"] as const).flatMap((type) => describeCount(type, counts[type]));
  const may = `they may: ${described.join(", ")}`;
  const missing = first.find((each): each is NoPage => "refusal" in each);
  if (missing === undefined && hindrances.length > 0) {
    const todo = "The service is not as its reference says: please report this output.";
    return { mark: "problem", seen: `${may}, but the list ends with an error: ${hindrances.join("; ")}`, todo };
  }
  if (missing === undefined) return { mark: "ok", seen: may };
  const { seen, ...verdict } = noListVerdict(missing.refusal);
  return { ...verdict, seen: `${may}; ${"BATCH" in counts ? "real-time" : "batch"} jobs: ${seen}` };
}

function noListVerdict(refusal: NoPage["refusal"]): Verdict {
  if (refusal.kind === "failed" && refusal.status === 429) {
    const todo = "The quota of this user is used up (30 requests a second): try again later, and ask less at once.";
    return { mark: "problem", seen: refusal.why, todo };
  }
  if (refusal.kind === "failed") {
    const todo =
      refusal.why === tooLarge || (refusal.status !== undefined && refusal.status < 500)
        ? "Is the endpoint the service itself, and no page of a proxy or of a login?"
        : "Look at the lines about the network. If they are well, try again later.";
    return { mark: "problem", seen: refusal.why, todo };
  }
  return {
    mark: "problem",
    seen: `refused: ${refusalText(refusal)}${quoted(refusal.said)}`,
    todo: `${advice(refusal.status, refusal.code)}.`,
  };
}

function describeCount(jobType: JobType, count: JobCount | undefined): string[] {
  if (count === undefined) return [];
  const what = counted(count.jobs, jobType === "BATCH" ? "batch job" : "real-time job");
  return [count.atLeast ? `at least ${what}` : what];
}

/** What the service said, without its code, which is told anyway. */
function quoted(said: string): string {
  const words = plainWords(said.replace(/^[A-Za-z]+\.\d+ /, ""));
  return /[a-z]/i.test(words) ? ` (${words})` : "";
}

function isJson(body: string): boolean {
  try {
    return typeof JSON.parse(body) === "object";
  } catch {
    return false;
  }
}

function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
}
