// @ts-nocheck
import * as pulumi from "@pulumi/pulumi";
import { parseJobsSummary } from "pulumi-dlf";

const pipelines = new pulumi.StackReference(new pulumi.Config().require("pipelines"));

/** Typed and checked: an output that is not there, or no summary, ends the program with a sentence. */
const jobs = pipelines.getOutput("jobs").apply(parseJobsSummary);

export const failed = jobs.failed;
export const healthy = jobs.apply(({ failed, stale }) => failed.length + stale.length === 0);
