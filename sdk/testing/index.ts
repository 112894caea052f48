export { startDlfEmulator, type DlfEmulator } from "./startDlfEmulator";
export type { DlfEmulatorOptions, EmulatedCredentials, EmulatedJob, EmulatedRequest, Intervention } from "./options";
export type { RequestLog } from "./requestLog";
