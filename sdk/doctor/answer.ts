import { errorBody } from "../http/errorBody";
import type { JobType } from "../jobs/job";
import type { RecordedExchange } from "../recording/recordedExchange";

/** What one request for the list asks for. */
export interface Ask {
  jobType: JobType;
  offset: number;
  limit: number;
  jobName?: string;
  tags?: readonly string[];
}

export type RawJob = Readonly<Record<string, unknown>>;

/** An answer as it came. Nothing of it is checked: what is odd in it is what is looked for. */
export type Answer =
  | {
      kind: "page";
      jobs: readonly RawJob[];
      names: readonly string[];
      total: number | undefined;
      bytes: number;
      ms: number;
    }
  | { kind: "refused"; status: number; code: string | undefined; said: string; ms: number }
  /** Nothing that says anything about the list: no answer, no JSON, a service in trouble. `why` holds no word of it. */
  | FailedAnswer;

interface FailedAnswer {
  kind: "failed";
  why: string;
  status?: number;
}

export type Page = Extract<Answer, { kind: "page" }>;

export interface Seen {
  ask: Ask;
  answer: Answer;
}

export function readAnswer({ response, error, durationMs }: RecordedExchange): Answer {
  if (response === undefined) return { kind: "failed", why: whyNoAnswer(error) };
  const { status, body } = response;
  const ms = Math.round(durationMs);
  const json = parsed(body);
  if (json === undefined) {
    const what = /^\s*</.test(body) ? "a page of HTML or XML" : body === "" ? "an empty body" : "text";
    return { kind: "failed", why: `status ${status} with ${what} in the place of JSON`, status };
  }
  const said = errorBody(json);
  const isError = said?.code !== undefined && !/^0+$/.test(said.code);
  if (status === 200 && !isError) return page(json, Buffer.byteLength(body), ms) ?? notAList(status);
  const passes = status >= 500 || status === 408 || status === 429;
  if (status < 400 && !isError) return { kind: "failed", why: `status ${status}`, status };
  if (passes) return { kind: "failed", why: `status ${refusalText({ status, code: said?.code })}`, status };
  return { kind: "refused", status, code: said?.code, said: said?.said ?? "", ms };
}

/** Why there is no answer to be read. The client takes none over a limit. */
export function whyNoAnswer(error: string | undefined): string {
  return error === "UNEXPECTED_ANSWER" ? tooLarge : `no answer came (${error ?? "unknown"})`;
}

export const tooLarge = "the answer is larger than any list of jobs";

/** Where other pages came: a refusal that is of whoever asks, as of keys that have ended, says nothing about the page. */
export function aboutPage(answer: Answer): Answer {
  if (answer.kind !== "refused" || refusesPage(answer)) return answer;
  return { kind: "failed", why: `it was refused: ${refusalText(answer)}`, status: answer.status };
}

/** Past the end services say that the request is wrong, or that nothing is there. */
export function refusesPage({ status }: { status: number }): boolean {
  return status === 400 || status === 404;
}

/** As the client reads it: a number, or one in a string. */
export function readTotal(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  return typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** `400 DLF.3051`. */
export function refusalText({ status, code }: { status: number; code: string | undefined }): string {
  return [status, code !== undefined && /^[A-Za-z]{2,12}\.\d{1,8}$/.test(code) ? code : undefined]
    .filter((part) => part !== undefined)
    .join(" ");
}

function page(json: unknown, bytes: number, ms: number): Page | undefined {
  const { jobs, total } = (json ?? {}) as Record<string, unknown>;
  if (!Array.isArray(jobs)) return undefined;
  const raw = jobs.map((job: unknown): RawJob => (typeof job === "object" && job !== null ? (job as RawJob) : {}));
  return { kind: "page", jobs: raw, names: raw.map(identityOf), total: readTotal(total), bytes, ms };
}

function notAList(status: number): Answer {
  return { kind: "failed", why: `status ${status} with JSON that is no list of jobs`, status };
}

/** By what a job is told from the others: its name, or all of it. */
function identityOf(job: RawJob): string {
  return typeof job["name"] === "string" ? job["name"] : JSON.stringify(job);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
