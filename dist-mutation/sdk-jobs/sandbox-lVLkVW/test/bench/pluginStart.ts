/** `npx tsx test/bench/pluginStart.ts`: how long a plugin takes until the engine can speak to it. After a build. */
// @ts-nocheck

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { formatTable } from "../../sdk/text/formatTable";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { median } from "./median";

const rounds = 15;
const engine = "127.0.0.1:9"; // Nobody is there, and nobody is asked before the port is told.

/** The least that a plugin by Pulumi's own server loads: its module alone, and a provider without an operation. */
const byPulumisServer = `require("@pulumi/pulumi/provider").main({ version: "0.0.0" }, ["${engine}"])`;

const contestants = {
  "bare Node.js, until its end": ["-e", "0"],
  "pulumi-resource-dlf": [join(repositoryRoot, "dist/pulumi-resource-dlf"), engine],
  "pulumi.provider.main, serving nothing": ["-e", byPulumisServer],
};

/** Lines of a table: the time from the start of each process until it prints its port. */
export async function measurePluginStart(progress: (line: string) => void): Promise<string[]> {
  const times = Object.entries(contestants).map(([name, args]) => ({ name, args, measured: [] as number[] }));
  // In turn, so that what else the machine does hits all of them; the first round warms the caches of the disk up.
  for (let round = 0; round <= rounds; round += 1) {
    if (round % 5 === 0) progress(`start of the plugin: round ${round} of ${rounds}`);
    for (const { args, measured } of times) {
      const time = await timeUntilPort(args);
      if (round > 0) measured.push(time);
    }
  }
  const bare = median(times[0]?.measured ?? []);
  const rows = times.map(({ name, measured }) => {
    const cells = [median(measured), Math.min(...measured), median(measured) - bare];
    return [name, ...cells.map((ms) => ms.toFixed(0))];
  });
  const figures = ["median ms", "least ms", "over bare ms"].map((title) => ({ title, align: "right" as const }));
  return formatTable([{ title: `start of a process, ${rounds} times` }, ...figures], rows);
}

async function timeUntilPort(args: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd: repositoryRoot, stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), ended]);
  const time = performance.now() - start;
  if (child.exitCode !== null && child.exitCode !== 0)
    throw new Error(`node ${args.join(" ")} failed. Build it first?`);
  child.kill();
  await ended;
  return time;
}

if (require.main === module) {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  void measurePluginStart(say).then((lines) => process.stdout.write(`${lines.join("\n")}\n`));
}
