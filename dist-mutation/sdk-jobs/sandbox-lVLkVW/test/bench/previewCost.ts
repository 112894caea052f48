// @ts-nocheck
import { obtainEngine } from "../../tools/engine/obtainEngine";
import { createStack, type Stack } from "../../tools/engine/pulumiCli";
import { environmentOf, startEmulatorProcess } from "./childProcess";
import { median } from "./median";

export interface PreviewCost {
  /** Medians of the programs' previews, in ms. */
  emptyMs: number;
  pulumiMs: number;
  listingMs: number;
  /** Medians of the differences in each round: to the empty program, and to the one that imports Pulumi. */
  overEmptyMs: number;
  overPulumiMs: number;
  rounds: number;
}

const rounds = 5;
const programs = {
  empty: "export = {};\n",
  /** What every program that makes something loads in any case. */
  pulumi: 'import { getStack } from "@pulumi/pulumi";\nexport = { stack: getStack() };\n',
  listing: 'import { getDlfJobs } from "pulumi-dlf";\nexport = async () => ({ total: (await getDlfJobs()).total });\n',
};

/** Previews by the real engine, in turn: a program that does nothing, one that imports Pulumi, one that lists jobs. */
export async function measurePreview(progress: (line: string) => void): Promise<PreviewCost> {
  const engine = await obtainEngine({ say: progress });
  const emulator = await startEmulatorProcess({ jobs: { seed: 1, batch: 300, realTime: 0 } });
  const stacks: Stack[] = [];
  try {
    const env = environmentOf(emulator.service);
    for (const program of [programs.empty, programs.pulumi, programs.listing]) {
      stacks.push(await createStack({ engine, env, program: { "index.ts": program } }));
    }
    const times: [empty: number, pulumi: number, listing: number][] = [];
    // The first round warms the caches of the disk up.
    for (let round = 0; round <= rounds; round += 1) {
      progress(round === 0 ? "previews: warm-up" : `previews: round ${round} of ${rounds}`);
      const measured: number[] = [];
      for (const stack of stacks) measured.push(await timePreview(stack));
      const [empty = NaN, pulumi = NaN, listing = NaN] = measured;
      if (round > 0) times.push([empty, pulumi, listing]);
    }
    return {
      emptyMs: median(times.map(([empty]) => empty)),
      pulumiMs: median(times.map(([, pulumi]) => pulumi)),
      listingMs: median(times.map(([, , listing]) => listing)),
      overEmptyMs: median(times.map(([empty, , listing]) => listing - empty)),
      overPulumiMs: median(times.map(([, pulumi, listing]) => listing - pulumi)),
      rounds,
    };
  } finally {
    await Promise.all(stacks.map((stack) => stack.remove()));
    await emulator.close();
  }
}

async function timePreview(stack: Stack): Promise<number> {
  const start = performance.now();
  const { status, output } = await stack.run(["preview"], { timeLimit: 60_000 });
  if (status !== 0) throw new Error(`A preview ended with status ${status}:\n${output}`);
  return performance.now() - start;
}
