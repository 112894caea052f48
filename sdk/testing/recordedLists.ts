import type { SeenPage } from "./pagingReading";
import type { RecordedAnswer, RecordedRequest } from "./replayFile";

/** Of the API's reference. */
const defaultLimit = 10;

export type Place = Pick<SeenPage, "offset" | "limit">;

export interface ListBody extends Record<string, unknown> {
  total?: unknown;
  jobs: { name: string }[];
}

export interface Filter {
  workspace: string | undefined;
  jobType: string;
  jobName: string | undefined;
  tags: string | undefined;
}

/** All that was recorded of the list of one filter. */
export interface RecordedList {
  filter: Filter;
  /** Answered or refused. */
  pages: SeenPage[];
  answers: { place: Place; body: ListBody }[];
  refusals: { place: Place; answer: RecordedAnswer }[];
}

/** By their filters. */
export function recordedLists(requests: readonly RecordedRequest[]): Map<string, RecordedList> {
  const lists = new Map<string, RecordedList>();
  for (const { url, workspace, answer } of requests) {
    const filter = filterOf(url.searchParams, workspace);
    const place = placeOf(url.searchParams);
    const { status, body } = answer;
    if (place === undefined || !((status === 200 && isList(body)) || status === 400)) continue;
    const list = lists.get(keyOf(filter)) ?? { filter, pages: [], answers: [], refusals: [] };
    lists.set(keyOf(filter), list);
    if (status === 200 && isList(body)) {
      list.pages.push({ ...place, names: body.jobs.map(({ name }) => name) });
      list.answers.push({ place, body });
    } else {
      list.pages.push({ ...place, names: "refused" });
      list.refusals.push({ place, answer });
    }
  }
  return lists;
}

export function filterOf(query: URLSearchParams, workspace: string | undefined): Filter {
  const textOf = (name: string) => query.get(name) ?? undefined;
  return { workspace, jobType: textOf("jobType") ?? "BATCH", jobName: textOf("jobName"), tags: textOf("tags") };
}

export function keyOf({ workspace, jobType, jobName, tags }: Filter): string {
  return JSON.stringify([workspace ?? null, jobType, jobName ?? null, tags ?? null]);
}

/** Undefined for what is no place in a list: nothing but its own answer is told of that. */
export function placeOf(query: URLSearchParams): Place | undefined {
  const [offset, limit] = [query.get("offset") ?? "0", query.get("limit") ?? String(defaultLimit)];
  if (!/^\d{1,9}$/.test(offset) || !/^[1-9]\d{0,8}$/.test(limit)) return undefined;
  return { offset: Number(offset), limit: Number(limit) };
}

function isList(body: unknown): body is ListBody {
  const { jobs } = (body ?? {}) as Partial<ListBody>;
  return (
    Array.isArray(jobs) &&
    jobs.every((job) => typeof (job as unknown as Partial<ListBody["jobs"][0]> | null)?.name === "string")
  );
}
