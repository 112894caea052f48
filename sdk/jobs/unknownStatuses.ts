import { safeText } from "../redact";
import type { Job } from "./job";
import { describeStatus } from "./statuses";

/** A line for people, and the statuses that it is about. */
export interface UnknownStatuses {
  /** One line, without a secret. */
  message: string;
  /** As they came, sorted. */
  statuses: string[];
}

/**
 * In one line which statuses of last instances are none of the known ones, without a secret; undefined where all are
 * known. A rule that forbids `fail` does not see what a newer service calls otherwise.
 */
export function unknownStatuses(jobs: readonly Job[]): UnknownStatuses | undefined {
  const times = new Map<string, number>();
  for (const { lastInstanceStatus: status } of jobs) {
    if (status !== undefined) times.set(status, (times.get(status) ?? 0) + 1);
  }
  const unknown = [...times].filter(([status]) => !describeStatus("lastInstance", status).known);
  if (unknown.length === 0) return undefined;
  const count = unknown.reduce((sum, [, each]) => sum + each, 0);
  const names = unknown.slice(0, 5).map(([status]) => JSON.stringify(safeText(status)));
  const jobsHave = `${count} job${count === 1 ? " has" : "s have"}`;
  const message = `${jobsHave} a last instance status that is not known (${names.join(", ")}): no rule sees it that does not name it.`;
  return { message, statuses: unknown.map(([status]) => status).sort() };
}
