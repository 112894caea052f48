/** `npx tsx test/bench/startCost.ts`: what a program and a command pay before they can do anything. After a build. */
// @ts-nocheck

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { formatTable } from "../../sdk/text/formatTable";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { environmentOf, startEmulatorProcess } from "./childProcess";
import { compileChildren } from "./compile";
import { median } from "./median";

const rounds = 15;

/** Prints the ms that a module takes to load in a program that has loaded Pulumi already, as all have. */
const loading = (module: string) =>
  `require("@pulumi/pulumi");const start=performance.now();require(${JSON.stringify(module)});process.stdout.write(String(performance.now()-start))`;

const dist = (file: string) => join(repositoryRoot, "dist", file);

/** Lines of a table: medians of the same number of runs, in turn. */
export async function measureStart(progress: (line: string) => void): Promise<string[]> {
  const emulator = await startEmulatorProcess({ jobs: { seed: 1, batch: 300, realTime: 0 } });
  try {
    const env = environmentOf(emulator.service);
    const contestants: [name: string, args: string[], toldByProcess: boolean][] = [
      ["bare Node.js, until its end", ["-e", "0"], false],
      ['require("pulumi-dlf"), after Pulumi', ["-e", loading(dist("provider/index.js"))], true],
      ["dlf-jobs list, 300 jobs, until its end", [dist("cli/main.js"), "list"], false],
    ];
    const times = contestants.map(() => [] as number[]);
    for (let round = 0; round <= rounds; round += 1) {
      if (round % 5 === 0) progress(`starts: round ${round} of ${rounds}`);
      for (const [index, [, args, toldByProcess]] of contestants.entries()) {
        const start = performance.now();
        const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, cwd: repositoryRoot });
        const time = performance.now() - start;
        if (status !== 0) throw new Error(`node ${args.join(" ")} failed: ${stderr.toString()}`);
        if (round > 0) times[index]?.push(toldByProcess ? Number(stdout.toString()) : time);
      }
    }
    const rows = contestants.map(([name], index) => {
      const measured = times[index] ?? [];
      return [name, ...[median(measured), Math.min(...measured)].map((ms) => ms.toFixed(0))];
    });
    const figures = ["median ms", "least ms"].map((title) => ({ title, align: "right" as const }));
    return formatTable([{ title: `start, ${rounds} times` }, ...figures], rows);
  } finally {
    await emulator.close();
  }
}

if (require.main === module) {
  compileChildren();
  const say = (line: string) => process.stderr.write(`${line}\n`);
  void measureStart(say).then((lines) => process.stdout.write(`${lines.join("\n")}\n`));
}
