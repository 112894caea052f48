import { readFileSync } from "node:fs";
import { join } from "node:path";

/** By file, the language as Pulumi's generators of SDKs know it: each shows the programs of its own. */
const languages: readonly (readonly [file: string, language: string])[] = [
  ["index.ts", "typescript"],
  ["__main__.py", "python"],
  ["main.go", "go"],
  ["Main.java", "java"],
  ["Program.cs", "csharp"],
  ["Pulumi.yaml", "yaml"],
];

/** A description with a program in each language, from a folder of `examples/` beside this file. Tests run them. */
export function withExamples(description: string, folder: string): string {
  const place = join(__dirname, "examples", folder);
  const programs = languages.map(
    ([file, language]) => `\`\`\`${language}\n${readFileSync(join(place, file), "utf8").trim()}\n\`\`\``,
  );
  const example = `{{% example %}}\n\n${programs.join("\n\n")}\n\n{{% /example %}}`;
  return `${description}\n\n{{% examples %}}\n\n## Example Usage\n\n${example}\n\n{{% /examples %}}`;
}
