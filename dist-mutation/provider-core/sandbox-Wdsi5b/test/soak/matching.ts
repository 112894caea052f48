// @ts-nocheck
import type { JobsQuery } from "../../sdk/index";
import type { EmulatedJob } from "../../sdk/testing/index";

/** The names that a query is to give, by type: worked out from the jobs, without pages. In the service's order. */
export function matching(
  jobs: readonly EmulatedJob[],
  query: JobsQuery,
  serviceTagMatch: "any" | "all",
): Map<string, string[]> {
  const types = query.jobType === "ALL" ? ["BATCH", "REAL_TIME"] : [query.jobType ?? "BATCH"];
  const wanted = query.tags ?? [];
  const all = (query.tagMatch ?? serviceTagMatch) === "all";
  const part = (query.jobName ?? "").toLowerCase();
  return new Map(
    types.map((type) => {
      const found = jobs.filter(({ name, jobType, workspace, tags = [] }) => {
        const named = query.exactName === true ? name === query.jobName : name.toLowerCase().includes(part);
        const tagged = all ? wanted.every((tag) => tags.includes(tag)) : wanted.some((tag) => tags.includes(tag));
        return jobType === type && workspace === query.workspace && named && (wanted.length === 0 || tagged);
      });
      return [type, found.map(({ name }) => name)];
    }),
  );
}

/** By type, then by name in code units: what `listJobs` promises. */
export function inResultOrder(names: readonly string[]): string[] {
  return [...names].sort((a, b) => (a < b ? -1 : Number(a > b)));
}
