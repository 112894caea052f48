/**
 * The client, without Pulumi: lists of jobs, gates, summaries, and what monitors jobs.
 *
 * @module pulumi-dlf/sdk
 */

export { DlfClient, type DlfClientDependencies, type ListJobsOptions, type ListJobsResult } from "./client";
export type { ConfigurationDescription, DescribedValue } from "./connection/describeConfiguration";
export type {
  AgencyOptions,
  DlfClientOptions,
  Environment,
  GivenCredentials,
  LabelledOption,
} from "./configuration/options";
export { refuseNoQuery, type JobsQuery } from "./jobs/query";
export { findJob, type JobQuery } from "./jobs/findJob";
export { checkFilter, type JobsFilter, type Priority } from "./jobs/filter";
export type { ListProgress } from "./jobs/listAll";
export type {
  BatchJob,
  BatchJobStatus,
  Job,
  JobType,
  LastInstanceStatus,
  RealTimeJob,
  RealTimeJobStatus,
} from "./jobs/job";
export {
  ApiError,
  AuthenticationError,
  ConfigurationError,
  DlfError,
  GateShutError,
  IncompleteListError,
  InvalidQueryError,
  InvalidRulesError,
  JobNotFoundError,
  MissingCredentialsError,
  NetworkError,
  ThrottlingError,
  TimeoutError,
  UnexpectedAnswerError,
  type DlfErrorCode,
  type DlfErrorDetails,
  type PassingOrPermanent,
} from "./errors";
export { layOver, type LeftOut } from "./configuration/places";
export type { ReadTextFile, TextFile } from "./credentials/readTextFile";
export type { Runtime } from "./time/runtime";
export {
  decideGate,
  evaluateGate,
  type AppliedExemption,
  type GateDecision,
  type GateNote,
  type GateViolation,
} from "./gate/decideGate";
export { describeViolations } from "./gate/describeViolations";
export { askGate, type GateOutcome, type JobsOfGate, type KnownOutcome, type UnknownOutcome } from "./gate/askGate";
export { checkWait, mayPass, waitForGate, type CheckedWait, type GateWait, type WaitClock } from "./gate/wait";
export {
  checkRules,
  ruleNames,
  type CheckedRules,
  type GateExemption,
  type GateRules,
  type Tolerance,
} from "./gate/rules";
export { ruleWarnings } from "./gate/ruleWarnings";
export { parseJobsSummary, summarizeJobs, type JobsSummary } from "./jobs/summarizeJobs";
export { unknownStatuses, type UnknownStatuses } from "./jobs/unknownStatuses";
export { parseJobs } from "./jobs/parseJobs";
export { isAhead, lastSuccess } from "./jobs/lastSuccess";
export { describeStatus, noStatus, usualStatuses, type DescribedStatus, type StatusOf } from "./jobs/statuses";
export type { StatusColor, StatusMeaning } from "./jobs/statuses";
export {
  prometheusRules,
  type AlertingRule,
  type AlertingRuleGroup,
  type DlfAlert,
  type PrometheusRuleFile,
  type PrometheusRulesOptions,
} from "./monitoring/prometheusRules";
export { prometheusRuleResources, type PrometheusRule } from "./monitoring/prometheusRuleResources";
export {
  grafanaDashboard,
  type GrafanaDashboard,
  type GrafanaDashboardOptions,
  type GrafanaPanel,
} from "./monitoring/grafanaDashboard";
export { alarm } from "./time/alarm";
export { labelValue } from "./monitoring/labelValue";
