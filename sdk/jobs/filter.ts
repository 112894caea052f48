import * as z from "zod";
import { describeIssues } from "../configuration/options";
import { InvalidQueryError } from "../errors";
import { nameMatcher } from "../text/nameMatcher";
import type { Job } from "./job";
import { describeStatus, unknownStatusWarnings, sameStatus } from "./statuses";

const text = z.string().min(1, "must not be empty");
const names = z.array(text).min(1, "must name at least one");
const status = z.string().refine((name) => name.trim() !== "", "must not be empty");
const statuses = z.array(status).min(1, "must name at least one");

export const priorities = { high: 0, medium: 1, low: 2 } as const;
/** Priority of a job. The API writes 0, 1 and 2. */
export type Priority = keyof typeof priorities;
/** @internal */
export const prioritySchema = z.enum(["high", "medium", "low"], 'must be "high", "medium" or "low"');

/** @internal */
export const filterSchema = z.strictObject({
  names: names.optional(),
  excludeNames: names.optional(),
  statuses: statuses.optional(),
  lastInstanceStatuses: statuses.optional(),
  owners: names.optional(),
  folders: names.optional(),
  minPriority: prioritySchema.optional(),
});

/**
 * Which of the listed jobs are meant. It is laid over the whole list, once that is known to be whole: what it leaves out
 * costs no request less. A job passes that passes all that is given, and of each list one element.
 *
 * What the service does not tell of a job leaves it not out: nobody knows whether it is meant, and a gate must not
 * open for that. It is kept, and a warning says how many are.
 */
export interface JobsFilter {
  /** Names, or globs of `*` and `?` (`ods_*`), with their case. */
  names?: readonly string[] | undefined;
  /** Names, or globs, of jobs that are left out. */
  excludeNames?: readonly string[] | undefined;
  /** Without regard to case. A job that came without a status is kept; `no status` alone gives just these. */
  statuses?: readonly string[] | undefined;
  /**
   * Without regard to case. A job without a last instance has `no status`: it never ran, or is a real-time job. One that
   * tells when its last instance ended, and not how, is kept.
   */
  lastInstanceStatuses?: readonly string[] | undefined;
  /** Owners, or globs, with their case. A job without an owner is kept. */
  owners?: readonly string[] | undefined;
  /**
   * Folders (`/dwd`), or globs: `/dwd/*` is all that lies below it, at any depth. A slash at the end makes no difference.
   * A job without a folder is kept.
   */
  folders?: readonly string[] | undefined;
  /**
   * This priority and above. A job without a priority is `high`, the service's default; one with a priority that is not
   * known always passes.
   */
  minPriority?: Priority | undefined;
}

/**
 * A filter as it stands in a file. In a query it is checked with the query.
 *
 * @throws InvalidQueryError (`INVALID_QUERY`)
 */
export function checkFilter(filter: unknown): JobsFilter {
  const parsed = filterSchema.safeParse(filter);
  if (!parsed.success) throw new InvalidQueryError(`Invalid filter: ${describeIssues(parsed.error)}.`);
  return parsed.data;
}

/** Whether a job passes. */
export function passes(filter: JobsFilter): (job: Job) => boolean {
  const { names: named, excludeNames = [], owners, folders, minPriority } = filter;
  const isNamed = named && nameMatcher(named);
  const isExcluded = nameMatcher(excludeNames);
  const isOwner = owners && nameMatcher(owners);
  const isFolder = folders && nameMatcher(folders.map(folderOf));
  return (job) =>
    (isNamed === undefined || isNamed(job.name)) &&
    !isExcluded(job.name) &&
    (isAmong(filter.statuses, describeStatus(job.jobType, job.status).name) || untold.statuses(job)) &&
    (isAmong(filter.lastInstanceStatuses, describeStatus("lastInstance", job.lastInstanceStatus).name) ||
      untold.lastInstanceStatuses(job)) &&
    (isOwner === undefined || untold.owners(job) || isOwner(job.owner ?? "")) &&
    (isFolder === undefined || untold.folders(job) || isFolder(folderOf(job.path ?? ""))) &&
    (minPriority === undefined || !isBelow(job.priority, minPriority));
}

/** @internal Whether a job lacks what this part of a filter looks at. Priorities have a default, and are never untold. */
export const untold = {
  statuses: ({ status: own }: Job) => isBlank(own),
  // One that never ran tells neither how its last instance ended nor when.
  lastInstanceStatuses: ({ lastInstanceStatus, lastInstanceEndTime }: Job) =>
    isBlank(lastInstanceStatus) && (lastInstanceStatus !== undefined || lastInstanceEndTime !== undefined),
  owners: ({ owner }: Job) => isBlank(owner),
  folders: ({ path }: Job) => isBlank(path),
} as const satisfies Partial<Record<keyof JobsFilter, (job: Job) => boolean>>;

function isBlank(value: string | undefined): boolean {
  return value === undefined || value.trim() === "";
}

/** What in a filter can be used and is likely a mistake: statuses that no job may ever have. One line each. */
export function filterWarnings({ statuses: own = [], lastInstanceStatuses = [] }: JobsFilter): string[] {
  return [
    ...unknownStatusWarnings("filter.statuses", ["BATCH", "REAL_TIME"], own),
    ...unknownStatusWarnings("filter.lastInstanceStatuses", ["lastInstance"], lastInstanceStatuses),
  ];
}

function isAmong(wanted: readonly string[] | undefined, own: string): boolean {
  return wanted === undefined || wanted.some((each) => sameStatus(each, own));
}

/** Only what is known to be below: a priority that is not known may be any. */
function isBelow(priority: number | undefined, minPriority: Priority): boolean {
  const below: readonly number[] = Object.values(priorities).filter((each) => each > priorities[minPriority]);
  return priority !== undefined && below.includes(priority);
}

/** @internal A folder without the slash at its end. */
export function folderOf(path: string): string {
  return path.replace(/\/+$/, "") || path.slice(0, 1);
}
