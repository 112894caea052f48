#!/usr/bin/env node
// @ts-nocheck
import "./lastResort";
import { setTimeout as pause } from "node:timers/promises";
import { alarm } from "../sdk/index";
import { run } from "./run";
import { Interrupted, untilInterrupted } from "./shell";

const interruption = new AbortController();

for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => {
    const interrupted = new Interrupted(name);
    // Asked a second time: whatever is still being finished is not worth the wait.
    if (interruption.signal.aborted) process.exit(interrupted.status);
    interruption.abort(interrupted);
  });
}
// A reader that has gone (`| head`) is told to each write, see `write`; unheard, the event would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const { stdout, stderr, stdin, env } = process;
const clocks = { now: () => Date.now(), monotonic: () => performance.now() };
const { signal } = interruption;
const sleep = (ms: number) => untilInterrupted(pause(ms), signal);
const shell = { stdout, stderr, stdin, env, ...clocks, sleep, alarm, signal };

void run(process.argv.slice(2), shell).then((status) => {
  // Not left to the event loop: after an interruption a connection may still be open.
  process.exit(status);
});
