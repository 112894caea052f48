import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputChunk, rolldown as bundler } from "rolldown";
import { version } from "../../package.json";
import { repositoryRoot } from "../engine/repositoryRoot";
import { outputSchemas } from "../schema/outputs";
import { packageSchema } from "../schema/schema";
import { executable, licences, pluginLicences, schemaFile, startOnWindows, packageSbom, pluginSbom } from "./files";
import { licencesFile, packageFolders, readLicence, type LicensedPackage } from "./licences";
import { isNeverUsed } from "./neverUsed";
import { input, output } from "./options";
import { sbom } from "./sbom";

/*
 * The first half of `npm run build`: all code in `dist/`. The packages that it stands on are inside, as far as they are
 * used: one file loads in a fraction of the time of hundreds. Pulumi stays outside, since a program has its own. The
 * declarations are the compiler's.
 */

/** The entry points of `package.json`, by their place in `dist/`. What they share becomes files in `dist/shared/`. */
const entryPoints = ["provider/index", "provider/dynamic/index", "sdk/index", "sdk/testing/index", "cli/main"];

type Rolldown = typeof bundler;

const dist = (file: string) => join(repositoryRoot, "dist", file);

/** With a mode that does not depend on who builds. */
function write(file: string, text: string, mode = 0o644): void {
  writeFileSync(dist(file), text);
  chmodSync(dist(file), mode);
}

/** @returns what is inside */
async function bundlePackage(rolldown: Rolldown): Promise<LicensedPackage[]> {
  const bundle = await rolldown({
    ...input,
    input: Object.fromEntries(entryPoints.map((name) => [name, `${name}.ts`])),
    external: [/^@pulumi\/pulumi(?:\/|$)/],
  });
  const { output: files } = await bundle.write({
    ...output,
    dir: dist(""),
    exports: "named",
    // Errors are called by the names of their classes.
    keepNames: true,
    sourcemap: true,
    chunkFileNames: "shared/[name].js",
  });
  chmodSync(dist("cli/main.js"), 0o755);
  return packagesOf(files.filter(isChunk));
}

/**
 * Node.js takes a file without an ending for an ES module where the package.json of a folder above says so: in a Pulumi
 * home inside of a project, for one. Such a module has no `require`.
 */
const alsoAsModule =
  '"use strict";if(typeof require=="undefined")globalThis.require=process.getBuiltinModule("module").createRequire(process.argv[1]);';

/**
 * The executable that the engine starts: one file, since `pulumi plugin install --file` takes one.
 *
 * @returns what is inside
 */
async function bundlePlugin(rolldown: Rolldown): Promise<LicensedPackage[]> {
  const bundle = await rolldown({
    ...input,
    input: "provider/plugin/main.ts",
    transform: { ...input.transform, define: { pluginVersion: JSON.stringify(version) } },
  });
  const { output: files } = await bundle.write({
    ...output,
    file: dist(executable),
    codeSplitting: false,
    exports: "none",
    // Names are kept: errors show them. Code, too: what compresses loops over `arguments` makes the reading and writing of
    // messages, which ask for each value that it is one, twice as slow.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    banner: `#!/usr/bin/env node\n${alsoAsModule}`,
  });
  chmodSync(dist(executable), 0o755);
  // The engine looks for this name there, and a script needs Node.js to be named.
  write(startOnWindows, `@node "%~dp0${executable}" %*\r\n`);
  return packagesOf(files.filter(isChunk));
}

function isChunk(file: { type: string }): file is OutputChunk {
  return file.type === "chunk";
}

/** Those whose code is in these files. */
function packagesOf(chunks: readonly OutputChunk[]): LicensedPackage[] {
  const inside = chunks.flatMap(({ modules }) => Object.entries(modules));
  const used = inside.filter(([id, { renderedLength }]) => renderedLength > 0 && !isNeverUsed(id)).map(([id]) => id);
  return packageFolders(used).map(readLicence);
}

/** For lawyers, and for scanners. */
function writeParts(inCode: readonly LicensedPackage[], inPlugin: readonly LicensedPackage[]): void {
  const own = readLicence(repositoryRoot);
  const title = (what: string) => `What ${what} ${version} is made of, and under which licences.`;
  write(licences, licencesFile(title("the code of pulumi-dlf"), [own, ...inCode]));
  write(pluginLicences, licencesFile(title(executable), [own, ...inPlugin]));
  const inPackage = new Map([...inCode, ...inPlugin].map((part) => [`${part.name}@${part.version}`, part]));
  write(packageSbom, sbom({ of: own }, [...inPackage.values()]));
  write(pluginSbom, sbom({ of: own, file: `dist/${executable}` }, inPlugin));
}

async function build(): Promise<void> {
  rmSync(dist(""), { recursive: true, force: true });
  // An ES module, unlike this file.
  const { rolldown } = await import("rolldown");
  writeParts(...(await Promise.all([bundlePackage(rolldown), bundlePlugin(rolldown)])));
  write(schemaFile, `${JSON.stringify({ ...packageSchema(), version }, undefined, 2)}\n`);
  for (const { file, schema } of outputSchemas) write(file, `${JSON.stringify(schema, undefined, 2)}\n`);
}

void build();
