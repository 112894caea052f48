// @ts-nocheck
import type { Exchange, ExchangeAnswer, ExchangeRequest } from "../credentials/exchange";
import type { Deadline } from "../time/deadline";
import { safePage, safeText } from "../redact";
import type { Runtime } from "../time/runtime";
import { authenticate } from "./authenticate";
import { readableText } from "./bodyText";
import { errorBody } from "./errorBody";
import { requestId, responseError } from "./responseError";
import { retry } from "./retry";
import { RetryQuota } from "./retryQuota";
import type { ServerClock } from "./serverClock";
import type { HttpRequest, HttpResponse, Transport } from "./transport";

export interface ExchangeSettings {
  attemptTimeoutMs: number;
  maxAttempts: number;
}

/**
 * The requests of credential sources. They do not count among the client's requests under way, nor in its rate: a list
 * that waits for new credentials holds those places.
 */
export function createExchange(
  transport: Transport,
  clock: ServerClock,
  settings: ExchangeSettings,
  runtime: Runtime,
): Exchange {
  const quota = new RetryQuota();

  async function sendOnce(request: ExchangeRequest, timeoutMs: number, { signal }: Deadline): Promise<HttpResponse> {
    const limits = { timeoutMs, signal };
    const offsetInUse = clock.offsetMs;
    const response = await transport(wholeRequest(request, runtime.now() + offsetInUse), limits);
    const again = request.signWith !== undefined && clock.correct(response, runtime.now(), offsetInUse);
    return again ? transport(wholeRequest(request, runtime.now() + clock.offsetMs), limits) : response;
  }

  return async (request, deadline) => {
    deadline.doing = `asking for ${request.what}`;
    // Not cut by the deadline, which ends it through its signal: a service without the time to answer is not an absent one.
    if (request.localLimitMs !== undefined) return answerOf(await sendOnce(request, request.localLimitMs, deadline));
    const { attemptTimeoutMs, maxAttempts } = settings;
    const response = await retry(
      async () => {
        const answered = await sendOnce(request, attemptTimeoutMs, deadline);
        if (isFinal(answered.status)) return answered;
        throw responseError(answered, { what: request.what, now: runtime.now() + clock.offsetMs });
      },
      { maxAttempts, runtime, quota, onThrottled: () => undefined },
      deadline,
    );
    return answerOf(response);
  };
}

/** What another try, or another address, could change is left to `retry` and its errors. */
function isFinal(status: number): boolean {
  return (status >= 200 && status < 300) || (status >= 400 && status < 500 && status !== 408 && status !== 429);
}

function wholeRequest(request: ExchangeRequest, epochMs: number): HttpRequest {
  const { method, url, body, signWith, localLimitMs } = request;
  const data = body === undefined ? undefined : JSON.stringify(body);
  const { host, pathname, searchParams } = new URL(url);
  const headers = {
    Accept: "application/json",
    ...(data !== undefined && { "Content-Type": "application/json" }),
    ...request.headers,
    Host: host,
  };
  const path = pathname.slice(1).split("/").map(decodeURIComponent);
  return {
    method,
    url,
    headers:
      signWith === undefined
        ? headers
        : authenticate({ method, path, query: [...searchParams], headers, body: data ?? "" }, signWith, epochMs),
    ...(data !== undefined && { data }),
    ...(localLimitMs !== undefined && { proxy: false as const }),
  };
}

function answerOf(response: HttpResponse): ExchangeAnswer {
  const { status, headers, body } = response;
  const text = readableText(body);
  const date = Date.parse(headers["date"] ?? "");
  return {
    status,
    headers,
    text,
    ...(!Number.isNaN(date) && { date }),
    requestId: requestId(response),
    said: said(text),
  };
}

/** JSON that is no error may hold what nobody may see, and says nothing. */
function said(text: string): string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return safePage(text);
  }
  return safeText(errorBody(body)?.said ?? "");
}
