// @ts-nocheck
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";

/**
 * Compiles what the measured processes run, and the package with it: they are plain Node.js, as a user's is, without
 * tsx in their memory.
 */
export function compileChildren(): void {
  const project = join(__dirname, "tsconfig.children.json");
  execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", project], { stdio: "inherit" });
}

/** The compiled form of a file in `children/`. */
export function compiledChild(name: string): string {
  // Below node_modules, so that the package's dependencies are found from there.
  return join(repositoryRoot, "node_modules", ".cache", "pulumi-dlf-bench", "test", "bench", "children", `${name}.js`);
}
