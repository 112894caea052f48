// @ts-nocheck
import { readFileSync } from "node:fs";

/**
 * The most memory (MiB) that this process has held. On Linux not from `process.resourceUsage()`: its figure starts at
 * that of the process which started this one.
 */
export function peakMemory(): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(linuxStatus()) ?? [];
  return (kibibytes === undefined ? process.resourceUsage().maxRSS : Number(kibibytes)) / 1024;
}

function linuxStatus(): string {
  try {
    return readFileSync("/proc/self/status", "utf8");
  } catch {
    return "";
  }
}
