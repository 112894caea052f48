import { safeText } from "../redact";
import type { Job } from "./job";
import { describeStatus } from "./statuses";

/**
 * In one line which statuses of last instances are none of the known ones, without a secret; undefined where all are
 * known. A rule that forbids `fail` does not see what a newer service calls otherwise.
 */
export function unknownStatuses(jobs: readonly Job[]): string | undefined {
  const unknown = jobs.flatMap(({ lastInstanceStatus: status }) =>
    status === undefined || describeStatus("lastInstance", status).known ? [] : [status],
  );
  if (unknown.length === 0) return undefined;
  const names = [...new Set(unknown)].slice(0, 5).map((status) => JSON.stringify(safeText(status)));
  const jobsOf = `${unknown.length} job${unknown.length === 1 ? " has" : "s have"}`;
  return `${jobsOf} a last instance status that is not known (${names.join(", ")}): no rule sees it that does not name it.`;
}
