// @ts-nocheck
import { getDlfJobs, summarizeJobs } from "pulumi-dlf";

const day = 86_400_000;

export = async () => {
  const { jobs } = await getDlfJobs({ jobType: "ALL" });
  return { jobs: summarizeJobs(jobs, { staleAfterMs: 2 * day }) };
};
