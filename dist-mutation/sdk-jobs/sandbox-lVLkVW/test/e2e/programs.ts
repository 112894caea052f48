// @ts-nocheck
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startDlfEmulator, type DlfEmulator, type DlfEmulatorOptions } from "../../sdk/testing";
import { obtainEngine } from "../../tools/engine/obtainEngine";
import { createStack, type Stack, type StackOptions } from "../../tools/engine/pulumiCli";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import type { CommandResult } from "../../tools/engine/runCommand";

type ProgramOptions = Omit<StackOptions, "engine" | "program">;

const open: (() => Promise<void>)[] = [];

// A hang is what must never happen: every run of the CLI is stopped by the harness after 120 s, and then fails.
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Called after the test, the last one first. */
export function closeAfterTest(close: () => unknown): void {
  open.push(async () => {
    await close();
  });
}

/** An emulator that ends with the test. */
export async function emulator(options?: DlfEmulatorOptions): Promise<DlfEmulator> {
  const started = await startDlfEmulator(options);
  closeAfterTest(() => started.close());
  return started;
}

/** A stack of the real engine around this program, gone with the test. */
export function stackOf(program: string, options: ProgramOptions = {}): Promise<Stack> {
  return stackWith({ "index.ts": program }, options);
}

/** The same around a copy of a folder of the repository. */
export function stackOfFolder(folder: string, options: ProgramOptions = {}): Promise<Stack> {
  return stackWith(join(repositoryRoot, folder), options);
}

async function stackWith(program: StackOptions["program"], options: ProgramOptions): Promise<Stack> {
  const engine = await obtainEngine({ say: () => undefined });
  // The flag --event-log is one of the CLI's debugging flags.
  const env = { PULUMI_DEBUG_COMMANDS: "true", ...options.env };
  const stack = await createStack({ engine, program, ...options, env });
  closeAfterTest(() => stack.remove());
  return stack;
}

/** Runs it, and shows what the CLI said where the status is not 0. */
export async function succeed(stack: Stack, ...args: string[]): Promise<CommandResult> {
  const result = await stack.run(args);
  if (result.status !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${result.status}:\n${result.output}`);
  return result;
}

interface EngineEvent {
  resOutputsEvent?: { metadata: { type: string; new: { outputs: Record<string, unknown> } } };
  diagnosticEvent?: { message: string; severity: string; ephemeral?: boolean };
}

/** Runs a preview and reads what the engine was told, from its own log of events. */
export async function previewEvents(stack: Stack): Promise<{ events: EngineEvent[]; output: string }> {
  const log = join(stack.folder, "events.json");
  const { output } = await succeed(stack, "preview", "--event-log", log);
  const lines = (await readFile(log, "utf8")).trim().split("\n");
  return { events: lines.map((line) => JSON.parse(line) as EngineEvent), output };
}

/** The stack's outputs as a preview knows them. */
export async function previewOutputs(stack: Stack): Promise<Record<string, unknown>> {
  const { events } = await previewEvents(stack);
  const ofStack = events.flatMap(({ resOutputsEvent: event }) =>
    event?.metadata.type === "pulumi:pulumi:Stack" ? [event.metadata.new.outputs] : [],
  );
  return ofStack.at(-1) ?? {};
}
