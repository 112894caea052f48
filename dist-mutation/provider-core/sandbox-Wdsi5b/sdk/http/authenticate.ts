// @ts-nocheck
import { isToken, type Credentials } from "../credentials/credentials";
import type { SignableRequest } from "../signing/canonicalRequest";
import { signRequest } from "../signing/signRequest";

/** The headers to send: with a signature over the request, or with the IAM token in its place. */
export function authenticate(
  request: SignableRequest,
  credentials: Credentials,
  epochMs: number,
): Record<string, string> {
  return isToken(credentials)
    ? { ...request.headers, "X-Auth-Token": credentials.authToken }
    : signRequest(request, credentials, epochMs);
}
