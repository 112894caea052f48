import { createHash } from "node:crypto";

/** An access key and its secret: requests are signed with them. */
export interface KeyCredentials {
  accessKey: string;
  secretKey: string;
  /** With temporary credentials only. */
  securityToken?: string | undefined;
}

/** An IAM token: sent as `X-Auth-Token` in the place of a signature. */
export interface TokenCredentials {
  authToken: string;
}

/** What one request is authenticated with. Never changed: renewed credentials are another object. */
export type Credentials = Readonly<KeyCredentials> | Readonly<TokenCredentials>;

export function isToken(credentials: Credentials): credentials is Readonly<TokenCredentials> {
  return "authToken" in credentials;
}

/** All that must never be printed. The access key is a name and may be shown, shortened. */
export function secretsOf(credentials: Credentials): (string | undefined)[] {
  return isToken(credentials) ? [credentials.authToken] : [credentials.secretKey, credentials.securityToken];
}

export function sameCredentials(a: Credentials, b: Credentials): boolean {
  return accountOf(a) === accountOf(b) && secretsOf(a).join("\n") === secretsOf(b).join("\n");
}

/** A text that is the same for the same keys and holds none of them. */
export function accountOf(credentials: Credentials): string {
  return isToken(credentials)
    ? `token ${createHash("sha256").update(credentials.authToken).digest("hex")}`
    : `key ${credentials.accessKey}`;
}

/** `HPUA…X3`: enough to tell two keys apart, too little to use one. */
export function shortened(accessKey: string): string {
  return accessKey.length < 10 ? `${accessKey.slice(0, 1)}…` : `${accessKey.slice(0, 4)}…${accessKey.slice(-2)}`;
}
