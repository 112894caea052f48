/**
 * What Pulumi's process for dynamic resources calls. Not for programs: they use `DlfJobs` and `DlfJobGate`. State files
 * hold calls of these functions (`__provider`), so that their names stay as they are.
 */
export { configure } from "./serviceOfStack";
export * as jobs from "./jobsProvider";
export * as gate from "./gateProvider";
