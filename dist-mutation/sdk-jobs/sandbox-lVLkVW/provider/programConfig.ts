// @ts-nocheck
import * as pulumi from "@pulumi/pulumi";
import { readNamespace, secretKeys, type ConfigKey, type Configuration } from "./core/configuration";

/**
 * What a program can read of its stack's configuration.
 *
 * @throws ConfigurationError as `readNamespace`
 */
export function programConfig(namespace: string): Promise<Configuration> {
  const config = new pulumi.Config(namespace);
  const isSecret = (key: ConfigKey) => (secretKeys as readonly string[]).includes(key);
  return readNamespace(namespace, Object.keys(pulumi.runtime.allConfig()), (key) =>
    isSecret(key) ? secretValue(config, key) : config.get(key),
  );
}

/**
 * The plain text of a secret. `Config.get` would print a warning for each; nothing that is made of these values goes
 * into the stack, so that they may leave their output here.
 */
function secretValue(config: pulumi.Config, key: string): Promise<string | undefined> {
  const secret = config.getSecret(key);
  return secret === undefined ? Promise.resolve(undefined) : new Promise((resolve) => void secret.apply(resolve));
}
