// @ts-nocheck
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Check } from "../../sdk/doctor/index";
import type { Environment } from "../../sdk/index";

export interface Versions {
  node: string;
  package: string;
  /** Of @pulumi/pulumi as a program in the current folder would find it. Absent: it finds none. */
  pulumiSdk?: string;
  /** What `pulumi version` says; absent: there is no pulumi on the PATH. */
  pulumiCli?: string;
}

const leastNode = [20, 3] as const;
const leastPulumi = [3, 200] as const;

/** What this machine has. */
export async function readVersions(
  packageVersion: string,
  environment: Environment,
  signal: AbortSignal,
): Promise<Versions> {
  const pulumiSdk = sdkVersion(process.cwd());
  const pulumiCli = await cliVersion(environment, signal);
  return {
    node: process.versions.node,
    package: packageVersion,
    ...(pulumiSdk !== undefined && { pulumiSdk }),
    ...(pulumiCli !== undefined && { pulumiCli }),
  };
}

/** Which of these may be in the way. Pure. */
export function versionChecks({ node, package: own, pulumiSdk, pulumiCli }: Versions): Check[] {
  const oldNode = isOlder(node, leastNode);
  const oldSdk = pulumiSdk !== undefined && isOlder(pulumiSdk, leastPulumi);
  return [
    {
      ...{ id: "node", title: "Node.js", mark: oldNode ? "problem" : "ok", seen: node },
      ...(oldNode && { todo: `Needed is ${leastNode.join(".")} or later.` }),
    },
    { id: "package", title: "pulumi-dlf", mark: "ok", seen: own },
    {
      ...{
        id: "pulumi-sdk",
        title: "@pulumi/pulumi",
        mark: oldSdk ? "problem" : pulumiSdk === undefined ? "note" : "ok",
      },
      seen: pulumiSdk ?? "not found from this folder: programs in TypeScript need it",
      ...(oldSdk && { todo: `Needed is ${leastPulumi.join(".")} or later.` }),
    },
    {
      ...{ id: "pulumi-cli", title: "pulumi", mark: pulumiCli === undefined ? "note" : "ok" },
      seen: pulumiCli ?? "no pulumi on the PATH: programs need it, dlf-jobs does not",
    },
  ];
}

function isOlder(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split(".").map(Number);
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
}

function sdkVersion(folder: string): string | undefined {
  try {
    const path = createRequire(join(folder, "none.js")).resolve("@pulumi/pulumi/package.json");
    return plainVersion((JSON.parse(readFileSync(path, "utf8")) as { version?: unknown }).version);
  } catch {
    return undefined;
  }
}

function cliVersion(environment: Environment, signal: AbortSignal): Promise<string | undefined> {
  const env = { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" };
  return new Promise((resolve, reject) => {
    execFile("pulumi", ["version"], { env, timeout: 10_000, signal }, (error, stdout) => {
      if (signal.aborted) reject(signal.reason as Error);
      else resolve(error ? undefined : plainVersion(stdout.trim()));
    });
  });
}

/** A version, and nothing else that somebody may have put there. */
function plainVersion(text: unknown): string | undefined {
  return typeof text === "string" ? /^v?(\d+\.\d+\.\d+(?:-[\w.]{1,40})?)/.exec(text)?.[1] : undefined;
}
