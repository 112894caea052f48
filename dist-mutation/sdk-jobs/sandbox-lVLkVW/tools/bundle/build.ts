// @ts-nocheck
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { InputOptions, OutputChunk, OutputOptions, rolldown as bundler } from "rolldown";
import { version } from "../../package.json";
import { doctorReportJsonSchema } from "../../cli/doctor/doctorReport";
import { gateReportJsonSchema } from "../../cli/gate/gateReport";
import { repositoryRoot } from "../engine/repositoryRoot";
import { packageSchema } from "../schema/schema";
import {
  doctorReportSchemaFile,
  executable,
  gateReportSchemaFile,
  licences,
  pluginLicences,
  schemaFile,
  startOnWindows,
} from "./files";
import { licencesFile, packageFolders, readLicence } from "./licences";
import { isNeverUsed, neverUsed } from "./neverUsed";

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

const input: InputOptions = {
  cwd: repositoryRoot,
  platform: "node",
  tsconfig: join(repositoryRoot, "tsconfig.json"),
  transform: { target: "node20.3" },
  plugins: [neverUsed],
  logLevel: "warn",
};

const output: OutputOptions = { format: "cjs" };

async function bundlePackage(rolldown: Rolldown): Promise<void> {
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
  writeLicences(licences, "the code of pulumi-dlf", files.filter(isChunk));
}

/**
 * Node.js takes a file without an ending for an ES module where the package.json of a folder above says so: in a Pulumi
 * home inside of a project, for one. Such a module has no `require`.
 */
const alsoAsModule =
  '"use strict";if(typeof require=="undefined")globalThis.require=process.getBuiltinModule("module").createRequire(process.argv[1]);';

/** The executable that the engine starts: one file, since `pulumi plugin install --file` takes one. */
async function bundlePlugin(rolldown: Rolldown): Promise<void> {
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
  writeLicences(pluginLicences, executable, files.filter(isChunk));
  // The engine looks for this name there, and a script needs Node.js to be named.
  write(startOnWindows, `@node "%~dp0${executable}" %*\r\n`);
}

function isChunk(file: { type: string }): file is OutputChunk {
  return file.type === "chunk";
}

function writeLicences(file: string, what: string, chunks: readonly OutputChunk[]): void {
  const inside = chunks.flatMap(({ modules }) => Object.entries(modules));
  const used = inside.filter(([id, { renderedLength }]) => renderedLength > 0 && !isNeverUsed(id)).map(([id]) => id);
  const packages = [repositoryRoot, ...packageFolders(used)].map(readLicence);
  write(file, licencesFile(`What ${what} ${version} is made of, and under which licences.`, packages));
}

async function build(): Promise<void> {
  rmSync(dist(""), { recursive: true, force: true });
  // An ES module, unlike this file.
  const { rolldown } = await import("rolldown");
  await Promise.all([bundlePackage(rolldown), bundlePlugin(rolldown)]);
  write(schemaFile, `${JSON.stringify({ ...packageSchema(), version }, undefined, 2)}\n`);
  write(gateReportSchemaFile, `${JSON.stringify(gateReportJsonSchema(), undefined, 2)}\n`);
  write(doctorReportSchemaFile, `${JSON.stringify(doctorReportJsonSchema(), undefined, 2)}\n`);
}

void build();
