import { beginningOf, isWhole, possibleMatchings, type NameMatching } from "./nameMatching";
import {
  couldBeSent,
  listOf,
  pageOf,
  possibleReadings,
  slotOf,
  smallestCap,
  type PagingReading,
  type SeenList,
} from "./pagingReading";
import {
  filterOf,
  keyOf,
  placeOf,
  recordedLists,
  type Filter,
  type ListBody,
  type Place,
  type RecordedList,
} from "./recordedLists";
import type { RecordedAnswer, RecordedRequest } from "./replayFile";
import {
  asTypeOf,
  believedBelow,
  countsPages,
  kindOf,
  numberOf,
  possibleTotals,
  saysDifferentTotals,
  totalsOf,
  type TotalReading,
} from "./totalReading";

/** A list, and what its pages say as `total`. */
interface KnownList {
  seen: SeenList;
  total: unknown;
}

/** One explanation of everything that was recorded. */
interface Explanation {
  reading: PagingReading;
  totals: TotalReading;
  /** Whether every list could be as long as its `total` says. */
  countsJobs: boolean;
  lists: ReadonlyMap<string, KnownList>;
  matchings: readonly NameMatching[];
}

/** An answer; or why there is none, as text. */
type Told = RecordedAnswer | string;

/**
 * What a recording tells of pages that were not asked for in it: every way to read `offset`, `limit`, `total` and
 * `jobName` that explains all of its answers is asked. Where they all say the same, it is the answer; where they do not,
 * the recording does not tell.
 */
export class ReplayedLists {
  private readonly recorded: ReadonlyMap<string, RecordedList>;
  /** Those that brought a page. */
  private readonly answered: readonly RecordedList[];
  /** Of these nothing is told but what was asked, since jobs came or went meanwhile. */
  private readonly changed: readonly RecordedList[];
  /** By workspace, type and name. */
  private readonly jobs = new Map<string, ListBody["jobs"][0]>();
  private found: readonly Explanation[] | undefined;

  constructor(private readonly requests: readonly RecordedRequest[]) {
    this.recorded = recordedLists(requests);
    this.answered = [...this.recorded.values()].filter(({ answers }) => answers.length > 0);
    this.changed = countsPages(this.answered) ? [] : this.answered.filter(saysDifferentTotals);
    for (const { filter, answers } of this.answered) {
      for (const job of answers.flatMap(({ body }) => body.jobs)) this.jobs.set(jobKey(filter, job.name), job);
    }
  }

  answer(query: URLSearchParams, workspace: string | undefined): Told {
    const filter = filterOf(query, workspace);
    const always = this.alwaysRefused(filter);
    if (always) return always;
    const asked = placeOf(query);
    if (asked === undefined) return "Such an offset or limit was not asked for.";
    if (this.explanations().length === 0) return "Its answers contradict each other: jobs changed while it was made.";
    const different = new Map<string, RecordedAnswer>();
    for (const explanation of this.explanations()) {
      const lists = this.listsFor(filter, explanation);
      if (typeof lists === "string") return lists;
      for (const list of lists) {
        const told = this.page(filter, asked, explanation, list);
        if (typeof told === "string") return told;
        different.set(JSON.stringify(told.body), told);
      }
    }
    const [only, ...others] = different.values();
    return only && others.length === 0 ? only : "It can be read in more than one way.";
  }

  /** In a workspace, or for a user, to whom everything was refused in the same way, and not as pages are. */
  private alwaysRefused({ workspace }: Filter): RecordedAnswer | undefined {
    const all = this.requests.filter((request) => request.workspace === workspace).map(({ answer }) => answer);
    const [one] = all;
    if (one === undefined || one.status < 400 || one.status >= 500) return undefined;
    const ofPages = this.answered.flatMap(({ refusals }) => refusals.map(({ answer }) => refusalKey(answer)));
    const isSame = all.every((answer) => refusalKey(answer) === refusalKey(one));
    return isSame && !ofPages.includes(refusalKey(one)) ? one : undefined;
  }

  /** Once, when it is needed. */
  private explanations(): readonly Explanation[] {
    if (this.found) return this.found;
    const all = possibleReadings(this.answered.flatMap(({ pages }) => pages)).flatMap((reading) =>
      this.explain(reading),
    );
    const likely = all.filter(({ reading: { largestLimit, cap } }) => Math.min(largestLimit, cap) >= smallestCap);
    this.found = likely.length > 0 ? likely : all;
    return this.found;
  }

