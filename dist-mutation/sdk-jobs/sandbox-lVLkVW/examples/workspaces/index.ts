// @ts-nocheck
import * as pulumi from "@pulumi/pulumi";
import { getDlfJobs, summarizeJobs } from "pulumi-dlf";

/** `pulumi config set --path workspaces.sales <workspace ID>`: a name of yours for each workspace. */
const workspaces = new pulumi.Config().requireObject<Record<string, string>>("workspaces");

export = async () => {
  const summaries = Object.entries(workspaces).map(async ([name, workspace]) => {
    const { jobs } = await getDlfJobs({ jobType: "ALL", workspace });
    return [name, summarizeJobs(jobs)] as const;
  });
  return Object.fromEntries(await Promise.all(summaries));
};
