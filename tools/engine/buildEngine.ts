import { copyFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runCommand } from "./runCommand";
import { executableName } from "./searchPath";

interface Part {
  readonly name: string;
  /** Folder of the Go module, beside this file, that pins it. */
  readonly module: string;
  readonly goPackage: string;
}

/** The language host first: it takes seconds, so that a Go that does not work is noticed early. */
const parts: readonly Part[] = [
  {
    name: "pulumi-language-nodejs",
    module: "language-nodejs",
    goPackage: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
  },
  { name: "pulumi", module: "pulumi", goPackage: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi" },
];

export interface BuildOptions {
  readonly version: string;
  /** Folder for the executables. */
  readonly into: string;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Builds the engine from its Go modules. Rejects with the reason when Go is missing or fails. */
export async function buildEngine({ version, into, say, signal }: BuildOptions): Promise<void> {
  const started = Date.now();
  say(`Building the Pulumi engine ${version} with Go, once: about 5 minutes on two cores.`);
  let building = "";
  const clock = setInterval(() => {
    say(`  building ${building}: ${elapsed(Date.now() - started)}`);
  }, 15_000);
  try {
    for (const part of parts) {
      building = part.name;
      const result = await runCommand("go", goBuildArguments(part, version, into), {
        cwd: join(__dirname, part.module),
        env: { ...process.env, ...goEnvironment },
        timeLimit: 45 * 60_000, // A slow machine, and all modules to download.
        signal,
      });
      if (result.status !== 0) {
        throw new Error(result.timedOut ? "go build takes more than 45 minutes" : lastLine(result.stderr));
      }
    }
    await copyNodePlugins(into);
  } catch (error) {
    throw isNotFound(error) ? new Error("go is not there") : error;
  } finally {
    clearInterval(clock);
  }
  say(`Built in ${elapsed(Date.now() - started)}.`);
}

/**
 * `pulumi-resource-pulumi-nodejs`, which serves dynamic resources, comes beside the CLI in the official build; found
 * anywhere else the engine warns about it. It is a script that runs the program's own `@pulumi/pulumi`.
 */
async function copyNodePlugins(into: string): Promise<void> {
  const folder = dirname(require.resolve("@pulumi/pulumi/package.json"));
  for (const name of await readdir(folder)) {
    if (name.startsWith("pulumi-resource-pulumi-nodejs")) {
      await copyFile(join(folder, name), join(into, name));
    }
  }
}

/** Nothing of the caller's Go settings may change what is built, and no C compiler is needed. */
const goEnvironment = { GOFLAGS: "-mod=readonly -buildvcs=false", GOWORK: "off", CGO_ENABLED: "0" };

export function goBuildArguments(part: Part, version: string, into: string): string[] {
  const setVersion = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${version}`;
  const flags = part.name === "pulumi" ? `-s -w ${setVersion}` : "-s -w";
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
