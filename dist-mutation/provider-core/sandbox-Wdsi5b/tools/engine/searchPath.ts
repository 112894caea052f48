// @ts-nocheck
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** On Windows only `.exe`: Node.js starts no `.cmd` without a shell. */
export function executableName(name: string, platform: NodeJS.Platform = process.platform): string {
  return platform === "win32" ? `${name}.exe` : name;
}

/** The value of PATH, whose name Windows spells `Path`. */
export function pathOf(env: NodeJS.ProcessEnv): string {
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH");
  return (name === undefined ? undefined : env[name]) ?? "";
}

/** The first executable file of that name in the folders of `path`. */
export function searchPath(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, executableName(name)))
    .find(isExecutableFile);
}

function isExecutableFile(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
