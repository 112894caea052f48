import { MissingCredentialsError } from "../errors";
import type { GivenCredentials } from "../configuration/options";
import { keepSecret } from "../redact";
import { checkHeaderText, checkKeys } from "./checkKeys";
import type { Credentials } from "./credentials";
import type { Source } from "./source";

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

function givenCredentials(given: GivenCredentials | undefined, where: string): Credentials | undefined {
  if (given === undefined) return undefined;
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
  if (authToken === undefined) return keys;
  keepSecret(authToken);
  if (keys !== undefined) {
    throw new MissingCredentialsError(`Both authToken and accessKey are given${where}: give one of them.`);
  }
  checkHeaderText(authToken, "authToken", where);
  return { authToken };
}
