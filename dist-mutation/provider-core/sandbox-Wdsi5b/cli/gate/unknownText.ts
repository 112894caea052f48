// @ts-nocheck
import type { GateReport } from "./gateReport";

/** Why the jobs could not be known, with the request ID where the message does not tell it. */
export function unknownText({ code, message, requestId }: NonNullable<GateReport["error"]>): string {
  const request = requestId === undefined || message.includes(requestId) ? "" : ` Request ID: ${requestId}.`;
  return `The jobs could not be known: ${message}${request} [${code}]`;
}
