import { MissingCredentialsError } from "../errors";
import { variable, type Environment, type GivenCredentials } from "../options";

export interface DlfCredentials {
  accessKey: string;
  secretKey: string;
  /** With temporary credentials only. */
  securityToken?: string | undefined;
}

/** Where the environment may hold a key: the Terraform provider's names first, then the official SDKs'. */
const environmentNames = [
  { accessKey: "HW_ACCESS_KEY", secretKey: "HW_SECRET_KEY", securityToken: "HW_SECURITY_TOKEN" },
  {
    accessKey: "HUAWEICLOUD_SDK_AK",
    secretKey: "HUAWEICLOUD_SDK_SK",
    securityToken: "HUAWEICLOUD_SDK_SECURITY_TOKEN",
  },
] as const;

/** What may stand in a header, so that no key can add a line to the request. */
const headerText = /^[\x21-\x7e]+$/;

/**
 * The first complete pair of keys: given in code, else from the environment.
 *
 * A source that is half given is an error, never a silent step to the next: the deployment would otherwise run with
 * another account than its author believes.
 *
 * @throws MissingCredentialsError (`MISSING_CREDENTIALS`)
 */
export function resolveCredentials(given: GivenCredentials | undefined, environment: Environment): DlfCredentials {
  if (given && Object.values(given).some((value) => value !== undefined)) {
    return complete(given, { accessKey: "accessKey", secretKey: "secretKey", securityToken: "securityToken" });
  }
  for (const names of environmentNames) {
    const found = {
      accessKey: variable(environment, names.accessKey),
      secretKey: variable(environment, names.secretKey),
      securityToken: variable(environment, names.securityToken),
    };
    if (Object.values(found).some((value) => value !== undefined)) return complete(found, names);
  }
  const places = environmentNames.map((names) => `${names.accessKey} and ${names.secretKey}`);
  throw new MissingCredentialsError(
    `No credentials. Looked at: credentials given in code or configuration; environment ${places.join("; ")}: ` +
      "none is set. Give an access key (AK) and its secret key (SK) in one of these places.",
  );
}

function complete(found: GivenCredentials, names: Readonly<Record<keyof DlfCredentials, string>>): DlfCredentials {
  const { accessKey, secretKey, securityToken } = found;
  if (!accessKey || !secretKey) {
    const missing = accessKey ? names.secretKey : names.accessKey;
    const present = accessKey ? names.accessKey : secretKey ? names.secretKey : names.securityToken;
    throw new MissingCredentialsError(`Half of the credentials: ${present} is set, ${missing} is not. Set both.`);
  }
  for (const key of ["accessKey", "secretKey", "securityToken"] as const) {
    const value = found[key];
    if (value !== undefined && !headerText.test(value)) {
      throw new MissingCredentialsError(
        `${names[key]} holds a space, a line break or another character that a key cannot have. Copy it again.`,
      );
    }
  }
  return { accessKey, secretKey, ...(securityToken !== undefined && { securityToken }) };
}
