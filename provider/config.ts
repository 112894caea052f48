import * as pulumi from "@pulumi/pulumi";
import type { DlfClientOptions } from "../sdk/index";

const plainKeys = ["region", "projectId", "workspace", "endpoint"] as const;
const secretKeys = ["accessKey", "secretKey", "securityToken"] as const;

/** Reads a key of the stack's configuration, of one namespace. Secrets come in plain text. */
export type ReadConfig = (key: string) => string | undefined;

/** Namespace of the configuration where none is named: `pulumi config set dlf:region cn-north-4`. */
export const defaultNamespace = "dlf";

/**
 * The options of a client from the stack's configuration: `dlf:region`, `dlf:projectId`, `dlf:workspace`,
 * `dlf:endpoint`, and as secrets `dlf:accessKey`, `dlf:secretKey`, `dlf:securityToken`.
 *
 * What the caller gives in code goes before it; what neither has, the client takes from the environment.
 */
export function clientOptions(given: DlfClientOptions, read: ReadConfig): DlfClientOptions {
  const [accessKey, secretKey, securityToken] = secretKeys.map(read);
  const none = accessKey === undefined && secretKey === undefined && securityToken === undefined;
  return {
    ...Object.fromEntries(plainKeys.map((key) => [key, read(key)])),
    ...(!none && { credentials: { accessKey, secretKey, securityToken } }),
    ...notNull(given),
  };
}

/** What a program can read of its stack's configuration. */
export async function programConfig(namespace: string): Promise<ReadConfig> {
  const config = new pulumi.Config(namespace);
  const secrets = await Promise.all(secretKeys.map(async (key) => [key, await secretValue(config, key)] as const));
  const plain = plainKeys.map((key) => [key, config.get(key)] as const);
  const values = new Map<string, string | undefined>([...plain, ...secrets]);
  return (key) => values.get(key);
}

/**
 * The plain text of a secret. `Config.get` would print a warning for each; nothing that is made of these values goes
 * into the stack, so that they may leave their output here.
 */
function secretValue(config: pulumi.Config, key: string): Promise<string | undefined> {
  const secret = config.getSecret(key);
  return secret === undefined ? Promise.resolve(undefined) : new Promise((resolve) => void secret.apply(resolve));
}

/** Without what was not given: `undefined`, or `null` where the caller has no TypeScript. */
export function notNull<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null)) as T;
}
