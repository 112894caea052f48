import fc from "fast-check";
import { IncompleteListError } from "../../sdk/errors";
import type { Job } from "../../sdk/jobs/job";
import { listAll } from "../../sdk/jobs/listAll";
import { simulateService, someJobs, type Paging, type SimulatedService } from "./simulatedService";

const documented = fc.record<Paging>({
  offset: fc.constantFrom("page", "record"),
  cap: fc.oneof(fc.constantFrom(100, 1000), fc.integer({ min: 1, max: 1200 })),
  overCap: fc.constant("cap"),
  countedIn: fc.constantFrom("cap", "limit"),
});
const refusing = fc.record<Paging>({
  offset: fc.constantFrom("page", "record"),
  cap: fc.integer({ min: 100, max: 999 }),
  overCap: fc.constant("refuse"),
  countedIn: fc.constant("cap"),
});
/** Up to some twenty pages, and the numbers at which something begins or ends. */
function jobCounts({ cap }: Paging): fc.Arbitrary<number> {
  const marks = [0, 1, 2, cap - 1, cap, cap + 1, 2 * cap, 3 * cap, 99, 100, 101, 200, 999, 1000, 1001, 2000];
  return fc.oneof(fc.constantFrom(...marks), fc.nat({ max: 20 * cap })).map((count) => Math.min(count, 20 * cap, 2345));
}
function withCount(pagings: fc.Arbitrary<Paging>): fc.Arbitrary<[Paging, number]> {
  return pagings.chain((paging) => fc.tuple(fc.constant(paging), jobCounts(paging)));
}
const concurrencies = fc.integer({ min: 1, max: 12 });

function list(service: SimulatedService, concurrency: number, consistency: "strict" | "best-effort" = "strict") {
  return listAll(service.fetchPage, { concurrency, consistency, onProgress: () => undefined });
}

function pageCount(jobs: number, { cap, overCap }: Paging): number {
  const size = overCap === "refuse" ? 100 : Math.min(cap, 1000);
  return Math.max(1, Math.ceil(jobs / size));
}

test("a list that does not change is exact, with at most two requests more than pages, for every honest paging", async () => {
  await fc.assert(
    fc.asyncProperty(withCount(fc.oneof(documented, refusing)), concurrencies, async ([paging, count], concurrency) => {
      const jobs = someJobs(count);
      const service = simulateService(paging, () => jobs);
      expect((await list(service, concurrency)).jobs).toEqual(jobs);
      expect(service.requests.length).toBeLessThanOrEqual(pageCount(count, paging) + 2);
      expect(service.mostAtOnce).toBeLessThanOrEqual(Math.max(2, concurrency));
    }),
    { numRuns: 500 },
  );
});

test("pages counted from 1 give the exact list, with at most three requests more than pages", async () => {
  await fc.assert(
    fc.asyncProperty(withCount(documented), concurrencies, async ([anyPaging, count], concurrency) => {
      const paging: Paging = { ...anyPaging, offset: "page-from-1" };
      const jobs = someJobs(count);
      const service = simulateService(paging, () => jobs);
      expect((await list(service, concurrency)).jobs).toEqual(jobs);
      expect(service.requests.length).toBeLessThanOrEqual(pageCount(count, paging) + 3);
    }),
    { numRuns: 200 },
  );
});

test("a service that ignores offset gives a whole single page or an IncompleteListError, never more or less", async () => {
  await fc.assert(
    fc.asyncProperty(withCount(documented), concurrencies, async ([anyPaging, count], concurrency) => {
      const paging: Paging = { ...anyPaging, offset: "ignored" };
      const jobs = someJobs(count);
      const service = simulateService(paging, () => jobs);
      await exactOrIncomplete(list(service, concurrency), jobs);
      expect(service.requests.length).toBeLessThanOrEqual(3 * (2 + concurrency));
    }),
    { numRuns: 500 },
  );
});

test("a total that is wrong by any amount leads to the exact list or to an IncompleteListError", async () => {
  await fc.assert(
    fc.asyncProperty(
      withCount(fc.oneof(documented, refusing)),
      fc.oneof(fc.nat({ max: 4000 }), fc.constantFrom("first page", "half", "one less", "one more")),
      concurrencies,
      async ([paging, count], lie, concurrency) => {
        const total = claimedTotal(lie, paging, count);
        // A first page that is neither 100 nor as many as were asked for, and a `total` that says that it was all:
        // both agree, and nothing is in doubt.
        const firstPage = Math.min(paging.overCap === "refuse" ? 100 : paging.cap, 1000, count);
        fc.pre(!(total === firstPage && total < count && firstPage !== 100 && firstPage !== 1000));
        const jobs = someJobs(count);
        const service = simulateService(
          paging,
          () => jobs,
          () => total,
        );
        await exactOrIncomplete(list(service, concurrency), jobs);
        if (total > count) await expect(list(service, concurrency)).rejects.toThrow(IncompleteListError);
      },
    ),
    { numRuns: 300 },
  );
});

test("a job that appears or goes once while the list is read costs another reading and gives the list as it is then", async () => {
  await fc.assert(
    fc.asyncProperty(withCount(documented), fc.nat(), fc.nat({ max: 20 }), fc.boolean(), async (...drawn) => {
      const [[paging, count], place, at, appears] = drawn;
      const before = someJobs(count + 1);
      const index = place % before.length;
      const after = before.filter((_, each) => each !== index);
      const [early, late] = appears ? [after, before] : [before, after];
      const service = simulateService(paging, (request) => (request < at ? early : late));
      const { jobs } = await list(service, 4);
      // Either the reading ended before the change, or it saw the list after it.
      expect([names(early), names(late)]).toContainEqual(names(jobs));
    }),
    { numRuns: 300 },
  );
});

test("a list that never settles is an IncompleteListError, or marked incomplete at best effort, after bounded requests", async () => {
  await fc.assert(
    fc.asyncProperty(documented, fc.integer({ min: 2, max: 20 }), async (paging, pages) => {
      const count = pages * Math.min(paging.cap, 1000);
      const ever = () => simulateService(paging, (request) => someJobs(count + request));
      await expect(list(ever(), 4)).rejects.toThrow(IncompleteListError);
      const service = ever();
      const result = await list(service, 4, "best-effort");
      expect(result.complete).toBe(false);
      expect(new Set(names(result.jobs)).size).toBe(result.jobs.length);
      expect(service.requests.length).toBeLessThanOrEqual(3 * (pageCount(count, paging) + 40));
    }),
    { numRuns: 200 },
  );
});

function claimedTotal(lie: number | string, { cap }: Paging, count: number): number {
  if (typeof lie === "number") return lie;
  const claims = {
    "first page": Math.min(cap, 1000, count),
    half: count >> 1,
    "one less": count - 1,
    "one more": count + 1,
  };
  return Math.max(0, claims[lie as keyof typeof claims]);
}

function names(jobs: readonly Job[]): string[] {
  return jobs.map((each) => each.name);
}

async function exactOrIncomplete(listing: Promise<{ jobs: Job[] }>, jobs: readonly Job[]) {
  try {
    expect(names((await listing).jobs)).toEqual(names(jobs));
  } catch (error) {
    if (!(error instanceof IncompleteListError)) throw error;
  }
}
