import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { create } from "tar";
import { repositoryRoot } from "../engine/repositoryRoot";
import { executable, pluginLicences, startOnWindows } from "./files";

/** As the engine calls them, which asks for the archive of its own. Node.js runs the same files on all of them. */
const platforms = ["linux-amd64", "linux-arm64", "darwin-amd64", "darwin-arm64", "windows-amd64"];

/**
 * Makes the archives that the engine downloads a plugin from, of what is in `dist/`. The same files make the same bytes.
 *
 * @returns the names of the archives
 */
export async function makeArchives(version: string, into: string): Promise<string[]> {
  await mkdir(into, { recursive: true });
  return Promise.all(
    platforms.map(async (platform) => {
      const name = `${executable}-v${version}-${platform}.tar.gz`;
      const files = [executable, pluginLicences, ...(platform.startsWith("windows") ? [startOnWindows] : [])];
      const sameForAll = { portable: true, mtime: new Date(0), gzip: { level: 9 } };
      await create({ ...sameForAll, cwd: join(repositoryRoot, "dist"), file: join(into, name), strict: true }, files);
      return name;
    }),
  );
}
