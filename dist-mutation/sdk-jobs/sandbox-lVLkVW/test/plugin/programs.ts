// @ts-nocheck
import { join } from "node:path";
import { missingToolchain, type Language } from "../../tools/engine/languages";
import { obtainEngine } from "../../tools/engine/obtainEngine";
import { createStack, type Stack, type StackOptions } from "../../tools/engine/pulumiCli";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import type { CommandResult } from "../../tools/engine/runCommand";
import { version } from "../../package.json";
import { closeAfterTest, emulator, succeed } from "../e2e/programs";

/** The executable that `npm run build` makes. */
export const pluginFile = join(repositoryRoot, "dist/pulumi-resource-dlf");
export { closeAfterTest, emulator, succeed, version };

export interface PluginStackOptions extends Omit<StackOptions, "engine"> {
  language: Language;
  /** Install the plugin into the stack's Pulumi home. Default: true. */
  install?: boolean;
}

/** A stack of the real engine around a program of that language, with the plugin installed, gone with the test. */
export async function pluginStack({ language, install = true, ...options }: PluginStackOptions): Promise<Stack> {
  const engine = await obtainEngine({ languages: [language], say: () => undefined });
  const stack = await createStack({ engine, ...options });
  closeAfterTest(() => stack.remove());
  if (install) await succeed(stack, "plugin", "install", "resource", "dlf", version, "--file", pluginFile);
  return stack;
}

/** `describe`, or one line of why the language is left out on this machine. */
export function describeLanguage(language: Language, body: () => void): void {
  const missing = missingToolchain(language);
  if (missing === undefined) describe(language, body);
  else test(missing, () => undefined);
}

/** Runs it, and shows what the CLI said where the status is 0. */
export async function fail(stack: Stack, ...args: string[]): Promise<CommandResult> {
  const result = await stack.run(args);
  if (result.status === 0) throw new Error(`pulumi ${args.join(" ")} did not fail:\n${result.output}`);
  return result;
}
