// @ts-nocheck
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryRoot } from "./repositoryRoot";

/** A Pulumi program as text: path within its folder, with slashes -> content. */
export type ProgramFiles = Readonly<Record<string, string>>;

/** Reads the files under `folder`, or those among `only` (files and folders in it). */
export async function readProgram(folder: string, only: readonly string[] = ["."]): Promise<ProgramFiles> {
  const files: Record<string, string> = {};
  for (const name of only.length === 0 ? [] : await filesUnder(folder, only)) {
    files[name] = await readFile(join(folder, name), "utf8");
  }
  return files;
}

async function filesUnder(folder: string, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    if (statSync(join(folder, name)).isFile()) {
      found.push(name);
      continue;
    }
    const inside = (await readdir(join(folder, name))).filter((entry) => entry !== "node_modules");
    found.push(
      ...(await filesUnder(
        folder,
        inside.map((entry) => (name === "." ? entry : `${name}/${entry}`)),
      )),
    );
  }
  return found;
}

export async function writeProgram(folder: string, files: ProgramFiles): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** The program with the files that Pulumi cannot do without, where it brings none. */
export function withProjectFiles(files: ProgramFiles): ProgramFiles {
  const typescript = "index.ts" in files;
  return {
    "Pulumi.yaml": `name: scratch\nruntime:\n  name: nodejs\n  options:\n    typescript: ${String(typescript)}\n`,
    "package.json": `${JSON.stringify({ name: "scratch", private: true })}\n`,
    ...files,
  };
}

/** What a program may import: this package by its name, and what a Pulumi project in TypeScript installs. */
export async function linkPackages(folder: string): Promise<void> {
  const installed = join(repositoryRoot, "node_modules");
  const packages = {
    "pulumi-dlf": repositoryRoot,
    ...Object.fromEntries(["@pulumi", "@types", "typescript"].map((name) => [name, join(installed, name)])),
  };
  await mkdir(join(folder, "node_modules"), { recursive: true });
  for (const [name, target] of Object.entries(packages)) {
    await symlink(target, join(folder, "node_modules", name), "junction"); // Windows allows those to everybody.
  }
}
