// @ts-nocheck
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../engine/languages";
import { repositoryRoot } from "../engine/repositoryRoot";
import { finishing } from "./finishing";
import { generators } from "./generators";
import { withRelease, type PackageSchema } from "./release";

/** The languages that there are SDKs for. For YAML it is a file that names the plugin, its version and its place. */
export const sdkLanguages = ["python", "go", "nodejs", "java", "dotnet", "yaml"] as const satisfies readonly Language[];

export interface SdkOptions {
  /** File of the package schema; the plugin's own otherwise. */
  readonly schema?: string;
  /** The SDK goes to a folder in it, named like the language, in the place of an earlier one. */
  readonly out: string;
  /** The version of package.json otherwise. */
  readonly version?: string | undefined;
  /** Where the engine downloads the plugin from for programs with this SDK. */
  readonly pluginDownloadUrl?: string | undefined;
  /** Told in whole lines what goes on when it takes time. */
  readonly say: (line: string) => void;
  /** Stops it; nothing unfinished stays behind. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Generates the SDK of the plugin for a language, ready to be installed. The same input gives the same bytes.
 *
 * @returns its folder
 */
export async function generateSdk(language: Language, options: SdkOptions): Promise<string> {
  const { schema: file = pluginsSchema, out, pluginDownloadUrl, say, signal } = options;
  const version =
    options.version ?? (await readJson<{ version: string }>(join(repositoryRoot, "package.json"))).version;
  const schema = withRelease(await readJson<PackageSchema>(file), { version, pluginDownloadUrl });
  await mkdir(out, { recursive: true });
  const workFolder = await mkdtemp(join(out, ".new-"));
  try {
    await generators[language](schema, { into: workFolder, say, signal });
    const generated = join(workFolder, language);
    await finishing[language]?.(generated, { schema, workFolder, signal });
    const place = join(out, language);
    await rm(place, { recursive: true, force: true });
    await rename(generated, place);
    return place;
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

export const pluginsSchema = join(repositoryRoot, "provider/plugin/schema.json");

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, "utf8")) as T;
}
