// @ts-nocheck
import type { dynamic } from "@pulumi/pulumi";
import { ConfigurationError } from "../../sdk/index";
import { knownKeys, readNamespace, type Configuration } from "../core/configuration";

/**
 * What the process of dynamic resources can read of the stack's configuration. Its `Config` names no keys to its
 * callers; the object that it reads from does, and where a release of Pulumi has none, a key that means nothing is not
 * seen.
 *
 * @throws ConfigurationError as `readNamespace`
 */
export function processConfig(config: dynamic.Config | undefined, namespace: string): Promise<Configuration> {
  // Without it another account would be asked than the stack's.
  if (config === undefined) throw new ConfigurationError("Pulumi has not handed out the stack's configuration.");
  const read = (key: string) => config.get(`${namespace}:${key}`);
  const raw = (config as { rawConfig?: object }).rawConfig;
  const fullNames = raw
    ? Object.keys(raw)
    : knownKeys.filter((key) => read(key) !== undefined).map((key) => `${namespace}:${key}`);
  return readNamespace(namespace, fullNames, read);
}
