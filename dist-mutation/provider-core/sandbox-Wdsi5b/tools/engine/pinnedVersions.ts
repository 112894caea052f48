// @ts-nocheck
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What `pulumi/go.mod` pins: the one place where the engine's version is written. */
export interface PinnedVersions {
  /** Of the Pulumi engine, such as `3.250.0`. */
  readonly engine: string;
  /** The oldest Go that builds it, such as `1.25`. */
  readonly go: string;
}

const folderOfModule = join(__dirname, "pulumi");

export function readPinnedVersions(): PinnedVersions {
  return parsePinnedVersions(readFileSync(join(folderOfModule, "go.mod"), "utf8"));
}

export function parsePinnedVersions(goMod: string): PinnedVersions {
  const engine = /^\s*github\.com\/pulumi\/pulumi\/pkg\/v3 v(\d+\.\d+\.\d+)\b/m.exec(goMod)?.[1];
  const go = /^go (\d+\.\d+)/m.exec(goMod)?.[1];
  if (engine === undefined || go === undefined) {
    throw new Error("tools/engine/pulumi/go.mod names no version of the Pulumi engine, or none of Go");
  }
  return { engine, go };
}

/** Programs need `@pulumi/pulumi` ^3.200.0 (package.json, peerDependencies): the engine goes by the same range. */
export function isUsableEngine(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major === 3 && minor >= 200;
}
