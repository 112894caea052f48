// @ts-nocheck
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** By the package's own name, so that it is found from the sources and from the build alike. */
export function packageVersion(): string {
  const path = createRequire(__filename).resolve("pulumi-dlf/package.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}
