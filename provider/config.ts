import * as pulumi from "@pulumi/pulumi";
import { layOver, type DlfClientOptions } from "../sdk/index";
import { checkNamespace } from "./namespace";

const plainKeys = [
  ...(["region", "domain", "projectId", "projectName", "workspace", "profile", "sharedConfigFile"] as const),
  ...(["endpoint", "iamEndpoint", "stsEndpoint"] as const),
];
const agencyKeys = ["agencyName", "agencyDomainName", "agencyDomainId"] as const;
const secretKeys = ["accessKey", "secretKey", "securityToken", "authToken"] as const;
const knownKeys: readonly string[] = [...plainKeys, ...agencyKeys, ...secretKeys];

/** Reads a key of the stack's configuration, of one namespace. Secrets come in plain text. */
export type ReadConfig = (key: string) => string | undefined;

/** Namespace of the configuration where none is named: `pulumi config set dlf:region cn-north-4`. */
export const defaultNamespace = "dlf";

/**
 * The options of a client from the stack's configuration: `dlf:region` and the like, an agency of another account as
 * `dlf:agencyName` with `dlf:agencyDomainName` or `dlf:agencyDomainId`, and as secrets `dlf:accessKey`,
 * `dlf:secretKey`, `dlf:securityToken`, `dlf:authToken`.
 *
 * What the caller gives in code goes before it, and hides what it says of another place; what neither has, the client
 * looks for in the environment and beyond.
 *
 * @throws ConfigurationError where it cannot be known whether code and configuration mean one place
 */
export function clientOptions(given: DlfClientOptions, read: ReadConfig, namespace: string): DlfClientOptions {
  const pick = <Key extends string>(keys: readonly Key[]) =>
    notNull(Object.fromEntries(keys.map((key) => [key, read(key)])) as Partial<Record<Key, string>>);
  const credentials = pick(secretKeys);
  const { agencyName, agencyDomainName: domainName, agencyDomainId: domainId } = pick(agencyKeys);
  const configured = {
    ...pick(plainKeys),
    ...(Object.keys(credentials).length > 0 && { credentials }),
    ...(agencyName !== undefined && { assumeRole: { agencyName, domainName, domainId } }),
  };
  const sources = Object.fromEntries(
    Object.keys(configured).map((key) => [key, `Pulumi config ${namespace}:${firstKey[key] ?? key}`]),
  );
  return layOver(given, { ...configured, sources }).options;
}

/** Options that several keys of the configuration make up are called by the first of these. */
const firstKey: Readonly<Record<string, string>> = { credentials: "accessKey", assumeRole: "agencyName" };

/**
 * What a program can read of its stack's configuration.
 *
 * @throws ConfigurationError for a namespace that is named and not there, or that has a key which means nothing
 */
export async function programConfig(namespace: string): Promise<ReadConfig> {
  checkNamespace(namespace, Object.keys(pulumi.runtime.allConfig()), { knownKeys, optional: defaultNamespace });
  const config = new pulumi.Config(namespace);
  const secrets = await Promise.all(secretKeys.map(async (key) => [key, await secretValue(config, key)] as const));
  const plain = [...plainKeys, ...agencyKeys].map((key) => [key, config.get(key)] as const);
  const values = new Map<string, string | undefined>([...plain, ...secrets]);
  return (key) => values.get(key);
}

/**
 * The same in the process of dynamic resources. Its `Config` names no keys to its callers; the object that it reads
 * from does, and where a release of Pulumi has none, a key that means nothing is not seen.
 *
 * @throws ConfigurationError as `programConfig`
 */
export function processConfig(config: pulumi.dynamic.Config | undefined, namespace: string): ReadConfig {
  const read: ReadConfig = (key) => config?.get(`${namespace}:${key}`);
  const raw = (config as { rawConfig?: object } | undefined)?.rawConfig;
  const fullNames = raw
    ? Object.keys(raw)
    : knownKeys.filter((key) => read(key) !== undefined).map((key) => `${namespace}:${key}`);
  checkNamespace(namespace, fullNames, { knownKeys, optional: defaultNamespace });
  return read;
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
