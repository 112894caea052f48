// @ts-nocheck
import * as pulumi from "@pulumi/pulumi";
import * as dlf from "pulumi-dlf-plugin";

const healthy = new dlf.JobGate("healthy", {
  query: { jobType: "BATCH" },
  rules: {
    requiredJobs: ["ods_orders"],
    forbiddenLastInstanceStatuses: ["fail", "running-exception"],
    maxAgeOfLastSuccess: "26h",
  },
});

// Stands for what you deploy: it stays as it is while the gate is shut.
new pulumi.Stash("release", { input: "1.4.0" }, { dependsOn: healthy });

export const finding = healthy.finding.result;
