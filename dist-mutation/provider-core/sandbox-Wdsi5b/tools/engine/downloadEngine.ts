// @ts-nocheck
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { runCommand } from "./runCommand";
import { withoutCallersSettings } from "./withoutCallersSettings";

export interface DownloadOptions {
  readonly version: string;
  /** An empty folder to work in. */
  readonly workFolder: string;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the launcher must have reached its download site, and for the whole. */
  readonly limits?: { readonly connect: number; readonly whole: number };
  readonly launcher?: readonly string[] | undefined;
}

/**
 * Lets the official launcher, the npm package `pulumi`, download the official build of its own version. Returns the
 * folder with the executables; rejects with the reason when that does not work.
 */
export async function downloadEngine({
  version,
  workFolder,
  signal,
  limits = { connect: 60_000, whole: 10 * 60_000 },
  launcher = launcherCommand(version, process.env, process.platform),
}: DownloadOptions): Promise<string> {
  const [command, ...args] = launcher ?? [];
  if (command === undefined) {
    throw new Error("npm is not there");
  }
  // The launcher keeps what it downloads under the Pulumi home, which must not be the user's: half a download would
  // be taken for an engine later.
  const home = join(workFolder, "home");
  const temporary = join(workFolder, "tmp");
  await Promise.all([mkdir(home), mkdir(temporary)]);

  const unreachable = new AbortController();
  const clock = setTimeout(() => {
    unreachable.abort(new Error(`no answer from its download site within ${limits.connect / 1000} s`));
  }, limits.connect);
  try {
    const result = await runCommand(command, args, {
      cwd: workFolder,
      env: {
        ...withoutCallersSettings(process.env),
        ...{ PULUMI_HOME: home, PULUMI_SKIP_UPDATE_CHECK: "true" },
        ...{ TMPDIR: temporary, TMP: temporary, TEMP: temporary },
      },
      timeLimit: limits.whole,
      signal: signal === undefined ? unreachable.signal : AbortSignal.any([signal, unreachable.signal]),
      ownGroup: true,
      onOutput: (_text, from) => {
        // The launcher announces the download on stderr; the first to write on stdout is the script that it fetched.
        if (from === "stdout") {
          clearTimeout(clock);
        }
      },
    });
    if (result.status !== 0) {
      throw new Error(result.timedOut ? "the download takes too long" : lastLine(result.stderr));
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ENOENT" ? new Error("npm is not there") : error;
  } finally {
    clearTimeout(clock);
  }
  return join(home, "versions", version, "bin");
}

/** `npm exec` of the launcher. Under npm, npm's own file is run with Node.js: `npm` is no executable on Windows. */
export function launcherCommand(
  version: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): readonly string[] | undefined {
  const args = ["exec", "--yes", "--loglevel=error", "--fetch-retries=0", `--package=pulumi@${version}`];
  const run = ["--", "pulumi", "version"];
  const npm = env["npm_execpath"];
  if (npm !== undefined && basename(npm) === "npm-cli.js") {
    return [process.execPath, npm, ...args, ...run];
  }
  return platform === "win32" ? undefined : ["npm", ...args, ...run];
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
