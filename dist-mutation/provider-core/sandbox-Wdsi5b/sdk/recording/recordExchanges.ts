// @ts-nocheck
import { DlfError, TimeoutError } from "../errors";
import { readableText } from "../http/bodyText";
import type { HttpRequest, HttpResponse, Transport } from "../http/transport";
import { systemRuntime, type Runtime } from "../time/runtime";
import { isKeptRequest, keptRequestHeaders, keptResponseHeaders } from "./keptParts";
import type { RecordedExchange } from "./recordedExchange";

/**
 * The same transport, which also notes what it sends and what comes back, in the order in which answers end.
 *
 * Only the list of jobs and IAM's projects are noted: whatever else a client sends is about credentials. Of headers
 * only those of a fixed list are noted, and no signature, key or token is among them.
 */
export function recordExchanges(
  transport: Transport,
  into: RecordedExchange[],
  runtime: Pick<Runtime, "now" | "monotonic"> = systemRuntime,
): Transport {
  return async (request, limits) => {
    if (!isKeptRequest(request)) return transport(request, limits);
    const sentAt = runtime.now();
    const begun = runtime.monotonic();
    const note = (outcome: Pick<RecordedExchange, "response" | "error">) => {
      const durationMs = Math.round(runtime.monotonic() - begun);
      into.push({ request: requestOf(request), ...outcome, sentAt, durationMs });
    };
    try {
      const response = await transport(request, limits);
      note({ response: responseOf(response) });
      return response;
    } catch (error) {
      note({ error: limits.signal?.aborted ? "ABORTED" : codeOf(error) });
      throw error;
    }
  };
}

function requestOf({ method, url, headers }: HttpRequest): RecordedExchange["request"] {
  return { method, url, headers: keptRequestHeaders(headers) };
}

function responseOf({ status, headers, body }: HttpResponse): NonNullable<RecordedExchange["response"]> {
  return { status, headers: keptResponseHeaders(headers), body: readableText(body) };
}

/** That of the system, such as ECONNREFUSED, where there is one. */
function codeOf(error: unknown): string {
  if (error instanceof TimeoutError) return "TIMEOUT";
  const cause = error instanceof DlfError ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  return cause?.code ?? (error instanceof DlfError ? error.code : "UNKNOWN");
}
