// @ts-nocheck
import process from "node:process";

/**
 * Loaded into a command before it starts: each SIGUSR2 sets its wall clock, 8 hours back, to the right time, 8 hours
 * forward, to the right time, and so on. Not in TypeScript: the threads that read that load it as well.
 */
const hours = [-8, 0, 8, 0];
const { now } = Date;
let shiftMs = 0;

Date.now = () => now() + shiftMs;
process.on("SIGUSR2", () => {
  const [next = 0] = hours.splice(0, 1);
  hours.push(next);
  shiftMs = next * 3_600_000;
});
