import { IncompleteListError } from "../errors";
import type { Job } from "./job";
import { incompleteList } from "./listCheck";
import type { FetchPage } from "./listPage";
import { listPages } from "./listPages";

/** How often a list is read that contradicts itself, or is another one each time, before that is the answer. */
const tries = 3;

/** How far a listing has come. */
export interface ListProgress {
  /** Jobs that have come so far. */
  listed: number;
  /** How many the service says there are. */
  total: number;
}

export interface ListAllOptions {
  concurrency: number;
  consistency: "strict" | "best-effort";
  onProgress: (progress: ListProgress) => void;
}

/**
 * One whole listing. When its pages contradict each other, mostly because a job came or went while it was read, it is
 * made again. So it is where `total` says less than came: that cannot tell whether a job is missing, and only the same
 * jobs once more can. If the list does not settle, `strict` throws the last contradiction, and `best-effort` returns the
 * try that held most.
 *
 * @throws IncompleteListError
 */
export async function listAll(
  fetchPage: FetchPage,
  { concurrency, consistency, onProgress }: ListAllOptions,
): Promise<{ jobs: Job[]; complete: boolean }> {
  const strict = consistency === "strict";
  let most: Job[] = [];
  let before: Job[] | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const jobs: Job[] = [];
    try {
      const pages = listPages(fetchPage, { concurrency, strict });
      let total = 0;
      let page = await pages.next();
      for (; !page.done; page = await pages.next()) {
        ({ total } = page.value);
        for (const job of page.value.jobs) jobs.push(job);
        onProgress({ listed: jobs.length, total });
      }
      if (!page.value) {
        if (jobs.length <= total || (before !== undefined && areSame(before, jobs))) return { jobs, complete: true };
        before = jobs;
        // A contradiction like those that are thrown while pages come.
        if (strict) throw incompleteList("and others at each reading", { expected: total, received: jobs.length });
      }
      if (jobs.length > most.length) most = jobs;
      if (attempt === tries) return { jobs: most, complete: false };
    } catch (error) {
      if (!(error instanceof IncompleteListError) || attempt === tries) throw error;
    }
  }
}

function areSame(some: readonly Job[], others: readonly Job[]): boolean {
  const names = new Set(some.map(({ name }) => name));
  return others.length === names.size && others.every(({ name }) => names.has(name));
}
