// @ts-nocheck
import * as dlf from "pulumi-dlf-plugin";

// A change of a job's status or owner, and a job that comes or goes, is a change of the snapshot.
const recorded = new dlf.JobsSnapshot("recorded", {
  jobType: "ALL",
  compareFields: ["status", "owner"],
});

export const names = recorded.names;
