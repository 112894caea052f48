// @ts-nocheck
import { MissingCredentialsError } from "../errors";
import { keepSecret } from "../redact";
import type { KeyCredentials } from "./credentials";

/** How a place calls the three parts. */
export type KeyNames = Readonly<Record<"accessKey" | "secretKey" | "securityToken", string>>;

export interface PartialKeys {
  accessKey?: string | undefined;
  secretKey?: string | undefined;
  securityToken?: string | undefined;
}

/** What may stand in a header, so that no key can add a line to the request. */
const headerText = /^[\x21-\x7e]+$/;

/**
 * The pair of keys, undefined where there is none of it. Half a pair is an error, never a silent step to the next
 * place: the deployment would otherwise run with another account than its author believes.
 *
 * @param where ends the message: where the half was found, `in /home/me/.hcloud/config.json, line 4`
 * @throws MissingCredentialsError (`MISSING_CREDENTIALS`)
 */
export function checkKeys(
  found: PartialKeys,
  names: KeyNames,
  where: (present: keyof KeyNames) => string = () => "",
): KeyCredentials | undefined {
  const [accessKey, secretKey, securityToken] = [found.accessKey, found.secretKey, found.securityToken].map((value) =>
    value === "" ? undefined : value,
  );
  keepSecret(secretKey, securityToken);
  if (accessKey === undefined && secretKey === undefined && securityToken === undefined) return undefined;
  if (accessKey === undefined || secretKey === undefined) {
    const present = accessKey !== undefined ? "accessKey" : secretKey !== undefined ? "secretKey" : "securityToken";
    const missing = accessKey !== undefined ? "secretKey" : "accessKey";
    throw new MissingCredentialsError(
      `Half of the credentials: ${names[present]} is set, ${names[missing]} is not${where(present)}. Set both.`,
    );
  }
  checkHeaderText(accessKey, names.accessKey, where("accessKey"));
  checkHeaderText(secretKey, names.secretKey, where("secretKey"));
  if (securityToken !== undefined) checkHeaderText(securityToken, names.securityToken, where("securityToken"));
  return { accessKey, secretKey, ...(securityToken !== undefined && { securityToken }) };
}

/** @throws MissingCredentialsError for a text that cannot travel in a header as it is */
export function checkHeaderText(value: string, name: string, where = ""): void {
  if (headerText.test(value)) return;
  throw new MissingCredentialsError(
    `${name} holds a space, a line break or another character that a key cannot have${where}. Copy it again.`,
  );
}
