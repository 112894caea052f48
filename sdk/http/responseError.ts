import { ApiError, AuthenticationError, ThrottlingError, UnexpectedAnswerError, type DlfError } from "../errors";
import { safePage, safeText } from "../redact";
import { advice } from "./advice";
import { longestRetryAfterMs } from "./backoff";
import { errorBody, type ErrorBody } from "./errorBody";
import { retryAfterMs } from "./retryAfter";
import { formatDuration } from "../text/duration";
import type { HttpResponse } from "./transport";

export interface RequestDescription {
  /** What was asked, for people: `jobs of workspace "w1" (jobType=BATCH&limit=100&offset=0)`. */
  what: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** What an answer other than 200 means. */
export function responseError(response: HttpResponse, request: RequestDescription): DlfError {
  const { status } = response;
  const { errorCode, reason } = reasonOf(response.body);
  const details = {
    status,
    requestId: requestId(response),
    errorCode,
    retryAfterMs: retryAfterMs(response.headers["retry-after"], request.now),
  };
  const said = reason || "no reason given";
  const end = details.requestId === undefined ? "" : ` (request ID ${details.requestId})`;

  if (status >= 200 && status < 400) {
    return new UnexpectedAnswerError(
      status < 300
        ? `The service answered status ${status} instead of 200 to ${request.what}${end}.`
        : `The service answered with a redirect (${status}) to ${request.what}. It is not followed, because the ` +
            `signature would go to another host: set the endpoint to the right address${end}.`,
      { ...details, permanent: true },
    );
  }
  if (status === 401 || status === 403) {
    return new AuthenticationError(
      `The service refused the credentials (${status} ${said}) for ${request.what}. ${advice(status, errorCode)}${end}.`,
      details,
    );
  }
  if (status === 429) {
    const asked = details.retryAfterMs ?? 0;
    const patience =
      asked > longestRetryAfterMs
        ? `It asks to wait ${formatDuration(asked)}.`
        : "Lower requestsPerSecond or concurrency.";
    return new ThrottlingError(`The service throttles this user (429 ${said}). ${patience}${end}`, details);
  }
  return new ApiError(
    `The service answered ${status} ${said} to ${request.what}. ${advice(status, errorCode)}${end}.`,
    details,
  );
}

export function requestId(response: HttpResponse): string | undefined {
  const id = response.headers["x-request-id"];
  return id === undefined ? undefined : safeText(id);
}

/** What the service, its gateway, or whatever else answered says, as it may stand in an error. */
export function reasonOf(body: readonly Buffer[]): { errorCode?: string; reason: string } {
  const text = Buffer.concat(body)
    .subarray(0, 64 * 1_024)
    .toString("utf8");
  const error = errorOf(text);
  if (error === undefined) return { reason: safePage(text) };
  return { ...(error.code !== undefined && { errorCode: safeText(error.code) }), reason: safeText(error.said) };
}

function errorOf(text: string): ErrorBody | undefined {
  try {
    return errorBody(JSON.parse(text));
  } catch {
    // Not JSON: a proxy or a load balancer speaks.
    return undefined;
  }
}
