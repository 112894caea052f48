// @ts-nocheck
import type { Deadline } from "../time/deadline";
import { NetworkError, TimeoutError, type DlfError } from "../errors";
import { keepSecret } from "../redact";
import type { ExchangeAnswer } from "./exchange";
import { refused } from "./refused";
import type { Found, NotFound, Source, SourceContext } from "./source";
import { temporaryKeys } from "./temporary";

/** All that the service may take, and its first answer alone. Everywhere else than on a cloud server it is a wait for nothing. */
const limitMs = 3_000;
const firstAnswerMs = 1_500;
/** How long the token of the handshake is to hold, in seconds. It is used at once and forgotten. */
const tokenTtlSeconds = "300";
const noHandshake: readonly number[] = [404, 405, 503];

/**
 * The agency of the cloud server that this runs on, from the metadata service.
 *
 * It is asked last, and without a proxy. Where nobody answers in time there is no such server: that is no error.
 *
 * @param endpoint `http://169.254.169.254`, or undefined when it is not to be asked
 */
export function metadataServiceSource(context: SourceContext, endpoint: string | undefined): Source {
  return async (deadline) => {
    if (endpoint === undefined) return { place: "metadata service", why: "switched off (DLF_METADATA_ENDPOINT)" };
    const place = `metadata service ${new URL(endpoint).host}`;
    try {
      return await look(context, endpoint, place, deadline);
    } catch (error) {
      if (!(error instanceof NetworkError || error instanceof TimeoutError)) throw error;
      return { place, why: `no answer (${reasonOf(error)})` };
    }
  };
}

async function look(
  context: SourceContext,
  endpoint: string,
  place: string,
  deadline: Deadline,
): Promise<Found | NotFound> {
  const { exchange, runtime } = context;
  const what = `the keys of this server's agency from ${new URL(endpoint).host}`;
  const startedAt = runtime.monotonic();
  const handshake = await exchange(
    {
      method: "PUT",
      url: `${endpoint}/meta-data/latest/api/token`,
      headers: { "X-Metadata-Token-Ttl-Seconds": tokenTtlSeconds },
      what: `a token from ${new URL(endpoint).host}`,
      localLimitMs: firstAnswerMs,
    },
    deadline,
  );
  const token = handshakeToken(handshake);
  if (typeof token === "object") return { place, why: `answered ${handshake.status} to the handshake` };
  keepSecret(token);
  const answer = await exchange(
    {
      method: "GET",
      url: `${endpoint}/openstack/latest/securitykey`,
      ...(token !== undefined && { headers: { "X-Metadata-Token": token } }),
      what,
      localLimitMs: Math.max(1, Math.ceil(limitMs - (runtime.monotonic() - startedAt))),
    },
    deadline,
  );
  if (answer.status === 401 && /configure Cloud Service Agency/i.test(answer.text)) {
    return { place, why: "this server has no agency" };
  }
  if (answer.status === 404) return { place, why: "answered 404, it knows no keys" };
  if (answer.status !== 200) throw refused(answer, "Metadata service", what, "Check the agency of this server.");
  return {
    source: place,
    ...temporaryKeys(answer, what, runtime),
    issued: true,
  };
}

/** Undefined: the service knows no handshake. An object: it is none of this cloud's. */
function handshakeToken({ status, text }: ExchangeAnswer): string | undefined | { refused: true } {
  if (noHandshake.includes(status)) return undefined;
  const token = text.trim();
  return (status === 200 || status === 201) && /^[\x21-\x7e]{1,4096}$/.test(token) ? token : { refused: true };
}

function reasonOf(error: DlfError): string {
  return error instanceof TimeoutError ? "timeout" : "not reached";
}
