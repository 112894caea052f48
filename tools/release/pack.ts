import { join } from "node:path";
import { mustRun } from "../sdks/mustRun";

export interface PackedFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

export interface Tarball {
  /** Where it is. */
  readonly file: string;
  /** What is in it. */
  readonly files: readonly PackedFile[];
}

/** Makes of a folder what `npm publish` would send. What is in `dist/` there is taken as it is. */
export async function pack(folder: string, into: string): Promise<Tarball> {
  const options = ["--json", "--ignore-scripts", "--pack-destination", into];
  const { stdout } = await mustRun("npm", ["pack", ...options], { cwd: folder, env: process.env });
  // npm 12 names the packages, earlier ones list them.
  const [packed] = Object.values(JSON.parse(stdout) as object) as { filename: string; files: PackedFile[] }[];
  if (packed === undefined) throw new Error("npm pack made nothing.");
  return { file: join(into, packed.filename), files: packed.files };
}
