// @ts-nocheck
import { withCommas } from "../sdk/text/withCommas";
import type { ListProgress } from "../sdk/index";
import { canBeSteered, write, type Shell } from "./shell";

/** Shorter listings need no progress; longer ones do not need more of it than can be read, in ms. */
const intervalMs = 200;
const clearLine = "\r\u001b[K";

export interface ProgressLine {
  /** To be told of every page; undefined where nobody watches. */
  onProgress: ((progress: ListProgress) => void) | undefined;
  /** Takes the line away. */
  clear(): Promise<void>;
}

/** A line on standard error that follows a listing, on a terminal only: `1,200 of 10,400 jobs`. */
export function progressLine({ stderr, env, monotonic }: Pick<Shell, "stderr" | "env" | "monotonic">): ProgressLine {
  if (!canBeSteered(stderr, env)) return { onProgress: undefined, clear: () => Promise.resolve() };
  let shownAt = monotonic();
  let shown = false;
  return {
    onProgress: ({ listed, total }) => {
      if (monotonic() - shownAt < intervalMs) return;
      shownAt = monotonic();
      shown = true;
      // A terminal that goes away must not end the listing.
      void write(stderr, `${clearLine}${withCommas(listed)} of ${withCommas(Math.max(listed, total))} jobs`).catch(
        () => undefined,
      );
    },
    clear: () => (shown ? write(stderr, clearLine) : Promise.resolve()),
  };
}

/** `1 job`, `10,400 jobs`. */
export function countJobs(number: number): string {
  return `${withCommas(number)} ${number === 1 ? "job" : "jobs"}`;
}
