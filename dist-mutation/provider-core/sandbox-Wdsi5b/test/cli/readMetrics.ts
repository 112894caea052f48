// @ts-nocheck
export interface Metrics {
  /** The value of a series, written as in Prometheus: `dlf_job_status{job="a",…}`, labels in the order of their names. */
  get(series: string): number | undefined;
  /** All series of a metric. */
  named(name: string): string[];
}

/** Reads the text format, with nothing of the library that wrote it. Throws for a line that is none. */
export function readMetrics(text: string): Metrics {
  const values = new Map<string, number>();
  const finished = new Set<string>();
  let family = "";
  if (!text.endsWith("\n")) throw new Error("the last line has no end");
  for (const line of text.split("\n")) {
    const [, described] = /^# (?:HELP|TYPE) (\S+)/.exec(line) ?? [];
    if (described !== undefined && described !== family) {
      if (finished.has(described)) throw new Error(`${described} begins twice`);
      finished.add(family);
      family = described;
    }
    if (line === "" || line.startsWith("#")) continue;
    const [, name = "", labels = "", value = ""] =
      /^([a-z_]+)\{((?:[a-z_]+="(?:[^"\\]|\\.)*",?)*)\} (\S+)$/.exec(line) ?? [];
    if (name === "" || name !== family || Number.isNaN(Number(value))) throw new Error(`no sample: ${line}`);
    const sorted = [...labels.matchAll(/[a-z_]+="(?:[^"\\]|\\.)*"/g)].map(([label]) => label).sort();
    const series = `${name}{${sorted.join(",")}}`;
    if (values.has(series)) throw new Error(`twice: ${series}`);
    values.set(series, Number(value));
  }
  return {
    get: (series) => values.get(series),
    named: (name) => [...values.keys()].filter((series) => series.startsWith(`${name}{`)),
  };
}
