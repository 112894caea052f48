import { refusalText, type Answer, type Page } from "./answer";
import { contradictory, counted, notObservable, observed, type Finding } from "./observation";
import { isFirstPage, type Reading } from "./offset";

/**
 * What becomes of a limit.
 *
 * @param atLeast so many jobs the list has, as far as places were seen to be filled
 */
export function limitFinding(limit: number, answer: Answer | undefined, atLeast: number): Finding {
  if (answer === undefined) return notObservable("it was not asked for");
  if (answer.kind === "failed") return notObservable(answer.why);
  if (answer.kind === "refused") {
    return observed("refused", `refused: ${refusalText(answer)}`, "a smaller limit is taken at the same place");
  }
  const came = answer.names.length;
  if (came > limit) return observed("exceeded", `${counted(came, "job")} come`, "more than were asked for");
  if (came === limit) return observed("honoured", "honoured", `${counted(came, "job")} came`);
  if (came < atLeast) {
    return observed(`capped to ${came}`, `silently capped to ${came}`, `there are ${atLeast} jobs at least`);
  }
  if (came === 0) return notObservable("there are no jobs");
  const all = came === 1 ? "the only job" : `all ${counted(came, "job")}`;
  return notObservable(`${all} came at once: whether more would have come cannot be seen`);
}

/** What was asked at the two places where a list of `total` jobs ends, one job each. */
export interface EndProbes {
  total: number;
  /** The last job, if `total` is right. */
  last?: Answer | undefined;
  /** The place behind it. */
  behind?: Answer | undefined;
}

/** Whether `total` counts all jobs of the list. */
export function totalFinding(
  { names, pages: all, atLeast }: { names: readonly string[]; pages: readonly Page[]; atLeast: number },
  probes: EndProbes | undefined,
  lastPageAgain = false,
): Finding {
  const pages = all.filter((page) => page.names.length > 0);
  const emptyTotals = new Set(all.filter((page) => page.names.length === 0).map((page) => page.total));
  const totals = new Set(pages.map(({ total }) => total));
  if (totals.has(undefined)) return observed("missing", "missing, or no number", "in a page of the list");
  const [total = 0] = totals as Set<number>;
  if (totals.size > 1) {
    return countsPages(pages)
      ? observed("of the page", "the number of jobs on the page", "it differs from limit to limit")
      : contradictory("pages of the same list say different totals");
  }
  if (atLeast > total)
    return observed("too low", `less than there are`, `it says ${total}, ${counted(atLeast, "job")} came`);
  if (names.length === 0) return notObservable("there are no jobs");
  if (probes?.last === undefined || probes.behind === undefined) {
    return notObservable("the place where the list ends can be asked for only where it is known what offset counts");
  }
  const failed = [probes.last, probes.behind].find((each) => each.kind === "failed");
  if (failed?.kind === "failed") return notObservable(failed.why);
  if (lastPageAgain)
    return notObservable("past the end the last page comes again: whether a job is there cannot be told");
  if (total === 1 && emptyTotals.has(0))
    return notObservable(
      "it says 1 beside the only job, and 0 on empty pages: it may be the number of jobs on the page",
    );
  const isLast = holdsAJob(probes.last, names, total === 1);
  if (holdsAJob(probes.behind, names, false)) {
    return isLast
      ? observed("too low", "less than there are", `it says ${total}, and there is a job behind so many`)
      : contradictory("there is a job behind the end that it tells, and none before it");
  }
  if (isLast) return observed("all", "the count of all jobs that match", `job ${total} is there, and none behind it`);
  if (probes.last.kind === "refused")
    return notObservable(`the page with its last job is refused: ${refusalText(probes.last)}`);
  return observed("too high", "more than there are", `it says ${total}, and there is no such job`);
}

/** Whether each page says its own length: by chance, those of a list that changes may do so as well. */
function countsPages(pages: readonly Page[]): boolean {
  return (
    new Set(pages.map(({ names }) => names.length)).size > 2 && pages.every((page) => page.total === page.names.length)
  );
}

/** The same jobs at two places, and not the first ones: past the end the last page comes again. */
export function isLastPageAgain(far: readonly Answer[], names: readonly string[]): boolean {
  const [one, other] = far;
  if (one?.kind !== "page" || other?.kind !== "page" || one.names.length === 0 || isFirstPage(one, names)) return false;
  return one.names.length === other.names.length && one.names.every((name, index) => name === other.names[index]);
}

