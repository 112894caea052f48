import * as pulumi from "@pulumi/pulumi";
import type { ConfigurationDescription, JobsQuery, ListJobsResult } from "../sdk/index";
import { connectionArgs, startedSince, type Connection } from "./core/listings";
import { jobsResult, type GetDlfJobsResult } from "./core/jobsResult";
import { statusLine } from "./core/progress";
import { outputForm, type OutputFormOptions } from "./outputForm";
import { readable } from "./readableError";
import { refuseOtherOptions, refuseOthers } from "./refuse";
import { isNewEnough, listingsOfRun } from "./run";

/** Which jobs to list. Plain values; for outputs there is `getDlfJobsOutput`. */
export type GetDlfJobsArgs = JobsQuery;

/**
 * Lists the jobs of a DataArts Factory workspace, all of them, while the program runs: in `pulumi preview` too.
 *
 * @example
 * const { jobs } = await getDlfJobs({ jobType: "BATCH", tags: ["daily"] });
 *
 * @param args which jobs. Default: all batch jobs of the default workspace
 * @param options how to reach the service. Default: as configuration and environment say
 * @returns the query, and the jobs that match it: by type, then by name
 * @throws {@link GetDlfJobsError}, which Pulumi prints in one line. Its `code` tells the cases apart (see {@link DlfErrorCode}).
 */
export async function getDlfJobs(args: GetDlfJobsArgs = {}, options: Connection = {}): Promise<GetDlfJobsResult> {
  try {
    refuseOthers(args, options, "getDlfJobsOutput");
    const warn = (message: string) => void pulumi.log.warn(`getDlfJobs: ${message}`);
    return jobsResult(args, await listInRun(args, options), warn);
  } catch (error) {
    throw readable(error);
  }
}

/**
 * For the run that calls this, with its progress.
 *
 * @param since from a listing that started at this time or later (as `monotonicMs`). Default: one that is new enough
 */
export function listInRun(args: GetDlfJobsArgs, options: Connection, since?: number): Promise<ListJobsResult> {
  return listingsOfRun().list(args, options, {
    isNewEnough: since === undefined ? isNewEnough : startedSince(since),
    asksAnew: since !== undefined,
    onProgress: statusLine(showInRun),
  });
}

/** A passing line, not kept in the log. */
export function showInRun(line: string): void {
  const ephemeral = true;
  void pulumi.log.info(line, undefined, undefined, ephemeral);
}

/**
 * Where region, credentials, project and endpoints of a call come from: code, the stack's configuration, a variable, a
 * file, a service. Names only; keys are shortened. `DEBUG=dlf` prints the same.
 *
 * @param options of the call that is asked about
 * @throws {@link GetDlfJobsError} for what is missing, with every place that was looked at
 */
export async function describeDlfConfiguration(options: Connection = {}): Promise<ConfigurationDescription> {
  try {
    refuseOtherOptions(options, connectionArgs);
    return await listingsOfRun().describe(options);
  } catch (error) {
    throw readable(error);
  }
}

/** `getDlfJobs` with arguments that may be outputs. */
export type GetDlfJobsOutputArgs = { [Name in keyof GetDlfJobsArgs]: pulumi.Input<GetDlfJobsArgs[Name]> };

/**
 * As `getDlfJobs`, for arguments that may be outputs, with a result that can be an input of resources.
 *
 * While an argument is unknown in a preview, so is the result, and nothing is sent. A secret argument makes the result
 * a secret.
 *
 * @param args as of `getDlfJobs`
 * @param options how to reach the service, and which resources are to exist before
 * @returns what `getDlfJobs` gives; where that throws, the output fails with the same error
 */
export function getDlfJobsOutput(
  args: GetDlfJobsOutputArgs = {},
  options: OutputFormOptions = {},
): pulumi.Output<GetDlfJobsResult> {
  return outputForm(getDlfJobs, args, options);
}
