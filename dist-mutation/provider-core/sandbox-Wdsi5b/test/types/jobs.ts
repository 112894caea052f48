/** Compiled by `npm run check`, never run: what the types promise. */
// @ts-nocheck

import type { DlfClient } from "../../sdk";
import { type Job } from "../../sdk";
import { getDlfJobs, getDlfJobsOutput, type GetDlfJobsResult } from "../../provider";
import type * as pulumi from "@pulumi/pulumi";

export function aJobIsToldApartByItsType(job: Job): string | undefined {
  if (job.jobType === "BATCH") return job.status === "SCHEDULING" ? job.lastInstanceStatus : undefined;
  //  a real-time job is no batch job
  const type: "BATCH" = job.jobType;
  return type;
}

export function aStatusIsOpen(job: Job): boolean {
  return job.status === "SCHEDULING" || job.status === "A_STATUS_OF_TOMORROW";
}

export function whatServersLeaveOutMayBeAbsent(job: Job): string {
  //  a job may come without a status
  const status: string = job.status;
  //  a job may come without the user who made it
  const user: string = job.createUser;
  //  a job may come without the time when it was made
  const time: number = job.createTime;
  return `${job.name}${status}${user}${time}`;
}

export async function queries(client: DlfClient, workspace: pulumi.Output<string>): Promise<void> {
  await client.listJobs({ jobType: "ALL", tags: ["a"], tagMatch: "any", jobName: "x", exactName: true });
  //  there are three types
  await client.listJobs({ jobType: "STREAM" });
  //  tags are a list
  await client.listJobs({ tags: "a,b" });
  //  an output is for getDlfJobsOutput
  await getDlfJobs({ workspace });
  getDlfJobsOutput({ workspace, tags: ["a"] });
  //  Pulumi's own options have no meaning here
  await getDlfJobs({}, { provider: undefined });
  //  waiting belongs to the output form
  await getDlfJobs({}, { dependsOn: [] });
}

export function outputsAreLifted(result: pulumi.Output<GetDlfJobsResult>): pulumi.Output<string[]> {
  return result.names;
}
