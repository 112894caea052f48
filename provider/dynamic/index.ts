/**
 * What Pulumi's process for dynamic resources calls. Not for programs: they use `DlfJobs` and `DlfJobGate`. State files
 * hold calls of these functions (`__provider`), so that their names stay as they are.
 *
 * @module pulumi-dlf/dynamic
 */
import { JobGate, gateArgs, type GateInputs } from "../core/jobGate";
import { JobsSnapshot, snapshotArgs } from "../core/jobsSnapshot";
import { dynamicProvider, type DynamicProvider } from "./dynamicProvider";
import { storedJobs, storedKeys, type StoredInputs, type StoredOutputs } from "./storedJobs";

export { configure } from "./serviceOfStack";

/** The provider of `DlfJobs`. */
export const jobs: DynamicProvider<StoredInputs, StoredOutputs> = dynamicProvider(storedJobs(new JobsSnapshot()), {
  ...{ resource: "DlfJobs", args: snapshotArgs, outputs: storedKeys },
});
/** The provider of `DlfJobGate`. */
export const gate: DynamicProvider<GateInputs, GateInputs> = dynamicProvider(new JobGate(), {
  ...{ resource: "DlfJobGate", args: gateArgs, outputs: ["finding"] },
});
