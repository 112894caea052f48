import { slotOf, type PagingReading, type SeenList } from "./pagingReading";
import type { Place, RecordedList } from "./recordedLists";

/** One way to read `total`. */
export interface TotalReading {
  /** One number for all pages of a list, whether it is the right one or not; or how many jobs are on the page. */
  of: "list" | "page";
  /** What empty pages say. Unknown: neither the list's nor 0. */
  pageZero: OfEmpty;
  pastEnd: OfEmpty;
}

type OfEmpty = "list" | "zero" | "unknown";

/** A page as far as `total` may depend on it. */
export type PageKind = "in-list" | "page-zero" | "past-end";

export function kindOf(place: Place, jobs: number, reading: PagingReading): PageKind {
  const slot = slotOf(place, reading);
  if (typeof slot === "string") return "page-zero";
  const isEnd = jobs === 0 && slot.start > 0 && reading.pastEnd !== "first-page";
  return isEnd ? "past-end" : "in-list";
}

/** Undefined for what is no number, or in no string. */
export function numberOf(total: unknown): number | undefined {
  if (typeof total === "number") return total;
  return typeof total === "string" && /^\d+$/.test(total) ? Number(total) : undefined;
}

/** A number, or one in a string, as the service sends it. */
export function asTypeOf(like: unknown, number: number): unknown {
  return typeof like === "string" ? String(number) : number;
}

/** All pages say how many jobs are on them. */
export function countsPages(lists: readonly RecordedList[]): boolean {
  return lists.every(({ answers }) => answers.every(({ body }) => numberOf(body.total) === body.jobs.length));
}

/** One list said different totals: jobs came or went meanwhile, as far as it does not count pages. */
export function saysDifferentTotals({ answers }: RecordedList): boolean {
  const filled = answers.filter(({ body }) => body.jobs.length > 0);
  return new Set(filled.map(({ body }) => body.total)).size > 1;
}

/** What the pages of a list say that are not empty by their place. */
export function totalsOf({ answers }: RecordedList, reading: PagingReading): Set<unknown> {
  const inList = answers.filter(({ place, body }) => kindOf(place, body.jobs.length, reading) === "in-list");
  return new Set(inList.map(({ body }) => body.total));
}

/** All readings that explain every `total` of these lists. */
export function possibleTotals(lists: readonly RecordedList[], reading: PagingReading): TotalReading[] {
  const found: TotalReading[] = countsPages(lists) ? [{ of: "page", pageZero: "zero", pastEnd: "zero" }] : [];
  if (lists.some((list) => totalsOf(list, reading).size > 1)) return found;
  const ofEmpty = (kind: PageKind): OfEmpty[] => {
    const said = lists.flatMap((list) => {
      const [total] = totalsOf(list, reading);
      const ofKind = list.answers.filter(({ place, body }) => kindOf(place, body.jobs.length, reading) === kind);
      return ofKind.map(({ body }) => ({ total: body.total, ofList: total }));
    });
    const fitting: OfEmpty[] = [];
    if (said.every(({ total, ofList }) => total === ofList)) fitting.push("list");
    if (said.every(({ total }) => total === 0)) fitting.push("zero");
    return fitting.length === 0 ? ["unknown"] : fitting;
  };
  for (const pageZero of ofEmpty("page-zero")) {
    for (const pastEnd of ofEmpty("past-end")) found.push({ of: "list", pageZero, pastEnd });
  }
  return found;
}

/**
 * Below which number `total` is believed where nothing else shows a list's end: the longest list that was seen to its end
 * and is as long as it says. A service that never says more than some number says at least so much.
 *
 * Undefined: one list is not as long as it says, so that no `total` is worth anything.
 */
export function believedBelow(lists: readonly { seen: SeenList; total: unknown }[]): number | undefined {
  let longest = 0;
  for (const { seen, total } of lists) {
    const said = numberOf(total);
    if (said === undefined || said < seen.least || said > seen.most) return undefined;
    if (seen.least === seen.most) longest = Math.max(longest, said);
  }
  return longest;
}
