// @ts-nocheck
import { DlfJobGate } from "pulumi-dlf";
import { Release } from "./release";

/** Shut while a job that this release reads from has failed, is stale, or is gone. */
const healthy = new DlfJobGate("pipelines-healthy", {
  query: { jobType: "BATCH" },
  rules: {
    requiredJobs: ["ods_orders"],
    forbiddenLastInstanceStatuses: ["fail", "running-exception"],
    maxAgeOfLastSuccess: "26h",
    ignoreJobs: ["tmp_*"],
  },
});

const release = new Release("reports", { path: "release.json", version: "1.4.0" }, { dependsOn: healthy });

export const deployed = release.version;
