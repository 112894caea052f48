import type { JobType } from "../jobs/job";
import { parsePage } from "../jobs/schema";
import { aboutPage, type Answer, type Ask, type Page, type RawJob, type Seen } from "./answer";
import type { JobCount } from "./checks";
import {
  unknownFieldsFinding,
  missingFieldsFinding,
  oddFieldsFinding,
  unknownStatusesFinding,
  type ShowWord,
} from "./fields";
import {
  caseFinding,
  madeUpWord,
  nameFinding,
  nameToProbe,
  tagFinding,
  type NamePart,
  type TagProbes,
} from "./filters";
import type { FirstPage, NoPage, SendAsk } from "./firstPages";
import { counted, notObservable, observed, type Finding } from "./observation";
import { isFirstPage, offsetFinding, offsetOf, possibleReadings, type ListEvidence, type Reading } from "./offset";
import { orderFinding } from "./order";
import {
  cappedPagesFinding,
  fitTogether,
  isLastPageAgain,
  limitFinding,
  pastEndFinding,
  stabilityOf,
  totalFinding,
  type EndProbes,
  type Stability,
} from "./paging";

/** What is looked at, in the order in which it is told. */
export const observationTitles = {
  offset: "offset counts",
  limit101: "a limit of 101",
  limit1000: "a limit of 1,000",
  limit1001: "a limit of 1,001",
  cappedPages: "capped pages are counted",
  total: "total is",
  order: "order of the list",
  orderTwice: "order, asked twice",
  pastEnd: "past the end there is",
  jobType: "jobType",
  tags: "several tags mean",
  jobName: "jobName finds",
  jobNameCase: "case of jobName",
  unknownFields: "fields not in the reference",
  missingFields: "promised fields missing",
  oddFields: "fields of another type",
  unknownStatuses: "statuses not in the reference",
  rateHeaders: "headers about the quota",
} as const;

export type ObservationId = keyof typeof observationTitles;
export type ListObservationId = Exclude<ObservationId, "rateHeaders">;

/** One answer by its page size. */
export interface PageSize {
  limit: number;
  jobs: number;
  bytes: number;
  ms: number;
}

export interface ListExamination {
  findings: Record<ListObservationId, Finding>;
  pageSizes: PageSize[];
  counts: Partial<Record<JobType, JobCount>>;
  /** Why a client's list would end with an error all the same. */
  hindrances: string[];
}

/** Pages of one limit begin at multiples of it: a place in the list is asked for with one that divides it. */
const mostOfProbe = 10;
const veryFar = 100_000;
/** So many come on every page that a client asks for. */
const onOnePage = 100;

