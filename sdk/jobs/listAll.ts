import { IncompleteListError } from "../errors";
import type { Job } from "./job";
import type { FetchPage } from "./listPage";
import { listPages } from "./listPages";

/** How often a list that contradicts itself is read before the contradiction is the answer. */
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
 * made again. If it does not settle, `strict` throws the last contradiction, and `best-effort` returns the try that
 * held most.
 *
 * @throws IncompleteListError
 */
export async function listAll(
  fetchPage: FetchPage,
  { concurrency, consistency, onProgress }: ListAllOptions,
): Promise<{ jobs: Job[]; complete: boolean }> {
  const strict = consistency === "strict";
  let most: Job[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const jobs: Job[] = [];
    try {
      const pages = listPages(fetchPage, { concurrency, strict });
      let page = await pages.next();
      for (; !page.done; page = await pages.next()) {
        for (const job of page.value.jobs) jobs.push(job);
        onProgress({ listed: jobs.length, total: page.value.total });
      }
      if (!page.value) return { jobs, complete: true };
      if (jobs.length > most.length) most = jobs;
      if (attempt === tries) return { jobs: most, complete: false };
    } catch (error) {
      if (!(error instanceof IncompleteListError) || attempt === tries) throw error;
    }
  }
}
