import * as pulumi from "@pulumi/pulumi";
import type { DlfClientOptions, Job, JobsQuery } from "../sdk/index";
import { jobsOfText } from "./core/jobsText";
import { defaultCompareFields, takeSnapshot, type JobField, type Snapshot } from "./core/snapshot";
import { askedAt } from "./askedAt";
import { ReadableError } from "./readableError";
import { secretArgs, undefinedLike } from "./secretArgs";
import { storedProvider } from "./storedProvider";

/** The client of a resource: credentials come from configuration or environment, since inputs are kept in the state. */
export type ResourceClientOptions = Omit<DlfClientOptions, "credentials">;

/** Which jobs to keep a snapshot of, and when it counts as changed. */
export interface DlfJobsArgs extends pulumi.Inputs {
  /** As in `getDlfJobs`. Default: `BATCH`. */
  jobType?: pulumi.Input<JobsQuery["jobType"]>;
  /** As in `getDlfJobs`. */
  jobName?: pulumi.Input<string | undefined>;
  /** As in `getDlfJobs`. */
  exactName?: pulumi.Input<boolean | undefined>;
  /** As in `getDlfJobs`. */
  tags?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /** As in `getDlfJobs`. */
  tagMatch?: pulumi.Input<"any" | "all" | undefined>;
  /** As in `getDlfJobs`. */
  workspace?: pulumi.Input<string | undefined>;
  /**
   * The fields whose change is a change of the snapshot. Default: all but `lastInstanceStatus` and
   * `lastInstanceEndTime`, which change with every run and count for batch jobs only. A job that comes or goes always
   * counts.
   */
  compareFields?: pulumi.Input<JobField[] | undefined>;
  /** Keep the recorded list, also in a refresh, until another argument changes. Default: false. */
  freeze?: pulumi.Input<boolean | undefined>;
  /** Any values: a change of one makes a frozen snapshot list again. */
  triggers?: pulumi.Input<pulumi.Input<unknown>[] | undefined>;
  /** How to reach the service. What is not given is taken from the stack's configuration, then the environment. */
  client?: pulumi.Input<ResourceClientOptions | undefined>;
  /** Namespace of the stack's configuration, for a second account or region. Default: `dlf`. */
  configNamespace?: pulumi.Input<string | undefined>;
}

/**
 * A snapshot of a list of jobs in the stack's state.
 *
 * A preview lists the jobs and shows, as an update of this resource, which were added, removed or changed since;
 * `pulumi up` records the new list, `pulumi refresh` reads it again, `pulumi destroy` forgets it without a request.
 *
 * In the state, the input `snapshot` and the output `jobs` are JSON, of which the engine prints what differs: ten thousand
 * jobs take 7 MB.
 */
export class DlfJobs extends pulumi.dynamic.Resource {
  /**
   * By type, then by name: as they were when the snapshot was recorded. Fields that are not compared, such as
   * `lastInstanceStatus`, stay as old as that: to decide on the jobs as they are now is for a gate or `getDlfJobs`.
   */
  declare readonly jobs: pulumi.Output<Job[]>;
  /** Names of the jobs, in the order of `jobs`. */
  declare readonly names: pulumi.Output<string[]>;
  /** How many jobs there are: the length of `jobs`. */
  declare readonly total: pulumi.Output<number>;
  /** By type and name (`BATCH/ods_orders`) the fields that are compared. */
  declare readonly snapshot: pulumi.Output<Snapshot>;

  constructor(name: string, args: DlfJobsArgs = {}, options: pulumi.CustomResourceOptions = {}) {
    refuseImport("DlfJobs", options);
    const none = undefinedLike(args);
    const outputs = { snapshot: none, jobs: none, total: none };
    super(
      storedProvider("jobs"),
      name,
      { ...args, ...outputs, asked: askedAt(args, options), secrets: secretArgs(args) },
      options,
      "dlf",
      "Jobs",
    );
    const stored = this.jobs as pulumi.Output<string | Job[] | undefined>;
    this.jobs = whereGiven(stored, (text) => jobsOfText(text) ?? unreadable(name));
    this.names = whereGiven(this.jobs, (jobs) => jobs.map((job) => job.name));
    const compared = pulumi.output(args.compareFields).apply((fields) => fields ?? defaultCompareFields);
    this.snapshot = whereGiven(this.jobs, (jobs) => compared.apply((fields) => takeSnapshot(jobs, fields)));
  }
}

function unreadable(name: string): never {
  throw new ReadableError(
    `DlfJobs "${name}": the jobs that the state holds cannot be read, since somebody has changed it. pulumi up lists them anew.`,
  );
}

/** Mocks of a unit test may answer without the jobs: there is nothing to be made of them then. */
function whereGiven<T, U>(value: pulumi.Output<T | undefined>, make: (given: T) => pulumi.Input<U>): pulumi.Output<U> {
  return value.apply((given) => (given === undefined ? undefined : make(given))) as pulumi.Output<U>;
}

/** Nothing of a snapshot exists in the cloud: there is no ID to import it by. */
export function refuseImport(type: string, { import: importId }: pulumi.CustomResourceOptions): void {
  if (importId === undefined) return;
  throw new ReadableError(
    `${type} cannot be imported: nothing of it exists in the cloud. Leave out the option import.`,
  );
}
