import { ApiError } from "../errors";
import { couldBeCap } from "./couldBeCap";
import type { Job } from "./job";
import type { FetchPage } from "./listPage";
import { compareProbe, offsetAt, telling, tellReading, type OffsetReading } from "./offsetReading";
import { isRefusal, orRefusal } from "./refusal";
import type { JobPage } from "./schema";

/** What the reference allows at most, and what every service is sure to accept. */
const largestLimit = 1_000;
const safeLimit = 100;

/** How a list begins. */
export interface Opening {
  /** Their jobs are the list's first, each of them once. What a page held besides is left out, its `total` is not. */
  pages: [JobPage, ...JobPage[]];
  /** How the list goes on. Absent: there is nothing that could be asked for. */
  rest?: Rest;
  /** Why the answers do not fit together. */
  problem?: string;
}

export interface Rest {
  reading: OffsetReading;
  /** The first page. All others but the last are as long. */
  first: readonly Job[];
  /** The first record that is not known yet. */
  position: number;
  /** `total` alone does not prove that nothing stands there. */
  inDoubt: boolean;
}

/** A page, or why there is none. */
type Probe = JobPage | { error: unknown };

/**
 * Finds out by two requests sent at once how the service reads `offset`, and what it does with a large `limit`: the
 * first page (as long as it may be) and a probe at offset 1 (as long as every service accepts).
 *
 * A 400 is an answer here: to a limit over 100, to page 0 where pages count from 1, to a page past the end.
 */
export async function openList(fetchPage: FetchPage): Promise<Opening> {
  const asking = fetchPage({ offset: 0, limit: largestLimit });
  const probing: Promise<Probe> = fetchPage({ offset: 1, limit: safeLimit }).catch((error: unknown) => ({ error }));
  const first = await orRefusal(asking);
  const probe = await probing;
  if (!(first instanceof ApiError)) return open(fetchPage, first, largestLimit, probe);

  // What kept the probe from coming is told: the refusal may be of the limit alone.
  if ("error" in probe && !isRefusal(probe.error)) throw probe.error;
  const shorter = await orRefusal(fetchPage({ offset: 0, limit: safeLimit }));
  if (!(shorter instanceof ApiError)) return open(fetchPage, shorter, safeLimit, probe);
  if ("error" in probe) throw first;
  return openAtPageOne(fetchPage, probe, largestLimit);
}

/** @param limit what the first page was asked for with: the safe one after the largest was refused */
async function open(fetchPage: FetchPage, first: JobPage, limit: number, probe: Probe): Promise<Opening> {
  const { total, jobs } = first;
  const size = jobs.length;
  // A service that refuses a limit sends as many as a smaller one asks for: a page of fewer is its last.
  const mayBeCapped = limit === safeLimit ? size >= limit : couldBeCap(size);
  if ("error" in probe) {
    if (size === 0) throw emptyAndRefused(probe.error);
    if (size === total && !mayBeCapped) return { pages: [first] };
    // Offset 1 is past the end of the list only if it counts pages, and if all jobs fit into the probe.
    if (!isRefusal(probe.error) || size > safeLimit) throw probe.error;
    return { pages: [first], rest: { reading: "page", first: jobs, position: size, inDoubt: true } };
  }
  if (size === 0) {
    if (probe.jobs.length === 0) return { pages: [first, probe] };
    const opening = await openAtPageOne(fetchPage, probe, limit);
    return total === 0 ? opening : { ...opening, pages: [first, ...opening.pages] };
  }

  const comparison = compareProbe(jobs, probe.jobs, safeLimit);
  if (comparison === undefined) return { pages: [first], problem: "the first two answers do not fit together" };
  if (comparison === "again") return openAgain(fetchPage, first, limit, probe);
  const { reading, covered, extra, more, ended } = comparison;
  const pages: Opening["pages"] = [first, { total: probe.total, jobs: extra }];
  return ended ? { pages } : { pages, rest: { reading, first: jobs, position: covered, inDoubt: more || mayBeCapped } };
}

