// @ts-nocheck
import {
  listOf,
  pageOf,
  possibleReadings,
  slotOf,
  type PagingReading,
  type SeenList,
  type SeenPage,
} from "./pagingReading";
import type { RecordedAnswer, RecordedRequest } from "./replayFile";

/** The defaults of the API's reference. */
const defaultLimit = 10;
const largestLimit = 1_000;

type Place = Pick<SeenPage, "offset" | "limit">;

interface ListBody extends Record<string, unknown> {
  total: unknown;
  jobs: { name: string }[];
}

interface Filter {
  workspace: string | undefined;
  jobType: string;
  jobName: string | undefined;
  tags: string | undefined;
}

/** All that was recorded of the list of one filter. */
interface Listing {
  filter: Filter;
  pages: SeenPage[];
  /** Those that were answered, with their bodies. */
  bodies: { place: Place; body: ListBody }[];
  /** Of pages that hold jobs. */
  totals: Set<unknown>;
  refusals: RecordedAnswer[];
}

/** Whose length is known, in one reading. */
interface KnownList {
  names: SeenList["names"];
  length: number | undefined;
}

/** One explanation of everything that was recorded. */
interface Explanation {
  reading: PagingReading;
  lists: ReadonlyMap<string, KnownList>;
}

type Matching = (name: string, sought: string) => boolean;

const inOneCase: readonly Matching[] = [
  (name, sought) => name.includes(sought),
  (name, sought) => name.startsWith(sought),
  (name, sought) => name === sought,
];

/** Ways to match a `jobName`. */
const matchings: readonly Matching[] = [
  ...inOneCase,
  ...inOneCase.map(
    (match): Matching =>
      (name, sought) =>
        match(name.toLowerCase(), sought.toLowerCase()),
  ),
];

/**
 * What a recording tells of pages that were not asked for in it: every way to read `offset`, `limit` and `jobName` that
 * explains all of its answers is asked. Where they all say the same, it is the answer; where they do not, the recording
 * does not tell.
 */
export class ReplayedLists {
  private readonly listings = new Map<string, Listing>();
  private readonly jobs = new Map<string, { name: string }>();
  private found: { explanations: Explanation[]; matchings: Matching[] } | undefined;

  constructor(private readonly requests: readonly RecordedRequest[]) {
    for (const { url, workspace, answer } of requests) {
      const filter = filterOf(url.searchParams, workspace);
      const page = placeOf(url.searchParams);
      if (page !== undefined) this.note(filter, page, answer);
    }
  }

  /** Why there is none, as text. */
  answer(query: URLSearchParams, workspace: string | undefined): RecordedAnswer | string {
    const filter = filterOf(query, workspace);
    const always = this.alwaysRefused(filter);
    if (always) return always;
    const asked = placeOf(query);
    if (asked === undefined) return "Such an offset or limit was not asked for.";
    const { explanations } = this.explained();
    if (explanations.length === 0) return "Its answers contradict each other: jobs changed while it was made.";
    const pages = new Map<string, RecordedAnswer | string>();
    for (const explanation of explanations) {
      const lists = this.listsFor(filter, explanation);
      if (lists.length === 0) return this.noList(filter);
      for (const list of lists) {
        const answer = this.pageAnswer(filter, asked, explanation.reading, list);
        if (typeof answer === "string") return answer;
        pages.set(JSON.stringify(answer.body), answer);
      }
    }
    const [only, ...others] = pages.values();
    if (only === undefined) return this.noList(filter);
    return others.length === 0 ? only : "It can be read in more than one way.";
  }

  private noList(filter: Filter): string {
    const contradicts = (this.listings.get(keyOf(filter))?.totals.size ?? 0) > 1;
    return contradicts ? "Its total changed while it was made." : "No list with this filter is in it.";
  }

  private note(filter: Filter, place: Place, answer: RecordedAnswer): void {
    const key = keyOf(filter);
    const listing = this.listings.get(key) ?? { filter, pages: [], bodies: [], totals: new Set(), refusals: [] };
    const { status, body } = answer;
    if (status === 200 && isList(body)) {
      listing.pages.push({ ...place, names: body.jobs.map(({ name }) => name) });
      listing.bodies.push({ place, body });
      if (body.jobs.length > 0) listing.totals.add(body.total);
      for (const job of body.jobs) this.jobs.set(job.name, job);
    } else if (status === 400) {
      listing.pages.push({ ...place, names: "refused" });
      listing.refusals.push(answer);
    } else return;
    this.listings.set(key, listing);
  }

  /** In a workspace, or for a user, to whom everything was refused in the same way. */
  private alwaysRefused({ workspace }: Filter): RecordedAnswer | undefined {
    const all = this.requests.filter((request) => request.workspace === workspace).map(({ answer }) => answer);
    const kinds = new Set(all.map(({ status, body }) => JSON.stringify([status, errorCode(body)])));
    const [one] = all;
    return kinds.size === 1 && one && one.status >= 400 && one.status < 500 ? one : undefined;
  }

  /** Once, when it is needed. */
  private explained(): { explanations: Explanation[]; matchings: Matching[] } {
    if (this.found) return this.found;
    const listings = [...this.listings.values()].filter(({ bodies, totals }) => bodies.length > 0 && totals.size <= 1);
    const pages = listings.flatMap((listing) => listing.pages);
    const explanations = possibleReadings(pages).flatMap((reading): Explanation[] => {
      const lists = new Map<string, KnownList>();
      for (const listing of listings) {
        const seen = listOf(listing.pages, reading);
        if (seen === undefined) return [];
        lists.set(keyOf(listing.filter), { names: seen.names, length: lengthOf(seen, listing) });
      }
      return [{ reading, lists }];
    });
    const fitting = matchings.filter((match) => explanations.every((each) => fits(match, each, listings)));
    this.found = { explanations, matchings: fitting };
    return this.found;
  }

