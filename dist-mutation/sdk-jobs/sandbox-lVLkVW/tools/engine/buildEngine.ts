// @ts-nocheck
import { copyFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buildParts, type BuildOptions } from "./buildParts";
import { cli, hosts } from "./parts";

/** Builds the CLI and the language host for Node.js, which everything here needs. */
export async function buildEngine(options: BuildOptions): Promise<void> {
  options.say(`Building the Pulumi engine ${options.version} with Go, once: about 5 minutes on two cores.`);
  // The language host first: it takes seconds, so that a Go that does not work is noticed early.
  await buildParts([hosts.nodejs, cli], options);
  await copyNodePlugins(options.into);
}

/**
 * `pulumi-resource-pulumi-nodejs`, which serves dynamic resources, comes beside the CLI in the official build; found
 * anywhere else the engine warns about it. It is a script that runs the program's own `@pulumi/pulumi`.
 */
async function copyNodePlugins(into: string): Promise<void> {
  const folder = dirname(require.resolve("@pulumi/pulumi/package.json"));
  for (const name of await readdir(folder)) {
    if (name.startsWith("pulumi-resource-pulumi-nodejs")) {
      await copyFile(join(folder, name), join(into, name));
    }
  }
}
