import * as pulumi from "@pulumi/pulumi";
import type { ListProgress } from "../sdk/index";
import { monotonicMs } from "./monotonicMs";

/** Shorter listings need no progress; longer ones do not need more of it than can be read, in ms. */
const intervalMs = 500;

/** Shows a listing as passing status lines of the CLI: `1,200 of 10,400 jobs`. They are not kept in the log. */
export function statusLine(): (progress: ListProgress) => void {
  let shownAt = monotonicMs();
  return ({ listed, total }) => {
    if (monotonicMs() - shownAt < intervalMs) return;
    shownAt = monotonicMs();
    const ephemeral = true;
    void pulumi.log.info(`${count(listed)} of ${count(Math.max(listed, total))} jobs`, undefined, undefined, ephemeral);
  };
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}
