import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { version } from "../../package.json";
import { writeChecksums } from "../bundle/checksums";
import { packageSbom, pluginSbom } from "../bundle/files";
import { makeArchives } from "../bundle/makeArchives";
import { packPackage, type PackedFile } from "../bundle/packPackage";
import { repositoryRoot } from "../engine/repositoryRoot";
import { buildElsewhere } from "./buildElsewhere";
import { releaseNotes } from "./changelog";
import { installedBeside } from "./installed";

/** `npm run release:dry`: all that a release would publish, in `dist-release/`, of the build in `dist/`. */
const folder = join(repositoryRoot, "dist-release");
const elsewhere = join(folder, ".build-at-another-place");

async function release(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const { tarball, contents } = await packPackage(folder);
  await buildElsewhere(elsewhere);
  const again = await packPackage(elsewhere, elsewhere);
  if (!(await readFile(tarball)).equals(await readFile(again.tarball))) {
    throw new Error(`Two builds make two tarballs: compare ${tarball} with ${again.tarball}.`);
  }
  await rm(elsewhere, { recursive: true });
  say(`${basename(tarball)}: built twice, at two places, byte for byte the same.`);

  const changelog = await readFile(join(repositoryRoot, ".github/CHANGELOG.md"), "utf8");
  await writeFile(join(folder, "notes.md"), releaseNotes(changelog, version));
  await writeFile(join(folder, "contents.txt"), contentLines(contents));
  const installed = await installedBeside(tarball);
  await writeFile(join(folder, "installed-beside.txt"), `${installed.join("\n")}\n`);
  for (const sbom of [packageSbom, pluginSbom]) await copyFile(join(repositoryRoot, "dist", sbom), join(folder, sbom));
  await makeArchives(version, folder);
  await writeChecksums(folder);
  say(`dist-release/ holds ${contents.length} files in the tarball, ${installed.length} packages beside it.`);
}

function contentLines(files: readonly PackedFile[]): string {
  const lines = [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, size }) => line(size, path));
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return [...lines, line(total, `in ${files.length} files`), ""].join("\n");
}

function line(size: number, what: string): string {
  return `${String(size).padStart(9)}  ${what}`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

release().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
