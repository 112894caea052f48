/**
 * For Pulumi programs in TypeScript and JavaScript: lists, gates and snapshots of jobs, summaries for other stacks, and
 * what monitors them.
 *
 * @module pulumi-dlf
 */

export {
  describeDlfConfiguration,
  getDlfJobs,
  getDlfJobsOutput,
  type GetDlfJobsArgs,
  type GetDlfJobsOutputArgs,
} from "./getDlfJobs";
export type { Connection as GetDlfJobsOptions } from "./core/listings";
export type { OutputFormOptions as GetDlfJobsOutputOptions } from "./outputForm";
export type { GetDlfJobsResult } from "./core/jobsResult";
export { getDlfJob, getDlfJobOutput, type GetDlfJobArgs, type GetDlfJobOutputArgs } from "./getDlfJob";
export { DlfJobs, type DlfJobsArgs, type ResourceClientOptions } from "./dlfJobs";
export type { JobField, Snapshot } from "./core/snapshot";
export { DlfJobGate, type DlfJobGateArgs, type GateQuery } from "./dlfJobGate";
export type { GateFinding } from "./core/jobGate";
export { requireDlfJobs, type RequireDlfJobsOptions } from "./requireDlfJobs";
export { DlfGateError, GetDlfJobsError } from "./readableError";
export {
  describeViolations,
  evaluateGate,
  grafanaDashboard,
  parseJobs,
  parseJobsSummary,
  prometheusRuleResources,
  prometheusRules,
  summarizeJobs,
} from "../sdk/index";
export type {
  BatchJob,
  BatchJobStatus,
  ConfigurationDescription,
  DlfClientOptions,
  DlfErrorCode,
  GateRules,
  GateViolation,
  GrafanaDashboard,
  GrafanaDashboardOptions,
  GrafanaPanel,
  Job,
  JobType,
  JobsSummary,
  LastInstanceStatus,
  PrometheusRule,
  PrometheusRuleFile,
  PrometheusRulesOptions,
  RealTimeJob,
  RealTimeJobStatus,
} from "../sdk/index";
