// @ts-nocheck
import { variable, type Environment } from "./options";

/**
 * What a person wants to know who asks with `DEBUG=dlf`, on stderr: the one place of the sdk that prints.
 *
 * The package behind it is loaded only then.
 */
export function debugLog(environment: Environment): (...lines: string[]) => void {
  if (variable(environment, "DEBUG") === undefined) return () => undefined;
  return (...lines) => {
    void import("debug").then(({ default: debug }) => {
      const log = debug("dlf");
      for (const line of lines) log("%s", line);
    });
  };
}
