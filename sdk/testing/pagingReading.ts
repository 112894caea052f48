/** One way to read `offset` and `limit`: what a service may do, as far as recordings can tell. */
export interface PagingReading {
  offset: "page" | "page-from-1" | "record" | "record-rounded" | "ignored";
  pageZero: "page-1" | "refuse" | "empty";
  pastEnd: "empty" | "refuse" | "first-page";
  /** A larger limit is refused. */
  largestLimit: number;
  /** The longest page, however large the limit; and whether pages are counted by it, or by the limit asked for. */
  cap: number;
  countsIn: "cap" | "limit";
}

/** A page as it was asked for and answered. */
export interface SeenPage {
  offset: number;
  limit: number;
  /** Names, in order; or that it was refused. */
  names: readonly string[] | "refused";
}

/** Where a page begins and how long it may be; or what it is wherever the list ends. */
export type Slot = { start: number; size: number } | "refused" | "empty";

/** A list as far as its pages show it in one reading. */
export interface SeenList {
  /** By position. What was not seen is missing. */
  names: readonly (string | undefined)[];
  /** Its length is between these two. */
  least: number;
  most: number;
}

/** The default limit of the API's reference: where anything else explains the answers, nobody sends fewer jobs at once. */
export const smallestCap = 10;

export function slotOf({ offset, limit }: Pick<SeenPage, "offset" | "limit">, reading: PagingReading): Slot {
  const { largestLimit, cap, countsIn, pageZero } = reading;
  if (limit > largestLimit) return "refused";
  if (reading.offset === "page-from-1" && offset === 0 && pageZero !== "page-1") {
    return pageZero === "refuse" ? "refused" : "empty";
  }
  const size = Math.min(limit, cap);
  const counted = countsIn === "cap" ? size : limit;
  const starts = {
    page: offset * counted,
    "page-from-1": Math.max(0, offset - 1) * counted,
    record: offset,
    "record-rounded": offset - (offset % counted),
    ignored: 0,
  };
  return { start: starts[reading.offset], size };
}

/** All readings that may explain such pages. */
export function possibleReadings(pages: readonly SeenPage[]): PagingReading[] {
  const offsets = [
    ...(["page", "record", "record-rounded", "ignored"] as const).map((offset) => ({
      offset,
      pageZero: "page-1" as const,
    })),
    ...(["page-1", "refuse", "empty"] as const).map((pageZero) => ({ offset: "page-from-1" as const, pageZero })),
  ];
  const ends = ["empty", "refuse", "first-page"] as const;
  return offsets.flatMap((offset) =>
    ends.flatMap((pastEnd) => possibleLimits(pages).map((limits) => ({ ...offset, pastEnd, ...limits }))),
  );
}

/** What was not asked for may be otherwise than what was: a larger limit may be refused, a longer page be cut. */
function possibleLimits(pages: readonly SeenPage[]): Pick<PagingReading, "largestLimit" | "cap" | "countsIn">[] {
  const answered = pages.filter(({ names }) => names !== "refused");
  const longest = Math.max(1, ...answered.map(({ names }) => names.length));
  const taken = Math.max(1, ...answered.map(({ limit }) => limit));
  const caps = new Set([longest, Math.max(longest, smallestCap)]);
  const over = pages.filter(({ names, limit }) => names === "refused" && limit > taken).map(({ limit }) => limit);
  // Somewhere between what was taken and what was refused, which may also have been refused for its place.
  const limits = new Set([taken, Math.max(taken, smallestCap), Math.min(...over) - 1, Infinity]);
  return [...limits].flatMap((largestLimit) => [
    { largestLimit, cap: Infinity, countsIn: "cap" as const },
    ...[...caps].flatMap((cap) => [
      { largestLimit, cap, countsIn: "cap" as const },
      { largestLimit, cap, countsIn: "limit" as const },
    ]),
  ]);
}

/** The list whose pages these are; undefined when no list has such pages in this reading. */
export function listOf(pages: readonly SeenPage[], reading: PagingReading): SeenList | undefined {
  const names: (string | undefined)[] = [];
  const positions = new Map<string, number>();
  let least = 0;
  let most = Infinity;

  function place(page: readonly string[], start: number): boolean {
    least = Math.max(least, start + page.length);
    return page.every((name, index) => {
      const position = start + index;
      if ((names[position] ?? name) !== name || (positions.get(name) ?? position) !== position) return false;
      names[position] = name;
      positions.set(name, position);
      return true;
    });
  }

  function takeIn(page: SeenPage["names"], slot: Slot): boolean {
    if (slot === "refused" || slot === "empty") return slot === "refused" ? page === slot : page.length === 0;
    const { start, size } = slot;
    const isEnd =
      page === "refused"
        ? reading.pastEnd === "refuse" && start > 0
        : page.length === 0
          ? reading.pastEnd === "empty" || start === 0 || (reading.pastEnd === "first-page" && names.length === 0)
          : reading.pastEnd === "first-page" && start > 0 && page[0] === names[0];
    if (isEnd) most = Math.min(most, start);
    if (page === "refused" || page.length === 0) return isEnd;
    // Past the end the first page comes again: it begins where the list does.
    const begin = isEnd ? 0 : start;
    if (page.length < size) most = Math.min(most, begin + page.length);
    return page.length <= size && place(page, begin);
  }

  const slots = pages.map((page) => ({ names: page.names, slot: slotOf(page, reading) }));
  const startOf = (slot: Slot) => (typeof slot === "string" ? 0 : slot.start);
  // By position, so that the first page is known before one is taken for the first again.
  slots.sort((a, b) => startOf(a.slot) - startOf(b.slot));
  const fits = slots.every((each) => takeIn(each.names, each.slot)) && least <= most;
  return fits ? { names, least, most } : undefined;
}

/** Whether the reading may answer so, whatever the list. */
export function couldBeSent({ names, ...place }: SeenPage, reading: PagingReading): boolean {
  const slot = slotOf(place, reading);
  if (typeof slot === "string") return slot === "refused" ? names === slot : names.length === 0;
  return names === "refused" ? reading.pastEnd === "refuse" && slot.start > 0 : names.length <= slot.size;
}

/** What the reading answers: names, "refused", or undefined where the list is not known there. */
export function pageOf(
  asked: Pick<SeenPage, "offset" | "limit">,
  reading: PagingReading,
  { names, least, most }: SeenList,
): readonly string[] | "refused" | undefined {
  const slot = slotOf(asked, reading);
  if (slot === "refused") return slot;
  if (slot === "empty") return [];
  const isPastEnd = slot.start > 0 && slot.start >= most;
  if (isPastEnd && reading.pastEnd !== "first-page") return reading.pastEnd === "refuse" ? "refused" : [];
  const begin = isPastEnd ? 0 : slot.start;
  const isFull = begin + slot.size <= least;
  // A page that may go beyond what is known is known only where the end is.
  if (!isFull && (least < most || (begin > 0 && begin >= least))) return undefined;
  const end = isFull ? begin + slot.size : most;
  const page = Array.from({ length: end - begin }, (_, index) => names[begin + index]);
  return page.every((name) => name !== undefined) ? page : undefined;
}
