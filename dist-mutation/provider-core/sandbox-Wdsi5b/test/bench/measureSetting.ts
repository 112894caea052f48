// @ts-nocheck
import { measureListing, measureRoundTrip, startEmulatorProcess, type EmulatorProcess } from "./childProcess";
import { idealWallMs } from "./ideal";
import { median } from "./median";
import type { Setting } from "./setting";
import type { ContestantName, Listing, Measurement } from "./children/messages";

export interface Row {
  setting: Setting;
  contestant: ContestantName;
  /** Why there are no figures, or a failure's. */
  note?: string;
  figures?: Figures;
}

export interface Figures {
  runs: number;
  requests: number;
  wallMs: number;
  cpuMs: number;
  /** Over a process that does nothing. */
  peakMiB: number;
  idealMs: number;
}

/** What the service allows a user. */
export const quotaPerSecond = 30;
/** A loop that would take longer is not run. */
const longestLoopMs = 15_000;
/** Short listings are repeated: up to so many runs, as long as they take less than this together. */
const mostRuns = 5;
const enoughMs = 1_000;

/** @param idle the peak memory of a contestant's process that does nothing, in MiB */
export async function measureSetting(setting: Setting, idle: Readonly<Record<ContestantName, number>>): Promise<Row[]> {
  const { jobs, latencyMs, cap, offset, quota } = setting;
  const kept = quota === "kept";
  const emulator = await startEmulatorProcess({
    jobs: { seed: 1, batch: jobs, realTime: 0 },
    ...{ maxLimit: cap, offset, latencyMs },
  });
  // A service of its own for those under the quota: the round trips are measured without it.
  const limited = kept
    ? await startEmulatorProcess({
        jobs: { seed: 1, batch: jobs, realTime: 0 },
        ...{ maxLimit: cap, offset, latencyMs, requestsPerSecond: quotaPerSecond },
      })
    : emulator;
  try {
    const listing: Listing = {
      ...{ service: emulator.service, jobs, offset, pageSize: cap },
      requestsPerSecond: kept ? undefined : 10_000,
    };
    const trip = await medianRoundTrip(listing);
    const idealMs = idealWallMs({ jobs, pageSize: cap }, trip, kept ? quotaPerSecond : undefined);
    const tooLong = !kept && (jobs / 100 + 1) * Math.max(trip.warmMs, latencyMs) > longestLoopMs;
    const rows: Row[] = [];
    for (const contestant of setting.contestants) {
      if (isLoop(contestant) && tooLong) {
        rows.push({ setting, contestant, note: `not run: over ${longestLoopMs / 1000} s` });
        continue;
      }
      const measured = await repeat(contestant, { ...listing, service: limited.service }, limited);
      const { failure } = measured;
      const peakMiB = measured.peakMiB - idle[contestant];
      rows.push({
        ...{ setting, contestant },
        ...(failure === undefined ? { figures: { ...measured, peakMiB, idealMs } } : { note: `failed: ${failure}` }),
      });
    }
    return rows;
  } finally {
    await emulator.close();
    if (kept) await limited.close();
  }
}

/** It asks for pages of 100, whatever the service's cap is. */
export function isLoop(contestant: ContestantName): boolean {
  return contestant === "loop" || contestant === "bareLoop";
}

async function medianRoundTrip(listing: Listing) {
  const trips = [];
  for (let run = 0; run < 3; run += 1) trips.push(await measureRoundTrip(listing));
  return {
    coldMs: median(trips.map((trip) => trip.coldMs)),
    warmMs: median(trips.map((trip) => trip.warmMs)),
  };
}

async function repeat(contestant: ContestantName, listing: Listing, emulator: EmulatorProcess) {
  const runs: Measurement[] = [];
  let requests = 0;
  let wall = 0;
  await emulator.takeRequests();
  while (runs.length < mostRuns && (wall < enoughMs || runs.length === 0)) {
    const run = await measureListing(contestant, listing);
    requests = await emulator.takeRequests();
    runs.push(run);
    wall += run.wallMs;
  }
  return {
    runs: runs.length,
    requests,
    wallMs: median(runs.map((run) => run.wallMs)),
    cpuMs: median(runs.map((run) => run.cpuMs)),
    peakMiB: median(runs.map((run) => run.peakMiB)),
    failure: runs.find((run) => run.failure !== undefined)?.failure,
  };
}
