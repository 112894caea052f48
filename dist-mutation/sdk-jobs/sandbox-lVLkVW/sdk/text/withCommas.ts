/** A count as people read it: `10,400`. `toLocaleString` would load tables of all languages first, for 15 ms. */
// @ts-nocheck

export function withCommas(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
