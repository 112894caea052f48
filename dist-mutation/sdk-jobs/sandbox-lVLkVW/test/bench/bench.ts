/** `npm run bench`: measures listings against the emulator, what one adds to a preview, and others. Takes some minutes. */
// @ts-nocheck

import { cpus, loadavg } from "node:os";
import { formatTable } from "../../sdk/text/formatTable";
import { compileChildren } from "./compile";
import { measureExporter } from "./exporterCost";
import { measureListing } from "./childProcess";
import { measureSetting, type Row } from "./measureSetting";
import { median } from "./median";
import { measurePluginStart } from "./pluginStart";
import { measurePreview } from "./previewCost";
import { measureSnapshots } from "./snapshotCost";
import { measureStart } from "./startCost";
import { columns, explanation, tableRows } from "./report";
import { settings } from "./setting";
import { checkTargets } from "./targets";
import type { ContestantName } from "./children/messages";

const contestants: readonly ContestantName[] = ["ours", "iterate", "loop", "bareLoop", "ideal"];

async function bench(): Promise<void> {
  const start = performance.now();
  const [loadBefore = 0] = loadavg();
  progress("compiling");
  compileChildren();
  const idle = {} as Record<ContestantName, number>;
  for (const contestant of contestants) idle[contestant] = await idleMemory(contestant);

  const rows: Row[] = [];
  const chosen = settings();
  for (const [index, setting] of chosen.entries()) {
    const { jobs, latencyMs, cap, offset, quota } = setting;
    progress(`${index + 1} of ${chosen.length}: ${jobs} jobs, ${latencyMs} ms, cap ${cap} (${offset}), quota ${quota}`);
    rows.push(...(await measureSetting(setting, idle)));
  }
  const preview = await measurePreview(progress);
  const starts = [...(await measureStart(progress)), "", ...(await measurePluginStart(progress))];
  const snapshots = await measureSnapshots(progress);
  const exporter = await measureExporter(progress);

  say(...formatTable(columns, tableRows(rows)), "", ...explanation(idle), "");
  say(
    `pulumi preview, medians of ${preview.rounds}: ${ms(preview.emptyMs)} for an empty program, ${ms(preview.pulumiMs)} for one that only imports`,
    `@pulumi/pulumi, ${ms(preview.listingMs)} with getDlfJobs (300 jobs, no latency): ${ms(preview.overEmptyMs)} and ${ms(preview.overPulumiMs)} more.`,
    "",
  );
  say(...starts, "", ...snapshots, "", ...exporter, "");
  say(...formatTable([{ title: "target" }, { title: "" }, { title: "worst figure" }], checkTargets(rows, preview)), "");
  const date = new Date().toISOString().slice(0, 10);
  const [cpu] = cpus();
  say(`${date}, ${cpu?.model ?? "unknown CPU"} x ${cpus().length}, Node.js ${process.version}, ${process.platform}.`);
  // Times are worth something only where nobody else used the machine.
  const [loadAfter = 0] = loadavg();
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  say(
    `Took ${minutes} minutes; load before ${loadBefore.toFixed(1)}, after ${loadAfter.toFixed(1)} (the bench itself: about 1).`,
  );
}

async function idleMemory(contestant: ContestantName): Promise<number> {
  const peaks: number[] = [];
  for (let run = 0; run < 5; run += 1) peaks.push((await measureListing(contestant)).peakMiB);
  return median(peaks);
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

function say(...lines: string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

bench().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  process.exitCode = 1;
});
