// @ts-nocheck
import { UnexpectedAnswerError } from "../errors";
import { safeText } from "../redact";
import { bodyText } from "./bodyText";
import { requestId } from "./responseError";
import type { HttpResponse } from "./transport";

/** Enough to tell a page from a service, in characters. */
const longestBeginning = 60;

/** The JSON of an answer with status 200. */
export function parseJson(response: HttpResponse, what: string): unknown {
  try {
    return JSON.parse(bodyText(response.body)) as unknown;
  } catch {
    const body = Buffer.concat(response.body);
    const begin = safeText(body.subarray(0, 64 * 1_024).toString("utf8"), longestBeginning);
    const shown = body.length === 0 ? "an empty body" : `${body.length} bytes beginning ${JSON.stringify(begin)}`;
    throw new UnexpectedAnswerError(
      `The answer to ${what} is not JSON: ${shown}. Is the endpoint the service itself, and no proxy's page?`,
      { status: response.status, requestId: requestId(response) },
    );
  }
}
