// @ts-nocheck
import { access, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { cacheFolder } from "../../tools/engine/cacheFolder";
import { runCommand } from "../../tools/engine/runCommand";

export interface Prometheus {
  readonly prometheus: string;
  readonly promtool: string;
}

/**
 * The real Prometheus: the machine's own, else the one kept from last time, else Debian's package, unpacked and not
 * installed, so that no service starts. Where none of these is to be had, the reason.
 */
export async function obtainPrometheus(): Promise<Prometheus | { missing: string }> {
  const own = { prometheus: "prometheus", promtool: "promtool" };
  if (await works(own)) return own;
  const place = cacheFolder("debian", { platform: process.platform, env: process.env, home: homedir() });
  const folder = join(dirname(dirname(place)), "prometheus");
  const kept = { prometheus: join(folder, "usr/bin/prometheus"), promtool: join(folder, "usr/bin/promtool") };
  if (await works(kept)) return kept;
  const failure = await unpackDebianPackage(folder);
  return failure === undefined && (await works(kept))
    ? kept
    : { missing: `Prometheus was not found on PATH, nor could Debian's package be had (${failure ?? "unusable"})` };
}

async function works({ prometheus, promtool }: Prometheus): Promise<boolean> {
  const results = await Promise.all([prometheus, promtool].map((command) => run(command, ["--version"])));
  return results.every((result) => result === undefined);
}

/** @returns what went wrong, in words; undefined when nothing did */
async function unpackDebianPackage(folder: string): Promise<string | undefined> {
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(join(dirname(folder), ".new-"));
  try {
    const script = "apt-get download -q prometheus && dpkg-deb -x prometheus_*.deb unpacked";
    // A fresh machine has no package lists: they are fetched, which needs to be root, only where they are missing.
    const failure =
      (await run("sh", ["-c", script], work)) && (await run("sh", ["-c", `apt-get update -q && ${script}`], work));
    if (failure !== undefined) return failure;
    await access(join(work, "unpacked/usr/bin/prometheus"));
    await rm(folder, { recursive: true, force: true });
    await rename(join(work, "unpacked"), folder);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function run(command: string, args: readonly string[], cwd = process.cwd()): Promise<string | undefined> {
  try {
    const { status, output } = await runCommand(command, args, { env: process.env, timeLimit: 180_000, cwd });
    return status === 0 ? undefined : (output.trim().split("\n").at(-1) ?? `status ${status}`);
  } catch (error) {
    return (error as Error).message;
  }
}
