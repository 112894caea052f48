// @ts-nocheck
import * as dlf from "pulumi-dlf-plugin";

const listed = dlf.getJobsOutput({ jobType: "ALL", tags: ["daily"] });

export const total = listed.total;
export const failed = listed.jobs.apply((jobs) =>
  jobs.filter((job) => job.lastInstanceStatus === "fail").map((job) => job.name),
);
