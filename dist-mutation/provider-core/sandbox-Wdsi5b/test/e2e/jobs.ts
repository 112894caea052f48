// @ts-nocheck
import type { EmulatedJob } from "../../sdk/testing";

/** A batch job that runs, with a good last instance. */
export function batchJob(name: string, fields: Partial<EmulatedJob> = {}): EmulatedJob {
  return {
    ...{ name, jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: 1_795_000_000_000 },
    ...{ owner: "data_team", path: "/ods", priority: 0 },
    ...{ lastInstanceStatus: "success", lastInstanceEndTime: Date.now() - 3_600_000 },
    ...fields,
  };
}
