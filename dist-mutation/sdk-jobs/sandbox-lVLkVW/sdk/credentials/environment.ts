// @ts-nocheck
import { variable, type Environment } from "../configuration/options";
import { keepSecret } from "../redact";
import { checkHeaderText, checkKeys } from "./checkKeys";
import type { Credentials } from "./credentials";
import type { Found, NotFound, Source } from "./source";

/** The Terraform provider's names first, then the official SDKs'. */
const keyNames = [
  { accessKey: "HW_ACCESS_KEY", secretKey: "HW_SECRET_KEY", securityToken: "HW_SECURITY_TOKEN" },
  {
    accessKey: "HUAWEICLOUD_SDK_AK",
    secretKey: "HUAWEICLOUD_SDK_SK",
    securityToken: "HUAWEICLOUD_SDK_SECURITY_TOKEN",
  },
] as const;
const tokenName = "HW_AUTH_TOKEN";

/** Keys of the environment; an IAM token where there are none. */
export function environmentSource(environment: Environment): Source {
  return () =>
    new Promise((resolve) => {
      resolve(lookAt(environment));
    });
}

function lookAt(environment: Environment): Found | NotFound {
  for (const names of keyNames) {
    const keys = checkKeys(
      {
        accessKey: variable(environment, names.accessKey),
        secretKey: variable(environment, names.secretKey),
        securityToken: variable(environment, names.securityToken),
      },
      names,
    );
    if (keys) return found(names.accessKey, keys);
  }
  const authToken = variable(environment, tokenName);
  if (authToken !== undefined) {
    keepSecret(authToken);
    checkHeaderText(authToken, tokenName);
    return found(tokenName, { authToken });
  }
  const pairs = keyNames.map(({ accessKey, secretKey }) => `${accessKey} and ${secretKey}`);
  return { place: `environment ${[...pairs, tokenName].join("; ")}`, why: "none is set" };
}

function found(name: string, credentials: Credentials): Found {
  return { source: `environment ${name}`, credentials, issued: false };
}
