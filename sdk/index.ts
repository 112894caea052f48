export { DlfClient, type DlfClientDependencies, type ListJobsOptions, type ListJobsResult } from "./client";
export type { ConfigurationDescription, DescribedValue } from "./describeConfiguration";
export type { AgencyOptions, DlfClientOptions, Environment, GivenCredentials, LabelledOption } from "./options";
export type { JobsQuery } from "./jobs/query";
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
  IncompleteListError,
  InvalidQueryError,
  InvalidRulesError,
  MissingCredentialsError,
  NetworkError,
  ThrottlingError,
  TimeoutError,
  UnexpectedAnswerError,
  type DlfErrorCode,
} from "./errors";
export { layOver } from "./places";
export type { Runtime } from "./runtime";
export { evaluateGate, type GateViolation } from "./gate/evaluateGate";
export { describeViolations } from "./gate/describeViolations";
export { checkRules, type GateRules } from "./gate/rules";
export { parseJobsSummary, summarizeJobs, type JobsSummary } from "./jobs/summarizeJobs";
export { parseJobs } from "./jobs/parseJobs";
export {
  prometheusRules,
  prometheusRuleResource,
  type AlertingRule,
  type DlfAlert,
  type PrometheusRuleFile,
  type PrometheusRulesOptions,
} from "./monitoring/prometheusRules";
export { grafanaDashboard, type GrafanaDashboardOptions } from "./monitoring/grafanaDashboard";
export { labelValue } from "./monitoring/labelValue";
