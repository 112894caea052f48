import type { StatusOf, statuses } from "./statuses";

/** The statuses that are known, and any other: the set is open, a new one from the service still parses. */
type Open<Of extends StatusOf> = keyof (typeof statuses)[Of] | (string & Record<never, never>);

/** Status of a batch job: a known one, or any other text. */
export type BatchJobStatus = Open<"BATCH">;
/** Status of a real-time job: a known one, or any other text. */
export type RealTimeJobStatus = Open<"REAL_TIME">;
/** How the last finished instance of a job ended: a known status, or any other text. */
export type LastInstanceStatus = Open<"lastInstance">;

/**
 * What both types of jobs have. Times are milliseconds since the epoch, as in the API.
 * An optional field that the service leaves out, or sends as null, is absent.
 */
interface JobBase {
  /** Unique in a workspace. */
  name: string;
  /** Who created the job. By the reference every job has it. Servers were seen that leave it out. */
  createUser?: string;
  /** When the job was created, ms since the epoch. By the reference every job has it. Servers were seen that leave it out. */
  createTime?: number;
  /** At most 128 characters. */
  owner?: string;
  /** 0 high (the service's default), 1 medium, 2 low. */
  priority?: number;
  /** When the job starts to run, ms since the epoch. */
  startTime?: number;
  /** When the job stops running, ms since the epoch. */
  endTime?: number;
  /** When the job was changed last, ms since the epoch. */
  lastUpdateTime?: number;
  /** Who changed the job last. */
  lastUpdateUser?: string;
  /** Folder of the job; `/` is the root. */
  path?: string;
  /** True for a job of a single task. */
  singleNodeJobFlag?: boolean;
  /**
   * How the last **finished** instance ended, by the reference of the API's version 2: what runs now may never be told.
   * Absent for a batch job that has not run yet, and for most real-time jobs.
   */
  lastInstanceStatus?: LastInstanceStatus;
  /** When the last finished instance ended, ms since the epoch. */
  lastInstanceEndTime?: number;
}

/** A job that runs at intervals: it has instances. */
export interface BatchJob extends JobBase {
  /** Tells batch jobs from real-time jobs. */
  jobType: "BATCH";
  /** By the reference every job has it. Servers were seen that leave it out. */
  status?: BatchJobStatus;
}

/** A job that runs all the time. */
export interface RealTimeJob extends JobBase {
  /** Tells real-time jobs from batch jobs. */
  jobType: "REAL_TIME";
  /** By the reference every job has it. Servers were seen that leave it out. */
  status?: RealTimeJobStatus;
}

/** A job as "Viewing a Job List" describes it, told apart by `jobType`. */
export type Job = BatchJob | RealTimeJob;
/** `BATCH` or `REAL_TIME`. */
export type JobType = Job["jobType"];