  private explain(reading: PagingReading): Explanation[] {
    // Of a list that changed it is still known which limits are taken.
    if (!this.changed.every(({ pages }) => pages.every((page) => couldBeSent(page, reading)))) return [];
    const stable = this.answered.filter((list) => !this.changed.includes(list));
    const known = new Map<string, KnownList>();
    for (const list of stable) {
      const seen = listOf(list.pages, reading);
      if (seen === undefined) return [];
      known.set(keyOf(list.filter), { seen, total: [...totalsOf(list, reading)][0] });
    }
    return possibleTotals(stable, reading).map((totals) => {
      const trusted = totals.of === "page" || this.changed.length > 0 ? undefined : believedBelow([...known.values()]);
      const lists = new Map([...known].map(([key, list]) => [key, withLength(list, trusted ?? 0)]));
      const sought = stable.flatMap(({ filter }) => {
        const found = lists.get(keyOf(filter));
        if (filter.jobName === undefined || found === undefined) return [];
        return [{ sought: filter.jobName, found: found.seen, all: lists.get(keyOf(withoutName(filter)))?.seen }];
      });
      return { reading, totals, countsJobs: trusted !== undefined, lists, matchings: possibleMatchings(sought) };
    });
  }

  /** The list with this filter; where it was not asked for, what each way to match finds in the list without a name. */
  private listsFor(filter: Filter, { lists, matchings, totals, countsJobs }: Explanation): KnownList[] | string {
    const own = lists.get(keyOf(filter));
    if (own) return [own];
    const { jobName } = filter;
    const isChanged = (one: Filter) => this.changed.some((list) => keyOf(list.filter) === keyOf(one));
    if (isChanged(filter) || isChanged(withoutName(filter))) return "Its total changed while it was made.";
    const all = lists.get(keyOf(withoutName(filter)));
    if (jobName === undefined || all === undefined) return "No list with this filter is in it.";
    if (matchings.length === 0) return "It does not tell how names are matched.";
    if (!isWhole(all.seen)) return "Not all jobs are in it, among which this name would be sought.";
    const isCounted = countsJobs && numberOf(all.total) === all.seen.most;
    if (totals.of === "list" && !isCounted)
      return "Its total does not count the jobs: what it says of others is not known.";
    return matchings.map((match) => {
      const names = beginningOf(all.seen).filter((name) => match(name, jobName));
      const seen = { names, least: names.length, most: names.length };
      return { seen, total: asTypeOf(all.total, names.length) };
    });
  }

  private page(filter: Filter, asked: Place, { reading, totals }: Explanation, { seen, total }: KnownList): Told {
    const names = pageOf(asked, reading, seen);
    if (names === undefined)
      return "Not all jobs with this filter are in it, or it does not show where their list ends.";
    if (names === "refused") return this.refusal(asked, reading);
    const kind = kindOf(asked, names.length, reading);
    const own = this.recorded.get(keyOf(filter)) ?? this.recorded.get(keyOf(withoutName(filter)));
    const answers = [...(own?.answers ?? []), ...this.answered.flatMap((list) => list.answers)];
    const like =
      answers.find(({ place, body }) => kindOf(place, body.jobs.length, reading) === kind)?.body ?? answers[0]?.body;
    const ofEmpty = { "in-list": "list", "page-zero": totals.pageZero, "past-end": totals.pastEnd } as const;
    if (totals.of === "list" && ofEmpty[kind] === "unknown") return "It does not tell which total such a page says.";
    const ofList = ofEmpty[kind] === "zero" ? 0 : total;
    const said = totals.of === "page" ? asTypeOf(like?.total, names.length) : ofList;
    const jobs = names.map((name) => this.jobs.get(jobKey(filter, name)));
    const body = { ...like, total: said, jobs };
    return { status: 200, headers: { "content-type": "application/json" }, body, clockAheadMs: undefined };
  }

  /** As a page was refused for the same reason: its limit, offset 0, or that it lies past the end. */
  private refusal(asked: Place, reading: PagingReading): Told {
    const reason = (place: Place) => [slotOf(place, reading) === "refused", place.limit > reading.largestLimit].join();
    const all = this.answered.flatMap(({ refusals }) => refusals);
    const alike = all.filter(({ place }) => reason(place) === reason(asked)).map(({ answer }) => answer);
    const [one] = alike;
    if (one === undefined)
      return "The page may be refused: no such offset or limit, and no page past the end, was asked for.";
    const isOne = alike.every((answer) => refusalKey(answer) === refusalKey(one));
    return isOne ? one : "Such a page is refused, once like this and once like that.";
  }
}

function withoutName(filter: Filter): Filter {
  return { ...filter, jobName: undefined };
}

function jobKey({ workspace, jobType }: Filter, name: string): string {
  return JSON.stringify([workspace ?? null, jobType, name]);
}

function refusalKey({ status, body }: RecordedAnswer): string {
  const { error_code, errorCode } = (body ?? {}) as Record<string, unknown>;
  return JSON.stringify([status, error_code ?? errorCode]);
}

/** As long as `total` says, where that is less than `trusted` and the pages do not tell. */
function withLength({ seen, total }: KnownList, trusted: number): KnownList {
  const said = numberOf(total);
  const isTrusted = said !== undefined && said < trusted && seen.least < seen.most;
  return isTrusted ? { seen: { ...seen, least: said, most: said }, total } : { seen, total };
}
