import type { Answer } from "./answer";
import { readReplayFile, type RecordedAnswer, type RecordedRequest } from "./replayFile";
import { ReplayedLists } from "./replayedLists";

/** A clock that differs by less is right: the recording counts whole seconds. */
const rightClockMs = 5_000;

/** Answers as a recording does: what was asked in it as it was answered, other pages as far as it tells of them. */
export class Replay {
  /** As the recording names them, by made-up IDs. */
  readonly workspaces: readonly string[];
  readonly projectId: string | undefined;
  readonly region: string | undefined;
  /** Whether IAM was asked for projects. Else the emulator's own are answered. */
  readonly knowsProjects: boolean;
  /** How far the service's clock was ahead of that of the machine that recorded. */
  readonly clockOffsetMs: number;
  private readonly requests: readonly RecordedRequest[];
  private readonly byKey = new Map<string, RecordedAnswer[]>();
  private readonly asked = new Map<string, number>();
  private readonly lists: ReplayedLists;

  /** @throws Error for a file that is no recording */
  constructor(path: string) {
    this.requests = readReplayFile(path);
    const ofJobs = this.requests.filter(({ url }) => url.pathname.startsWith("/v1/"));
    const workspaces = new Set(ofJobs.map(({ workspace }) => workspace));
    this.workspaces = [...workspaces].filter((id) => id !== undefined);
    const projectOf = ({ url }: RecordedRequest) => decodeURIComponent(url.pathname.split("/")[2] ?? "");
    this.projectId = ofJobs[0] && projectOf(ofJobs[0]);
    this.region = first(
      this.requests,
      ({ url }) => regionOf(url.hostname) ?? regionOf(`x.${url.searchParams.get("name") ?? ""}.`),
    );
    this.knowsProjects = ofJobs.length < this.requests.length;
    this.clockOffsetMs = clockOffset(this.requests);
    for (const { url, workspace, answer } of this.requests) {
      const key = keyOf(url.pathname, url.searchParams, workspace);
      this.byKey.set(key, [...(this.byKey.get(key) ?? []), answer]);
    }
    this.lists = new ReplayedLists(ofJobs);
  }

  answer(kind: "jobs" | "projects", query: URLSearchParams, workspace: string | undefined): Answer {
    const path = kind === "jobs" ? `/v1/${this.projectId ?? ""}/jobs` : "/v3/projects";
    const recorded = this.recorded(keyOf(path, query, workspace));
    if (recorded) return recorded;
    if (kind === "projects") return this.untold("IAM's projects", query, "They were not asked for like this.");
    const found = this.lists.answer(query, workspace);
    return typeof found === "string" ? this.untold("the list of jobs", query, found) : answerOf(found);
  }

  /** The first answer to the first of the same requests, and so on; from then on the last one. */
  private recorded(key: string): Answer | undefined {
    const found = this.byKey.get(key);
    if (!found) return undefined;
    // The emulator verifies signatures itself, by its own clock: a refusal that passed is not to come again.
    const taken = found.some(({ status }) => status !== 401) ? found.filter(({ status }) => status !== 401) : found;
    const count = this.asked.get(key) ?? 0;
    this.asked.set(key, count + 1);
    const answer = taken[Math.min(count, taken.length - 1)];
    return answer && answerOf(answer);
  }

  private untold(what: string, query: URLSearchParams, reason: string): Answer {
    const text = `The recording does not tell how ${what} (${query.toString()}) is answered. ${reason}`;
    return { status: 501, body: { error_code: "REPLAY", error_msg: text } };
  }
}

function keyOf(path: string, query: URLSearchParams, workspace: string | undefined): string {
  const parameters = [...query].map(([name, value]) => `${name}=${value}`).sort();
  const isJobs = path.startsWith("/v1/");
  return JSON.stringify([isJobs ? "jobs" : "projects", isJobs ? (workspace ?? null) : null, parameters]);
}

/** What Node.js sends by itself, and what was about the way that the recorded answer took, or its connection. */
const ownHeaders =
  /^(date|content-length|content-encoding|transfer-encoding|server|via|connection|keep-alive|te|trailer|upgrade|proxy-.*)$/i;
const spelling: Readonly<Record<string, string>> = { "content-type": "Content-Type", "x-request-id": "X-Request-Id" };

function answerOf({ status, headers, body }: RecordedAnswer): Answer {
  const kept = Object.entries(headers).filter(([name]) => !ownHeaders.test(name));
  return { status, headers: Object.fromEntries(kept.map(([name, value]) => [spelling[name] ?? name, value])), body };
}

function first<From, To>(all: readonly From[], find: (each: From) => To | undefined): To | undefined {
  for (const each of all) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

function regionOf(host: string): string | undefined {
  return /^[a-z-]+\.([a-z]{2,3}-[a-z]+-\d+)\./.exec(host)?.[1];
}

/** The middle one of all that were told. */
function clockOffset(requests: readonly RecordedRequest[]): number {
  const told = requests.map(({ answer }) => answer.clockAheadMs).filter((ms) => ms !== undefined);
  told.sort((a, b) => a - b);
  const middle = told[Math.floor(told.length / 2)] ?? 0;
  return Math.abs(middle) < rightClockMs ? 0 : middle;
}
