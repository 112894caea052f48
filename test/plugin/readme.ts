import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { obtainEngine } from "../../tools/engine/obtainEngine";
import { writeProgram } from "../../tools/engine/programFiles";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { runCommand, type CommandResult } from "../../tools/engine/runCommand";
import { withoutCallersSettings } from "../../tools/engine/withoutCallersSettings";
import { mustRun } from "../../tools/sdks/mustRun";

/** The file that a block of code in README.md is, by its language. */
const files: Readonly<Record<string, string>> = { yaml: "Pulumi.yaml", python: "__main__.py" };

export interface Followed {
  /** Where it was done. */
  folder: string;
  /** The commands, as README.md has them. */
  commands: string[];
  result: CommandResult;
  remove(): Promise<void>;
}

/**
 * Does what README.md says under "Other languages" for one of them, in an empty folder: writes its files, and runs its
 * commands in a shell. A tarball of this package stands for the one in the registry.
 */
export async function followReadme(language: "YAML" | "Python", env: Record<string, string>): Promise<Followed> {
  const readme = await readFile(join(repositoryRoot, "README.md"), "utf8");
  const [, section = ""] = new RegExp(`^### ${language}\n(.*?)^##`, "ms").exec(readme) ?? [];
  const blocks = [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, name = "", text = ""]) => ({ name, text }));
  const commands = blocks.filter(({ name }) => name === "sh").flatMap(({ text }) => text.trim().split("\n"));

  const scratch = await mkdtemp(join(tmpdir(), "pulumi-dlf-readme-"));
  const remove = () => rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  try {
    const [folder, home, state] = ["project", "home", "state"].map((name) => join(scratch, name)) as [
      string,
      string,
      string,
    ];
    for (const made of [folder, home, state]) await mkdir(made);
    const tarball = await pack(scratch);
    const script = commands.join("\n").replace(/^(npm install .*)pulumi-dlf$/gm, `$1${tarball}`);
    await writeProgram(
      folder,
      Object.fromEntries(blocks.flatMap(({ name, text }) => (files[name] ? [[files[name], text]] : []))),
    );
    const engine = await obtainEngine({ languages: ["yaml", "python"], say: () => undefined });
    const result = await runCommand("sh", ["-e", "-c", script], {
      cwd: folder,
      timeLimit: 110_000,
      env: {
        ...withoutCallersSettings(process.env),
        ...engine.env,
        ...{ PULUMI_HOME: home, PULUMI_BACKEND_URL: pathToFileURL(state).href, PULUMI_CONFIG_PASSPHRASE: "scratch" },
        ...{ PULUMI_SKIP_UPDATE_CHECK: "true", PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true" },
        ...{ npm_config_prefer_offline: "true", npm_config_audit: "false", npm_config_fund: "false" },
        ...env,
      },
    });
    return { folder, commands, result, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function pack(into: string): Promise<string> {
  const { stdout } = await mustRun("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", into], {
    ...{ cwd: repositoryRoot, env: process.env },
  });
  // npm 12 names the packages, earlier ones list them.
  const [packed] = Object.values(JSON.parse(stdout) as object) as { filename: string }[];
  return join(into, packed?.filename ?? "");
}
