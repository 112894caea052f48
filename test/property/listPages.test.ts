import fc from "fast-check";
import { ApiError, IncompleteListError } from "../../sdk/errors";
import { couldBeCap } from "../../sdk/jobs/couldBeCap";
import type { Job } from "../../sdk/jobs/job";
import { listAll } from "../../sdk/jobs/listAll";
import { runs } from "./runs";
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
/** Whatever a service could make of `offset` and `limit` and still serve the whole list. */
const honest = fc
  .record<Paging>({
    offset: fc.constantFrom("page", "record", "record-rounded", "page-from-1"),
    cap: fc.oneof(
      fc.constantFrom(10, 50, 99, 100, 101, 200, 250, 300, 500, 999, 1000, 1001),
      fc.integer({ min: 7, max: 1200 }),
    ),
    overCap: fc.constantFrom("cap", "refuse"),
    countedIn: fc.constantFrom("cap", "limit"),
    pageZero: fc.constantFrom("page 1", "refused", "empty", "empty, total 0"),
    pastEnd: fc.constantFrom("empty", "refused", "first page"),
  })
  .map((paging) => ({ ...paging, cap: paging.overCap === "refuse" ? Math.max(100, paging.cap) : paging.cap }));
/** Up to some twenty pages, and the numbers at which something begins or ends. */
function jobCounts({ cap }: Paging): fc.Arbitrary<number> {
  const marks = [0, 1, 2, cap - 1, cap, cap + 1, 2 * cap, 3 * cap, 10, 50, 99, 100, 101, 199];
  marks.push(200, 250, 299, 300, 500, 999, 1000, 1001, 2000, 2345);
  return fc.oneof(fc.constantFrom(...marks), fc.nat({ max: 20 * cap })).map((count) => Math.min(count, 20 * cap, 2345));
}
function withCount(pagings: fc.Arbitrary<Paging>): fc.Arbitrary<[Paging, number]> {
  return pagings.chain((paging) => fc.tuple(fc.constant(paging), jobCounts(paging)));
}
const concurrencies = fc.integer({ min: 1, max: 12 });

/** Page 0 says that there is nothing, and page 1 is refused: the list is empty, or its pages count from 1. */
function leavesEmptinessOpen({ offset, pastEnd }: Paging, count: number): boolean {
  return count === 0 && pastEnd === "refused" && (offset === "page" || offset === "record");
}

function list(service: SimulatedService, concurrency: number, consistency: "strict" | "best-effort" = "strict") {
  return listAll(service.fetchPage, { concurrency, consistency, onProgress: () => undefined });
}

function pageCount(jobs: number, { cap, overCap }: Paging): number {
  const size = overCap === "refuse" && cap < 1000 ? 100 : Math.min(cap, 1000);
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
    { numRuns: runs(500) },
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
    { numRuns: runs(200) },
  );
});

test("every honest service gives the exact list, with at most three requests more than pages, four if it refuses the first", async () => {
  await fc.assert(
    fc.asyncProperty(withCount(honest), concurrencies, async ([paging, count], concurrency) => {
      const jobs = someJobs(count);
      const service = simulateService(paging, () => jobs);
      if (leavesEmptinessOpen(paging, count)) {
        await expect(list(service, concurrency)).rejects.toThrow(ApiError);
        return;
      }
      const { offset, cap, overCap, pageZero } = paging;
      const refusesFirst = (overCap === "refuse" && cap < 1000) || (offset === "page-from-1" && pageZero === "refused");
      expect((await list(service, concurrency)).jobs).toEqual(jobs);
      expect(service.requests.length).toBeLessThanOrEqual(pageCount(count, paging) + (refusesFirst ? 4 : 3));
      expect(service.mostAtOnce).toBeLessThanOrEqual(Math.max(2, concurrency));
    }),
    { numRuns: runs(1_000) },
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
    { numRuns: runs(500) },
  );
});

test("a total that is wrong by any amount leads to the exact list or to an error", async () => {
  await fc.assert(
    fc.asyncProperty(
      withCount(fc.oneof(documented, refusing, honest)),
      fc.oneof(
        fc.nat({ max: 4000 }),
        fc.constantFrom("first page", "half", "one less", "one more", "100", "a page less"),
      ),
      concurrencies,
      async ([paging, count], lie, concurrency) => {
        const total = claimedTotal(lie, paging, count);
        fc.pre(!couldBeTrue(total, paging, count));
        const jobs = someJobs(count);
        const service = simulateService(
          paging,
          () => jobs,
          () => total,
        );
        // A `total` that is too large asks for pages past the end: a service that refuses those is believed.
        const expected = paging.pastEnd === "refused" ? [IncompleteListError, ApiError] : [IncompleteListError];
        await exactOrError(list(service, concurrency), jobs, expected);
        if (total > count) await expect(list(service, concurrency)).rejects.toThrow();
      },
    ),
    { numRuns: runs(1_000) },
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
    { numRuns: runs(300) },
  );
});

test("a job that appears or goes once while any honest service is read leads to the list before, the list after, or an error", async () => {
  await fc.assert(
    fc.asyncProperty(withCount(honest), fc.nat(), fc.nat({ max: 20 }), fc.boolean(), async (...drawn) => {
      const [[paging, count], place, at, appears] = drawn;
      const before = someJobs(count + 1);
      const index = place % before.length;
      const after = before.filter((_, each) => each !== index);
      const [early, late] = appears ? [after, before] : [before, after];
      const service = simulateService(paging, (request) => (request < at ? early : late));
      const listed = await list(service, 4).then(
        ({ jobs }) => names(jobs),
        (error: unknown) => error,
      );
      if (listed instanceof ApiError || listed instanceof IncompleteListError) return;
      expect([names(early), names(late)]).toContainEqual(listed);
    }),
    { numRuns: runs(500) },
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
    { numRuns: runs(200) },
  );
});

function claimedTotal(lie: number | string, { cap }: Paging, count: number): number {
  if (typeof lie === "number") return lie;
  const claims = {
    "first page": Math.min(cap, 1000, count),
    half: count >> 1,
    "one less": count - 1,
    "one more": count + 1,
    "100": Math.min(count, 100),
    "a page less": count - Math.min(cap, 1000),
  };
  return Math.max(0, claims[lie as keyof typeof claims]);
}

function names(jobs: readonly Job[]): string[] {
  return jobs.map((each) => each.name);
}

/**
 * A first page that nobody would choose as a cap, `total` of just as many, and no jobs where pages of the probe's length
 * go on: all three agree. Whoever wanted more would ask three times for every short list.
 */
function couldBeTrue(total: number, { offset, cap, countedIn }: Paging, count: number): boolean {
  const silent = offset === "page" && countedIn === "limit" && count <= 100;
  return silent && cap < count && total === cap && !couldBeCap(cap);
}

async function exactOrIncomplete(listing: Promise<{ jobs: Job[] }>, jobs: readonly Job[]) {
  await exactOrError(listing, jobs, [IncompleteListError]);
}

async function exactOrError(
  listing: Promise<{ jobs: Job[] }>,
  jobs: readonly Job[],
  expected: (abstract new (...args: never[]) => Error)[],
) {
  const listed = await listing.catch((error: unknown) => error);
  if (expected.some((kind) => listed instanceof kind)) return;
  if (listed instanceof Error) throw listed;
  expect(names((listed as { jobs: Job[] }).jobs)).toEqual(names(jobs));
}
