// @ts-nocheck
import { pageCount } from "./ideal";
import type { Figures, Row } from "./measureSetting";
import type { PreviewCost } from "./previewCost";
import { wallOf } from "./report";

type MeasuredRow = Row & { figures: Figures };

/** Rows of a table: the target, whether it is met, and the figure that is worst. */
export function checkTargets(rows: readonly Row[], preview: PreviewCost): string[][] {
  const measured = rows.filter((row): row is MeasuredRow => row.figures !== undefined);
  const ours = measured.filter(({ contestant }) => contestant === "ours");
  const lifted = ours.filter(({ setting }) => setting.quota === "lifted");
  const times = (loop: "loop" | "bareLoop") => (row: MeasuredRow) =>
    (wallOf(rows, row, loop) ?? NaN) / row.figures.wallMs;
  const largest = lifted.filter(({ setting }) => setting.jobs === 100_000);

  return [
    atMost("requests at most pages + 2", 2, ours, ({ setting: { jobs, cap }, figures }) => {
      return figures.requests - pageCount({ jobs, pageSize: cap });
    }),
    atMost(
      "wall within 1.15 of the ideal, from 20 ms on",
      1.15,
      ours.filter(({ setting }) => setting.latencyMs >= 20),
      ({ figures }) => figures.wallMs / figures.idealMs,
    ),
    atMost(
      "wall within 1.15 of the ideal as run, from 20 ms on",
      1.15,
      lifted.filter(({ setting }) => setting.latencyMs >= 20),
      (row) => row.figures.wallMs / (wallOf(rows, row, "ideal") ?? NaN),
    ),
    atLeast("never slower than the loop", 1, lifted, times("loop")),
    atLeast("never slower than a bare loop", 1, lifted, times("bareLoop")),
    atLeast(
      "10 times the loop: 10,000 jobs, 20 ms, cap 1,000",
      10,
      lifted.filter(({ setting: { jobs, latencyMs, cap } }) => jobs === 10_000 && latencyMs === 20 && cap === 1000),
      times("loop"),
    ),
    atLeast(
      "5 times the loop: 10,000 jobs, 20 ms, cap 100",
      5,
      lifted.filter(({ setting: { jobs, latencyMs, cap } }) => jobs === 10_000 && latencyMs === 20 && cap === 100),
      times("loop"),
    ),
    atMost("100,000 jobs: under 1 s of CPU, cap 1,000", 1000, of(largest, 1000), ({ figures }) => figures.cpuMs),
    atMost("100,000 jobs: under 1 s of CPU, cap 100", 1000, of(largest, 100), ({ figures }) => figures.cpuMs),
    atMost("100,000 jobs: under 250 MiB over idle", 250, largest, ({ figures }) => figures.peakMiB),
    atMost(
      "iterateJobs over 100,000: under 60 MiB over idle",
      60,
      measured.filter(({ contestant }) => contestant === "iterate"),
      ({ figures }) => figures.peakMiB,
    ),
    verdict("a preview: under 250 ms over an empty file", preview.overEmptyMs < 250, preview.overEmptyMs, ""),
    verdict(
      "a preview: under 250 ms over one that imports Pulumi",
      preview.overPulumiMs < 250,
      preview.overPulumiMs,
      "",
    ),
  ];
}

function of(rows: readonly MeasuredRow[], cap: number): MeasuredRow[] {
  return rows.filter(({ setting }) => setting.cap === cap);
}

function atMost(target: string, most: number, rows: readonly MeasuredRow[], value: (row: MeasuredRow) => number) {
  return worst(
    target,
    rows,
    value,
    (a, b) => b - a,
    (figure) => figure <= most,
  );
}

function atLeast(target: string, least: number, rows: readonly MeasuredRow[], value: (row: MeasuredRow) => number) {
  return worst(
    target,
    rows,
    value,
    (a, b) => a - b,
    (figure) => figure >= least,
  );
}

function worst(
  target: string,
  rows: readonly MeasuredRow[],
  value: (row: MeasuredRow) => number,
  order: (a: number, b: number) => number,
  met: (figure: number) => boolean,
): string[] {
  // NaN: nothing to compare with, such as a loop that was not run.
  const figures = rows.map((row) => ({ row, figure: value(row) })).filter(({ figure }) => !Number.isNaN(figure));
  const [first] = figures.sort((a, b) => order(a.figure, b.figure));
  if (!first) return [target, "not measured", ""];
  const { jobs, latencyMs, cap, offset, quota } = first.row.setting;
  const missed = figures.filter(({ figure }) => !met(figure)).length;
  const where = `${jobs.toLocaleString("en-US")} jobs, ${latencyMs} ms, cap ${cap}, ${offset}, quota ${quota}`;
  return verdict(target, missed === 0, first.figure, `${where}${missed > 0 ? `; ${missed} of ${figures.length}` : ""}`);
}

function verdict(target: string, met: boolean, figure: number, where: string): string[] {
  return [target, met ? "met" : "MISSED", `${figure.toFixed(2)}${where === "" ? "" : ` (${where})`}`];
}
