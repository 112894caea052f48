/** Compiled by `npm run check`, never run: what the types promise. */
import type { DlfClient } from "../../sdk";
import { type Job } from "../../sdk";
import { getDlfJobs, getDlfJobsOutput, type GetDlfJobsResult } from "../../provider";
import type * as pulumi from "@pulumi/pulumi";

export function aJobIsToldApartByItsType(job: Job): string | undefined {
  if (job.jobType === "BATCH") return job.lastInstanceStatus;
  // @ts-expect-error a real-time job has no instances
  const status: unknown = job.lastInstanceStatus;
  return String(status);
}

export function aStatusIsOpen(job: Job): boolean {
  return job.status === "SCHEDULING" || job.status === "A_STATUS_OF_TOMORROW";
}

export async function queries(client: DlfClient, workspace: pulumi.Output<string>): Promise<void> {
  await client.listJobs({ jobType: "ALL", tags: ["a"], tagMatch: "any", jobName: "x", exactName: true });
  // @ts-expect-error there are three types
  await client.listJobs({ jobType: "STREAM" });
  // @ts-expect-error tags are a list
  await client.listJobs({ tags: "a,b" });
  // @ts-expect-error an output is for getDlfJobsOutput
  await getDlfJobs({ workspace });
  getDlfJobsOutput({ workspace, tags: ["a"] });
  // @ts-expect-error Pulumi's own options have no meaning here
  await getDlfJobs({}, { provider: undefined });
  // @ts-expect-error waiting belongs to the output form
  await getDlfJobs({}, { dependsOn: [] });
}

export function outputsAreLifted(result: pulumi.Output<GetDlfJobsResult>): pulumi.Output<string[]> {
  return result.names;
}
