import { ApiError } from "../../sdk/errors";
import type { Job } from "../../sdk/jobs/job";
import type { FetchPage } from "../../sdk/jobs/listPage";

/** How a service may read `offset` and `limit`. */
export interface Paging {
  offset: "page" | "record" | "record-rounded" | "page-from-1" | "ignored";
  /** The largest page that the service sends. */
  cap: number;
  /** What becomes of a larger limit. */
  overCap: "cap" | "refuse";
  /** What a page number is multiplied with, where a limit was capped. */
  countedIn: "cap" | "limit";
  /** What stands at offset 0 where pages count from 1. Default: page 1. */
  pageZero?: "page 1" | "refused" | "empty" | "empty, total 0";
  /** What lies past the end, but for the first page of a list that holds nothing. Default: an empty page. */
  pastEnd?: "empty" | "refused" | "first page";
}

export function job(index: number): Job {
  return { name: `job-${index}`, jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: index };
}

/** The first so many of always the same jobs: lists that change with every request are made a thousand times. */
export function someJobs(count: number): Job[] {
  while (made.length < count) made.push(Object.freeze(job(made.length)));
  return made.slice(0, count);
}

const made: Job[] = [];

export interface SimulatedService {
  fetchPage: FetchPage;
  requests: { offset: number; limit: number }[];
  mostAtOnce: number;
}

/**
 * Lists served as by a service with this paging, without a network. `listAt` gives the list, and `totalAt` what the
 * service says of it, at the time of the n-th request.
 */
export function simulateService(
  paging: Paging,
  listAt: (request: number) => readonly Job[],
  totalAt: (request: number) => number = (request) => listAt(request).length,
): SimulatedService {
  let atOnce = 0;
  const service: SimulatedService = {
    requests: [],
    mostAtOnce: 0,
    fetchPage: async ({ offset, limit }) => {
      const request = service.requests.push({ offset, limit }) - 1;
      atOnce += 1;
      service.mostAtOnce = Math.max(service.mostAtOnce, atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      if (limit > paging.cap && paging.overCap === "refuse") throw refused("limit");
      const list = listAt(request);
      const total = totalAt(request);
      const { pageZero = "page 1", pastEnd = "empty" } = paging;
      if (paging.offset === "page-from-1" && offset === 0 && pageZero !== "page 1") {
        if (pageZero === "refused") throw refused("offset");
        return { total: pageZero === "empty" ? total : 0, jobs: [] };
      }
      const length = Math.min(limit, paging.cap);
      const start = firstRecord(paging, offset, limit);
      if (start === 0 || start < list.length || pastEnd === "empty") {
        return { total, jobs: list.slice(start, start + length) };
      }
      if (pastEnd === "refused") throw refused("offset");
      return { total, jobs: list.slice(0, length) };
    },
  };
  return service;
}

function firstRecord({ offset: reading, cap, countedIn }: Paging, offset: number, limit: number): number {
  const step = countedIn === "limit" ? limit : Math.min(limit, cap);
  switch (reading) {
    case "page":
      return offset * step;
    case "page-from-1":
      return Math.max(0, offset - 1) * step;
    case "record":
      return offset;
    case "record-rounded":
      return offset - (offset % step);
    case "ignored":
      return 0;
  }
}

function refused(what: string): ApiError {
  return new ApiError(`${what} refused`, { status: 400 });
}
