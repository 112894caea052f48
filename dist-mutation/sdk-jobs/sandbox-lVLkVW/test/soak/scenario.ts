// @ts-nocheck
import type { DlfClientOptions, JobsQuery } from "../../sdk/index";
import type { DlfEmulatorOptions, EmulatedJob } from "../../sdk/testing/index";
import { Chance } from "./chance";
import { drawJob, drawJobs, tags, workspace } from "./drawJobs";
import { drawFaults, type Faults } from "./faults";

export interface Scenario {
  chance: Chance;
  service: Omit<DlfEmulatorOptions, "jobs" | "intercept" | "tagMatch"> & {
    maxLimit: number;
    tagMatch: "any" | "all";
  };
  jobs: EmulatedJob[];
  /** What is served from the request with this number on. */
  changes: Map<number, EmulatedJob[]>;
  faults: Faults;
  client: DlfClientOptions & { concurrency: number; maxAttempts: number };
  query: JobsQuery;
  call: "listJobs" | "iterateJobs";
  /** The caller gives up: after so many ms, or (iterateJobs) after so many jobs. */
  abortAfterMs?: number | undefined;
  breakAfter?: number | undefined;
}

/** Numbers of one iteration follow from the seed and its own number alone: it can be run by itself. */
export function drawScenario(seed: number, iteration: number): Scenario {
  const chance = new Chance(Math.imul(seed, 1_000_003) + iteration);
  const maxLimit = chance.yes(0.7) ? chance.pick(100, 1_000) : chance.integer(1, 300);
  const jobs = drawJobs(chance, maxLimit);
  const query = drawQuery(chance, jobs);
  const changing = chance.yes(0.25);
  return {
    chance,
    service: {
      ...{ maxLimit, workspaces: [workspace] },
      credentials: [{ accessKey: "SOAKACCESSKEY", secretKey: `secret-key-${iteration}-of-the-soak`, ...token(chance) }],
      offset: chance.pick("page", "page", "page", "record", "record", "record", "page-from-1", "ignored"),
      overMaxLimit: chance.pick("cap", "cap", "refuse"),
      cappedPagesCountIn: chance.pick("cap", "limit"),
      tagMatch: chance.pick("any", "all"),
      latencyMs: chance.pick(0, 0, 0, 1, 4),
      clockOffsetMs: chance.pick(0, 0, 0, 0, 1_200_000, -1_200_000, 7_200_000),
      requestsPerSecond: chance.pick(10_000, 10_000, 10_000, 10_000, 60),
    },
    jobs,
    changes: changing ? drawChanges(chance, jobs) : new Map<number, EmulatedJob[]>(),
    faults: drawFaults(chance),
    client: {
      concurrency: chance.integer(1, 12),
      maxAttempts: chance.integer(1, 6),
      requestsPerSecond: 10_000,
      attemptTimeoutMs: 250,
      listTimeoutMs: chance.pick(5_000, 60_000),
    },
    // Lists for several tags are read at different moments: their join is nothing that ever was.
    query: changing ? { ...query, tagMatch: undefined } : query,
    call: chance.pick("listJobs", "listJobs", "iterateJobs"),
    abortAfterMs: chance.yes(0.05) ? chance.integer(0, 30) : undefined,
    breakAfter: chance.yes(0.1) ? chance.integer(1, 150) : undefined,
  };
}

function token(chance: Chance): { securityToken?: string } {
  return chance.yes(0.3) ? { securityToken: "security-token-of-the-soak" } : {};
}

function drawQuery(chance: Chance, jobs: readonly EmulatedJob[]): JobsQuery {
  // Half of the queries ask for everything: long lists, hence many pages.
  if (chance.yes(0.5)) return { jobType: chance.pick("BATCH", "BATCH", "ALL") };
  const someName = jobs[chance.integer(0, Math.max(0, jobs.length - 1))]?.name ?? "none";
  const exactName = chance.yes(0.1);
  const tagCount = chance.pick(0, 0, 0, 1, 2, 3);
  return {
    jobType: chance.pick("BATCH", "BATCH", "BATCH", "REAL_TIME", "ALL", "ALL"),
    jobName: exactName
      ? someName
      : chance.pick(undefined, undefined, undefined, "dwd", "业_1", Array.from(someName).slice(1).join("")),
    exactName,
    tags: tags.slice(0, tagCount),
    tagMatch: chance.pick(undefined, "any", "all"),
    workspace: chance.yes(0.1) ? workspace : undefined,
    consistency: chance.yes(0.15) ? "best-effort" : "strict",
  };
}

/**
 * Jobs come, or jobs go: never both in one scenario. One that comes while another goes leaves `total` as it was, and
 * nothing in the pages tells a client that it missed one.
 */
function drawChanges(chance: Chance, jobs: readonly EmulatedJob[]): Map<number, EmulatedJob[]> {
  const grows = chance.yes(0.5);
  const often = chance.yes(0.3);
  const changes = new Map<number, EmulatedJob[]>();
  let current = [...jobs];
  let request = 0;
  for (let change = 0; change < (often ? 200 : 2); change += 1) {
    request += chance.integer(1, often ? 3 : 8);
    const place = chance.integer(0, current.length);
    current = grows
      ? [...current.slice(0, place), drawJob(chance, 1_000_000 + change), ...current.slice(place)]
      : current.filter((_, index) => index !== place);
    changes.set(request, current);
    // Many lists of many jobs would be kept for the comparison.
    if (change > 20 && current.length > 500) break;
  }
  return changes;
}
