import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mustRun } from "../engine/mustRun";

interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly { readonly expression?: string; readonly license?: { id?: string; name?: string } }[];
}

/**
 * What `npm install` brings into an empty folder besides the package: Pulumi, which it stands on, and what that needs.
 * It is looked up where npm looks things up, and may be another thing tomorrow.
 *
 * @param tarball of the package
 * @returns a line for each package: its name, version and licence, as its package.json tells it
 */
export async function installedBeside(tarball: string): Promise<string[]> {
  const scratch = await mkdtemp(join(tmpdir(), "pulumi-dlf-installed-"));
  try {
    const folder = join(scratch, "consumer");
    await mkdir(folder);
    await writeFile(join(folder, "package.json"), '{ "name": "consumer", "version": "1.0.0", "private": true }');
    const options = { cwd: folder, env: process.env };
    await mustRun("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", tarball], options);
    const { stdout } = await mustRun("npm", ["sbom", "--sbom-format", "cyclonedx"], options);
    return licenceLines((JSON.parse(stdout) as { components: Component[] }).components);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** As SPDX says it of a package that does not tell its licence in its package.json. */
const noAssertion = "NOASSERTION";

/** Pure. */
export function licenceLines(components: readonly Component[]): string[] {
  const lines = components.map(({ name, version, licenses = [] }) => {
    const told = licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name ?? noAssertion);
    return `${name} ${version} (${told.length === 0 ? noAssertion : told.join(", ")})`;
  });
  return [...new Set(lines)].sort();
}
