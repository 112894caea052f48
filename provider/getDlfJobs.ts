import * as pulumi from "@pulumi/pulumi";
import {
  ConfigurationError,
  InvalidQueryError,
  type ConfigurationDescription,
  type DlfClientOptions,
  type JobsQuery,
} from "../sdk/index";
import type { Connection } from "./core/listings";
import { jobsResult, type GetDlfJobsResult } from "./core/jobsResult";
import { pick } from "./core/pick";
import { statusLine } from "./core/progress";
import { GetDlfJobsError, readable, withoutSecrets } from "./readableError";
import { isNewEnough, listingsOfRun } from "./run";
import { secretArgs } from "./secretArgs";

/** Which jobs to list. Plain values; for outputs there is `getDlfJobsOutput`. */
export type GetDlfJobsArgs = JobsQuery;

export type GetDlfJobsOptions = Connection;

/**
 * Lists the jobs of a DataArts Factory workspace, all of them, while the program runs: in `pulumi preview` too.
 *
 * @example
 * const { jobs } = await getDlfJobs({ jobType: "BATCH", tags: ["daily"] });
 *
 * @throws GetDlfJobsError, which Pulumi prints in one line. Its `code` tells the cases apart (see `DlfErrorCode`).
 */
export async function getDlfJobs(
  args: GetDlfJobsArgs = {},
  options: GetDlfJobsOptions = {},
): Promise<GetDlfJobsResult> {
  return (await listedJobs(args, options)).result;
}

/** The same, with the time of the list by the service's clock: in the result it would be a change of every run. */
export async function listedJobs(
  args: GetDlfJobsArgs,
  options: GetDlfJobsOptions,
): Promise<{ result: GetDlfJobsResult; listedAt: number }> {
  try {
    refuseOthers(args, options);
    const listed = await listingsOfRun().list(args, options, {
      isNewEnough,
      onProgress: statusLine((line) => void pulumi.log.info(line, undefined, undefined, ephemeral)),
    });
    const warn = (message: string) => void pulumi.log.warn(`getDlfJobs: ${message}`);
    return { result: jobsResult(args, listed, warn), listedAt: listed.listedAt };
  } catch (error) {
    throw readable(error);
  }
}

/**
 * Where region, credentials, project and endpoints of a call come from: code, the stack's configuration, a variable, a
 * file, a service. Names only; keys are shortened. `DEBUG=dlf` prints the same.
 *
 * @throws GetDlfJobsError for what is missing, with every place that was looked at
 */
export async function describeDlfConfiguration(options: GetDlfJobsOptions = {}): Promise<ConfigurationDescription> {
  try {
    refuseOtherOptions(options, ["client", "configNamespace"]);
    return await listingsOfRun().describe(options);
  } catch (error) {
    throw readable(error);
  }
}

/** Lines of progress are not kept in the log. */
const ephemeral = true;

/** `getDlfJobs` with arguments that may be outputs. */
export type GetDlfJobsOutputArgs = { [Name in keyof GetDlfJobsArgs]: pulumi.Input<GetDlfJobsArgs[Name]> };

export interface GetDlfJobsOutputOptions {
  /** As for `getDlfJobs`. Its values may be outputs; secrets among them do not make the result a secret. */
  client?: pulumi.Input<{ [Name in keyof DlfClientOptions]: pulumi.Input<DlfClientOptions[Name]> }> | undefined;
  /** As for `getDlfJobs`. */
  configNamespace?: string | undefined;
  /** The jobs are listed after these resources exist. In a preview that creates them the result is unknown. */
  dependsOn?: pulumi.Input<pulumi.Input<pulumi.Resource>[] | pulumi.Resource> | undefined;
}

/**
 * As `getDlfJobs`, for arguments that may be outputs, with a result that can be an input of resources.
 *
 * While an argument is unknown in a preview, so is the result, and nothing is sent. A secret argument makes the result
 * a secret.
 */
export function getDlfJobsOutput(
  args: GetDlfJobsOutputArgs = {},
  options: GetDlfJobsOutputOptions = {},
): pulumi.Output<GetDlfJobsResult> {
  refuseOtherOptions(options, ["client", "configNamespace", "dependsOn"]);
  const { configNamespace } = options;
  const query = pulumi.output(args) as pulumi.Output<GetDlfJobsArgs>;
  const client = pulumi.output(options.client ?? {}) as pulumi.Output<DlfClientOptions>;
  const result = pulumi.all([query, client, created(options.dependsOn)]).apply(async ([plainArgs, plainClient]) => {
    try {
      return await getDlfJobs(plainArgs, { client: plainClient, configNamespace });
    } catch (error) {
      const secrets = pulumi.Output.isInstance(args)
        ? (await pulumi.isSecret(query)) && plainArgs
        : pick(plainArgs, (await secretArgs(args)) as (keyof GetDlfJobsArgs)[]);
      throw withoutSecrets(error, secrets, (await pulumi.isSecret(client)) && plainClient);
    }
  });
  return pulumi
    .output(pulumi.isSecret(query))
    .apply((secret) => (secret ? pulumi.secret(result) : pulumi.unsecret(result)));
}

/** Resolves when the resources exist; unknown in a preview that would create one of them. */
function created(dependsOn: GetDlfJobsOutputOptions["dependsOn"]): pulumi.Output<unknown> {
  return pulumi.output(dependsOn ?? []).apply((dependencies) => {
    const resources = (Array.isArray(dependencies) ? dependencies : [dependencies]) as pulumi.Resource[];
    return pulumi.all(
      resources.map((resource) => {
        if (!pulumi.CustomResource.isInstance(resource)) {
          throw new GetDlfJobsError(
            new ConfigurationError("dependsOn takes custom resources. For a component name the resources in it."),
          );
        }
        return pulumi.all([resource.urn, resource.id]);
      }),
    );
  });
}

/** For programs without TypeScript. */
function refuseOthers(args: GetDlfJobsArgs | null, options: GetDlfJobsOptions | null): void {
  if (args === null) throw new InvalidQueryError("Invalid query: it is null. Leave it out for all batch jobs.");
  if (options === null) throw new ConfigurationError("The options are null. Leave them out.");
  refuseOutputs(args);
  refuseOtherOptions(options, ["client", "configNamespace"]);
}

/** An output would otherwise be sent as text. */
function refuseOutputs(args: GetDlfJobsArgs): void {
  for (const [name, value] of Object.entries(args) as [string, unknown][]) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (values.some((each) => pulumi.Output.isInstance(each))) {
      throw new InvalidQueryError(`Invalid query: ${name} is an output. Use getDlfJobsOutput.`);
    }
  }
}

/** An option that is not known, such as Pulumi's own `provider`, is refused: dropping it would change its meaning. */
function refuseOtherOptions(options: object, known: readonly string[]): void {
  const other = Object.keys(options).find((name) => !known.includes(name));
  if (other !== undefined) {
    throw new GetDlfJobsError(
      new ConfigurationError(`There is no option ${JSON.stringify(other)}. There is: ${known.join(", ")}.`),
    );
  }
}
