// @ts-nocheck
import * as pulumi from "@pulumi/pulumi";
import * as state from "@pulumi/pulumi/runtime/state";
import { monotonicMs } from "./core/monotonicMs";

/**
 * When a resource asks for its jobs (as `monotonicMs`): once its arguments are known, and what it waits for exists.
 * `check` takes a listing that started since then, and leaves this time out of the state. The engine checks one resource
 * after the other, so that those which are registered together can share a listing only if it is told when that was.
 *
 * Undefined where it cannot be told here what the resource waits for: the parts of a component, or what a transformation
 * adds. The engine calls `check` after all of that, and the time is then that of the call.
 */
export function askedAt(args: object, options: pulumi.CustomResourceOptions): pulumi.Output<number | undefined> {
  const { dependsOn, parent, deletedWith } = options;
  return pulumi.all([args, dependsOn ?? []]).apply(([, dependencies]): pulumi.Output<number | undefined> => {
    const resources = (Array.isArray(dependencies) ? dependencies : [dependencies]) as pulumi.Resource[];
    if (mayBeTransformed(options) || !resources.every((resource) => pulumi.CustomResource.isInstance(resource))) {
      return pulumi.output(undefined);
    }
    const others = [parent, deletedWith].filter((resource) => resource !== undefined);
    return pulumi.all([...resources, ...others].map(({ urn }) => urn)).apply(monotonicMs);
  });
}

/** Whether anybody may change the options of the resource once they are handed to Pulumi. */
function mayBeTransformed({ transformations, transforms, parent }: pulumi.CustomResourceOptions): boolean {
  const { __transformations: inherited } = (parent ?? pulumi.runtime.getStackResource() ?? {}) as WithTransformations;
  const ofStack = (state as unknown as { getStore: () => { callbacks?: unknown } }).getStore().callbacks !== undefined;
  return ofStack || [transformations, transforms, inherited].some((each) => (each?.length ?? 0) > 0);
}

/** Pulumi's own names, in no declaration of it, as that of the store of a run, which knows of the stack's transforms. */
interface WithTransformations {
  __transformations?: readonly unknown[];
}
