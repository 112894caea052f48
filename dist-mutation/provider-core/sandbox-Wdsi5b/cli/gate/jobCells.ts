// @ts-nocheck
import { noStatus } from "../../sdk/index";
import { readableTime } from "../list/times";
import type { ReportedJob } from "./gateReport";

/** What reports tell of a job, by column. */
export const jobColumns = ["JOB", "TYPE", "STATUS", "LAST RUN", "ENDED (UTC)", "OWNER", "FOLDER"] as const;

export function jobCells(job: ReportedJob): string[] {
  const { name, jobType, status, lastInstanceStatus, lastInstanceEndTime, owner, path } = job;
  return [
    name,
    jobType,
    status ?? noStatus,
    lastInstanceStatus ?? "-",
    lastInstanceEndTime === undefined ? "-" : readableTime(lastInstanceEndTime),
    owner ?? "-",
    path ?? "-",
  ];
}
