import { join } from "node:path";
import { repositoryRoot } from "../engine/repositoryRoot";
import { runCommand } from "../engine/runCommand";

export interface PackedPackage {
  tarball: string;
  /** Paths inside of it. */
  files: string[];
}

/** Packs what is built as a tarball of npm. */
export async function packPackage(folder: string): Promise<PackedPackage> {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const { status, stdout, output } = await runCommand("npm", args, {
    ...{ cwd: repositoryRoot, env: process.env, timeLimit: 110_000 },
  });
  if (status !== 0) throw new Error(`npm ${args.join(" ")}:\n${output}`);
  // npm 12 names the packages, earlier ones list them.
  const [report] = Object.values(JSON.parse(stdout) as object) as { filename: string; files: { path: string }[] }[];
  if (report === undefined) throw new Error(`npm ${args.join(" ")} named no package:\n${output}`);
  return { tarball: join(folder, report.filename), files: report.files.map((file) => file.path) };
}
