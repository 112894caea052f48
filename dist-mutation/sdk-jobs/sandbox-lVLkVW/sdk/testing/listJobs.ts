// @ts-nocheck
import { answers, type Answer } from "./answer";
import type { DlfEmulatorOptions, EmulatedJob } from "./options";

/** The largest limit that the API's reference allows. */
const largestLimit = 1_000;
const defaultLimit = 10;

/** Answers "Viewing a Job List": `GET /v1/{project_id}/jobs`. */
export function listJobs(
  jobs: readonly EmulatedJob[],
  query: URLSearchParams,
  workspace: string | undefined,
  options: DlfEmulatorOptions,
): Answer {
  const { maxLimit = largestLimit, overMaxLimit = "cap", workspaces = [] } = options;
  const known =
    workspace === undefined || workspaces.includes(workspace) || jobs.some((job) => job.workspace === workspace);
  if (!known) return answers.unknownWorkspace();

  const jobType = query.get("jobType") ?? "BATCH";
  const offset = wholeNumber(query.get("offset"), 0);
  const limit = wholeNumber(query.get("limit"), defaultLimit);
  if (jobType !== "BATCH" && jobType !== "REAL_TIME") return answers.invalidParameter();
  if (offset === undefined || limit === undefined || limit < 1 || limit > largestLimit) {
    return answers.invalidParameter();
  }
  if (limit > maxLimit && overMaxLimit === "refuse") return answers.invalidParameter();

  const tags = (query.get("tags") ?? "").split(",").filter((tag) => tag !== "");
  const name = (query.get("jobName") ?? "").toLowerCase();
  const matching = remembered(jobs, JSON.stringify([jobType, workspace, name, tags, options.tagMatch]), () =>
    jobs.filter(
      (job) =>
        job.jobType === jobType &&
        job.workspace === workspace &&
        job.name.toLowerCase().includes(name) &&
        hasTags(job, tags, options.tagMatch ?? "any"),
    ),
  );
  const { pageZero = "page-1", pastEnd = "empty", maxTotal = Infinity } = options;
  const total = Math.min(matching.length, maxTotal);
  if (options.offset === "page-from-1" && offset === 0 && pageZero !== "page-1") {
    if (pageZero === "refuse") return answers.invalidParameter();
    return answers.ok({ jobs: [], total: pageZero === "empty" ? total : 0 });
  }
  const start = firstRecord(offset, limit, options);
  const isPastEnd = start > 0 && start >= matching.length;
  if (isPastEnd && pastEnd === "refuse") return answers.invalidParameter();
  const begin = isPastEnd && pastEnd === "first-page" ? 0 : start;
  const page = matching.slice(begin, begin + Math.min(limit, maxLimit));
  return answers.ok({ jobs: page.map(asSent), total });
}

const filtered = new WeakMap<readonly EmulatedJob[], Map<string, EmulatedJob[]>>();

/** Filtering 100,000 jobs anew for each of their pages would make the emulator slower than the client it tests. */
function remembered(jobs: readonly EmulatedJob[], key: string, filter: () => EmulatedJob[]): EmulatedJob[] {
  const byKey = filtered.get(jobs) ?? new Map<string, EmulatedJob[]>();
  filtered.set(jobs, byKey);
  const found = byKey.get(key) ?? filter();
  byKey.set(key, found);
  return found;
}

function firstRecord(offset: number, limit: number, options: DlfEmulatorOptions): number {
  const { maxLimit = largestLimit, cappedPagesCountIn = "cap" } = options;
  const pageSize = cappedPagesCountIn === "cap" ? Math.min(limit, maxLimit) : limit;
  switch (options.offset ?? "page") {
    case "record":
      return offset;
    case "record-rounded":
      return offset - (offset % pageSize);
    case "page":
      return offset * pageSize;
    case "page-from-1":
      return Math.max(0, offset - 1) * pageSize;
    case "ignored":
      return 0;
  }
}

function hasTags(job: EmulatedJob, tags: readonly string[], match: "any" | "all"): boolean {
  if (tags.length === 0) return true;
  const has = (tag: string) => job.tags?.includes(tag) ?? false;
  return match === "any" ? tags.some(has) : tags.every(has);
}

function asSent(job: EmulatedJob): Record<string, unknown> {
  const { tags, workspace, ...sent } = job;
  return sent;
}

/** Undefined for text that is no whole number from 0 on. */
function wholeNumber(text: string | null, absent: number): number | undefined {
  if (text === null) return absent;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
