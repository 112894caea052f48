import type { Resource } from "../core/call";
import { JobGate, gateArgs, tellingOf, type GateInputs } from "../core/jobGate";
import { JobsSnapshot, recordedKeys, snapshotArgs } from "../core/jobsSnapshot";
import { gateOfPlugin } from "./gateOfPlugin";
import { snapshotOfPlugin } from "./snapshotOfPlugin";

/** A resource of the plugin, by its type. */
export interface PluginResource {
  /** Programs are checked by their SDK alone: `check` takes nothing on faith. */
  resource: Resource<object, object, object>;
  args: readonly string[];
  /** With which of what the state holds new inputs are compared. */
  comparedWith: "inputs" | "outputs";
  /** What comes out besides the arguments: a secret where an argument is one. */
  outputs: readonly string[];
  /** What people should know of inputs that were found good. */
  tellingOf?(inputs: object, secret: boolean): ReturnType<typeof tellingOf>;
}

export const snapshotType = "dlf:index:JobsSnapshot";
export const gateType = "dlf:index:JobGate";

export function pluginResources(): Readonly<Record<string, PluginResource>> {
  return {
    [snapshotType]: {
      resource: snapshotOfPlugin(new JobsSnapshot()),
      args: snapshotArgs,
      comparedWith: "inputs",
      outputs: recordedKeys,
    },
    [gateType]: {
      resource: gateOfPlugin(new JobGate()),
      args: gateArgs,
      // A gate that waited has found what its inputs do not say yet.
      comparedWith: "outputs",
      outputs: ["finding"],
      tellingOf: ({ finding, wait }: GateInputs, secret) => finding && tellingOf(finding, secret, wait),
    },
  };
}
