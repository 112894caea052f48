/** Loaded before the program that is measured: answers each message with what the process has used so far. */
// @ts-nocheck

import type { Usage } from "./messages";
import { peakMemory } from "./peakMemory";

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  const mebibytes = process.memoryUsage.rss() / 1024 / 1024;
  process.send?.({ cpuMs: (user + system) / 1000, rssMiB: mebibytes, peakMiB: peakMemory() } satisfies Usage);
});
// The program ends when it is done, whoever might still ask.
process.channel?.unref();
