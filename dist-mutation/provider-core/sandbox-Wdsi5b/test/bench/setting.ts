// @ts-nocheck
import type { ContestantName } from "./children/messages";

/** One service, and who lists it. */
export interface Setting {
  jobs: number;
  latencyMs: number;
  /** The longest page that the service sends. */
  cap: 100 | 1000;
  offset: "page" | "record";
  contestants: readonly ContestantName[];
  /** `lifted`: the service has no quota, and ours heeds none. `kept`: the service refuses more than 30 a second. */
  quota: "lifted" | "kept";
}

const sizes = [1, 100, 1_000, 10_000, 100_000];
const latencies = [0, 20, 100];
const caps = [100, 1000] as const;

/** The loops ask for 100 whatever the cap is: they run once for both. */
const contestantsAt = { 100: ["loop", "bareLoop", "ideal", "ours"], 1000: ["ideal", "ours"] } as const;

export function settings(): Setting[] {
  const grid = sizes.flatMap((jobs) =>
    latencies.flatMap((latencyMs) =>
      caps.map((cap): Setting => ({
        jobs,
        latencyMs,
        cap,
        offset: "page",
        contestants: contestantsAt[cap],
        quota: "lifted",
      })),
    ),
  );
  const records = [1_000, 10_000].flatMap((jobs) =>
    caps.map((cap): Setting => ({
      jobs,
      latencyMs: 20,
      cap,
      offset: "record",
      contestants: contestantsAt[cap],
      quota: "lifted",
    })),
  );
  const withQuota = [
    { jobs: 10_000, cap: 100 },
    { jobs: 100_000, cap: 1000 },
    { jobs: 100_000, cap: 100 },
  ] as const;
  const kept = withQuota.map((service): Setting => ({
    ...service,
    latencyMs: 20,
    offset: "page",
    // The bare loop: the official client prints a request that is refused, Authorization header and all.
    contestants: ["bareLoop", "ours"],
    quota: "kept",
  }));
  const oneByOne = caps.map((cap): Setting => ({
    ...{ jobs: 100_000, latencyMs: 0, cap, offset: "page" },
    ...{ contestants: ["iterate"], quota: "lifted" },
  }));
  return [...grid, ...records, ...kept, ...oneByOne];
}
