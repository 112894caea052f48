import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Language } from "../../tools/engine/languages";
import { obtainEngine } from "../../tools/engine/obtainEngine";
import { writeProgram } from "../../tools/engine/programFiles";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { runCommand, type CommandResult } from "../../tools/engine/runCommand";
import { withoutCallersSettings } from "../../tools/engine/withoutCallersSettings";
import { mustRun } from "../../tools/engine/mustRun";

/** The file that a program is, by the language of its block in README.md. */
const files = { yaml: "Pulumi.yaml", python: "__main__.py" };

/** Milliseconds. Most of it is npm and pip. */
export const slowMachine = 5 * 60_000;

export interface Followed {
  /** Where it was done. */
  folder: string;
  /** The commands, as README.md has them. */
  commands: string[];
  result: CommandResult;
  remove: () => Promise<void>;
}

/**
 * Does what README.md says under "Other languages" for one of them, in an empty folder: writes the program there, and
 * runs the commands that follow it in a shell. A tarball of this package stands for the one in the registry.
 */
export async function followReadme(language: keyof typeof files, env: Record<string, string>): Promise<Followed> {
  const readme = await readFile(join(repositoryRoot, "README.md"), "utf8");
  const [section = ""] = /^## Other languages$.*?^## /ms.exec(readme) ?? [];
  const [, program = "", script = ""] =
    new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$.*?^\`\`\`sh\n(.*?)^\`\`\`$`, "ms").exec(section) ?? [];

  const scratch = await mkdtemp(join(tmpdir(), "pulumi-dlf-readme-"));
  const remove = () => rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  try {
    const folder = join(scratch, "project");
    const tarball = await pack(scratch);
    const standIn = script.replace(/^(npm install .*)pulumi-dlf$/gm, `$1${tarball}`);
    await writeProgram(folder, { [files[language]]: program });
    const result = await runCommand("sh", ["-e", "-c", standIn], {
      ...{ cwd: folder, timeLimit: slowMachine },
      env: { ...(await environment(language, scratch)), ...env },
    });
    return { folder, commands: script.trim().split("\n"), result, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** With a Pulumi home of its own, and the user's npm and pip. */
async function environment(language: Language, scratch: string): Promise<NodeJS.ProcessEnv> {
  const engine = await obtainEngine({ languages: [language], say: () => undefined });
  const [home, state] = [join(scratch, "home"), join(scratch, "state")];
  await Promise.all([mkdir(home), mkdir(state)]);
  return {
    ...withoutCallersSettings(process.env),
    ...engine.env,
    ...{ PULUMI_HOME: home, PULUMI_BACKEND_URL: pathToFileURL(state).href, PULUMI_CONFIG_PASSPHRASE: "scratch" },
    ...{ PULUMI_SKIP_UPDATE_CHECK: "true", PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true" },
    ...{ npm_config_prefer_offline: "true", npm_config_audit: "false", npm_config_fund: "false" },
  };
}

async function pack(into: string): Promise<string> {
  const { stdout } = await mustRun("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", into], {
    ...{ cwd: repositoryRoot, env: process.env },
  });
  // npm 12 names the packages, earlier ones list them.
  const [packed] = Object.values(JSON.parse(stdout) as object) as { filename: string }[];
  return join(into, packed?.filename ?? "");
}
