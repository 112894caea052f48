// @ts-nocheck
import { ConfigurationError, MissingCredentialsError } from "../errors";
import type { GivenCredentials } from "../configuration/options";
import { keepSecret } from "../redact";
import { checkHeaderText, checkKeys } from "./checkKeys";
import type { Credentials } from "./credentials";
import type { Source } from "./source";

const names: readonly string[] = ["accessKey", "secretKey", "securityToken", "authToken"];
const keyNames = { accessKey: "accessKey", secretKey: "secretKey", securityToken: "securityToken" };

/**
 * Credentials given in code, or by whoever makes the options: Pulumi's configuration, say.
 *
 * @param label where they came from, for people
 */
export function codeSource(given: GivenCredentials | undefined, label: string | undefined): Source {
  return () => {
    const credentials = givenCredentials(given, label === undefined ? "" : ` (${label})`);
    return Promise.resolve(
      credentials === undefined
        ? { place: "credentials given in code or configuration", why: "none" }
        : { source: label ?? "code", credentials, issued: false },
    );
  };
}

/**
 * Whoever names credentials means these, and no others: where all of them are empty, as variables that are not set, the
 * next place would be another account's.
 */
function givenCredentials(given: GivenCredentials | undefined, where: string): Credentials | undefined {
  if (given === undefined) return undefined;
  const other = Object.keys(given).find((name) => !names.includes(name));
  if (other !== undefined) {
    throw new ConfigurationError(
      `credentials${where}: there is no ${JSON.stringify(other)}. There is: ${names.join(", ")}.`,
    );
  }
  const authToken = given.authToken === "" ? undefined : (given.authToken ?? undefined);
  const keys = checkKeys(
    {
      accessKey: given.accessKey ?? undefined,
      secretKey: given.secretKey ?? undefined,
      securityToken: given.securityToken ?? undefined,
    },
    keyNames,
    () => where,
  );
  if (authToken === undefined) {
    if (keys !== undefined) return keys;
    throw new MissingCredentialsError(
      `credentials${where} are given, and hold nothing: set accessKey and secretKey, or authToken, or leave credentials out.`,
    );
  }
  keepSecret(authToken);
  if (keys !== undefined) {
    throw new MissingCredentialsError(`Both authToken and accessKey are given${where}: give one of them.`);
  }
  checkHeaderText(authToken, "authToken", where);
  return { authToken };
}
