/** The statuses that are known, and any other: the set is open, a new one from the service still parses. */
type Open<Known extends string> = Known | (string & Record<never, never>);

export type BatchJobStatus = Open<"SCHEDULING" | "STOPPED" | "PAUSED">;
export type RealTimeJobStatus = Open<
  "STARTING" | "NORMAL" | "EXCEPTION" | "STOPPING" | "STOPPED" | "PAUSE" | "ABNORMAL"
>;
export type LastInstanceStatus = Open<"running" | "success" | "fail" | "running-exception" | "manual-stop">;

/**
 * What both types of jobs have. Times are milliseconds since the epoch, as in the API.
 * An optional field that the service leaves out, or sends as null, is absent.
 */
interface JobBase {
  /** Unique in a workspace. */
  name: string;
  createUser: string;
  /** ms since the epoch */
  createTime: number;
  /** At most 128 characters. */
  owner?: string;
  /** 0 high (the service's default), 1 medium, 2 low. */
  priority?: number;
  /** When the job starts to run, ms since the epoch. */
  startTime?: number;
  /** When the job stops running, ms since the epoch. */
  endTime?: number;
  /** ms since the epoch */
  lastUpdateTime?: number;
  lastUpdateUser?: string;
  /** Folder of the job; `/` is the root. */
  path?: string;
  /** True for a job of a single task. */
  singleNodeJobFlag?: boolean;
}

/** A job that runs at intervals: it has instances. */
export interface BatchJob extends JobBase {
  jobType: "BATCH";
  status: BatchJobStatus;
  /** Absent when the job has not run yet. */
  lastInstanceStatus?: LastInstanceStatus;
  /** ms since the epoch */
  lastInstanceEndTime?: number;
}

/** A job that runs all the time: it has a status, and no instances. */
export interface RealTimeJob extends JobBase {
  jobType: "REAL_TIME";
  status: RealTimeJobStatus;
}

/** A job as "Viewing a Job List" describes it, told apart by `jobType`. */
export type Job = BatchJob | RealTimeJob;
export type JobType = Job["jobType"];
