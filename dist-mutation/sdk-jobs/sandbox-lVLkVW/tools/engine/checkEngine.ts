// @ts-nocheck
import { tmpdir } from "node:os";
import { hostName, type Language } from "./languages";
import { isUsableEngine } from "./pinnedVersions";
import { runCommand } from "./runCommand";
import { searchPath } from "./searchPath";
import { withoutCallersSettings } from "./withoutCallersSettings";

export interface FoundEngine {
  readonly version: string;
  /** The CLI's file. */
  readonly pulumi: string;
}

export type EngineCheck =
  { readonly usable: true; readonly found: FoundEngine } | { readonly usable: false; readonly because: string };

/** Whether the folders of `path` hold a Pulumi CLI that runs, and the hosts of these languages. */
export async function checkEngine(
  path: string,
  languages: readonly Language[],
  signal?: AbortSignal,
): Promise<EngineCheck> {
  const pulumi = searchPath("pulumi", path);
  if (pulumi === undefined) {
    return { usable: false, because: "pulumi is not there" };
  }
  const missing = languages.map(hostName).find((host) => searchPath(host, path) === undefined);
  if (missing !== undefined) {
    return { usable: false, because: `${missing} is not there` };
  }
  try {
    const result = await runCommand(pulumi, ["version"], {
      cwd: tmpdir(),
      env: { ...withoutCallersSettings(process.env), PATH: path, PULUMI_SKIP_UPDATE_CHECK: "true" },
      timeLimit: 30_000,
      signal,
    });
    const version = parseVersion(result.stdout);
    if (result.status !== 0 || version === undefined) {
      return { usable: false, because: `"pulumi version" fails (exit status ${result.status})` };
    }
    return isUsableEngine(version)
      ? { usable: true, found: { version, pulumi } }
      : { usable: false, because: `pulumi ${version} is too old or too new` };
  } catch (error) {
    signal?.throwIfAborted();
    return { usable: false, because: `pulumi cannot be started (${(error as Error).message})` };
  }
}

/** From the output of `pulumi version`, such as `v3.250.0`. */
export function parseVersion(output: string): string | undefined {
  return /^v?(\d+\.\d+\.\d+)/m.exec(output)?.[1];
}
