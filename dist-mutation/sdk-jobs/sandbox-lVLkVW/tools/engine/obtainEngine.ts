// @ts-nocheck
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { buildEngine } from "./buildEngine";
import { cacheFolder } from "./cacheFolder";
import { checkEngine, type FoundEngine } from "./checkEngine";
import { downloadEngine } from "./downloadEngine";
import type { Language } from "./languages";
import { moveIntoPlace } from "./moveIntoPlace";
import { obtainHosts } from "./obtainHosts";
import { readPinnedVersions } from "./pinnedVersions";
import { pathOf } from "./searchPath";

export interface Engine extends FoundEngine {
  readonly source: "PATH" | "cache" | "launcher" | "built";
  /** To be laid over the environment of the CLI: a PATH on which it finds its plugins. */
  readonly env: Readonly<Record<string, string>>;
}

export interface ObtainOptions {
  /** Languages of the programs to run, besides Node.js: an engine without their hosts is passed over, or completed. */
  readonly languages?: readonly Language[];
  /** Told in whole lines what goes on when it takes time. */
  readonly say: (line: string) => void;
  /** Stops it; nothing unfinished stays behind. */
  readonly signal?: AbortSignal;
}

/** The real Pulumi engine: the user's, else the one kept from last time, else downloaded, else built. */
export async function obtainEngine({ languages = [], say, signal }: ObtainOptions): Promise<Engine> {
  const usersPath = pathOf(process.env);
  const users = await checkEngine(usersPath, [...always, ...languages], signal);
  if (users.usable) {
    return { ...users.found, source: "PATH", env: { PATH: withNodePlugins(usersPath) } };
  }

  const pinned = readPinnedVersions();
  const place = cacheFolder(pinned.engine, { platform: process.platform, env: process.env, home: homedir() });
  const env = { PATH: withNodePlugins([place, usersPath].join(delimiter)) };
  const kept = await checkEngine(place, always, signal);
  if (kept.usable) {
    await obtainHosts(languages, { place, say, signal });
    return { ...kept.found, source: "cache", env };
  }

  say(`No Pulumi CLI to use on PATH (${users.because}): trying the official launcher for ${pinned.engine}.`);
  const source = await fillCache({ ...pinned, place, say, signal });
  const obtained = await checkEngine(place, always, signal);
  if (!obtained.usable) {
    throw new Error(`The Pulumi engine in ${place} does not work: ${obtained.because}.`);
  }
  await obtainHosts(languages, { place, say, signal });
  return { ...obtained.found, source, env };
}

/** What every engine must have: the package's own programs are written in it. */
const always: readonly Language[] = ["nodejs"];

interface FillOptions {
  readonly engine: string;
  readonly go: string;
  readonly place: string;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal | undefined;
}

/** Works in a folder of its own beside `place`: a rename within one file system is a single step. */
async function fillCache({ engine, go, place, say, signal }: FillOptions): Promise<"launcher" | "built"> {
  await mkdir(dirname(place), { recursive: true });
  const workFolder = await mkdtemp(join(dirname(place), ".new-"));
  const keep = async (folder: string): Promise<void> => {
    const made = await checkEngine(folder, always, signal);
    if (!made.usable) {
      throw new Error(made.because);
    }
    await moveIntoPlace(folder, place, async (there) => (await checkEngine(there, always, signal)).usable);
  };
  try {
    const notDownloaded = await reasonOfFailure(async () => {
      await keep(await downloadEngine({ version: engine, workFolder, signal }));
    }, signal);
    if (notDownloaded === undefined) {
      return "launcher";
    }
    say(`The launcher did not get it (${notDownloaded}).`);

    const built = join(workFolder, "built");
    const notBuilt = await reasonOfFailure(async () => {
      await buildEngine({ version: engine, into: built, say, signal });
      await keep(built);
    }, signal);
    if (notBuilt === undefined) {
      return "built";
    }
    throw new Error(
      `There is no Pulumi engine: install the Pulumi CLI, or Go ${go} or later to build it, and try again ` +
        `(official launcher: ${notDownloaded}; go: ${notBuilt}).`,
    );
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

/** What went wrong, in words; undefined when nothing did. Being told to stop is no failure: that is thrown on. */
async function reasonOfFailure(
  attempt: () => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    signal?.throwIfAborted();
    return (error as Error).message;
  }
}

/** Where an engine brings no `pulumi-resource-pulumi-nodejs`, which serves dynamic resources, the npm package has it. */
function withNodePlugins(path: string): string {
  return [path, dirname(require.resolve("@pulumi/pulumi/package.json"))].join(delimiter);
}
