// @ts-nocheck
import { mkdtemp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buildParts } from "./buildParts";
import { hostName, titleOf, type Language } from "./languages";
import { moveFileIntoPlace } from "./moveIntoPlace";
import { filesOf, hosts } from "./parts";
import { readPinnedVersions } from "./pinnedVersions";
import { searchPath } from "./searchPath";

export interface HostOptions {
  /** The folder of the CLI: it warns about a host that it finds anywhere else. */
  readonly place: string;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal | undefined;
}

/** Builds the language hosts that `place` lacks. Others may use that folder, or do the same, at any time. */
export async function obtainHosts(languages: readonly Language[], options: HostOptions): Promise<void> {
  for (const language of languages) {
    if (searchPath(hostName(language), options.place) === undefined) {
      await buildHost(language, options);
    }
  }
}

async function buildHost(language: Language, { place, say, signal }: HostOptions): Promise<void> {
  const pinned = readPinnedVersions();
  const workFolder = await mkdtemp(join(dirname(place), ".new-"));
  try {
    say(`Building the Pulumi language host for ${titleOf(language)} with Go, once: about a minute on two cores.`);
    await buildParts([hosts[language]], { version: pinned.engine, into: workFolder, say, signal });
    for (const name of filesOf(hosts[language])) {
      await moveFileIntoPlace(join(workFolder, name), join(place, name));
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw new Error(
      `There is no Pulumi language host for ${titleOf(language)}: install the Pulumi CLI, which has it, or Go ` +
        `${pinned.go} or later to build it, and try again (go: ${(error as Error).message}).`,
      { cause: error },
    );
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}
