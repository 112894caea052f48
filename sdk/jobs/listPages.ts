import { ApiError, type IncompleteListError } from "../errors";
import { inOrder } from "./inOrder";
import { ListCheck } from "./listCheck";
import type { FetchPage } from "./listPage";
import { offsetAt } from "./offsetReading";
import { openList, type Rest } from "./openList";
import { orRefusal } from "./refusal";
import type { JobPage } from "./schema";

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
 * There are at most two requests more than pages where the service follows its reference or counts records, three
 * where it reads `offset` otherwise, and one more where it refuses the first request as well. The list is whole when
 *
 * - every page tells the same `total`, at least so many jobs came, and none of them twice;
 * - after a first page that may be all that is sent at once, a last page that was full, or a `total` that was too small,
 *   one more page was empty, refused, or the first page again.
 *
 * @throws IncompleteListError as soon as one of these does not hold, if `strict`
 */
export async function* listPages(
  fetchPage: FetchPage,
  { concurrency, jobsAhead = Infinity, strict }: ListPagesOptions,
): AsyncGenerator<JobPage, IncompleteListError | undefined> {
  const { pages, rest, problem } = await openList(fetchPage);
  const { total } = pages[0];
  const check = new ListCheck(total, strict);
  for (const page of pages) yield { total, jobs: check.add(page) };
  if (problem !== undefined) check.fail(problem);
  if (!rest) {
    check.finish();
    return check.problem;
  }

  const { first, reading } = rest;
  const size = first.length;
  const readAt = (position: number) => orRefusal(fetchPage({ offset: offsetAt(position, size, reading), limit: size }));
  const pagesAhead = Math.max(1, Math.min(concurrency, Math.floor(jobsAhead / size)));
  let { position } = rest;
  let until = endOfReading(rest, total, check.count);
  let last: JobPage | undefined;
  do {
    for await (const answer of inOrder(steps(position, until, size), readAt, pagesAhead)) {
      const mayBePast = check.count >= total || check.problem !== undefined;
      const page = mayBePast ? endIfPast(answer, first, total) : answer;
      if (page instanceof ApiError) throw page;
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

/** Where a page may lie past the end: some services refuse it, and some send the first page again. Both say no more. */
function endIfPast(answer: JobPage | ApiError, first: Rest["first"], total: number): JobPage {
  if (answer instanceof ApiError) return { total, jobs: [] };
  const { jobs } = answer;
  const again = jobs.length === first.length && first.every(({ name }, index) => name === jobs[index]?.name);
  return again ? { total: answer.total, jobs: [] } : answer;
}

/** Records from here on are not read: `total`, or one page more to see that nothing follows. */
function endOfReading({ position, inDoubt }: Rest, total: number, count: number): number {
  if (position >= total) return inDoubt || count > total ? position + 1 : position;
  // Where the last page will be full, the next step is just `total`.
  return total + 1;
}

function* steps(from: number, end: number, size: number): Generator<number> {
  for (let position = from; position < end; position += size) yield position;
}
