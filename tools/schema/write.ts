import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { outputSchemas } from "./outputs";
import { packageSchema } from "./schema";

/** Writes the committed copies of the schemas; with `--check`, says whether they are what the code gives. */
const schemas: Readonly<Record<string, unknown>> = {
  "provider/plugin/schema.json": packageSchema(),
  ...Object.fromEntries(outputSchemas.map(({ copy, schema }) => [copy, schema])),
};

for (const [path, schema] of Object.entries(schemas)) {
  const file = join(__dirname, "../..", path);
  const written = `${JSON.stringify(schema, undefined, 2)}\n`;
  if (!process.argv.includes("--check")) {
    writeFileSync(file, written);
  } else if (readFileSync(file, "utf8") !== written) {
    process.stderr.write(`${path} is not what the code gives. Run: npm run schema\n`);
    process.exitCode = 1;
  }
}
