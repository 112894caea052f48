import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
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
  schemaFile,
  startOnWindows,
} from "./files";
import { licencesFile, packageFolders, readLicence } from "./licences";

/*
 * The second half of `npm run build`: the executable that the engine starts, of the server and all that it needs, since
 * `pulumi plugin install --file` takes one file; its licences; and the schema that SDKs are made of. Beside
 * it lie the schemas of the reports of `dlf-jobs gate` and `dlf-jobs doctor`.
 */

const dist = (file: string) => join(repositoryRoot, "dist", file);

/** With a mode that does not depend on who builds. */
function write(file: string, text: string, mode = 0o644): void {
  writeFileSync(dist(file), text);
  chmodSync(dist(file), mode);
}

/**
 * Node.js takes a file without an ending for an ES module where the package.json of a folder above says so: in a Pulumi
 * home inside of a project, for one. Such a module has no `require`.
 */
const alsoAsModule =
  '"use strict";if(typeof require=="undefined")globalThis.require=process.getBuiltinModule("module").createRequire(process.argv[1]);';

const { metafile } = buildSync({
  absWorkingDir: repositoryRoot,
  entryPoints: ["provider/plugin/main.ts"],
  outfile: dist(executable),
  bundle: true,
  ...{ platform: "node", target: "node20.3", format: "cjs" },
  // Names are kept: errors show them. With short ones it also starts 30 ms later, since modules are arrow functions then.
  ...{ minifyWhitespace: true, minifySyntax: true },
  banner: { js: `#!/usr/bin/env node\n${alsoAsModule}` },
  define: { pluginVersion: JSON.stringify(version) },
  metafile: true,
});
chmodSync(dist(executable), 0o755);

const [bundle] = Object.values(metafile.outputs);
const inside = Object.entries(bundle?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
const folders = ["", ...packageFolders(inside.map(([file]) => file))];
const packages = folders.map((folder) => readLicence(join(repositoryRoot, folder)));
write(licences, licencesFile(`What ${executable} ${version} is made of, and under which licences.`, packages));

// The engine looks for this name there, and a script needs Node.js to be named.
write(startOnWindows, `@node "%~dp0${executable}" %*\r\n`);

write(schemaFile, `${JSON.stringify({ ...packageSchema(), version }, undefined, 2)}\n`);
write(gateReportSchemaFile, `${JSON.stringify(gateReportJsonSchema(), undefined, 2)}\n`);
write(doctorReportSchemaFile, `${JSON.stringify(doctorReportJsonSchema(), undefined, 2)}\n`);
