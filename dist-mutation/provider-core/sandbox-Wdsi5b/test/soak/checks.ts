// @ts-nocheck
import { inspect } from "node:util";
import type { JobsQuery } from "../../sdk/index";
import type { EmulatedJob } from "../../sdk/testing/index";
import { mostTooMany } from "./faults";
import { inResultOrder, matching } from "./matching";
import type { Scenario } from "./scenario";

export interface Result {
  kind: "whole" | "marked incomplete" | "whole, one by one" | "left early";
  jobs: readonly { name: string; jobType: string }[];
  /** Of `listJobs`. */
  total?: number;
}

/** @param versions the lists that the service had in the meantime, the first and the last included */
export function checkResult(
  { kind, jobs, total }: Result,
  { query, service, call }: Scenario,
  versions: readonly (readonly EmulatedJob[])[],
): string[] {
  const keys = jobs.map(({ name, jobType }) => `${jobType} ${name}`);
  const violations: string[] = [];
  if (new Set(keys).size !== keys.length) violations.push("a job came twice");
  if (total !== undefined && total !== jobs.length) violations.push(`total ${total} with ${jobs.length} jobs`);
  if (kind === "marked incomplete") {
    if (query.consistency !== "best-effort") violations.push("a strict list was marked incomplete");
    return violations;
  }
  const inOrder = call === "listJobs" || joined(query) ? inResultOrder : (names: readonly string[]) => names;
  const byVersion = versions.map((version) => matching(version, query, service.tagMatch));
  const types = [...(byVersion[0]?.keys() ?? [])];
  const order = jobs.map(({ jobType }) => types.indexOf(jobType));
  if (order.some((place, index) => place < (order[index - 1] ?? 0))) violations.push("the types are out of order");
  // Each type is a list of its own, read at a time of its own.
  for (const type of types) {
    const names = jobs.filter(({ jobType }) => jobType === type).map(({ name }) => name);
    const candidates = byVersion.map((lists) => inOrder(lists.get(type) ?? []));
    const had = (list: readonly string[]) => equal(kind === "left early" ? list.slice(0, names.length) : list, names);
    if (!candidates.some(had)) {
      violations.push(`${names.length} names of ${type} are no list that the service had (${sizes(candidates)})`);
    }
  }
  return violations;
}

function joined({ tags = [], tagMatch }: JobsQuery): boolean {
  return tagMatch !== undefined && tags.length > 1;
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

function sizes(lists: readonly (readonly string[])[]): string {
  return [...new Set(lists.map((list) => list.length))].join(", ");
}

export function checkFailure(error: unknown, kind: string, secrets: readonly string[]): string[] {
  const shown = inspect(error, { depth: Infinity, showHidden: true });
  const violations = kind === "untyped error" ? [`an error that is no DlfError: ${shown}`] : [];
  if (secrets.some((secret) => shown.includes(secret))) violations.push(`a secret in an error: ${shown}`);
  if (shown.includes("Signature=")) violations.push(`a signature in an error: ${shown}`);
  return violations;
}

/** Without any trouble: two more than pages in each listing. With trouble: bounded by tries and attempts. */
export function checkRequests(
  requests: number,
  { service, client, changes }: Scenario,
  versions: readonly (readonly EmulatedJob[])[],
  faulty: boolean,
  query: JobsQuery,
): string[] {
  const { maxLimit, overMaxLimit, offset, clockOffsetMs = 0, requestsPerSecond = Infinity } = service;
  const pageSize = overMaxLimit === "refuse" && maxLimit < 1_000 ? Math.min(100, maxLimit) : maxLimit;
  const listings = (query.jobType === "ALL" ? 2 : 1) * (joined(query) ? (query.tags ?? []).length : 1);
  const pages = listed(versions, query).map((jobs) => Math.max(1, Math.ceil(jobs / pageSize)));
  const fewest = pages.reduce((sum, each) => sum + each, 0) * (joined(query) ? (query.tags ?? []).length : 1);
  const calm = !faulty && changes.size === 0 && clockOffsetMs === 0 && requestsPerSecond >= 10_000;
  const honest = offset === "page" || offset === "record";
  const bound =
    calm && honest
      ? fewest + 2 * listings
      : (fewest + (3 + client.concurrency + Math.ceil(mostTooMany / pageSize)) * listings) * 3 * client.maxAttempts * 2;
  return requests > bound ? [`${requests} requests, at most ${bound} expected`] : [];
}

/** The most jobs that a listing of each type can have had: names and tags left aside. */
function listed(versions: readonly (readonly EmulatedJob[])[], { jobType = "BATCH" }: JobsQuery): number[] {
  const types = jobType === "ALL" ? ["BATCH", "REAL_TIME"] : [jobType];
  return types.map((type) => Math.max(...versions.map((jobs) => jobs.filter((job) => job.jobType === type).length)));
}
