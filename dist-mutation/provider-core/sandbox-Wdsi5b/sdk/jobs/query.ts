// @ts-nocheck
import * as z from "zod";
import { InvalidQueryError } from "../errors";
import { describeIssues, withoutUndefined, workspaceSchema } from "../configuration/options";
import { filterSchema, type JobsFilter } from "./filter";
import type { Job, JobType } from "./job";

/** A lone surrogate cannot be sent as UTF-8. */
const wellFormed = z.string().refine((text) => !/\p{Surrogate}/u.test(text), "must be well-formed Unicode");

const querySchema = z
  .strictObject({
    jobType: z.enum(["BATCH", "REAL_TIME", "ALL"], 'must be "BATCH", "REAL_TIME" or "ALL"').default("BATCH"),
    jobName: wellFormed.min(1, "must not be empty").max(128, "must have at most 128 characters").optional(),
    exactName: z.boolean().default(false),
    tags: z
      .array(
        wellFormed
          .min(1, "must not be empty")
          .refine((tag) => !tag.includes(","), "must not hold a comma: the service reads it as two tags"),
      )
      .default([]),
    tagMatch: z.enum(["any", "all"], 'must be "any" or "all"').optional(),
    workspace: workspaceSchema.optional(),
    filter: filterSchema.optional(),
    consistency: z.enum(["strict", "best-effort"], 'must be "strict" or "best-effort"').default("strict"),
  })
  .refine((query) => !query.exactName || query.jobName !== undefined, {
    path: ["exactName"],
    message: "needs a jobName",
  });

/** Which jobs to list. Everything is optional. */
export interface JobsQuery {
  /** `ALL` lists both types. Default: `BATCH`, as in the API. */
  jobType?: JobType | "ALL" | undefined;
  /** Jobs whose name contains this, as the service matches it. 1 to 128 characters. */
  jobName?: string | undefined;
  /** Keep only jobs whose name is exactly `jobName`. Default: false. */
  exactName?: boolean | undefined;
  /** Tags, none of which may hold a comma. Default: no filter. */
  tags?: readonly string[] | undefined;
  /**
   * `any`: jobs with at least one of the tags; `all`: jobs with each of them. Made certain by one listing for each
   * tag. Default: one listing with all tags, read as the service reads them, which its reference does not say.
   */
  tagMatch?: "any" | "all" | undefined;
  /** Workspace ID. Default: the client's, else the default workspace. */
  workspace?: string | undefined;
  /** Which of the jobs that the service lists are meant. Default: all. */
  filter?: JobsFilter | undefined;
  /**
   * `strict` (default): the list is whole, or an `IncompleteListError` is thrown. `best-effort`: when the pages keep
   * contradicting each other, what there is comes with `complete: false`.
   */
  consistency?: "strict" | "best-effort" | undefined;
}

/** A query that can be sent, with its defaults. */
export interface CheckedQuery extends JobsQuery {
  jobType: JobType | "ALL";
  exactName: boolean;
  tags: readonly string[];
  consistency: "strict" | "best-effort";
}

/** @throws InvalidQueryError for what is no plain object: what is inherited, or in an array, is not looked at */
export function refuseNoQuery(query: unknown): void {
  const isObject = typeof query === "object" && query !== null;
  const prototype: unknown = isObject ? Object.getPrototypeOf(query) : undefined;
  // A plain object of another context, as a test's, has that one's prototype.
  if (isObject && (prototype === null || Object.getPrototypeOf(prototype) === null)) return;
  throw new InvalidQueryError('Invalid query: it must be a plain object such as { jobType: "ALL" }.');
}

/** @throws InvalidQueryError (`INVALID_QUERY`), before anything is sent */
export function checkQuery(query: JobsQuery): CheckedQuery {
  refuseNoQuery(query);
  // As with the options: zod's own compiler pays after many queries, and most programs have a few.
  const parsed = querySchema.safeParse(withoutUndefined(query), { jitless: true });
  if (!parsed.success) throw new InvalidQueryError(`Invalid query: ${describeIssues(parsed.error)}.`);
  return parsed.data;
}

/** The filters of one listing, as the service takes them. */
export interface ListingFilter {
  jobType: JobType;
  jobName?: string | undefined;
  tags: readonly string[];
  workspace?: string | undefined;
}

/** The listings that a query takes: for each type one, or one for each tag, whose results are joined. */
export function planListings(query: CheckedQuery): ListingFilter[][] {
  const types: JobType[] = query.jobType === "ALL" ? ["BATCH", "REAL_TIME"] : [query.jobType];
  const tags = [...new Set(query.tags)];
  const tagSets = query.tagMatch === undefined || tags.length < 2 ? [tags] : tags.map((tag) => [tag]);
  return types.map((jobType) =>
    tagSets.map((tagSet) => ({ jobType, jobName: query.jobName, tags: tagSet, workspace: query.workspace })),
  );
}

/** Joins the listings of one type, made for one tag each. */
export function joinByTag(lists: readonly { jobs: Job[] }[], tagMatch: "any" | "all" | undefined): Job[] {
  const [first = [], ...others] = lists.map((list) => list.jobs);
  if (others.length === 0) return first;
  if (tagMatch !== "all") return [...new Map([first, ...others].flat().map((job) => [job.name, job])).values()];
  const namesOfOthers = others.map((jobs) => new Set(jobs.map((job) => job.name)));
  return first.filter((job) => namesOfOthers.every((names) => names.has(job.name)));
}

/** What the service's own filters leave to us of the question itself. */
export function isAskedFor(query: CheckedQuery): (job: Job) => boolean {
  return (job) => !query.exactName || job.name === query.jobName;
}

/** By type, then by name, in code units: the same on every machine, whatever the service's order. */
export function compareJobs(a: Job, b: Job): number {
  if (a.jobType !== b.jobType) return a.jobType < b.jobType ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
