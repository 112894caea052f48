import type { Page } from "./answer";
import { counted, notObservable, observed, type Finding } from "./observation";

/** Fewer may be in an order by chance. */
const enough = 6;

const keys: Readonly<Record<string, (value: unknown) => string | number | undefined>> = {
  name: (value) => (typeof value === "string" ? value : undefined),
  createTime: (value) => (typeof value === "number" ? value : undefined),
  lastUpdateTime: (value) => (typeof value === "number" ? value : undefined),
};

/** By which fields the first page is in order. */
export function orderFinding({ jobs }: Page): Finding {
  const found = Object.entries(keys).flatMap(([field, read]) => {
    const values = jobs.map((job) => read(job[field]));
    if (values.includes(undefined) || new Set(values).size < enough) return [];
    const sorted = values as (string | number)[];
    if (isSorted(sorted, (a, b) => a <= b)) return [`${field}, ascending`];
    return isSorted(sorted, (a, b) => a >= b) ? [`${field}, descending`] : [];
  });
  const told = `by the first page, of ${counted(jobs.length, "job")}`;
  if (jobs.length < enough) return notObservable(`${counted(jobs.length, "job")}: so few may be in an order by chance`);
  if (found.length === 0) {
    const untold = ["name", "createTime"].find((field) => jobs.some((job) => keys[field]?.(job[field]) === undefined));
    if (untold !== undefined) return notObservable(`not all jobs tell their ${untold}`);
    return observed("none", "none by name, createTime or lastUpdateTime", told);
  }
  return observed(found.join("; "), `by ${found.join("; by ")}`, told);
}

function isSorted<T>(values: readonly T[], inOrder: (a: T, b: T) => boolean): boolean {
  return values.every((value, index) => index === 0 || inOrder(values[index - 1] as T, value));
}
