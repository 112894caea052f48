// @ts-nocheck
import { secretsOf, type Credentials } from "../credentials/credentials";
import type { DlfCredentials } from "../credentials/resolveCredentials";
import { sleepUntil, type Deadline } from "../time/deadline";
import { keepSecret } from "../redact";
import type { Runtime } from "../time/runtime";
import { canonicalQuery, requestPath } from "../signing/canonicalRequest";
import { authenticate } from "./authenticate";
import { limitConcurrency } from "./limitConcurrency";
import { RateLimit } from "./rateLimit";
import { responseError } from "./responseError";
import { retry } from "./retry";
import { RetryQuota } from "./retryQuota";
import { ServerClock } from "./serverClock";
import type { HttpResponse, Transport } from "./transport";

export interface SignedGet<T> {
  /** Origin, such as `https://dayu-dlf.cn-north-4.myhuaweicloud.com`. */
  endpoint: string;
  path: readonly string[];
  query: readonly (readonly [name: string, value: string])[];
  headers: Readonly<Record<string, string>>;
  /** What is asked for, for error messages. */
  what: string;
  /** Reads the body of a 200, or throws. A throw that is retryable leads to another attempt. */
  parse(response: HttpResponse): T;
}

export interface HttpSettings {
  attemptTimeoutMs: number;
  maxAttempts: number;
  concurrency: number;
  requestsPerSecond: number;
}

interface Answered {
  response: HttpResponse;
  /** What the request was made with: a refusal is about these, whatever is in use by then. */
  used: Credentials;
  /** The offset of the clock that it was signed with. */
  offsetMs: number;
}

/** What all requests of one client share: the quota of retries, the rate, the number under way, the clock's offset. */
export class SignedHttp {
  private readonly quota = new RetryQuota();
  private readonly rateLimit: RateLimit;
  private readonly limited: ReturnType<typeof limitConcurrency>;
  private readonly hosts = new Map<string, string>();

  constructor(
    private readonly settings: HttpSettings,
    private readonly transport: Transport,
    private readonly runtime: Runtime,
    private readonly clock = new ServerClock(),
  ) {
    this.rateLimit = new RateLimit(settings.requestsPerSecond, runtime);
    this.limited = limitConcurrency(settings.concurrency);
  }

  get<T>(request: SignedGet<T>, credentials: DlfCredentials, deadline: Deadline): Promise<T> {
    return retry(
      async () => {
        const { response, used } = await this.sendAcceptably(request, credentials, deadline);
        if (response.status === 200) {
          const result = request.parse(response);
          this.rateLimit.succeeded();
          return result;
        }
        // Kept once more: many rotations elsewhere may have pushed it out, and the answer may quote it.
        keepSecret(...secretsOf(used));
        throw responseError(response, {
          what: request.what,
          now: this.runtime.now() + this.clock.offsetMs,
        });
      },
      {
        maxAttempts: this.settings.maxAttempts,
        runtime: this.runtime,
        quota: this.quota,
        onThrottled: (waitMs) => {
          this.rateLimit.throttled(waitMs);
        },
      },
      deadline,
    );
  }

  /** Sends once; once more when a 401 shows that our clock was the trouble; once more when other credentials may help. */
  private async sendAcceptably<T>(request: SignedGet<T>, credentials: DlfCredentials, deadline: Deadline) {
    let answered = await this.send(request, credentials, deadline);
    if (this.clock.correct(answered.response, this.runtime.now(), answered.offsetMs)) {
      answered = await this.send(request, credentials, deadline);
    }
    if (answered.response.status === 401) {
      const others = await credentials.afterRefusal(answered.used, deadline);
      if (others === undefined) return answered;
      answered = await this.send(request, credentials, deadline);
    }
    if (answered.response.status !== 401) credentials.accepted(answered.used);
    return answered;
  }

  private send<T>(request: SignedGet<T>, credentials: DlfCredentials, deadline: Deadline): Promise<Answered> {
    return this.limited(async () => {
      const answered = await this.rateLimit.acquire((ms) => sleepUntil(deadline, ms, this.runtime));
      try {
        // Asked for every attempt: those of an earlier one may be over by now. A promise only while they are renewed.
        const current = credentials.current(deadline);
        const used = current instanceof Promise ? await current : current;
        const { offsetMs } = this.clock;
        // Signed for every attempt: the date of an earlier one may be too old by now.
        const headers = authenticate(
          { ...request, method: "GET", headers: { ...request.headers, Host: this.hostOf(request.endpoint) }, body: "" },
          used,
          this.runtime.now() + offsetMs,
        );
        const query = canonicalQuery(request.query);
        const url = `${request.endpoint}${requestPath(request.path)}${query === "" ? "" : `?${query}`}`;
        const limits = { timeoutMs: this.settings.attemptTimeoutMs, signal: deadline.signal };
        return { response: await this.transport({ method: "GET", url, headers }, limits), used, offsetMs };
      } finally {
        answered();
      }
    }, deadline.signal);
  }

  /** Two endpoints in a client's life, and many thousand requests to them. */
  private hostOf(endpoint: string): string {
    let host = this.hosts.get(endpoint);
    if (host === undefined) {
      host = new URL(endpoint).host;
      this.hosts.set(endpoint, host);
    }
    return host;
  }
}
