// @ts-nocheck
import type { EmulatedJob } from "./options";

const layers = ["ods", "dwd", "dws", "ads"] as const;
const subjects = ["orders", "payments", "users", "stock", "clicks", "refunds", "devices", "invoices"] as const;
const owners = ["data_team", "etl_owner", "bi_team", "risk_team"] as const;
const batchStatuses = ["SCHEDULING", "SCHEDULING", "SCHEDULING", "STOPPED", "PAUSED"] as const;
const realTimeStatuses = ["NORMAL", "NORMAL", "NORMAL", "STARTING", "EXCEPTION", "STOPPING", "STOPPED"] as const;
const instanceStatuses = [
  "success",
  "success",
  "success",
  "fail",
  "running",
  "running-exception",
  "manual-stop",
] as const;
const tagSets = [["daily"], ["daily", "finance"], ["hourly"], []] as const;

/** Midnight of 1 November 2026, UTC: generated times do not depend on the day of the test. */
const epochMs = Date.UTC(2026, 10, 1);
const dayMs = 86_400_000;

/** Jobs that look like a company's, of both types; the same ones for the same seed. */
export function generateJobs({
  seed,
  batch,
  realTime,
}: {
  seed: number;
  batch: number;
  realTime: number;
}): EmulatedJob[] {
  const random = pseudoRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const common = (index: number, interval: string) => {
    const owner = pick(owners);
    const createTime = epochMs - Math.floor(random() * 700 * dayMs);
    return {
      name: `${pick(layers)}_${pick(subjects)}_${interval}_${String(index).padStart(3, "0")}`,
      owner,
      priority: Math.floor(random() * 3),
      createUser: owner,
      createTime,
      startTime: createTime + dayMs,
      lastUpdateTime: epochMs - Math.floor(random() * 30 * dayMs),
      lastUpdateUser: owner,
      path: `/${pick(layers)}/${pick(subjects)}`,
      singleNodeJobFlag: random() < 0.3,
      tags: pick(tagSets),
    };
  };
  // The first jobs go through all statuses in turn, so that each of them occurs.
  const batchJobs = Array.from({ length: batch }, (_, index) => {
    const hasRun = index < instanceStatuses.length || random() < 0.95;
    return {
      ...common(index, "daily"),
      jobType: "BATCH",
      status: batchStatuses[index] ?? pick(batchStatuses),
      ...(hasRun && {
        lastInstanceStatus: instanceStatuses[index] ?? pick(instanceStatuses),
        lastInstanceEndTime: epochMs - Math.floor(random() * 3 * dayMs),
      }),
    };
  });
  const realTimeJobs = Array.from({ length: realTime }, (_, index) => ({
    ...common(index, "stream"),
    jobType: "REAL_TIME",
    status: realTimeStatuses[index] ?? pick(realTimeStatuses),
  }));
  return [...batchJobs, ...realTimeJobs];
}

/** A small generator (mulberry32) of numbers in [0, 1). */
function pseudoRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
