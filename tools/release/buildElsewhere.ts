import { cp, link, mkdir, readdir, readlink, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "../engine/repositoryRoot";
import { mustRun } from "../engine/mustRun";

/** What a build and the package are made of. What is missing here is missing in the tarball: it would be another. */
const sources = ["package.json", "tsconfig.json", "README.md", "LICENSE", "cli", "provider", "sdk", "tools"];

/**
 * Builds once more at another place: whatever depends on a path, on times or on the order of files differs there.
 *
 * @param folder does not exist, and lies on the repository's own file system: for the packages hard links will do
 */
export async function buildElsewhere(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const source of sources) await cp(join(repositoryRoot, source), join(folder, source), { recursive: true });
  await linkTree(join(repositoryRoot, "node_modules"), join(folder, "node_modules"));
  await mustRun("npm", ["run", "build"], { cwd: folder, env: process.env });
}

async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target);
  }
}
