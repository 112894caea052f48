import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { join } from "node:path";
import { startDlfEmulator, type DlfEmulator, type DlfEmulatorOptions, type EmulatedJob } from "../../sdk/testing";
import { commandFile } from "./commandFile";

const root = join(__dirname, "../..");
const children = new Set<ChildProcessWithoutNullStreams>();
const emulators: DlfEmulator[] = [];

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await Promise.all(emulators.splice(0).map((emulator) => emulator.close()));
});

/** An emulator that is closed when the test ends. */
export async function startService(options: DlfEmulatorOptions = {}): Promise<DlfEmulator> {
  const emulator = await startDlfEmulator(options);
  emulators.push(emulator);
  return emulator;
}

export interface Ended {
  /** Exit status; null for a command ended by a signal. */
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface StartedCommand {
  child: ChildProcessWithoutNullStreams;
  /** What it has written so far. */
  output: { stdout: string; stderr: string };
  ended: Promise<Ended>;
}

/** The real command as a process of its own, with these variables and none of the caller's. Killed after the test. */
export function startCommand(args: readonly string[], variables: Record<string, string> = {}): StartedCommand {
  const { PATH = "", TMPDIR } = process.env;
  // No home either: what its owner has configured is not for the tests.
  const env = { PATH, HOME: "/nonexistent", ...(TMPDIR !== undefined && { TMPDIR }), ...variables };
  const child = spawn(process.execPath, [commandFile, ...args], {
    cwd: root,
    env,
    timeout: 60_000,
    killSignal: "SIGKILL",
  });
  children.add(child);
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => (output[stream] += text));
  }
  child.stdin.on("error", () => undefined); // A command that ends without reading its input is no error.
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject).on("close", (status) => {
      children.delete(child);
      resolve({ status, ...output });
    });
  });
  return { child, output, ended };
}

export function runCommand(
  args: readonly string[],
  { env = {}, input = "" }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  const { child, ended } = startCommand(args, env);
  child.stdin.end(input);
  return ended;
}

/** Asks again and again until it is so. */
export async function until<T>(what: string, look: () => Promise<T | undefined> | T | undefined, limitMs = 20_000) {
  const end = Date.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`not in ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function batchJob(name: string, fields: Record<string, unknown> = {}): EmulatedJob {
  return { name, jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: 1_680_783_636_000, ...fields };
}

export function realTimeJob(name: string, fields: Record<string, unknown> = {}): EmulatedJob {
  return { ...batchJob(name), jobType: "REAL_TIME", status: "NORMAL", ...fields };
}
