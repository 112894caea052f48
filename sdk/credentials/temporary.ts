import { z } from "zod";
import { UnexpectedAnswerError } from "../errors";
import { keepSecret } from "../redact";
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
  /** By this machine's clock, in ms since the epoch. Absent when the answer's own clock says that it is over. */
  expiresAt?: number | undefined;
}

/**
 * The temporary keys of an answer, in either spelling.
 *
 * Where this machine's clock is wrong, the server's two times tell how long they hold, its `Date` and the keys' end:
 * nothing then expires early or late.
 *
 * @param what as in `ExchangeRequest`
 * @param now this machine's clock, ms since the epoch
 * @throws UnexpectedAnswerError
 */
export function temporaryKeys(answer: ExchangeAnswer, what: string, now: number): TemporaryKeys {
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
  const endsAt = Date.parse(end);
  if (Number.isNaN(endsAt)) {
    throw new UnexpectedAnswerError(`The temporary keys from ${what} have no time of expiry that can be read.`, {
      status: answer.status,
    });
  }
  const lifetimeMs = endsAt - serverNow(answer.date, now);
  return { credentials, ...(lifetimeMs > 0 && { expiresAt: now + lifetimeMs }) };
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
