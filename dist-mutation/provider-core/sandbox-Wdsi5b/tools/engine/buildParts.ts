// @ts-nocheck
import { chmod, copyFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { cli, type Part } from "./parts";
import { runCommand } from "./runCommand";
import { executableName } from "./searchPath";

export interface BuildOptions {
  /** The engine's version. */
  readonly version: string;
  /** Folder for the executables. */
  readonly into: string;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Builds executables from their Go modules. Rejects with the reason when Go is missing or fails. */
export async function buildParts(parts: readonly Part[], { version, into, say, signal }: BuildOptions): Promise<void> {
  const started = Date.now();
  let building = "";
  const clock = setInterval(() => {
    say(`  building ${building}: ${elapsed(Date.now() - started)}`);
  }, 15_000);
  try {
    for (const part of parts) {
      building = part.name;
      await runGo(goBuildArguments(part, version, into), part, signal);
      await copyScripts(part, into, signal);
    }
  } catch (error) {
    throw isNotFound(error) ? new Error("go is not there") : error;
  } finally {
    clearInterval(clock);
  }
  say(`Built in ${elapsed(Date.now() - started)}.`);
}

async function copyScripts(part: Part, into: string, signal: AbortSignal | undefined): Promise<void> {
  if (part.scripts === undefined) {
    return;
  }
  const folder = (await runGo(["list", "-f", "{{.Dir}}", part.goPackage], part, signal)).trim();
  for (const script of part.scripts) {
    const copy = join(into, basename(script));
    await copyFile(join(folder, script), copy);
    await chmod(copy, 0o755); // Go's module cache is read-only.
  }
}

/** Nothing of the caller's Go settings may change what is built, and no C compiler is needed. */
export const goEnvironment = { GOFLAGS: "-mod=readonly -buildvcs=false", GOWORK: "off", CGO_ENABLED: "0" };

async function runGo(args: readonly string[], part: Part, signal: AbortSignal | undefined): Promise<string> {
  const result = await runCommand("go", args, {
    cwd: join(__dirname, part.module),
    env: { ...process.env, ...goEnvironment },
    timeLimit: 45 * 60_000, // A slow machine, and all modules to download.
    signal,
  });
  if (result.status !== 0) {
    throw new Error(result.timedOut ? `go ${args[0]} takes more than 45 minutes` : lastLine(result.stderr));
  }
  return result.stdout;
}

export function goBuildArguments(part: Part, version: string, into: string): string[] {
  const setVersion = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${version}`;
  const flags = part.name === cli.name ? `-s -w ${setVersion}` : "-s -w";
  return ["build", "-trimpath", "-ldflags", flags, "-o", join(into, executableName(part.name)), part.goPackage];
}

/** Such as `4 min 5 s`. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}

function isNotFound(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}
