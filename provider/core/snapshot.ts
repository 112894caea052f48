import type { Job } from "../../sdk/index";

/** A field of a job that a snapshot may compare. */
export type JobField = Exclude<keyof Job, "name" | "jobType">;

/** What changes only when somebody changes the job; a run of it changes none of these. */
export const defaultCompareFields: readonly JobField[] = [
  ...(["status", "owner", "priority", "path", "startTime", "endTime", "singleNodeJobFlag"] as const),
  ...(["createUser", "createTime", "lastUpdateUser", "lastUpdateTime"] as const),
];

const ofLastInstance: readonly JobField[] = ["lastInstanceStatus", "lastInstanceEndTime"];

export const jobFields: readonly JobField[] = [...defaultCompareFields, ...ofLastInstance];

/**
 * By type and name (`BATCH/ods_orders`), the fields that count; those of a last instance for batch jobs alone, as in the
 * snapshots that 0.1.0 recorded. The engine prints what differs between two of them.
 */
export type Snapshot = Record<string, Partial<Record<JobField, string | number | boolean>>>;

export function takeSnapshot(jobs: readonly Job[], compareFields: readonly JobField[]): Snapshot {
  return Object.fromEntries(
    jobs.map((job) => {
      const fields = job as Partial<Record<JobField, string | number | boolean>>;
      const kept = jobFields.filter(
        (field) =>
          compareFields.includes(field) &&
          fields[field] !== undefined &&
          (job.jobType === "BATCH" || !ofLastInstance.includes(field)),
      );
      return [`${job.jobType}/${job.name}`, Object.fromEntries(kept.map((field) => [field, fields[field]]))];
    }),
  );
}
