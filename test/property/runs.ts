/** How many runs a property takes: of its usual ones the share in PROPERTY_RUNS, which `npm run mutation` sets. */
export function runs(usual: number): number {
  return Math.ceil(usual * Number(process.env["PROPERTY_RUNS"] ?? 1));
}
