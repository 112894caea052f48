// @ts-nocheck
import { pathOf, searchPath } from "./searchPath";

/** The languages of Pulumi programs. Each has a language host: an executable beside the CLI that runs the program. */
export type Language = "nodejs" | "yaml" | "python" | "go" | "java" | "dotnet";

interface LanguageFacts {
  readonly title: string;
  /** What must be on PATH to run a program. */
  readonly toolchain: readonly string[];
}

const facts: Readonly<Record<Language, LanguageFacts>> = {
  nodejs: { title: "Node.js", toolchain: [] },
  yaml: { title: "YAML", toolchain: [] },
  python: { title: "Python", toolchain: ["python3"] },
  go: { title: "Go", toolchain: ["go"] },
  java: { title: "Java", toolchain: ["java", "mvn"] },
  dotnet: { title: ".NET", toolchain: ["dotnet"] },
};

export function titleOf(language: Language): string {
  return facts[language].title;
}

export function hostName(language: Language): string {
  return `pulumi-language-${language}`;
}

/** Why programs in that language cannot run on this machine, in one line; undefined when they can. */
export function missingToolchain(language: Language, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const missing = facts[language].toolchain.filter((name) => searchPath(name, pathOf(env)) === undefined);
  return missing.length === 0 ? undefined : `${titleOf(language)} is left out: not on PATH: ${missing.join(", ")}`;
}
