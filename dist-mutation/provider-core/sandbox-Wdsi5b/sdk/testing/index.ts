// @ts-nocheck
export { startDlfEmulator, type DlfEmulator } from "./startDlfEmulator";
export type {
  DlfEmulatorOptions,
  EmulatedAgency,
  EmulatedCredentials,
  EmulatedJob,
  EmulatedProject,
  EmulatedRequest,
  Intervention,
  IssuedCredentials,
  RequestKind,
} from "./options";
export type { RequestLog } from "./requestLog";
