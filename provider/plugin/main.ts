import { fstatSync } from "node:fs";
import { serve } from "./server";

/** Put in when the executable is made: it stands alone. */
declare const pluginVersion: string;

/**
 * `pulumi-resource-dlf`, as the engine starts it: with the engine's address as its argument. It prints the port that it
 * serves, and nothing else: what it has to say goes through the engine.
 */
async function main(): Promise<void> {
  const port = await serve(process.argv[2], pluginVersion);
  process.stdout.write(`${port}\n`);
  endWithEngine();
}

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
