import { join } from "node:path";
import type { InputOptions, OutputOptions } from "rolldown";
import { repositoryRoot } from "../engine/repositoryRoot";
import { neverUsed } from "./neverUsed";

/** How sources become the code that users run. */
export const input: InputOptions = {
  cwd: repositoryRoot,
  platform: "node",
  tsconfig: join(repositoryRoot, "tsconfig.json"),
  transform: { target: "node20.3" },
  plugins: [neverUsed],
  logLevel: "warn",
};

export const output: OutputOptions = { format: "cjs" };
