import { keepSecret } from "../redact";
import { canonicalQuery, requestPath } from "../signing/canonicalRequest";
import { clockOffset } from "../signing/clockOffset";
import { signRequest, type SigningCredentials } from "../signing/signRequest";
import type { Runtime } from "../runtime";
import { limitConcurrency } from "./limitConcurrency";
import { RateLimit } from "./rateLimit";
import { responseError } from "./responseError";
import { deadlineError, retry, sleepUntil, type Deadline } from "./retry";
import { RetryQuota } from "./retryQuota";
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

/** What all requests of one client share: the quota of retries, the rate, the number under way, the clock's offset. */
export class SignedHttp {
  private readonly quota = new RetryQuota();
  private readonly rateLimit: RateLimit;
  private readonly limited: ReturnType<typeof limitConcurrency>;
  private clockOffsetMs = 0;

  constructor(
    private readonly settings: HttpSettings,
    private readonly transport: Transport,
    private readonly runtime: Runtime,
  ) {
    this.rateLimit = new RateLimit(settings.requestsPerSecond, runtime);
    this.limited = limitConcurrency(settings.concurrency);
  }

  get<T>(request: SignedGet<T>, credentials: SigningCredentials, deadline: Deadline): Promise<T> {
    keepSecret(credentials.secretKey, credentials.securityToken);
    return retry(
      async () => {
        const response = await this.sendOnTime(request, credentials, deadline);
        if (response.status === 200) {
          const result = request.parse(response);
          this.rateLimit.succeeded();
          return result;
        }
        throw responseError(response, {
          what: request.what,
          now: this.runtime.now() + this.clockOffsetMs,
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

  /** Sends once, and once more when the answer shows that our clock was the trouble. */
  private async sendOnTime<T>(request: SignedGet<T>, credentials: SigningCredentials, deadline: Deadline) {
    const offsetInUse = this.clockOffsetMs;
    const response = await this.send(request, credentials, deadline);
    if (response.status !== 401) return response;
    const offset = clockOffset(response.headers["date"], this.runtime.now(), offsetInUse);
    if (offset === undefined) return response;
    this.clockOffsetMs = offset;
    return this.send(request, credentials, deadline);
  }

  private send<T>(request: SignedGet<T>, credentials: SigningCredentials, deadline: Deadline): Promise<HttpResponse> {
    return this.limited(async () => {
      const answered = await this.rateLimit.acquire((ms) => sleepUntil(deadline, ms, this.runtime));
      const now = this.runtime.now();
      const timeoutMs = Math.min(this.settings.attemptTimeoutMs, deadline.at - now);
      if (timeoutMs <= 0) throw deadlineError(deadline);
      // Signed for every attempt: the date of an earlier one may be too old by now.
      const headers = signRequest(
        { ...request, method: "GET", headers: { ...request.headers, Host: new URL(request.endpoint).host }, body: "" },
        credentials,
        now + this.clockOffsetMs,
      );
      const query = canonicalQuery(request.query);
      const url = `${request.endpoint}${requestPath(request.path)}${query === "" ? "" : `?${query}`}`;
      return this.transport({ method: "GET", url, headers }, { timeoutMs, signal: deadline.signal }).finally(answered);
    });
  }
}
