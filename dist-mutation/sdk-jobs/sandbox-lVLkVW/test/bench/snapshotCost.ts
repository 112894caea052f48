/** `npx tsx test/bench/snapshotCost.ts`: snapshots of many jobs by the real engine. After a build. */
// @ts-nocheck

import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { version } from "../../package.json";
import { formatTable } from "../../sdk/text/formatTable";
import { obtainEngine } from "../../tools/engine/obtainEngine";
import { createStack, type Stack } from "../../tools/engine/pulumiCli";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { environmentOf, startEmulatorProcess } from "./childProcess";
import { compileChildren } from "./compile";

const jobs = 10_000;

const programs = {
  "getDlfJobs alone": {
    "index.ts": `import { getDlfJobs } from "pulumi-dlf"; export = async () => ({ total: (await getDlfJobs()).total });`,
  },
  DlfJobs: { "index.ts": `import { DlfJobs } from "pulumi-dlf"; export const total = new DlfJobs("jobs").total;` },
  "the plugin's function, YAML": {
    "Pulumi.yaml":
      "name: bench\nruntime: yaml\nvariables:\n  listed: { fn::invoke: { function: dlf:getJobs, arguments: {} } }\noutputs:\n  total: ${listed.total}\n",
  },
  "the plugin's snapshot, YAML": {
    "Pulumi.yaml":
      'name: bench\nruntime: yaml\nresources:\n  jobs: { type: "dlf:JobsSnapshot" }\noutputs:\n  total: ${jobs.total}\n',
  },
};

/** Lines of a table: `up`, then previews without a change, and what the state takes. */
export async function measureSnapshots(progress: (line: string) => void): Promise<string[]> {
  const engine = await obtainEngine({ languages: ["nodejs", "yaml"], say: progress });
  const emulator = await startEmulatorProcess({ jobs: { seed: 1, batch: jobs, realTime: 0 } });
  try {
    const env = environmentOf(emulator.service);
    const rows: string[][] = [];
    for (const [name, program] of Object.entries(programs)) {
      progress(`snapshots: ${name}`);
      const stack = await createStack({ engine, env, program });
      try {
        const plugin = join(repositoryRoot, "dist/pulumi-resource-dlf");
        if ("Pulumi.yaml" in program)
          await timed(stack, ["plugin", "install", "resource", "dlf", version, "--file", plugin]);
        const up = await timed(stack, ["up", "--yes", "--skip-preview"]);
        const previews = [await timed(stack, ["preview"]), await timed(stack, ["preview"])];
        const cells = [up / 1_000, Math.min(...previews) / 1_000, (await stateBytes(stack)) / 1e6];
        rows.push([name, ...cells.map((figure) => figure.toFixed(1))]);
      } finally {
        await stack.remove();
      }
    }
    const figures = ["up s", "unchanged preview s", "state MB"].map((title) => ({ title, align: "right" as const }));
    return formatTable([{ title: `${jobs} jobs, no latency` }, ...figures], rows);
  } finally {
    await emulator.close();
  }
}

async function timed(stack: Stack, args: readonly string[]): Promise<number> {
  const start = performance.now();
  const { status, output } = await stack.run(args);
  if (status !== 0) throw new Error(`pulumi ${args.join(" ")} ended with status ${status}:\n${output}`);
  return performance.now() - start;
}

async function stateBytes(stack: Stack): Promise<number> {
  const folder = join(stack.folder, "../state/.pulumi/stacks");
  const files = await readdir(folder, { recursive: true });
  const [state = ""] = files.filter((file) => file.endsWith("dev.json"));
  return (await stat(join(folder, state))).size;
}

if (require.main === module) {
  compileChildren();
  const say = (line: string) => process.stderr.write(`${line}\n`);
  void measureSnapshots(say).then((lines) => process.stdout.write(`${lines.join("\n")}\n`));
}
