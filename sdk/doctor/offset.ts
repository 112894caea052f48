import type { Answer, Page, Seen } from "./answer";
import { refusalText, refusesPage } from "./answer";
import { contradictory, counted, notObservable, observed, type Finding } from "./observation";

/** What `offset` may count. */
export const readings = ["page", "page-from-1", "record", "record-rounded", "ignored"] as const;
export type Reading = (typeof readings)[number];

/** The beginning of a list, and what was asked of that list without a filter. */
export interface ListEvidence {
  /** The offset that brought `names`: 1 where 0 brought none. */
  base: 0 | 1;
  /** The limit that brought them. Every smaller one is taken to be honoured as far as pages of this length are. */
  limit: number;
  names: readonly string[];
  seen: readonly Seen[];
}

/** All that decides which page comes: each is played through, and those that fit no answer are struck out. */
interface Hypothesis {
  reading: Reading;
  /** `names` is all there is. Else, where they are fewer than the limit, the server caps pages at so many. */
  whole: boolean;
  /** What pages under such a cap are counted in. */
  countsIn: "cap" | "limit";
  pastEnd: (typeof pastEnds)[number];
}

/** What may lie past the end. */
const pastEnds = ["empty", "refused", "first page", "last page"] as const;

/** The readings that no answer speaks against. */
export function possibleReadings(evidence: ListEvidence): Set<Reading> {
  const left = hypotheses(evidence).filter((each) => evidence.seen.every((seen) => agrees(each, evidence, seen)));
  return new Set(left.map(({ reading }) => reading));
}

/** What `offset` counts. */
export function offsetFinding(evidence: ListEvidence): Finding {
  const possible = [...possibleReadings(evidence)];
  const { seen, names } = evidence;
  const told = `by ${counted(seen.filter(({ answer }) => answer.kind !== "failed").length, "answer")} about the first ${counted(names.length, "job")}`;
  const [only] = possible;
  if (only === undefined) return contradictory("the pages at several offsets fit together in no known way");
  if (possible.length === 1)
    return observed(only, `${meanings[only]}${only === "page-from-1" ? pageZero(seen) : ""}`, told);
  if (names.length === 0) return notObservable("there are no jobs");
  const few = names.length < 3 ? `: ${names.length === 1 ? "one job came" : "two jobs came"}` : "";
  return notObservable(`several readings give the same pages${few}; left: ${possible.join(", ")}`);
}

const meanings: Readonly<Record<Reading, string>> = {
  page: "pages, from 0",
  "page-from-1": "pages, from 1",
  record: "records",
  "record-rounded": "records, rounded down to a multiple of the limit",
  ignored: "nothing: the first page comes whatever it is",
};

function pageZero(seen: readonly Seen[]): string {
  const zero = seen.find(({ ask, answer }) => ask.offset === 0 && answer.kind !== "failed")?.answer;
  if (zero?.kind === "refused") return ` (0 is refused: ${refusalText(zero)})`;
  if (zero?.kind !== "page") return "";
  if (zero.names.length > 0) return " (0 gives the first page as well)";
  return zero.total === 0 ? " (0 gives an empty page that says total 0)" : " (0 gives an empty page)";
}

function hypotheses({ names, limit }: ListEvidence): Hypothesis[] {
  const all: Hypothesis[] = [];
  for (const reading of readings) {
    for (const pastEnd of pastEnds) {
      if (names.length >= limit) {
        all.push({ reading, pastEnd, whole: false, countsIn: "limit" });
        continue;
      }
      all.push({ reading, pastEnd, whole: true, countsIn: "limit" });
      // A cap at nothing is none.
      if (names.length === 0) continue;
      for (const countsIn of ["cap", "limit"] as const) all.push({ reading, pastEnd, whole: false, countsIn });
    }
  }
  return all;
}

function agrees(hypothesis: Hypothesis, evidence: ListEvidence, { ask, answer }: Seen): boolean {
  const { names, limit } = evidence;
  if (answer.kind === "failed" || ask.limit > limit) return true;
  // Where pages count from 1 anything may come at 0.
  if (hypothesis.reading === "page-from-1" && ask.offset === 0) return true;
  const length = hypothesis.whole || names.length >= limit ? ask.limit : Math.min(ask.limit, names.length);
  const start = startOf(hypothesis.reading, ask.offset, hypothesis.countsIn === "cap" ? length : ask.limit);
  if (start === 0 || start < names.length) return isPart(answer, evidence, start, length, hypothesis.whole);
  if (hypothesis.whole) return isPastEnd(answer, hypothesis.pastEnd, names);
  // Beyond what is known: other jobs, or the end.
  const knownEnds = pastEnds.filter((each) => each !== "last page");
  return isNew(answer, names) || knownEnds.some((each) => isPastEnd(answer, each, names));
}

function startOf(reading: Reading, offset: number, size: number): number {
  switch (reading) {
    case "page":
      return offset * size;
    case "page-from-1":
      return (offset - 1) * size;
    case "record":
      return offset;
    case "record-rounded":
      return offset - (offset % size);
    case "ignored":
      return 0;
  }
}

/** A page of `length` jobs from `start` on, as far as they are known; what comes after them is new. */
function isPart(answer: Answer, { names }: ListEvidence, start: number, length: number, whole: boolean): boolean {
  if (answer.kind !== "page") return false;
  const known = names.slice(start, start + length);
  const rest = answer.names.slice(known.length);
  const longEnough = answer.names.length >= known.length && answer.names.length <= length;
  return (
    longEnough &&
    known.every((name, index) => answer.names[index] === name) &&
    (whole ? rest.length === 0 : rest.every((name) => !names.includes(name)))
  );
}

function isNew(answer: Answer, names: readonly string[]): boolean {
  return answer.kind === "page" && answer.names.length > 0 && answer.names.every((name) => !names.includes(name));
}

function isPastEnd(answer: Answer, how: Hypothesis["pastEnd"], names: readonly string[]): boolean {
  if (how === "refused") return answer.kind === "refused" && refusesPage(answer);
  if (answer.kind !== "page") return false;
  if (how === "last page") return isLastPage(answer, names);
  return how === "empty" ? answer.names.length === 0 : isFirstPage(answer, names);
}

/** The first jobs again, at least one. An empty list has no first page to tell. */
export function isFirstPage(answer: Answer, names: readonly string[]): boolean {
  if (answer.kind !== "page" || (answer.names.length === 0 && names.length > 0)) return false;
  return answer.names.every((name, index) => index >= names.length || names[index] === name);
}

/** The last jobs again, at least one. */
function isLastPage({ names: ofPage }: Page, names: readonly string[]): boolean {
  const last = names.slice(-ofPage.length);
  return ofPage.length > 0 && ofPage.length === last.length && ofPage.every((name, index) => name === last[index]);
}

/** The offset that asks for the job at `position`, in pages of `limit`; undefined where there is none. */
export function offsetOf(position: number, limit: number, reading: Reading): number | undefined {
  if (reading === "ignored" || position % limit !== 0) return undefined;
  if (reading === "page") return position / limit;
  return reading === "page-from-1" ? position / limit + 1 : position;
}
