export {
  getDlfJobs,
  getDlfJobsOutput,
  type GetDlfJobsArgs,
  type GetDlfJobsOptions,
  type GetDlfJobsOutputArgs,
  type GetDlfJobsOutputOptions,
  type GetDlfJobsResult,
} from "./getDlfJobs";
export { GetDlfJobsError } from "./readableError";
export type {
  BatchJob,
  BatchJobStatus,
  DlfClientOptions,
  DlfErrorCode,
  Job,
  JobType,
  LastInstanceStatus,
  RealTimeJob,
  RealTimeJobStatus,
} from "../sdk/index";
