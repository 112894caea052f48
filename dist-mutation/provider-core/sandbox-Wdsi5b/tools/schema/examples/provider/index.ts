// @ts-nocheck
import * as pulumi from "@pulumi/pulumi";
import * as dlf from "pulumi-dlf-plugin";

const config = new pulumi.Config();
const east = new dlf.Provider("east", {
  region: "cn-east-3",
  accessKey: config.requireSecret("eastAccessKey"),
  secretKey: config.requireSecret("eastSecretKey"),
});

export const total = dlf.getJobsOutput({}, { provider: east }).total;
export const names = new dlf.JobsSnapshot("recorded", {}, { provider: east }).names;
