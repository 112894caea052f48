export { DlfClient, type DlfClientDependencies, type ListJobsOptions, type ListJobsResult } from "./client";
export type { DlfClientOptions, Environment, GivenCredentials } from "./options";
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
  MissingCredentialsError,
  NetworkError,
  ThrottlingError,
  TimeoutError,
  UnexpectedAnswerError,
  type DlfErrorCode,
} from "./errors";
export type { Runtime } from "./runtime";
