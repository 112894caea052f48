import { join } from "node:path";
import { mustRun } from "../engine/mustRun";
import { repositoryRoot } from "../engine/repositoryRoot";

export interface PackedFile {
  path: string;
  size: number;
}

export interface PackedPackage {
  tarball: string;
  /** Paths inside of it. */
  files: string[];
  /** The same, with their sizes in bytes. */
  contents: readonly PackedFile[];
}

/**
 * Packs what is built as a tarball of npm.
 *
 * @param folder where the tarball goes
 * @param root of the repository, or of a copy
 */
export async function packPackage(folder: string, root = repositoryRoot): Promise<PackedPackage> {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout, output } = await mustRun("npm", args, { cwd: root, env: process.env, timeLimit: 110_000 });
  // npm 12 names the packages, earlier ones list them.
  const [report] = Object.values(JSON.parse(stdout) as object) as { filename: string; files: PackedFile[] }[];
  if (report === undefined) throw new Error(`npm ${args.join(" ")} named no package:\n${output}`);
  const { filename, files: contents } = report;
  return { tarball: join(folder, filename), files: contents.map(({ path }) => path), contents };
}
