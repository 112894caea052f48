/**
 * For tests without a network: a server that answers as the service does.
 *
 * @module pulumi-dlf/testing
 */

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