/** Asks what there is to ask of a list that can be read, and decides. */
export async function examineList(
  sendAsk: SendAsk,
  [first, second]: [FirstPage, FirstPage | NoPage],
  { tags, show }: { tags: readonly string[]; show: ShowWord },
): Promise<ListExamination> {
  const send: SendAsk = async (asked) => aboutPage(await sendAsk(asked));
  const { jobType, base, limit, page } = first;
  const { names } = page;
  const seen: Seen[] = [...first.seen];
  const filtered: Seen[] = [];
  const ask = async (offset: number, ofLimit: number): Promise<Answer> => {
    const asked: Ask = { jobType, offset, limit: ofLimit };
    const answer = await send(asked);
    seen.push({ ask: asked, answer });
    return answer;
  };
  const askFiltered = async (filter: Pick<Ask, "jobName" | "tags">): Promise<Answer> => {
    const asked: Ask = { jobType, offset: base, limit, ...filter };
    const answer = await send(asked);
    filtered.push({ ask: asked, answer });
    return answer;
  };

  const probes = names.length > 0 ? offsetProbes(names.length, limit) : [];
  for (const [offset, size] of probes) await ask(offset, size);
  const probed = seen.slice(first.seen.length);
  const evidence = (): ListEvidence => ({ base, limit, names, seen });
  const possible = [...possibleReadings(evidence())];
  const reading = possible.length === 1 ? possible[0] : undefined;

  const atLimit = { 101: await ask(base, 101), 1000: await ask(base, 1_000), 1001: await ask(base, 1_001) };
  const next = await askBehindLongest(ask, seen, { base, limit, reading });
  const longest = Math.max(
    0,
    ...seen.flatMap(({ ask: { offset }, answer }) =>
      answer.kind === "page" && offset === base ? [answer.names.length] : [],
    ),
  );
  // By places, not by different names: two of them may have had one place at two moments.
  const atLeast = next?.cap?.next.kind === "page" ? next.cap.size + next.cap.next.names.length : longest;
  const total = page.total;
  const end: EndProbes | undefined =
    total === undefined || total < 1 || total < atLeast ? undefined : await askEnd(ask, total, possible);
  const far = await askPastEnd(ask, names, Math.max(total ?? 0, atLeast), Math.min(limit, mostOfProbe));
  const tagProbes = await askTags(askFiltered, tags.length > 0 ? tags : tagsOf(page.jobs));
  const nameProbe = nameToProbe(names);
  const nameAnswers: Partial<Record<NamePart, Answer>> = {};
  if (nameProbe !== undefined) {
    nameAnswers.madeUp = await askFiltered({ jobName: madeUpWord });
    // What is not found is asked for once more.
    const askPart = async (part: Exclude<NamePart, "madeUp">): Promise<void> => {
      const jobName = nameProbe[part];
      if (jobName === undefined) return;
      const answer = await askFiltered({ jobName });
      nameAnswers[part] = isWithout(answer, nameProbe.name) ? await askFiltered({ jobName }) : answer;
    };
    for (const part of ["inner", "prefix", "otherCase"] as const) await askPart(part);
    const { inner, prefix } = nameAnswers;
    if (inner && prefix && [inner, prefix].every((answer) => isWithout(answer, nameProbe.name))) {
      for (const part of ["suffix", "word"] as const) await askPart(part);
    }
    // All of the name last: a job that it finds was there all the time.
    nameAnswers.name = await askFiltered({ jobName: nameProbe.name });
  }

  // What decides most is asked for once more: the list may have changed, and may have changed back.
  const decisive = [...first.seen.filter(({ ask: { limit: of } }) => of === limit), ...probed, ...(next?.seen ?? [])];
  const pairs: { before: Answer; after: Answer }[] = [];
  for (const { ask: asked, answer } of decisive) pairs.push({ before: answer, after: await send(asked) });
  const allPages = seen.flatMap(({ ask: { offset }, answer }) =>
    answer.kind === "page" && offset >= base ? [answer] : [],
  );
  const begun = seen.flatMap(({ ask: { offset }, answer }) =>
    answer.kind === "page" && offset === base ? [answer] : [],
  );
  const asAgain = stabilityOf([...pairs, ...askedTwice(seen)]);
  const stability = asAgain === "same" ? fitTogether(allPages, begun) : asAgain;

  const fitting = possibleReadings(evidence());
  const finallyReading = fitting.size === 1 ? [...fitting][0] : undefined;
  const unless = unlessUnstable(stability);
  const limitOf = (of: 101 | 1000 | 1001): Finding => {
    const finding = limitFinding(of, atLimit[of], atLeast);
    return finding.kind === "observed" && /^(refused|honoured)$/.test(finding.value) ? finding : unless(() => finding);
  };
  const others = "page" in second ? second.seen : [];
  const all = [...seen, ...filtered, ...others];
  const jobs = distinctJobs(all);
  const atEnd = end?.last && end.behind ? [end.last, end.behind] : [];
  const lastPageAgain = isLastPageAgain(far, names) || isLastPageAgain(atEnd, names);
  const findings: Record<ListObservationId, Finding> = {
    offset: unless(() => offsetFinding(evidence())),
    limit101: limitOf(101),
    limit1000: limitOf(1000),
    limit1001: limitOf(1001),
    cappedPages: unless(() => cappedPagesFinding(next?.cap, next?.pageOne, finallyReading, lastPageAgain)),
    total: unless(() =>
      totalFinding({ names, pages: allPages, atLeast }, fitting.size === 0 ? undefined : end, lastPageAgain),
    ),
    order: orderFinding(page),
    orderTwice: orderTwice(stabilityOf(pairs.slice(0, first.seen.length)), stability, names.length),
    pastEnd: unless(() => pastEndFinding(names, far.at(-1), fitting, lastPageAgain)),
    jobType: jobTypeFinding(all, "page" in second),
    tags: tagFinding(tagProbes),
    jobName: nameFinding(nameProbe, nameAnswers),
    jobNameCase: caseFinding(nameProbe, nameAnswers),
    unknownFields: unknownFieldsFinding(jobs, show),
    missingFields: missingFieldsFinding(jobs),
    oddFields: oddFieldsFinding(jobs),
    unknownStatuses: unknownStatusesFinding(jobs, show),
  };
  const ofBoth = findings.jobType.kind === "observed" && findings.jobType.value === "ignored";
  const believed = findings.total.kind !== "contradictory" && !isDisproved(findings.total) && !ofBoth;
  const counts = Object.fromEntries(
    [first, ...("page" in second ? [second] : [])].map((each) => [each.jobType, countOf(each, all, believed)]),
  );
  const hindrances = [
    ...unreadableJobs(all),
    ...(ofBoth ? ["jobType is not looked at"] : []),
    ...totalHindrance(findings.total, atLeast),
  ];
  return { findings, pageSizes: pageSizesOf(seen), counts, hindrances };
}

