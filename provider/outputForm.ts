import * as pulumi from "@pulumi/pulumi";
import { ConfigurationError, type DlfClientOptions } from "../sdk/index";
import { connectionArgs, type Connection } from "./core/listings";
import { pick } from "./core/pick";
import { GetDlfJobsError, withoutSecrets } from "./readableError";
import { refuseOtherOptions } from "./refuse";
import { secretArgs } from "./secretArgs";

/** As `GetDlfJobsOptions`, for arguments that may be outputs. */
export interface OutputFormOptions {
  /** As for the plain form. Its values may be outputs; secrets among them do not make the result a secret. */
  client?: pulumi.Input<{ [Name in keyof DlfClientOptions]: pulumi.Input<DlfClientOptions[Name]> }> | undefined;
  /** As for the plain form. */
  configNamespace?: string | undefined;
  /** The jobs are listed after these resources exist. In a preview that creates them the result is unknown. */
  dependsOn?: pulumi.Input<pulumi.Input<pulumi.Resource>[] | pulumi.Resource> | undefined;
}

/** A function of plain arguments, for arguments that may be outputs. */
export function outputForm<Args extends object, Result>(
  call: (args: Args, options: Connection) => Promise<Result>,
  args: pulumi.Input<{ [Name in keyof Args]: pulumi.Input<Args[Name]> }>,
  options: OutputFormOptions,
): pulumi.Output<Result> {
  refuseOtherOptions(options, [...connectionArgs, "dependsOn"]);
  const { configNamespace } = options;
  const query = pulumi.output(args) as unknown as pulumi.Output<Args>;
  const client = pulumi.output(options.client ?? {}) as pulumi.Output<DlfClientOptions>;
  const known = pulumi.all([query, client, created(options.dependsOn)]);
  const result = known.apply(async ([given, plainClient]) => {
    const plainArgs = given as Args;
    try {
      return await call(plainArgs, { client: plainClient, configNamespace });
    } catch (error) {
      const secrets = pulumi.Output.isInstance(args)
        ? (await pulumi.isSecret(query)) && plainArgs
        : pick(plainArgs, (await secretArgs(args)) as (keyof Args)[]);
      throw withoutSecrets(error, secrets, (await pulumi.isSecret(client)) && plainClient);
    }
  });
  const asSecretAs = pulumi
    .output(pulumi.isSecret(query))
    .apply((secret) => (secret ? pulumi.secret(result) : pulumi.unsecret(result)));
  return asSecretAs as unknown as pulumi.Output<Result>;
}

/** Resolves when the resources exist; unknown in a preview that would create one of them. */
function created(dependsOn: OutputFormOptions["dependsOn"]): pulumi.Output<unknown> {
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
