// @ts-nocheck
import { createHmac } from "node:crypto";
import { canonicalRequest, signedHeaderNames, type SignableRequest } from "./canonicalRequest";
import { algorithm, sdkDate, stringToSign } from "./stringToSign";

export interface SigningCredentials {
  accessKey: string;
  secretKey: string;
  /** Comes with temporary credentials only. */
  securityToken?: string | undefined;
}

/**
 * The headers to send: those of the request, `X-Sdk-Date`, `X-Security-Token` where there is one, and `Authorization`.
 * All of them but the last are signed. `Host` must be among the request's headers.
 */
export function signRequest(
  request: SignableRequest,
  credentials: SigningCredentials,
  epochMs: number,
): Record<string, string> {
  const date = sdkDate(epochMs);
  const headers: Record<string, string> = { ...request.headers, "X-Sdk-Date": date };
  if (credentials.securityToken !== undefined) headers["X-Security-Token"] = credentials.securityToken;
  const signature = createHmac("sha256", credentials.secretKey)
    .update(stringToSign(date, canonicalRequest({ ...request, headers })))
    .digest("hex");
  const signed = `Access=${credentials.accessKey}, SignedHeaders=${signedHeaderNames(headers)}, Signature=${signature}`;
  return { ...headers, Authorization: `${algorithm} ${signed}` };
}