/** Where the list begins, these begin elsewhere in each reading, as far as three jobs can tell; the third one confirms. */
function offsetProbes(length: number, limit: number): [offset: number, limit: number][] {
  if (limit < 2) return [[1, 1], [2, 1]]; // prettier-ignore
  const probes: [number, number][] = [[1, 2], [2, 1]]; // prettier-ignore
  return length >= 7 ? [...probes, [3, 2]] : probes;
}

interface Behind {
  /** The page behind the longest one, and page 1. */
  seen: readonly Seen[];
  cap?: { size: number; next: Answer };
  pageOne?: Answer;
}

/** Whether there is more than the longest page, which was shorter than what was asked for: then it is a cap. */
async function askBehindLongest(
  ask: (offset: number, limit: number) => Promise<Answer>,
  seen: readonly Seen[],
  { base, limit, reading }: { base: 0 | 1; limit: number; reading: Reading | undefined },
): Promise<Behind | undefined> {
  const begun = seen.filter(({ ask: asked, answer }) => asked.offset === base && answer.kind === "page");
  const size = Math.max(0, ...begun.map(({ answer }) => (answer as Page).names.length));
  const capped = begun
    .filter(({ ask: asked, answer }) => (answer as Page).names.length === size && asked.limit > size)
    .at(-1);
  if (size === 0 || capped === undefined || reading === undefined) return undefined;
  const probe = largestDivisor(size, Math.min(limit, mostOfProbe));
  const offset = offsetOf(size, probe, reading);
  if (offset === undefined) return undefined;
  const known = new Set(begun.flatMap(({ answer }) => (answer as Page).names));
  const before = seen.length;
  const next = await ask(offset, probe);
  const isMore = next.kind === "page" && next.names.length > 0 && next.names.every((name) => !known.has(name));
  if (!isMore) return { seen: seen.slice(before) };
  const second = reading === "page" ? 1 : reading === "page-from-1" ? 2 : undefined;
  const pageOne = second === undefined ? undefined : await ask(second, capped.ask.limit);
  return { seen: seen.slice(before), cap: { size, next }, ...(pageOne && { pageOne }) };
}

function isWithout(answer: Answer, name: string): boolean {
  return answer.kind === "page" && !answer.names.includes(name);
}

function largestDivisor(of: number, most: number): number {
  for (let divisor = most; divisor > 1; divisor -= 1) if (of % divisor === 0) return divisor;
  return 1;
}

