// @ts-nocheck
import { ConfigurationError } from "../../sdk/index";
import { nearest } from "../../sdk/text/nearest";
import type { Connection } from "./listings";

/** @throws ConfigurationError for an argument that there is not */
export function refuseOtherArguments(given: object, known: readonly string[]): void {
  const other = Object.keys(given).find((key) => !known.includes(key));
  if (other === undefined) return;
  const close = nearest(other, known);
  const hint = close === undefined ? "" : ` The nearest one is ${close}.`;
  throw new ConfigurationError(`There is no argument ${JSON.stringify(other)}.${hint} There is: ${known.join(", ")}.`);
}

/** @throws ConfigurationError: whatever a resource is given is written into the state */
export function refuseCredentials({ client }: Connection): void {
  if (client?.credentials === undefined) return;
  throw new ConfigurationError(
    "Credentials cannot be given to a resource in code, since its inputs are kept in the state. Set them as secrets of " +
      "the stack (pulumi config set --secret dlf:secretKey), or in the environment; configNamespace names another account.",
  );
}
