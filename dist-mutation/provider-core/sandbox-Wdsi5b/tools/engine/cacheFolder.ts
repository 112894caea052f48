// @ts-nocheck
import { isAbsolute, join } from "node:path";

/**
 * Where an engine of ours, or something else that is obtained once, is kept between runs: the operating system's folder
 * for caches, one folder a version.
 */
export function cacheFolder(
  version: string,
  { platform, env, home }: { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; home: string },
  of = "engine",
): string {
  return join(cacheHome(platform, env, home), "pulumi-dlf", of, version);
}

function cacheHome(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (platform === "win32") {
    return env["LOCALAPPDATA"] ?? join(home, "AppData", "Local");
  }
  // A relative XDG_CACHE_HOME is invalid and to be ignored (XDG Base Directory Specification).
  const xdg = env["XDG_CACHE_HOME"];
  if (xdg !== undefined && isAbsolute(xdg)) {
    return xdg;
  }
  return platform === "darwin" ? join(home, "Library", "Caches") : join(home, ".cache");
}
