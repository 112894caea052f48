// @ts-nocheck
import { posix, win32 } from "node:path";
import { variable, type Environment } from "../configuration/options";

/** A file below the home directory that the environment names; undefined when it names none. */
export function homeFile(environment: Environment, ...parts: string[]): string | undefined {
  const home = variable(environment, "HOME");
  if (home !== undefined) return posix.join(home, ...parts);
  const profile = variable(environment, "USERPROFILE");
  return profile === undefined ? undefined : win32.join(profile, ...parts);
}

/** What there is to say about a file that is not for its owner alone. */
export function openToOthers(path: string, mode: number | undefined): string | undefined {
  if (mode === undefined || (mode & 0o077) === 0) return undefined;
  return `${path} holds keys and is open to other users (mode ${mode.toString(8).padStart(3, "0")}): chmod 600 it.`;
}