/**
 * The probe brought the first page again: pages count from 1, records are rounded down, page 1 lies past the end, or
 * `offset` is ignored. Here `total` is not believed without one page more.
 */
async function openAgain(fetchPage: FetchPage, first: JobPage, limit: number, probe: JobPage): Promise<Opening> {
  const { total, jobs } = first;
  const size = jobs.length;
  const pages: Opening["pages"] = [first, { total: probe.total, jobs: [] }];
  const tooShortToBeCapped = size < telling.atLeast || (limit === safeLimit && size < limit);
  if (size === total && tooShortToBeCapped) return { pages };
  // Pages so short are nobody's. Read as counted from 1, they lead to the list or to a contradiction.
  if (size < telling.atLeast) {
    return { pages, rest: { reading: "page-from-1", first: jobs, position: size, inDoubt: true } };
  }

  const answer = await fetchPage({ offset: telling.offset, limit: telling.limit });
  pages.push({ total: answer.total, jobs: [] });
  const reading = tellReading(jobs, answer.jobs);
  if (reading === undefined) return { pages, problem: "the first answers do not tell what offset counts" };
  if (reading !== "ignored") {
    // The probe was this list's page 1, and past the end.
    if (reading === "page" && size === safeLimit) return { pages };
    return { pages, rest: { reading, first: jobs, position: size, inDoubt: true } };
  }
  // No other page can be had. This one is all if `total` says so, and if it is not as long as it could be.
  const believed = size === total && size < limit && size !== safeLimit;
  // But all pages may be of one length, whatever is asked for: what stands behind this one tells.
  for (const other of believed && couldBeCap(size) ? (["page-from-1", "record-rounded"] as const) : []) {
    const next = await orRefusal(fetchPage({ offset: offsetAt(size, size, other), limit: size }));
    const isNew = !(next instanceof ApiError) && next.jobs.some(({ name }) => jobs.every((job) => job.name !== name));
    if (isNew) return { pages, rest: { reading: other, first: jobs, position: size, inDoubt: true } };
  }
  if (believed) return { pages };
  return { pages, problem: "the service sends its first page whatever the offset" };
}

/**
 * Pages count from 1, and page 0 is empty or refused: the probe is the first page, or its begin where a page may be
 * longer. Here `total` is not believed without one page more either.
 */
async function openAtPageOne(fetchPage: FetchPage, probe: JobPage, limit: number): Promise<Opening> {
  // If one page more of the probe's length ends the list, then a longer page 1 saves nothing.
  const worthwhile = limit > safeLimit && probe.jobs.length === safeLimit && probe.total >= 2 * safeLimit;
  const longer = worthwhile ? await orRefusal(fetchPage({ offset: 1, limit })) : undefined;
  const first = longer === undefined || longer instanceof ApiError ? probe : longer;
  if (probe.jobs.some(({ name }, index) => name !== first.jobs[index]?.name)) {
    return { pages: [probe], problem: "page 1 is another one when it is asked for again" };
  }
  const { jobs } = first;
  const pages: Opening["pages"] = [{ total: probe.total, jobs: [] }, first];
  return jobs.length === 0
    ? { pages }
    : { pages, rest: { reading: "page-from-1", first: jobs, position: jobs.length, inDoubt: true } };
}

/** Where pages count from 1, page 0 may be empty. Page 1 alone could tell that there are no jobs. */
function emptyAndRefused(error: unknown): unknown {
  if (!isRefusal(error)) return error;
  const { status, requestId, errorCode, attempts } = error;
  const message = "The first page of jobs is empty, but that there are none is not certain, since the next was refused";
  const open = new ApiError(`${message}: ${error.message}`, { status, requestId, errorCode, cause: error });
  return attempts === undefined ? open : Object.assign(open, { attempts });
}
