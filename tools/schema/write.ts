import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageSchema } from "./schema";

/** Writes the committed copy of the schema; with `--check`, says whether it is what the code gives. */
const file = join(__dirname, "../../provider/plugin/schema.json");
const written = `${JSON.stringify(packageSchema(), undefined, 2)}\n`;

if (!process.argv.includes("--check")) {
  writeFileSync(file, written);
} else if (readFileSync(file, "utf8") !== written) {
  process.stderr.write("provider/plugin/schema.json is not what the code gives. Run: npm run schema\n");
  process.exitCode = 1;
}
