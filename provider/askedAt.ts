import * as pulumi from "@pulumi/pulumi";
import { monotonicMs } from "./monotonicMs";

/**
 * When a resource asks for its jobs (as `monotonicMs`): once its arguments are known, and what it depends on exists.
 * `check` takes a listing that started since then, and leaves this time out of the state.
 *
 * Of a component it cannot be told here when its parts exist. Then it is undefined: the engine calls `check` after all of
 * them.
 */
export function askedAt(
  args: object,
  { dependsOn, parent }: pulumi.CustomResourceOptions,
): pulumi.Output<number | undefined> {
  return pulumi.all([args, dependsOn ?? []]).apply(([, dependencies]): pulumi.Output<number | undefined> => {
    const resources = (Array.isArray(dependencies) ? dependencies : [dependencies]) as pulumi.Resource[];
    const known = resources.every((resource) => pulumi.CustomResource.isInstance(resource));
    const urns = [...resources, ...(parent === undefined ? [] : [parent])].map(({ urn }) => urn);
    return known ? pulumi.all(urns).apply(monotonicMs) : pulumi.output(undefined);
  });
}
