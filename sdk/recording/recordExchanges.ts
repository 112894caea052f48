import { DlfError, TimeoutError } from "../errors";
import { readableText } from "../http/bodyText";
import type { HttpRequest, HttpResponse, Transport } from "../http/transport";
import type { RecordedExchange } from "./recordedExchange";

/** What opens something, or could help to: it is in no recording. */
const secretHeaders =
  /^(authorization|proxy-authorization|x-auth-token|x-security-token|x-subject-token|(set-)?cookie)$/i;

/** A transport that notes each exchange once it is over, answered or not. */
export function recordExchanges(transport: Transport, into: RecordedExchange[]): Transport {
  return async (request, limits) => {
    const sentAt = Date.now();
    const begun = performance.now();
    const note = (end: Pick<RecordedExchange, "response" | "error">) => {
      into.push({ request: withoutSecrets(request), ...end, sentAt, durationMs: performance.now() - begun });
    };
    let response: HttpResponse;
    try {
      response = await transport(request, limits);
    } catch (error) {
      note({ error: errorCode(error) });
      throw error;
    }
    const { status, body } = response;
    note({ response: { status, headers: named(response.headers), body: readableText(body) } });
    return response;
  };
}

function withoutSecrets({ method, url, headers }: HttpRequest): RecordedExchange["request"] {
  return { method, url, headers: named(headers) };
}

function named(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !secretHeaders.test(name));
  return Object.fromEntries(kept) as Record<string, string>;
}

function errorCode(error: unknown): string {
  if (error instanceof TimeoutError) return "TIMEOUT";
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  return cause?.code ?? (error instanceof DlfError ? error.code : "UNKNOWN");
}
