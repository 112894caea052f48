import type { BatchJob, Job, RealTimeJob } from "../../sdk/index";

/** A field of a job that a snapshot may compare. */
export type JobField = Exclude<keyof BatchJob | keyof RealTimeJob, "name" | "jobType">;

/** What changes only when somebody changes the job; a run of it changes none of these. */
export const defaultCompareFields: readonly JobField[] = [
  ...(["status", "owner", "priority", "path", "startTime", "endTime", "singleNodeJobFlag"] as const),
  ...(["createUser", "createTime", "lastUpdateUser", "lastUpdateTime"] as const),
];

export const jobFields: readonly JobField[] = [
  ...defaultCompareFields,
  ...(["lastInstanceStatus", "lastInstanceEndTime"] as const),
];

/** By type and name (`BATCH/ods_orders`), the fields that count. The engine prints what differs between two of them. */
export type Snapshot = Record<string, Partial<Record<JobField, string | number | boolean>>>;

export function takeSnapshot(jobs: readonly Job[], compareFields: readonly JobField[]): Snapshot {
  return Object.fromEntries(
    jobs.map((job) => {
      const fields = job as Partial<Record<JobField, string | number | boolean>>;
      const kept = compareFields.filter((field) => fields[field] !== undefined);
      return [`${job.jobType}/${job.name}`, Object.fromEntries(kept.map((field) => [field, fields[field]]))];
    }),
  );
}
