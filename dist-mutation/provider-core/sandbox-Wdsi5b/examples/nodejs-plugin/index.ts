// @ts-nocheck
import * as pulumi from "@pulumi/pulumi";
import * as dlf from "pulumi-dlf-plugin";

/** The jobs as they are now, in a preview too. */
const realTime = dlf.getJobsOutput({ jobType: "REAL_TIME" });

/** The jobs as they were at the last `pulumi up`: a preview shows what changed since. */
const snapshot = new dlf.JobsSnapshot("recorded", { jobType: "ALL" });

/** Shut while a job that the release reads from has failed, is stale, or is gone. */
const healthy = new dlf.JobGate("healthy", {
  query: { jobType: "BATCH" },
  rules: {
    requiredJobs: ["ods_orders"],
    forbiddenLastInstanceStatuses: ["fail", "running-exception"],
    maxAgeOfLastSuccess: "26h",
    ignoreJobs: ["tmp_*"],
  },
});

// Stands for what you deploy.
new pulumi.Stash("release", { input: "1.4.0" }, { dependsOn: healthy });

/** Another account, in another region. */
const config = new pulumi.Config();
const eastAccount = new dlf.Provider("eastAccount", {
  region: "cn-east-3",
  endpoint: config.get("eastEndpoint"),
  projectId: config.require("eastProjectId"),
  accessKey: config.requireSecret("eastAccessKey"),
  secretKey: config.requireSecret("eastSecretKey"),
});

export const streams = realTime.names;
export const east = dlf.getJobsOutput({}, { provider: eastAccount }).total;
export const recorded = snapshot.total;
export const gate = healthy.finding.result;
