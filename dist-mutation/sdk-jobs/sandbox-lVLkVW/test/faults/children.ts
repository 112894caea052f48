// @ts-nocheck
import { spawn } from "node:child_process";
import { join } from "node:path";
import type { DlfClientOptions } from "../../sdk";

export interface ChildsTask {
  options: DlfClientOptions;
  /** Listed first, so that growth is counted from a process that has done everything once. */
  warmUpEndpoint?: string;
  /** Closes the client at the end, and reports what is left. */
  close?: boolean;
}

/** What a listing in a process of its own came to. */
export interface ChildsReport {
  names?: string[];
  error?: { code: string; message: string; attempts?: number; permanent?: boolean; shown: string };
  /** How much more memory the process held at its peak than before the listing, in bytes. */
  grownBytes: number;
  /** Timers and connections that are there after the client was closed. */
  left?: string[];
}

const root = join(__dirname, "../..");

/** Lists jobs in another process, with these variables and none of the caller's own. */
export async function listInChild(task: ChildsTask, variables: Record<string, string> = {}): Promise<ChildsReport> {
  const { PATH = "", HOME = "", TMPDIR } = process.env;
  const env = { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }), ...variables };
  const script = join(__dirname, "childsListing.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, JSON.stringify(task)], {
    cwd: root,
    env,
    timeout: 20_000,
  });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => (output[stream] += text));
  }
  const exitCode = await new Promise((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  if (exitCode !== 0) throw new Error(`the child ended with ${String(exitCode)}: ${output.stderr}`);
  return JSON.parse(output.stdout) as ChildsReport;
}
