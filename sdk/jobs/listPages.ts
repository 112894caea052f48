import { ApiError, type IncompleteListError } from "../errors";
import { inOrder } from "./inOrder";
import { ListCheck } from "./listCheck";
import type { PageRequest } from "./listPage";
import { offsetAt, readOpening, type Opening } from "./offsetReading";
import type { JobPage } from "./schema";

/** What the reference allows at most, and what every service is sure to accept. */
const largestLimit = 1_000;
const safeLimit = 100;

export type FetchPage = (page: PageRequest) => Promise<JobPage>;

export interface ListPagesOptions {
  /** How many pages are asked for ahead. */
  concurrency: number;
  /** How many jobs may be held that nobody has asked for yet: fewer pages ahead where they are long. */
  jobsAhead?: number;
  /** False: read on after a contradiction, and return the first one at the end instead of throwing it. */
  strict: boolean;
}

/**
 * Lists all jobs, page by page, in the service's order, each job once.
 * (A page that is yielded may be empty, and `total` is the service's own word.)
 *
 * How the service reads `offset`, and what it does with a large `limit`, is found out by two requests sent at once:
 * the first page (as long as it may be) and a probe at offset 1 (as long as every service accepts). With them there
 * are at most two requests more than pages. The list is whole when
 *
 * - every page tells the same `total`, at least so many jobs came, and none of them twice;
 * - after a last page that was full, or a `total` that was too small, one more page was empty.
 *
 * @throws IncompleteListError as soon as one of these does not hold, if `strict`
 */
export async function* listPages(
  fetchPage: FetchPage,
  { concurrency, jobsAhead = Infinity, strict }: ListPagesOptions,
): AsyncGenerator<JobPage, IncompleteListError | undefined> {
  const { first, full, probe } = await openList(fetchPage);
  const { total } = first;
  const size = first.jobs.length;
  const check = new ListCheck(total, strict);
  yield { total, jobs: check.add(first) };
  if (!probe) return check.problem;

  const opening = readOpening(first.jobs, probe.jobs, safeLimit);
  if (!opening) {
    check.fail("the first two answers do not fit together");
    return check.problem;
  }
  yield { total, jobs: check.add({ total: probe.total, jobs: opening.extra }) };

  const moreThanTotal = check.count > total || probe.jobs.some((job) => !check.has(job));
  // A probe that brought something new and did not end the list was full itself.
  const lastFull = opening.covered > size || full;
  const end = endOfReading(opening, size, total, lastFull || moreThanTotal);
  const readAt = (position: number) => fetchPage({ offset: offsetAt(position, size, opening.reading), limit: size });

  const pagesAhead = Math.max(1, Math.min(concurrency, Math.floor(jobsAhead / size)));
  let position = opening.covered;
  let until = end;
  let last: JobPage | undefined;
  do {
    for await (const page of inOrder(steps(position, until, size), readAt, pagesAhead)) {
      const fresh = check.add(page);
      yield { total, jobs: fresh };
      if (fresh.length === 0 && page.jobs.length > 0) return check.problem;
      if (page.jobs.length === 0 && position < total) {
        check.fail("the service sent no more");
        // At best effort a single gap is read over. Behind two of them nothing is looked for.
        if (last?.jobs.length === 0) return check.problem;
      }
      position += size;
      last = page;
    }
    // More jobs than `total` says: it is not to be relied on. Page by page, the end is where the service sends no more.
    until = position + 1;
  } while (last && last.jobs.length > 0 && check.count > total && !check.problem);
  check.finish();
  return check.problem;
}

/** The first page and the probe, sent at once. */
async function openList(fetchPage: FetchPage): Promise<{ first: JobPage; full: boolean; probe: JobPage | undefined }> {
  let limit = largestLimit;
  const asking = fetchPage({ offset: 0, limit });
  const probing = fetchPage({ offset: 1, limit: safeLimit }).then(
    (page) => ({ page, error: undefined }),
    (error: unknown) => ({ page: undefined, error }),
  );
  const first = await asking.catch(async (error: unknown) => {
    // Only where the probe is served can it be the limit that was refused.
    const refused = error instanceof ApiError && error.status === 400 && (await probing).page !== undefined;
    if (!refused) throw error;
    limit = safeLimit;
    return fetchPage({ offset: 0, limit });
  });
  // As many as were asked for, or as many as the reference says a query returns at most: there may be more.
  const full = first.jobs.length >= limit || first.jobs.length === safeLimit;
  const { page: probe, error } = await probing;
  // A service may refuse to read past the end: a first page that is whole by its own word needs no probe.
  const needed = full || first.jobs.length !== first.total;
  if (!probe && needed) throw error;
  return { first, full, probe };
}

/** Records from here on are not read: `total`, or one page more to see that nothing follows. */
function endOfReading(opening: Opening, size: number, total: number, lastIsInDoubt: boolean): number {
  if (opening.ended || size === 0) return opening.covered;
  if (opening.covered >= total) return lastIsInDoubt ? opening.covered + 1 : opening.covered;
  const lastWillBeFull = (total - opening.covered) % size === 0;
  return lastWillBeFull ? total + 1 : total;
}

function* steps(from: number, end: number, size: number): Generator<number> {
  for (let position = from; position < end; position += size) yield position;
}
