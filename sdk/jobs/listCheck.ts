import { IncompleteListError } from "../errors";
import { safeText } from "../redact";
import type { Job } from "./job";
import type { JobPage } from "./schema";

/** More than any tenant has: a service that says more, or that never ends, is not believed. */
const mostJobs = 1_000_000;

/** Holds the pages of one listing against each other: one `total` throughout, no job twice, none missing. */
export class ListCheck {
  /** The first contradiction that was found. */
  problem: IncompleteListError | undefined;
  private readonly names = new Set<string>();

  /** @param strict throw a contradiction as soon as it is found, instead of noting it */
  constructor(
    private readonly total: number,
    private readonly strict: boolean,
  ) {}

  /** How many different jobs have come. */
  get count(): number {
    return this.names.size;
  }

  /** Takes in a page and returns those of its jobs that are new. */
  add(page: JobPage): Job[] {
    if (page.total !== this.total) this.fail(`total changed from ${this.total} to ${page.total} between two pages`);
    const fresh = page.jobs.filter((job) => {
      const isNew = !this.names.has(job.name);
      if (isNew) this.names.add(job.name);
      else this.fail(`job ${JSON.stringify(safeText(job.name))} came twice`);
      return isNew;
    });
    if (Math.max(this.count, this.total) > mostJobs) {
      throw this.error(`more than ${mostJobs} jobs, which is taken for a mistake of the service`);
    }
    return fresh;
  }

  /** To be called when there is nothing more to read. */
  finish(): void {
    if (this.count < this.total) this.fail("the service sent no more");
  }

  fail(reason: string): void {
    const error = this.error(reason);
    if (this.strict) throw error;
    this.problem ??= error;
  }

  private error(reason: string): IncompleteListError {
    return incompleteList(reason, { expected: this.total, received: this.count });
  }
}

/** @param counts how many jobs the service says there are, and how many different ones its pages held */
export function incompleteList(reason: string, counts: { expected: number; received: number }): IncompleteListError {
  const { expected, received } = counts;
  return new IncompleteListError(
    `The list of jobs is not whole: the service says there are ${expected}, its pages held ${received} ` +
      `different ones (${reason}). Jobs may be changing right now: run again.`,
    counts,
  );
}
