import * as pulumi from "@pulumi/pulumi";
import type { DlfClientOptions } from "../sdk/index";

const plainKeys = [
  ...(["region", "domain", "projectId", "projectName", "workspace", "profile", "sharedConfigFile"] as const),
  ...(["endpoint", "iamEndpoint", "stsEndpoint"] as const),
];
const agencyKeys = ["agencyName", "agencyDomainName", "agencyDomainId"] as const;
const secretKeys = ["accessKey", "secretKey", "securityToken", "authToken"] as const;

/** Reads a key of the stack's configuration, of one namespace. Secrets come in plain text. */
export type ReadConfig = (key: string) => string | undefined;

/** Namespace of the configuration where none is named: `pulumi config set dlf:region cn-north-4`. */
export const defaultNamespace = "dlf";

/**
 * The options of a client from the stack's configuration: `dlf:region` and the like, an agency of another account as
 * `dlf:agencyName` with `dlf:agencyDomainName` or `dlf:agencyDomainId`, and as secrets `dlf:accessKey`,
 * `dlf:secretKey`, `dlf:securityToken`, `dlf:authToken`.
 *
 * What the caller gives in code goes before it; what neither has, the client looks for in the environment and beyond.
 */
export function clientOptions(given: DlfClientOptions, read: ReadConfig, namespace: string): DlfClientOptions {
  const pick = <Key extends string>(keys: readonly Key[]) =>
    notNull(Object.fromEntries(keys.map((key) => [key, read(key)])) as Partial<Record<Key, string>>);
  const { projectId, projectName, ...others } = pick(plainKeys);
  // A project is one of a region and an account: where code names any of these, it is not the configuration's.
  const otherRegion = given.region !== undefined && given.region !== others.region;
  const other =
    otherRegion || typeof given.assumeRole === "object" || (given.projectId ?? given.projectName) !== undefined;
  const plain = other ? others : { ...others, ...notNull({ projectId, projectName }) };
  const credentials = pick(secretKeys);
  const { agencyName, agencyDomainName: domainName, agencyDomainId: domainId } = pick(agencyKeys);
  const configured = {
    ...plain,
    ...(Object.keys(credentials).length > 0 && { credentials }),
    ...(agencyName !== undefined && { assumeRole: { agencyName, domainName, domainId } }),
  };
  const inCode = notNull(given);
  const labels: [string, string][] = Object.keys(configured)
    .filter((key) => !(key in inCode))
    .map((key) => [key, `Pulumi config ${namespace}:${firstKey[key] ?? key}`]);
  return {
    ...configured,
    ...inCode,
    sources: { ...(Object.fromEntries(labels) as DlfClientOptions["sources"]), ...given.sources },
  };
}

/** Options that several keys of the configuration make up are called by the first of these. */
const firstKey: Readonly<Record<string, string>> = { credentials: "accessKey", assumeRole: "agencyName" };

/** What a program can read of its stack's configuration. */
export async function programConfig(namespace: string): Promise<ReadConfig> {
  const config = new pulumi.Config(namespace);
  const secrets = await Promise.all(secretKeys.map(async (key) => [key, await secretValue(config, key)] as const));
  const plain = [...plainKeys, ...agencyKeys].map((key) => [key, config.get(key)] as const);
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