/** One job, and not the first one again. */
function holdsAJob(answer: Answer, names: readonly string[], isFirst: boolean): boolean {
  if (answer.kind !== "page" || answer.names.length === 0) return false;
  return isFirst ? true : answer.names[0] !== names[0];
}

/** What lies past the end of the list. */
export function pastEndFinding(
  names: readonly string[],
  answer: Answer | undefined,
  possible: ReadonlySet<Reading>,
  lastPageAgain = false,
): Finding {
  if (answer === undefined) return notObservable("it was not asked for");
  if (answer.kind === "failed") return notObservable(answer.why);
  const told = "by one request far behind the last job";
  if (answer.kind === "refused") return observed("refused", `a refusal: ${refusalText(answer)}`, told);
  if (names.length === 0) return notObservable("there are no jobs");
  if (answer.names.length === 0) return observed("empty", "an empty page", told);
  if (lastPageAgain) return observed("last page", "the last page again", "by two requests far behind it");
  if (!isFirstPage(answer, names)) return notObservable("there were still jobs at the place that was asked for");
  if (possible.size === 0) return notObservable("pages at several offsets fit together in no known way");
  if (possible.size === 1 && possible.has("ignored")) return notObservable("offset is ignored: no request gets there");
  if (possible.has("ignored")) return notObservable("the first page came: it may be that, or offset may be ignored");
  return observed("first page", "the first page again", told);
}

/** How the pages of a list under a silent cap are counted: asked for page 1 with the limit that is capped. */
export function cappedPagesFinding(
  cap: { size: number; next: Answer | undefined } | undefined,
  answer: Answer | undefined,
  reading: Reading | undefined,
  lastPageAgain = false,
): Finding {
  if (cap === undefined) return notObservable("no silent cap was seen");
  if (reading !== "page" && reading !== "page-from-1") return notObservable("offset is known to count pages nowhere");
  if (answer === undefined || cap.next?.kind !== "page") return notObservable("it was not asked for");
  if (answer.kind === "failed") return notObservable(answer.why);
  const told = `by page 1 under a cap of ${cap.size}`;
  if (lastPageAgain) return notObservable("past the end the last page comes again: page 1 may be that one");
  const nextJob = cap.next.names[0];
  if (answer.kind === "page" && answer.names[0] === nextJob) {
    return observed("cap", "by the cap: page k begins at k times the cap", told);
  }
  if (answer.kind === "page" && answer.names.includes(nextJob ?? "")) {
    return contradictory("page 1 begins before the end of the first page");
  }
  return observed("limit", "by the limit asked for: jobs between cap and limit come on no page", told);
}

/** Whether what was asked twice came twice. */
export type Stability = "same" | "other order" | "changed" | "unknown";

/** Whether the answers that were asked for twice, at the beginning and at the end, are the same. */
export function stabilityOf(pairs: readonly { before: Answer; after: Answer }[]): Stability {
  let state: "same" | "other order" = "same";
  for (const { before, after } of pairs) {
    if (before.kind === "failed" && after.kind === "failed" && before.why === after.why) continue;
    if (before.kind === "failed" || after.kind === "failed") return "unknown";
    if (before.kind !== after.kind) return "changed";
    if (before.kind === "refused" || after.kind === "refused") continue;
    if (before.total !== after.total || !sameSet(before.names, after.names)) return "changed";
    if (before.names.some((name, index) => name !== after.names[index])) state = "other order";
  }
  return state;
}

/**
 * Whether the pages of one list fit together, whatever was asked at which moment: one total, and one beginning.
 *
 * @param begun the answers at the offset where the list begins, with whatever limit
 */
export function fitTogether(pages: readonly Page[], begun: readonly Page[]): "same" | "other order" | "changed" {
  const filled = pages.filter(({ names }) => names.length > 0);
  // An empty page may say 0, wherever it lies.
  const totals = new Set(pages.flatMap(({ total, names }) => (names.length === 0 && total === 0 ? [] : [total])));
  if (totals.size > 1 && !countsPages(filled)) return "changed";
  const longest = begun.reduce<readonly string[]>((most, { names }) => (names.length > most.length ? names : most), []);
  let state: "same" | "other order" = "same";
  for (const { names } of begun) {
    if (names.length === 0 && longest.length > 0) return "changed";
    if (names.every((name, index) => name === longest[index])) continue;
    if (!sameSet(names, longest.slice(0, names.length))) return "changed";
    state = "other order";
  }
  return state;
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(other);
  return one.length === other.length && one.every((name) => names.has(name));
}
