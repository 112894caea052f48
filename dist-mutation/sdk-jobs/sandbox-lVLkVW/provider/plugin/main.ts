// @ts-nocheck
import { fstatSync } from "node:fs";
import { serve } from "./server";

/** Put in when the executable is made: it stands alone. */
declare const pluginVersion: string;

/**
 * `pulumi-resource-dlf`, as the engine starts it: with its address as the last argument, behind flags such as
 * `--logtostderr` and `--tracing <address>`. Without one it waits for an engine to attach itself, which is told the port
 * by `PULUMI_DEBUG_PROVIDERS=dlf:<port>`.
 *
 * It prints the port that it serves, and nothing else: what it has to say goes through the engine.
 */
async function main(): Promise<void> {
  const address = process.argv.slice(2).at(-1);
  if (address === "--version") {
    process.stdout.write(`${pluginVersion}\n`);
  } else if (address?.startsWith("-") || (address === undefined && process.stdout.isTTY)) {
    process.stderr.write(usage);
    process.exitCode = 2;
  } else {
    const port = await serve(address, pluginVersion);
    process.stdout.write(`${port}\n`);
    endWithEngine();
  }
}

/** For people: a file to install must be named by its path. */
const usage = `pulumi-resource-dlf ${pluginVersion}: the jobs of Huawei Cloud DataArts Factory for Pulumi programs of every language.
The Pulumi engine starts it. It is to be installed once:
pulumi plugin install resource dlf ${pluginVersion} --file "${process.argv[1] ?? ""}"
`;

/**
 * The engine kills its plugins at its end, but not when it is killed itself. Its end of a pipe closes with it, however
 * it ends.
 */
function endWithEngine(): void {
  const stdin = fstatSync(0);
  if (!stdin.isFIFO() && !stdin.isSocket()) return;
  const end = () => process.exit(0);
  process.stdin.on("end", end).on("error", end).resume();
}

void main();
