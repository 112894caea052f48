import * as z from "zod";
import { UnexpectedAnswerError } from "../errors";
import { keepSecret } from "../redact";
import type { Runtime } from "../time/runtime";
import type { KeyCredentials } from "./credentials";
import type { ExchangeAnswer } from "./exchange";

const text = z.string().regex(/^[\x21-\x7e]+$/);

/** As STS spells it. */
const stsSchema = z.object({
  credentials: z.object({ access_key_id: text, secret_access_key: text, security_token: text, expiration: z.string() }),
});
/** As IAM and the metadata service spell it. */
const iamSchema = z.object({
  credential: z.object({ access: text, secret: text, securitytoken: text, expires_at: z.string() }),
});

/** A clock that is less than this apart from the server's is right enough. */
const agreementMs = 30_000;

export interface TemporaryKeys {
  credentials: KeyCredentials;
  /** By `Runtime.monotonic()`. Absent when the answer's own clock says that it is over. */
  endsAt?: number | undefined;
}

/**
 * The temporary keys of an answer, in either spelling.
 *
 * The end that it tells, a time of the wall, is made a time of the monotonic clock at once: whoever sets the wall clock
 * later on changes nothing about how long the keys hold. Where that clock is wrong already, the server's two times tell
 * how long that is, its `Date` and the keys' end: nothing then expires early or late.
 *
 * @param what as in `ExchangeRequest`
 * @throws UnexpectedAnswerError
 */
export function temporaryKeys(answer: ExchangeAnswer, what: string, runtime: Runtime): TemporaryKeys {
  const parsed = parseJson(answer.text);
  const sts = stsSchema.safeParse(parsed);
  const iam = iamSchema.safeParse(parsed);
  const keys = sts.success
    ? {
        accessKey: sts.data.credentials.access_key_id,
        secretKey: sts.data.credentials.secret_access_key,
        securityToken: sts.data.credentials.security_token,
        end: sts.data.credentials.expiration,
      }
    : iam.success
      ? {
          accessKey: iam.data.credential.access,
          secretKey: iam.data.credential.secret,
          securityToken: iam.data.credential.securitytoken,
          end: iam.data.credential.expires_at,
        }
      : undefined;
  if (keys === undefined) {
    throw new UnexpectedAnswerError(`The answer to the request for ${what} holds no temporary keys.`, {
      status: answer.status,
    });
  }
  const { end, ...credentials } = keys;
  keepSecret(credentials.secretKey, credentials.securityToken);
  const expiresAt = Date.parse(end);
  if (Number.isNaN(expiresAt)) {
    throw new UnexpectedAnswerError(`The answer to the request for ${what} tells no time of expiry that can be read.`, {
      status: answer.status,
    });
  }
  const lifetimeMs = expiresAt - serverNow(answer.date, runtime.now());
  return { credentials, ...(lifetimeMs > 0 && { endsAt: runtime.monotonic() + lifetimeMs }) };
}

/** Ours where the two agree: `Date` counts whole seconds. */
function serverNow(date: number | undefined, now: number): number {
  return date === undefined || Math.abs(date - now) < agreementMs ? now : date;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
