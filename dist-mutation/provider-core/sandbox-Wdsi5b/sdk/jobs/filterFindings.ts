// @ts-nocheck
import { safeText } from "../redact";
import { isGlob, nameMatcher } from "../text/nameMatcher";
import { folderOf, passes, untold, type JobsFilter } from "./filter";
import type { Job } from "./job";

/** What each of these lists is compared with, for its entries that match no job. */
const compared = {
  names: ({ name }: Job) => name,
  owners: ({ owner }: Job) => owner,
  folders: ({ path }: Job) => (path === undefined ? undefined : folderOf(path)),
} as const;

/** What the fields of `untold` are called in messages. */
const called: Readonly<Record<keyof typeof untold, string>> = {
  statuses: "status",
  lastInstanceStatuses: "last instance's status",
  owners: "owner",
  folders: "folder",
};

/** What a filter finds among the jobs that it is laid over, and that somebody should look at. */
export class FilterFindings {
  readonly #filter: JobsFilter;
  readonly #passes: (job: Job) => boolean;
  /** The entries that no job has matched so far. */
  readonly #unmatched: { [List in keyof typeof compared]: Set<string> };
  readonly #untold = new Map<keyof typeof untold, number>();

  constructor(filter: JobsFilter) {
    this.#filter = filter;
    this.#passes = passes(filter);
    const { names, owners, folders } = filter;
    this.#unmatched = { names: new Set(names), owners: new Set(owners), folders: new Set(folders) };
  }

  /** @param jobs before the filter */
  count(jobs: readonly Job[]): void {
    for (const list of keysOf(compared)) {
      const unmatched = this.#unmatched[list];
      if (unmatched.size === 0) continue;
      const values = new Set(jobs.map(compared[list]).filter((value) => value !== undefined));
      for (const entry of unmatched)
        if (matchesAny(list === "folders" ? folderOf(entry) : entry, values)) unmatched.delete(entry);
    }
    for (const field of keysOf(untold)) {
      if (this.#filter[field] === undefined) continue;
      const kept = jobs.filter((job) => untold[field](job) && this.#passes(job)).length;
      if (kept > 0) this.#untold.set(field, (this.#untold.get(field) ?? 0) + kept);
    }
  }

  /** The whole names in `filter.names` that no job has. */
  get missingNames(): string[] {
    return [...this.#unmatched.names].filter((name) => !isGlob(name));
  }

  /** Jobs that are kept, since nobody knows whether they are meant. One line each. */
  get untoldWarnings(): string[] {
    return [...this.#untold].map(([field, kept]) => {
      const jobs = kept === 1 ? "1 job does not tell its" : `${kept} jobs do not tell their`;
      return `filter.${field}: ${jobs} ${called[field]}: kept.`;
    });
  }

  /** All that is to be told, once the list is whole. One line each. */
  get warnings(): string[] {
    const unmatched = keysOf(compared).flatMap((list) =>
      [...this.#unmatched[list]].map((entry) => `filter.${list}: ${JSON.stringify(safeText(entry))} matches no job.`),
    );
    return [...unmatched, ...this.untoldWarnings];
  }
}

function matchesAny(entry: string, values: ReadonlySet<string>): boolean {
  if (values.has(entry)) return true;
  return isGlob(entry) && [...values].some(nameMatcher([entry]));
}

function keysOf<T extends object>(object: T): (keyof T)[] {
  return Object.keys(object) as (keyof T)[];
}