  /** The list with this filter; where it was not asked for, the jobs that pass it of the list without a name. */
  private listsFor(filter: Filter, { lists }: Explanation): KnownList[] {
    const own = lists.get(keyOf(filter));
    if (own) return [own];
    const { jobName } = filter;
    const all = jobName === undefined ? undefined : lists.get(keyOf({ ...filter, jobName: undefined }));
    if (jobName === undefined || all === undefined || !isWhole(all) || !this.hasTrueTotal(filter)) return [];
    return this.explained().matchings.map((match) => {
      const names = all.names.filter((name) => name !== undefined && match(name, jobName));
      return { names, length: names.length };
    });
  }

  /** Whether `total` counts the jobs, and so will that of fewer. */
  private hasTrueTotal(filter: Filter): boolean {
    const listing = this.listings.get(keyOf({ ...filter, jobName: undefined }));
    const names = new Set(listing?.bodies.flatMap(({ body }) => body.jobs.map(({ name }) => name)));
    return [...(listing?.totals ?? [])].every((total) => Number(total) === names.size);
  }

  private pageAnswer(filter: Filter, asked: Place, reading: PagingReading, list: KnownList): RecordedAnswer | string {
    const page = pageOf(asked, reading, list);
    if (page === undefined) return "Not all jobs with this filter are in it.";
    if (page === "refused") return this.refusal() ?? "It holds no refused page.";
    const listing = this.listings.get(keyOf(filter));
    const bodies = (listing ?? this.listings.get(keyOf({ ...filter, jobName: undefined })))?.bodies ?? [];
    const isEmptySlot = (place: Place) => slotOf(place, reading) === "empty";
    const alike = bodies.find(
      ({ place, body }) =>
        (body.jobs.length === 0) === (page.length === 0) && isEmptySlot(place) === isEmptySlot(asked),
    );
    const like = (alike ?? bodies.find(({ body }) => body.jobs.length > 0) ?? bodies[0])?.body;
    if (like === undefined) return "No list with this filter is in it.";
    const total = listing ? like.total : asTypeOf(like.total, list.length ?? 0);
    const body = { ...like, total, jobs: page.map((name) => this.jobs.get(name)) };
    return { status: 200, headers: { "content-type": "application/json" }, body, clockAheadMs: undefined };
  }

  private refusal(): RecordedAnswer | undefined {
    const ofLists = [...this.listings.values()].filter(({ bodies }) => bodies.length > 0);
    return ofLists.flatMap(({ refusals }) => refusals)[0];
  }
}

function filterOf(query: URLSearchParams, workspace: string | undefined): Filter {
  const textOf = (name: string) => query.get(name) ?? undefined;
  return { workspace, jobType: textOf("jobType") ?? "BATCH", jobName: textOf("jobName"), tags: textOf("tags") };
}

function keyOf({ workspace, jobType, jobName, tags }: Filter): string {
  return JSON.stringify([workspace ?? null, jobType, jobName ?? null, tags ?? null]);
}

/** Undefined for what the reference does not allow: nothing but its own answer is told of that. */
function placeOf(query: URLSearchParams): Place | undefined {
  const [offset, limit] = [query.get("offset") ?? "0", query.get("limit") ?? String(defaultLimit)];
  if (!/^\d{1,9}$/.test(offset) || !/^\d{1,4}$/.test(limit)) return undefined;
  const isAllowed = Number(limit) >= 1 && Number(limit) <= largestLimit;
  return isAllowed ? { offset: Number(offset), limit: Number(limit) } : undefined;
}

function isList(body: unknown): body is ListBody {
  const { total, jobs } = (body ?? {}) as Partial<ListBody>;
  return (
    total !== undefined &&
    Array.isArray(jobs) &&
    jobs.every((job) => typeof (job as unknown as Partial<ListBody["jobs"][0]> | null)?.name === "string")
  );
}

function errorCode(body: unknown): unknown {
  const { error_code, errorCode: spelled } = (body ?? {}) as Record<string, unknown>;
  return error_code ?? spelled;
}

/** What ends it, or what `total` says where that does not contradict the pages. */
function lengthOf({ least, most }: SeenList, { totals }: Listing): number | undefined {
  if (least === most) return least;
  const [total] = totals;
  const said = Number(total);
  return said >= least && said <= most ? said : undefined;
}

/** What says that it is longer than what was seen of it is not looked through. */
function isWhole({ names, length }: KnownList): boolean {
  return length === names.length && Array.from(names).every((name) => name !== undefined);
}

/** Whether all lists with a name that were recorded whole hold the jobs that match so. */
function fits(match: Matching, { lists }: Explanation, listings: readonly Listing[]): boolean {
  return listings.every(({ filter }) => {
    const { jobName } = filter;
    const own = lists.get(keyOf(filter));
    const all = lists.get(keyOf({ ...filter, jobName: undefined }));
    if (jobName === undefined || own === undefined || all === undefined || !isWhole(own) || !isWhole(all)) return true;
    const expected = all.names.filter((name) => name !== undefined && match(name, jobName));
    return expected.length === own.length && expected.every((name, index) => name === own.names[index]);
  });
}

/** A number, or one in a string, as the service sends it. */
function asTypeOf(like: unknown, number: number): unknown {
  return typeof like === "string" ? String(number) : number;
}
