/** An access key and its secret: requests are signed with them. */
// @ts-nocheck

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
  const whole = (each: Credentials) => [isToken(each) ? "" : each.accessKey, ...secretsOf(each)].join("\n");
  return whole(a) === whole(b);
}

/** `HPUA…X3`: enough to tell two keys apart, too little to use one. */
export function shortened(accessKey: string): string {
  return accessKey.length < 10 ? `${accessKey.slice(0, 1)}…` : `${accessKey.slice(0, 4)}…${accessKey.slice(-2)}`;
}
