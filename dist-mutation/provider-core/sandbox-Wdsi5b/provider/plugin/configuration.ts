// @ts-nocheck
import { ConfigurationError, MissingCredentialsError } from "../../sdk/index";
import { nearest } from "../../sdk/text/nearest";
import { knownKeys, ofStack, secretKeys, type Configuration } from "../core/configuration";
import { unknownValue } from "../core/unknown";
import type { Properties } from "./propertyValues";

/** What Pulumi itself adds to a provider's configuration. */
const pulumisKeys: readonly string[] = [
  "version",
  "pluginDownloadURL",
  "pluginChecksums",
  "parameterization",
  "__internal",
];

/** The provider's configuration, with its keys as secrets whatever the program says. */
export function checkedConfiguration({ values, secrets }: Properties): Properties {
  const known: readonly string[] = knownKeys;
  for (const [key, value] of Object.entries(values)) {
    if (pulumisKeys.includes(key)) continue;
    if (!known.includes(key)) {
      throw new ConfigurationError(
        `A provider of dlf has no configuration ${JSON.stringify(key)}. The nearest one is ` +
          `${nearest(key, known) ?? ""}. There is: ${known.join(", ")}.`,
      );
    }
    if (typeof value !== "string") throw new ConfigurationError(`The provider's ${key} must be a text.`);
  }
  return { values, secrets: [...new Set([...secrets, ...secretKeys])] };
}

/** Of values that `checkedConfiguration` has found good, now or when the stack was deployed. */
export function configurationOf({ values }: Properties): Configuration {
  return Object.fromEntries(
    knownKeys
      .map((key) => [key, values[key]])
      .filter(([, value]) => typeof value === "string" && value !== unknownValue),
  ) as Configuration;
}

/** What messages call a key: that of the stack's configuration, or that of a provider of the program. */
export function labelOf(urn: string): (key: string) => string {
  const name = urn.split("::").at(-1) ?? "";
  // The engine makes a provider of the stack's configuration itself, as `default` or `default_0_1_0`.
  return /^default(_|$)/.test(name) ? ofStack("dlf") : (key) => `${key} of the provider ${name}`;
}

/** An error of a provider for which nothing is configured, with the keys that can be. */
export function missingConfiguration(error: unknown, configuration: Configuration): unknown {
  const isMissing = error instanceof ConfigurationError || error instanceof MissingCredentialsError;
  const keys = ` Nothing is configured for the provider; its keys are (dlf:region and so on): ${knownKeys.join(", ")}.`;
  // All who share a listing get one error.
  if (isMissing && Object.keys(configuration).length === 0 && !error.message.endsWith(keys)) error.message += keys;
  return error;
}
