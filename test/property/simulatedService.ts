import { ApiError } from "../../sdk/errors";
import type { Job } from "../../sdk/jobs/job";
import type { FetchPage } from "../../sdk/jobs/listPages";

/** How a service may read `offset` and `limit`. */
export interface Paging {
  offset: "page" | "record" | "page-from-1" | "ignored";
  /** The largest page that the service sends. */
  cap: number;
  /** What becomes of a larger limit. */
  overCap: "cap" | "refuse";
  /** What a page number is multiplied with, where a limit was capped. */
  countedIn: "cap" | "limit";
}

export function job(index: number): Job {
  return { name: `job-${index}`, jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: index };
}

export function someJobs(count: number): Job[] {
  return Array.from({ length: count }, (_, index) => job(index));
}

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
      if (limit > paging.cap && paging.overCap === "refuse") throw new ApiError("limit refused", { status: 400 });
      const length = Math.min(limit, paging.cap);
      const step = paging.countedIn === "limit" ? limit : length;
      const start = {
        record: offset,
        page: offset * step,
        "page-from-1": Math.max(0, offset - 1) * step,
        ignored: 0,
      }[paging.offset];
      return { total: totalAt(request), jobs: listAt(request).slice(start, start + length) };
    },
  };
  return service;
}
