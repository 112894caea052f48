/** One listing in a process of its own, measured from within. Arguments: the contestant, and the listing as JSON. */
// @ts-nocheck

import type { Contestant } from "./contestant";
import type { ContestantName, Listing, Measurement } from "./messages";
import { peakMemory } from "./peakMemory";

/** Each process loads the modules of its own contestant only. */
const load: Readonly<Record<ContestantName, () => Promise<Contestant>>> = {
  ours: async () => (await import("./ours.js")).listJobs,
  iterate: async () => (await import("./ours.js")).iterateJobs,
  loop: async () => (await import("./loop.js")).loop,
  bareLoop: async () => (await import("./bareLoop.js")).bareLoop,
  ideal: async () => (await import("./ideal.js")).ideal,
};

async function measure(name: ContestantName, listing: Listing | undefined): Promise<Measurement> {
  const contestant = await load[name]();
  // Without a listing: what the process costs that has loaded the same modules and does nothing.
  if (!listing) return { wallMs: 0, cpuMs: 0, peakMiB: peakMemory() };
  const cpu = process.cpuUsage();
  const start = performance.now();
  let failure: string | undefined;
  try {
    const count = await contestant(listing);
    if (count !== listing.jobs) failure = `${count} jobs`;
  } catch (error) {
    failure = (error as Error).message;
  }
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const measurement = { wallMs, cpuMs: (user + system) / 1000, peakMiB: peakMemory() };
  return failure === undefined ? measurement : { ...measurement, failure };
}

const [, , name, listing] = process.argv;
void measure(name as ContestantName, listing === undefined ? undefined : (JSON.parse(listing) as Listing)).then(
  (measurement) => process.send?.(measurement),
);
