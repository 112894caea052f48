/** A length of time as Prometheus reads it. */
// @ts-nocheck

export function seconds(ms: number): string {
  return ms % 1_000 === 0 ? `${ms / 1_000}s` : `${ms}ms`;
}