/** The last job that `total` speaks of, and the place behind it: with a limit of 1 most readings are the same. */
async function askEnd(
  ask: (offset: number, limit: number) => Promise<Answer>,
  total: number,
  possible: readonly Reading[],
): Promise<EndProbes> {
  const offsets = new Set(possible.map((reading) => offsetOf(total - 1, 1, reading)));
  const [last] = offsets;
  if (offsets.size !== 1 || last === undefined) return { total };
  return { total, last: await ask(last, 1), behind: await ask(last + 1, 1) };
}

async function askPastEnd(
  ask: (offset: number, limit: number) => Promise<Answer>,
  names: readonly string[],
  most: number,
  limit: number,
): Promise<Answer[]> {
  const far = Math.ceil((most + 2 * mostOfProbe) / mostOfProbe) * mostOfProbe;
  const answer = await ask(far, limit);
  const stillJobs = answer.kind === "page" && answer.names.length > 0 && !isFirstPage(answer, names);
  return stillJobs ? [answer, await ask(veryFar, limit)] : [answer];
}

async function askTags(
  ask: (filter: Pick<Ask, "tags">) => Promise<Answer>,
  tags: readonly string[],
): Promise<TagProbes> {
  const probes: TagProbes = { tags: tags.length };
  for (const tag of tags.slice(0, 2)) {
    probes.before = await ask({ tags: [tag] });
    if (probes.before.kind !== "page" || probes.before.names.length === 0) continue;
    probes.madeUp = await ask({ tags: [madeUpWord] });
    probes.twice = await ask({ tags: [tag, tag] });
    probes.both = await ask({ tags: [tag, madeUpWord] });
    // What is not there is looked for once more: it may have been away for a moment.
    if (probes.both.kind === "page" && probes.both.names.length === 0)
      probes.both = await ask({ tags: [tag, madeUpWord] });
    probes.after = await ask({ tags: [tag] });
    return probes;
  }
  return probes;
}

/** Servers add fields over time: tags may be among them. */
function tagsOf(jobs: readonly RawJob[]): string[] {
  const fields = jobs.flatMap((job) => [job["tags"], job["jobTags"]]);
  const tags = fields.flatMap((field) =>
    Array.isArray(field) ? (field as unknown[]) : typeof field === "string" ? field.split(",") : [],
  );
  return [...new Set(tags.filter((tag): tag is string => typeof tag === "string" && /^[^,]+$/.test(tag)))];
}

function unlessUnstable(stability: Stability): (finding: () => Finding) => Finding {
  const why = {
    same: undefined,
    "other order": "the order of the list was not the same twice",
    changed: "pages of the same list do not fit together, as where jobs change meanwhile: run it again",
    unknown: "whether jobs changed meanwhile could not be seen: the first page did not come again",
  }[stability];
  return (finding) => (why === undefined ? finding() : notObservable(why));
}

/** @param ofFirst whether the first page came again as it was; @param stability whether all pages did */
function orderTwice(ofFirst: Stability, stability: Stability, length: number): Finding {
  if (ofFirst === "changed" || (ofFirst === "same" && stability !== "same")) {
    return notObservable("pages of the same list do not fit together, as where jobs change meanwhile");
  }
  if (ofFirst === "unknown") return notObservable("the first page did not come again");
  if (length < 2) return notObservable(length === 0 ? "there are no jobs" : "there is one job");
  const told = "by the first page, at the beginning and at the end";
  return ofFirst === "same" ? observed("same", "the same", told) : observed("differs", "not the same", told);
}

/** What happened to be asked at two moments. */
function askedTwice(seen: readonly Seen[]): { before: Answer; after: Answer }[] {
  const byAsk = new Map<string, Answer>();
  return seen.flatMap(({ ask, answer }) => {
    const key = `${ask.offset} ${ask.limit}`;
    const before = byAsk.get(key);
    byAsk.set(key, answer);
    return before === undefined ? [] : [{ before, after: answer }];
  });
}

