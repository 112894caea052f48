import { ApiError, AuthenticationError, ThrottlingError, UnexpectedAnswerError, type DlfError } from "../errors";
import { safeText } from "../redact";
import { longestRetryAfterMs } from "./backoff";
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
  const { errorCode, errorMessage } = errorBody(response.body);
  const details = {
    status,
    requestId: requestId(response),
    errorCode,
    retryAfterMs: retryAfterMs(response.headers["retry-after"], request.now),
  };
  const said = [errorCode, errorMessage].filter(Boolean).join(" ") || "no reason given";
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
      `The service refused the credentials (${status} ${said}) for ${request.what}. ` +
        `Check the access key, the secret key, the security token's age and the rights in this project${end}.`,
      details,
    );
  }
  if (status === 429) {
    const asked = details.retryAfterMs ?? 0;
    const advice =
      asked > longestRetryAfterMs
        ? `It asks to wait ${formatDuration(asked)}.`
        : "Lower requestsPerSecond or concurrency.";
    return new ThrottlingError(`The service throttles this user (429 ${said}). ${advice}${end}`, details);
  }
  return new ApiError(`The service answered ${status} ${said} to ${request.what}. ${advice(status)}${end}.`, details);
}

function advice(status: number): string {
  if (status === 400) return "Check the workspace ID and the filters";
  if (status === 404) return "Check the endpoint, the region and the project ID";
  return status >= 500 ? "The trouble is on its side: try again later" : "Check the endpoint";
}

export function requestId(response: HttpResponse): string | undefined {
  const id = response.headers["x-request-id"];
  return id === undefined ? undefined : safeText(id);
}

/** `{"error_code", "error_msg"}` of the service and of its gateway, or whatever else there is, cut short. */
function errorBody(body: readonly Buffer[]): { errorCode?: string; errorMessage: string } {
  const text = Buffer.concat(body)
    .subarray(0, 64 * 1_024)
    .toString("utf8");
  try {
    const parsed = JSON.parse(text) as Record<string, unknown> | null;
    const code = parsed?.["error_code"];
    const message = parsed?.["error_msg"];
    if (typeof code === "string") {
      return {
        errorCode: safeText(code),
        errorMessage: typeof message === "string" ? safeText(message) : "",
      };
    }
  } catch {
    // Not JSON: a proxy or a load balancer speaks. Its text, without markup, is shown as it is.
  }
  return { errorMessage: safeText(text.slice(0, 2_000).replace(/<[^>]*>/g, " ")) };
}
