// @ts-nocheck
import { join } from "node:path";
import { Command, Option } from "commander";
import type { Language } from "../engine/languages";
import { repositoryRoot } from "../engine/repositoryRoot";
import { checkSchema } from "./checkSchema";
import { generateSdk, pluginsSchema, sdkLanguages } from "./generateSdk";

interface Flags {
  readonly language: readonly Language[];
  readonly out: string;
  readonly pluginDownloadUrl?: string;
  readonly check?: true;
}

const command = new Command("npm run sdks --")
  .description("Generates the plugin's SDKs from provider/plugin/schema.json.")
  .addOption(new Option("--language <languages...>", "which").choices(sdkLanguages).default(sdkLanguages))
  .option("--out <folder>", "where to, a folder for each language", join(repositoryRoot, "dist-sdks"))
  .option("--plugin-download-url <url>", "where the engine downloads the plugin from for programs with these SDKs")
  .option("--check", "check the schema with the Pulumi CLI, and generate nothing")
  .parse();

const stopped = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => {
    stopped.abort(new Error(`stopped by ${name}`));
  });
}

async function run({ language: languages, out, pluginDownloadUrl, check }: Flags): Promise<void> {
  const context = { say, signal: stopped.signal };
  if (check === true) {
    await checkSchema(pluginsSchema, context);
    return;
  }
  for (const language of languages) {
    say(await generateSdk(language, { out, pluginDownloadUrl, ...context }));
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

run(command.opts<Flags>()).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
