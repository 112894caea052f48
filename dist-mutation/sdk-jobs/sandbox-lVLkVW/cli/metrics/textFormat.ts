/** Prometheus's text format: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
// @ts-nocheck

export interface Metric {
  name: string;
  help: string;
  type: "gauge" | "counter";
}

/** What stands before the samples of a metric. */
export function headerOf({ name, help, type }: Metric): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
}

/** A line of its own. Several labels are separated by commas. */
export function sampleOf({ name }: Metric, labels: string, value: number): string {
  return `${name}{${labels}} ${value}\n`;
}

export function label(name: string, value: string): string {
  return `${name}="${escaped(value)}"`;
}

function escaped(value: string): string {
  // Nearly every text has none of them, and to look is faster than to replace nothing.
  if (!/[\\"\n]/.test(value)) return value;
  return value.replace(/[\\"\n]/g, (character) => (character === "\n" ? "\\n" : `\\${character}`));
}
