// @ts-nocheck
import type { ListProgress } from "../../sdk/index";
import { withCommas } from "../../sdk/text/withCommas";
import { monotonicMs } from "./monotonicMs";

/** Shorter listings need no progress; longer ones do not need more of it than can be read, in ms. */
const intervalMs = 500;

/** Shows a listing as passing status lines: `1,200 of 10,400 jobs`. */
export function statusLine(show: (line: string) => void): (progress: ListProgress) => void {
  let shownAt = monotonicMs();
  return ({ listed, total }) => {
    if (monotonicMs() - shownAt < intervalMs) return;
    shownAt = monotonicMs();
    show(`${withCommas(listed)} of ${withCommas(Math.max(listed, total))} jobs`);
  };
}
