import type * as pulumi from "@pulumi/pulumi";
import { findJob, type Job, type JobQuery } from "../sdk/index";
import type { Connection } from "./core/listings";
import { outputForm, type OutputFormOptions } from "./outputForm";
import { readable } from "./readableError";
import { refuseOthers } from "./refuse";
import { isNewEnough, listingsOfRun } from "./run";

/** Which job. Plain values; for outputs there is `getDlfJobOutput`. */
export type GetDlfJobArgs = JobQuery;

/**
 * The one job of exactly that name, of either type, while the program runs: in `pulumi preview` too.
 *
 * @param args the job's name, and where it is
 * @param options as of `getDlfJobs`
 * @throws {@link GetDlfJobsError} as `getDlfJobs`; with code `JOB_NOT_FOUND` where there is no such job: names the nearest
 */
export async function getDlfJob(args: GetDlfJobArgs, options: Connection = {}): Promise<Job> {
  try {
    refuseOthers(args, options, "getDlfJobOutput");
    const job = await findJob(args, (query) => listingsOfRun().list(query, options, { isNewEnough }));
    return { ...job };
  } catch (error) {
    throw readable(error, "getDlfJob");
  }
}

/** `getDlfJob` with arguments that may be outputs. */
export type GetDlfJobOutputArgs = { [Name in keyof GetDlfJobArgs]: pulumi.Input<GetDlfJobArgs[Name]> };

/**
 * As `getDlfJob`, with a result that can be an input of resources.
 *
 * @param args as of `getDlfJob`
 * @param options as of `getDlfJobsOutput`
 * @returns the job: unknown, secret or failed as the result of `getDlfJobsOutput` is
 */
export function getDlfJobOutput(args: GetDlfJobOutputArgs, options: OutputFormOptions = {}): pulumi.Output<Job> {
  return outputForm(getDlfJob, args, options);
}
