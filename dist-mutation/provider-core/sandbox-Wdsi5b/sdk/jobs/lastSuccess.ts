// @ts-nocheck
import type { Job } from "./job";
import { statusIs } from "./statuses";

/** So far a time of the service may lie ahead of this machine's clock, in ms: beyond that it cannot be meant. */
const mostAheadMs = 5 * 60_000;

/** When the last instance ended, in ms since the epoch; undefined unless it succeeded, by itself or by decree. */
export function lastSuccess({ lastInstanceStatus, lastInstanceEndTime }: Job): number | undefined {
  return statusIs("lastInstance", lastInstanceStatus, "success") ? lastInstanceEndTime : undefined;
}

/** Whether a time lies in the future by more than clocks differ: what ended then would be fresh for ever. */
export function isAhead(time: number, now: number): boolean {
  return time > now + mostAheadMs;
}

/** Whether the last instance succeeded, and ended no earlier than `since` and not in the future. */
export function succeededSince(job: Job, since: number, now: number): boolean {
  const time = lastSuccess(job);
  return time !== undefined && time >= since && !isAhead(time, now);
}
