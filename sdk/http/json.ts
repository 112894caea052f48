import { UnexpectedAnswerError } from "../errors";
import { safeText } from "../redact";
import { requestId } from "./responseError";
import type { HttpResponse } from "./transport";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The JSON of an answer with status 200. Invalid UTF-8 is refused: a name with replacement characters in it would be
 * another name.
 */
export function parseJson(response: HttpResponse, what: string): unknown {
  try {
    return JSON.parse(utf8.decode(response.body)) as unknown;
  } catch {
    const begin = safeText(response.body.subarray(0, 60).toString("utf8"));
    const shown =
      response.body.length === 0 ? "an empty body" : `${response.body.length} bytes beginning ${JSON.stringify(begin)}`;
    throw new UnexpectedAnswerError(
      `The answer to ${what} is not JSON: ${shown}. Is the endpoint the service itself, and no proxy's page?`,
      { status: response.status, requestId: requestId(response) },
    );
  }
}