function pageSizesOf(seen: readonly Seen[]): PageSize[] {
  const byLimit = new Map<number, PageSize>();
  for (const { ask, answer } of seen) {
    if (answer.kind !== "page" || answer.names.length === 0 || byLimit.has(ask.limit)) continue;
    byLimit.set(ask.limit, { limit: ask.limit, jobs: answer.names.length, bytes: answer.bytes, ms: answer.ms });
  }
  return [...byLimit.values()].sort((a, b) => a.limit - b.limit);
}

/** Jobs by their own type, where they tell it: a service may send those of the other one as well. */
function distinctJobs(seen: readonly Seen[]): RawJob[] {
  const jobs = new Map<string, RawJob>();
  for (const { ask, answer } of seen) {
    if (answer.kind !== "page") continue;
    answer.jobs.forEach((job, index) => jobs.set(`${typeOf(job) ?? ask.jobType} ${answer.names[index] ?? ""}`, job));
  }
  return [...jobs.values()];
}

function typeOf(job: RawJob): string | undefined {
  return typeof job["jobType"] === "string" ? job["jobType"] : undefined;
}

/** Whether jobs of the type that was asked for come alone. */
function jobTypeFinding(seen: readonly Seen[], bothAsked: boolean): Finding {
  const came = seen.flatMap(({ ask, answer }) =>
    answer.kind === "page" ? answer.jobs.map((job) => ({ own: typeOf(job), asked: ask.jobType })) : [],
  );
  const others = came.filter(({ own, asked }) => own !== undefined && own !== asked);
  if (others.length > 0) return observed("ignored", "not looked at", "jobs of the other type come as well");
  if (came.length === 0) return notObservable("there are no jobs");
  if (!bothAsked) return notObservable("the list of the other type cannot be read");
  if (came.some(({ own }) => own === undefined)) return notObservable("there are jobs that do not tell their type");
  return observed("honoured", "looked at", "jobs of the type that is asked for come alone");
}

/** By the client's own reader, as jobs of their own type. */
function unreadableJobs(seen: readonly Seen[]): string[] {
  const jobs = seen.flatMap(({ ask: { jobType }, answer }) =>
    answer.kind === "page" ? answer.jobs.map((job, index) => ({ jobType, job, name: answer.names[index] })) : [],
  );
  const unreadable = jobs.filter(({ job, jobType }) => {
    const own = (["BATCH", "REAL_TIME"] as const).find((type) => type === typeOf(job));
    try {
      parsePage({ total: 1, jobs: [job] }, own ?? jobType, { what: "" });
      return false;
    } catch {
      return true;
    }
  });
  const { size } = new Set(unreadable.map(({ jobType, name }) => `${jobType} ${name ?? ""}`));
  return size === 0 ? [] : [`${counted(size, "job")} cannot be read (fields are missing or of another type)`];
}

/** Pages whose totals differ do not fit together. Those of a list of one page are the same. */
function totalHindrance(total: Finding, atLeast: number): string[] {
  if (total.kind !== "observed") return [];
  const isInTheWay =
    ["too high", "missing"].includes(total.value) || (total.value === "of the page" && atLeast > onOnePage);
  return isInTheWay ? [`total is ${total.what}`] : [];
}

/** What says of `total` that it is not the count of all jobs. */
function isDisproved(total: Finding): boolean {
  return total.kind === "observed" && total.value !== "all";
}

function countOf({ jobType, page }: FirstPage, seen: readonly Seen[], believed: boolean): JobCount {
  const came = distinctJobs(seen.filter(({ ask }) => ask.jobType === jobType));
  const jobs = came.filter((job) => (typeOf(job) ?? jobType) === jobType).length;
  if (page.names.length === 0) return { jobs: 0, atLeast: false };
  const isCount = believed && page.total !== undefined && page.total >= jobs;
  return isCount ? { jobs: page.total ?? 0, atLeast: false } : { jobs, atLeast: true };
}
