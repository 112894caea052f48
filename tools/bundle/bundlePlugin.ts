import { chmodSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { version } from "../../package.json";

/** Makes the executable that the engine starts, of the server and all that it needs. */
const root = join(__dirname, "../..");
const outfile = join(root, "dist/pulumi-resource-dlf");
buildSync({
  entryPoints: [join(root, "provider/plugin/main.ts")],
  outfile,
  ...{ bundle: true, platform: "node", target: "node20.3", format: "cjs", minify: true, keepNames: true },
  banner: { js: "#!/usr/bin/env node" },
  define: { pluginVersion: JSON.stringify(version) },
});
chmodSync(outfile, 0o755);
