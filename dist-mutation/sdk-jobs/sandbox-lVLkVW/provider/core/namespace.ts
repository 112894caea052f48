// @ts-nocheck
import { ConfigurationError } from "../../sdk/index";
import { nearest } from "../../sdk/text/nearest";

interface Known {
  knownKeys: readonly string[];
  /** The namespace that may be empty. */
  optional: string;
}

/**
 * A namespace of the stack's configuration names an account: a key of it that is not known is a misspelt one, and one
 * that is named and has no key is another one misspelt. Either would else mean the account of the environment.
 *
 * @param fullNames of all keys that are set: `dlf:region`
 * @throws ConfigurationError that lists the known keys
 */
export function checkNamespace(namespace: string, fullNames: readonly string[], { knownKeys, optional }: Known): void {
  const keys = fullNames.filter((name) => namespaceOf(name) === namespace).map(keyOf);
  const known = `Its keys are: ${knownKeys.join(", ")}.`;
  const unknown = keys.find((key) => !knownKeys.includes(key));
  if (unknown !== undefined) {
    throw new ConfigurationError(
      `The stack's configuration has a key ${namespace}:${unknown}, which means nothing. The nearest one is ` +
        `${namespace}:${nearest(unknown, knownKeys) ?? ""}. ${known}`,
    );
  }
  if (keys.length > 0 || namespace === optional) return;
  const others = new Set(fullNames.filter((name) => knownKeys.includes(keyOf(name))).map(namespaceOf));
  throw new ConfigurationError(
    `Nothing is set under ${namespace} in the stack's configuration, which configNamespace names ` +
      `(there is something under: ${[...others].join(", ") || "none"}). ${known}`,
  );
}

function namespaceOf(fullName: string): string {
  return fullName.slice(0, Math.max(0, fullName.indexOf(":")));
}

function keyOf(fullName: string): string {
  return fullName.slice(fullName.indexOf(":") + 1);
}
