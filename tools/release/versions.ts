import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../engine/repositoryRoot";

/** Where documents and examples name the version of the plugin, or of its SDK. */
const naming = /(\bdlf@|\bplugin install resource dlf |"pulumi-dlf-plugin": ")(\d+\.\d+\.\d+)(?![\w.-])/g;

/** The files that do, from the root of the repository. */
export function filesWithVersions(): string[] {
  const examples = readdirSync(join(repositoryRoot, "examples"), { recursive: true, encoding: "utf8" });
  const documents = examples.filter((file) => /(^|[\\/])(README\.md|package\.json)$/.test(file));
  const files = ["README.md", ...documents.map((file) => join("examples", file))].filter(
    (file) => !file.includes("node_modules"),
  );
  return files.filter((file) => namedVersions(readFileSync(join(repositoryRoot, file), "utf8")).length > 0);
}

/** The versions that a text names. */
export function namedVersions(text: string): string[] {
  return [...text.matchAll(naming)].map(([, , version = ""]) => version);
}

/** The text with this version in the place of every other. */
export function withVersion(text: string, version: string): string {
  return text.replace(naming, (_all, before: string) => `${before}${version}`);
}
