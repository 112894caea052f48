// @ts-nocheck
import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Engine } from "./obtainEngine";
import { linkPackages, readProgram, withProjectFiles, writeProgram, type ProgramFiles } from "./programFiles";
import { runCommand, type CommandOptions, type CommandResult } from "./runCommand";
import { withoutCallersSettings } from "./withoutCallersSettings";

export interface StackOptions {
  readonly engine: Engine;
  /** A folder, which is copied, or the files themselves. `Pulumi.yaml` may be missing. */
  readonly program: string | ProgramFiles;
  /** Laid over the environment, from which the caller's HW_*, HUAWEICLOUD_*, DLF_* and PULUMI_* are taken out. */
  readonly env?: Readonly<Record<string, string>>;
  readonly config?: Readonly<Record<string, string | { readonly secret: string }>>;
  /** Let Pulumi check the program's types, as it does by default: 2 s more each time a program is new. */
  readonly typeCheck?: boolean;
  readonly color?: "always" | "never";
  /** Stops what is running. */
  readonly signal?: AbortSignal;
}

export type RunOptions = Partial<Pick<CommandOptions, "input" | "timeLimit" | "onOutput" | "cwd">>;

export interface ResourceState {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

export interface StackState {
  readonly version: number;
  readonly deployment: { readonly resources?: readonly ResourceState[] };
}

/** A stack of its own: program, state, configuration and Pulumi home in a scratch folder outside the repository. */
export interface Stack {
  /** Where the program was copied to. */
  readonly folder: string;
  /** Runs the CLI. A failure shows in `status` only; after `timeLimit` (120 s) the CLI is stopped. */
  run(args: readonly string[], options?: RunOptions): Promise<CommandResult>;
  outputs(options?: { readonly showSecrets?: boolean }): Promise<Record<string, unknown>>;
  exportState(): Promise<StackState>;
  setConfig(key: string, value: string, options?: { readonly secret?: boolean }): Promise<void>;
  /** Adds or replaces files of the program. */
  write(files: ProgramFiles): Promise<void>;
  /** Stops what is running and deletes the scratch folder. */
  remove(): Promise<void>;
}

export async function createStack(options: StackOptions): Promise<Stack> {
  const program = typeof options.program === "string" ? await readProgram(options.program) : options.program;
  const scratch = await realpath(await mkdtemp(join(tmpdir(), "pulumi-dlf-")));
  const folder = join(scratch, "program");
  const env = environment(options, scratch);
  const removed = new AbortController();
  const signal = options.signal === undefined ? removed.signal : AbortSignal.any([options.signal, removed.signal]);
  const running = new Set<Promise<unknown>>();

  const run = async (args: readonly string[], runOptions: RunOptions = {}): Promise<CommandResult> => {
    const command = ["--non-interactive", "--color", options.color ?? "never", ...args];
    const result = runCommand(options.engine.pulumi, command, {
      ...{ cwd: folder, timeLimit: 120_000 },
      ...runOptions,
      ...{ env, signal },
    });
    running.add(result);
    try {
      return await result;
    } finally {
      running.delete(result);
    }
  };
  const mustRun = async (args: readonly string[], runOptions?: RunOptions): Promise<CommandResult> => {
    const result = await run(args, runOptions);
    if (result.status !== 0) {
      throw new Error(`"pulumi ${args.join(" ")}" ended with status ${result.status}:\n${result.output}`);
    }
    return result;
  };

  const stack: Stack = {
    folder,
    run,
    outputs: async ({ showSecrets = false } = {}) => {
      const { stdout } = await mustRun(["stack", "output", "--json", ...(showSecrets ? ["--show-secrets"] : [])]);
      return JSON.parse(stdout) as Record<string, unknown>;
    },
    exportState: async () => JSON.parse((await mustRun(["stack", "export"])).stdout) as StackState,
    setConfig: async (key, value, { secret = false } = {}) => {
      // By standard input: an argument could be read in the list of processes, or be taken for an option.
      await mustRun(["config", "set", secret ? "--secret" : "--plaintext", key], { input: value });
    },
    write: (files) => writeProgram(folder, files),
    remove: async () => {
      removed.abort(new Error("the stack was removed"));
      await Promise.allSettled(running);
      await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
    },
  };

  try {
    for (const name of Object.values(folders)) {
      await mkdir(join(scratch, name));
    }
    await writeProgram(folder, withProjectFiles(program));
    await linkPackages(folder);
    await mustRun(["stack", "init", stackName]);
    for (const [key, value] of Object.entries(options.config ?? {})) {
      await (typeof value === "string"
        ? stack.setConfig(key, value)
        : stack.setConfig(key, value.secret, { secret: true }));
    }
  } catch (error) {
    await stack.remove();
    throw error;
  }
  return stack;
}

const stackName = "dev";
const folders = { home: "home", state: "state", temporary: "tmp" };

function environment(options: StackOptions, scratch: string): NodeJS.ProcessEnv {
  // The engine and ts-node leave files in the folder for temporary files.
  const temporary = join(scratch, folders.temporary);
  return {
    ...withoutCallersSettings(process.env),
    ...options.engine.env,
    ...{ TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    // What the developer has in files there, keys for one, is not for the tests.
    ...{ HOME: join(scratch, folders.home), USERPROFILE: join(scratch, folders.home) },
    PULUMI_HOME: join(scratch, folders.home),
    PULUMI_BACKEND_URL: pathToFileURL(join(scratch, folders.state)).href,
    PULUMI_STACK: stackName,
    PULUMI_CONFIG_PASSPHRASE: "scratch",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_NODEJS_TRANSPILE_ONLY: String(options.typeCheck !== true),
    ...options.env,
  };
}
