import * as pulumi from "@pulumi/pulumi";
import type { DlfClientOptions } from "../sdk/index";

/**
 * The options of a client from the stack's configuration, namespace `dlf`: `dlf:region`, `dlf:projectId`,
 * `dlf:workspace`, `dlf:endpoint`, and as secrets `dlf:accessKey`, `dlf:secretKey`, `dlf:securityToken`.
 *
 * What the caller gives in code goes before it; what neither has, the client takes from the environment.
 */
export async function clientOptions(given: DlfClientOptions): Promise<DlfClientOptions> {
  const config = new pulumi.Config("dlf");
  const configured = {
    region: config.get("region"),
    projectId: config.get("projectId"),
    workspace: config.get("workspace"),
    endpoint: config.get("endpoint"),
    credentials: given.credentials ?? (await configuredCredentials(config)),
  };
  const defined = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...configured, ...Object.fromEntries(defined) };
}

async function configuredCredentials(config: pulumi.Config): Promise<DlfClientOptions["credentials"]> {
  const [accessKey, secretKey, securityToken] = await Promise.all(
    ["accessKey", "secretKey", "securityToken"].map((key) => secretValue(config, key)),
  );
  const none = accessKey === undefined && secretKey === undefined && securityToken === undefined;
  return none ? undefined : { accessKey, secretKey, securityToken };
}

/**
 * The plain text of a secret. `Config.get` would print a warning for each; nothing that is made of these values goes
 * into the stack, so that they may leave their output here.
 */
function secretValue(config: pulumi.Config, key: string): Promise<string | undefined> {
  const secret = config.getSecret(key);
  return secret === undefined ? Promise.resolve(undefined) : new Promise((resolve) => void secret.apply(resolve));
}
