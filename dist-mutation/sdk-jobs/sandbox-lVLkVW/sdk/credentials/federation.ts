// @ts-nocheck
import type { Deadline } from "../time/deadline";
import { checkedEndpoint } from "../configuration/endpoints";
import { UnexpectedAnswerError } from "../errors";
import { keepSecret } from "../redact";
import { checkHeaderText } from "./checkKeys";
import { readToken } from "./idToken";
import { refused } from "./refused";
import type { Found, SourceContext } from "./source";
import { temporaryKeys } from "./temporary";

/** As the official SDKs ask for it, in seconds. */
const durationSeconds = 21_600;

export interface IdentityProvider {
  /** Its ID in IAM. */
  providerId: string;
  /** The file that holds its ID token. */
  tokenFile: string;
  iamEndpoint?: string | undefined;
}

/** An ID token against an IAM token, and that against temporary keys: the older way, before STS. */
export async function federatedKeys(
  { exchange, iamEndpoint, readTextFile, runtime }: SourceContext,
  { providerId, tokenFile, iamEndpoint: ownEndpoint }: IdentityProvider,
  place: string,
  deadline: Deadline,
): Promise<Found> {
  checkHeaderText(providerId, "idp_id");
  const idToken = await readToken(tokenFile, "id_token_file", readTextFile);
  const endpoint = ownEndpoint === undefined ? await iamEndpoint() : checkedEndpoint("iam_endpoint", ownEndpoint);
  const { host } = new URL(endpoint);
  const advice = "Check idp_id, and the ID token's issuer, audience and age.";

  const whatToken = `an IAM token from ${host}`;
  const first = await exchange(
    {
      method: "POST",
      url: `${endpoint}/v3.0/OS-AUTH/id-token/tokens`,
      headers: { "X-Idp-Id": providerId },
      body: { auth: { id_token: { id: idToken } } },
      what: whatToken,
    },
    deadline,
  );
  if (first.status !== 200 && first.status !== 201)
    throw refused(first, `Identity provider of ${place}`, whatToken, advice);
  const token = first.headers["x-subject-token"];
  if (token === undefined) {
    throw new UnexpectedAnswerError(`The answer to the request for ${whatToken} holds no X-Subject-Token.`, {
      status: first.status,
    });
  }
  keepSecret(token);

  const what = `temporary keys from ${host}`;
  const second = await exchange(
    {
      method: "POST",
      url: `${endpoint}/v3.0/OS-CREDENTIAL/securitytokens`,
      body: { auth: { identity: { methods: ["token"], token: { id: token, duration_seconds: durationSeconds } } } },
      what,
    },
    deadline,
  );
  if (second.status !== 200 && second.status !== 201)
    throw refused(second, `Identity provider of ${place}`, what, advice);
  return {
    source: `${place}, identity provider ${providerId}`,
    ...temporaryKeys(second, what, runtime),
    issued: true,
  };
}
