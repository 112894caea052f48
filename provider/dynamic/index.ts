/**
 * What Pulumi's process for dynamic resources calls. Not for programs: they use `DlfJobs` and `DlfJobGate`. State files
 * hold calls of these functions (`__provider`), so that their names stay as they are.
 */
import { JobGate, gateArgs } from "../core/jobGate";
import { JobsSnapshot, recordedKeys, snapshotArgs } from "../core/jobsSnapshot";
import { dynamicProvider } from "./dynamicProvider";

export { configure } from "./serviceOfStack";

export const jobs = dynamicProvider(new JobsSnapshot(), {
  ...{ resource: "DlfJobs", args: snapshotArgs, outputs: recordedKeys },
});
export const gate = dynamicProvider(new JobGate(), {
  ...{ resource: "DlfJobGate", args: gateArgs, outputs: ["finding"] },
});
