// @ts-nocheck
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Puts scripts in the place of the engine's executables, so that what is decided about them is tested in no time. */
export function writeFakeEngine(folder: string, javascript = 'process.stdout.write("v3.250.0\\n")'): void {
  mkdirSync(folder, { recursive: true });
  writeScript(join(folder, "pulumi"), javascript);
  writeScript(join(folder, "pulumi-language-nodejs"), "");
}

export function writeScript(file: string, javascript: string): void {
  writeFileSync(file, `#!${process.execPath}\n${javascript}\n`);
  chmodSync(file, 0o755);
}
