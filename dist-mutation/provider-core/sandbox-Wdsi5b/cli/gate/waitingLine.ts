// @ts-nocheck
import { canBeSteered, write, type Shell } from "../shell";
import { oneLine } from "../../sdk/text/printable";

/** So often a log is told that a gate still waits, in ms. */
const logIntervalMs = 60_000;
const clearLine = "\r\u001b[K";

export interface WaitingLine {
  show(text: string): void;
  /** Takes the line away from a terminal. */
  clear(): Promise<void>;
}

/**
 * What a gate waits for, on standard error: on a terminal a line that changes in its place; elsewhere, as in the log of
 * a CI job, a line at first and then one a minute at most.
 */
export function waitingLine({ stderr, env, monotonic }: Pick<Shell, "stderr" | "env" | "monotonic">): WaitingLine {
  // A reader that goes away must not end the wait.
  const say = (text: string) => void write(stderr, text).catch(() => undefined);
  if (canBeSteered(stderr, env)) {
    let isShown = false;
    return {
      show: (text) => {
        isShown = true;
        say(`${clearLine}${cut(`Waiting: ${oneLine(text)}`, stderr.columns)}`);
      },
      clear: () => (isShown ? write(stderr, clearLine) : Promise.resolve()),
    };
  }
  let toldAt = -Infinity;
  return {
    show: (text) => {
      if (monotonic() - toldAt < logIntervalMs) return;
      toldAt = monotonic();
      say(`dlf-jobs: waiting: ${oneLine(text)}\n`);
    },
    clear: () => Promise.resolve(),
  };
}

/** A line that a terminal breaks into two is no longer cleared as one. */
function cut(text: string, columns = 0): string {
  return columns > 0 ? text.slice(0, columns - 1) : text;
}
