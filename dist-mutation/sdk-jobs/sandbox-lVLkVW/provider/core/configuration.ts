// @ts-nocheck
import { layOver, type DlfClientOptions } from "../../sdk/index";
import { checkNamespace } from "./namespace";
import { notNull } from "./pick";

const plainKeys = [
  ...(["region", "domain", "projectId", "projectName", "workspace", "profile", "sharedConfigFile"] as const),
  ...(["endpoint", "iamEndpoint", "stsEndpoint"] as const),
];
const agencyKeys = ["agencyName", "agencyDomainName", "agencyDomainId"] as const;
export const secretKeys = ["accessKey", "secretKey", "securityToken", "authToken"] as const;
export const knownKeys = [...plainKeys, ...agencyKeys, ...secretKeys] as const;

/** A key of the configuration: `dlf:region` of a stack, `region` of a provider. */
export type ConfigKey = (typeof knownKeys)[number];

/** What one configuration says. Secrets come in plain text. */
export type Configuration = Readonly<Partial<Record<ConfigKey, string>>>;

/** Namespace of the stack's configuration where none is named: `pulumi config set dlf:region cn-north-4`. */
export const defaultNamespace = "dlf";

/** What messages call a key of the stack's configuration. */
export function ofStack(namespace: string): (key: string) => string {
  return (key) => `Pulumi config ${namespace}:${key}`;
}

/**
 * The options of a client from a configuration: `region` and the like, an agency of another account as `agencyName`
 * with `agencyDomainName` or `agencyDomainId`, and as secrets `accessKey`, `secretKey`, `securityToken`, `authToken`.
 *
 * What the caller gives in code goes before it, and hides what it says of another place; what neither has, the client
 * looks for in the environment and beyond.
 *
 * @param label what messages are to call a key
 * @throws ConfigurationError where it cannot be known whether code and configuration mean one place
 */
export function clientOptions(
  given: DlfClientOptions,
  configuration: Configuration,
  label: (key: string) => string,
): DlfClientOptions {
  const pick = <Key extends ConfigKey>(keys: readonly Key[]) =>
    notNull(Object.fromEntries(keys.map((key) => [key, configuration[key]])) as Partial<Record<Key, string>>);
  const credentials = pick(secretKeys);
  const { agencyName, agencyDomainName: domainName, agencyDomainId: domainId } = pick(agencyKeys);
  const configured = {
    ...pick(plainKeys),
    ...(Object.keys(credentials).length > 0 && { credentials }),
    ...(agencyName !== undefined && { assumeRole: { agencyName, domainName, domainId } }),
  };
  const sources = Object.fromEntries(Object.keys(configured).map((key) => [key, label(firstKey[key] ?? key)]));
  return layOver(given, { ...configured, sources }).options;
}

/** Options that several keys of the configuration make up are called by the first of these. */
const firstKey: Readonly<Record<string, string>> = { credentials: "accessKey", assumeRole: "agencyName" };

/**
 * What a stack's configuration says under a namespace.
 *
 * @param fullNames of all keys that are set: `dlf:region`
 * @throws ConfigurationError for a namespace that is named and not there, or that has a key which means nothing
 */
export async function readNamespace(
  namespace: string,
  fullNames: readonly string[],
  read: (key: ConfigKey) => string | undefined | Promise<string | undefined>,
): Promise<Configuration> {
  checkNamespace(namespace, fullNames, { knownKeys, optional: defaultNamespace });
  const values = await Promise.all(knownKeys.map(async (key) => [key, await read(key)] as const));
  return Object.fromEntries(values);
}
