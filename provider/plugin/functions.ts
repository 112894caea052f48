import { findJob, type Job, type JobQuery, type JobsQuery, type ListJobsResult } from "../../sdk/index";
import { jobsResult, type GetDlfJobsResult } from "../core/jobsResult";
import { refuseUnfit } from "../core/refuseUnfit";

/** A function of the plugin. */
export interface PluginFunction {
  args: readonly string[];
  /** All that comes out, for an answer that is not known yet. */
  outputs: readonly string[];
  call(
    args: object,
    list: (query: JobsQuery) => Promise<ListJobsResult>,
    warn: (message: string) => void,
  ): Promise<object>;
}

const jobsArgs = [
  ...(["jobType", "jobName", "exactName", "tags", "tagMatch", "workspace", "filter", "consistency"] as const),
] satisfies (keyof JobsQuery)[];
const jobsOutputs = [
  ...jobsArgs,
  ...(["id", "total", "names", "jobs", "complete"] as const),
] satisfies (keyof GetDlfJobsResult)[];
const jobArgs = ["name", "jobType", "workspace"] satisfies (keyof JobQuery)[];
const jobOutputs = [
  ...(["name", "jobType", "status", "lastInstanceStatus", "lastInstanceEndTime", "owner", "priority", "path"] as const),
  ...(["startTime", "endTime", "singleNodeJobFlag", "createUser", "createTime"] as const),
  ...(["lastUpdateUser", "lastUpdateTime"] as const),
] satisfies (keyof Job)[];

/** By token. */
export const pluginFunctions: Readonly<Record<string, PluginFunction>> = {
  "dlf:index:getJobs": {
    args: jobsArgs,
    outputs: jobsOutputs,
    call: async (args, list, warn) => {
      const listed = await list(args);
      refuseUnfit(listed.jobs);
      return jobsResult(args, listed, warn);
    },
  },
  "dlf:index:getJob": {
    args: jobArgs,
    outputs: jobOutputs,
    call: async (args, list) => {
      const job = await findJob(args as JobQuery, list);
      refuseUnfit([job]);
      return job;
    },
  },
};
