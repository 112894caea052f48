// @ts-nocheck
import type { DlfCredentials } from "../credentials/resolveCredentials";
import { ThrottlingError, TimeoutError } from "../errors";
import type { HttpResponse } from "../http/transport";
import type { SignedGet, SignedHttp } from "../http/signedHttp";
import type { RecordedExchange } from "../recording/recordedExchange";
import type { Deadline } from "../time/deadline";
import { readAnswer, type Answer, type Ask } from "./answer";
import { BudgetSpent } from "./budget";

/** So many requests without an answer, one after the other, and no more are sent. */
const mostInVain = 2;

/**
 * Sends one request after the other through the client's own machinery, and gives back what came, whatever it is. Never
 * rejects but for who has told the process to end.
 */
export class Asker {
  #inVain = 0;
  #stopped: string | undefined;

  constructor(
    private readonly http: SignedHttp,
    private readonly credentials: DlfCredentials,
    private readonly exchanges: readonly RecordedExchange[],
    private readonly deadline: Deadline,
    private readonly signal: AbortSignal,
  ) {}

  /** The jobs of a project: one page. */
  async list(endpoint: string, projectId: string, workspace: string | undefined, ask: Ask): Promise<Answer> {
    const { jobType, jobName, tags = [], offset, limit } = ask;
    const query: [string, string][] = [["jobType", jobType]];
    if (jobName !== undefined) query.push(["jobName", jobName]);
    if (tags.length > 0) query.push(["tags", tags.join(",")]);
    query.push(["offset", String(offset)], ["limit", String(limit)]);
    const headers = {
      Accept: "application/json",
      "X-Project-Id": projectId,
      ...(workspace !== undefined && { workspace }),
    };
    const exchange = await this.#get({ endpoint, path: ["v1", projectId, "jobs"], query, headers });
    return typeof exchange === "string" ? { kind: "failed", why: exchange } : readAnswer(exchange);
  }

  /** IAM's projects that the credentials see. A text: why none came. */
  projects(iamEndpoint: string): Promise<RecordedExchange | string> {
    const headers = { Accept: "application/json" };
    return this.#get({ endpoint: iamEndpoint, path: ["v3", "projects"], query: [], headers });
  }

  /** What came last; a text, where nothing was sent. */
  async #get(request: Omit<SignedGet<unknown>, "what" | "parse">): Promise<RecordedExchange | string> {
    if (this.#stopped !== undefined) return this.#stopped;
    const before = this.exchanges.length;
    const whole: SignedGet<HttpResponse> = { ...request, what: "what doctor asks", parse: (response) => response };
    try {
      await this.http.get(whole, this.credentials, this.deadline);
    } catch (error) {
      this.signal.throwIfAborted();
      this.#stopped = reasonToStop(error, this.deadline);
    }
    const last = this.exchanges.length > before ? this.exchanges.at(-1) : undefined;
    this.#inVain = last?.response === undefined ? this.#inVain + 1 : 0;
    if (this.#inVain >= mostInVain) this.#stopped ??= `${mostInVain} requests had no answer, and no more are sent`;
    return last ?? this.#stopped ?? "the request could not be made";
  }
}

/** A refusal is an answer like others; this is what would make each further request the same. */
function reasonToStop(error: unknown, { signal }: Deadline): string | undefined {
  if (error instanceof BudgetSpent) return error.message;
  if (signal.aborted || (error instanceof TimeoutError && error.permanent)) return "the time was over";
  return error instanceof ThrottlingError ? "the service throttles this user: nothing more is asked" : undefined;
}
