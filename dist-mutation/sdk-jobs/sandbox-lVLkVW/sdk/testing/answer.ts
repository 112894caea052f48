/** An answer before it is written. */
// @ts-nocheck

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Text is sent as it is, anything else as JSON. */
  body: unknown;
}

export const answers = {
  ok: (body: unknown): Answer => ({ status: 200, body }),
  invalidParameter: (): Answer => ({
    status: 400,
    body: { error_code: "DLF.3051", error_msg: "The request parameter is invalid." },
  }),
  unknownWorkspace: (): Answer => ({
    status: 400,
    body: { error_code: "DLF.0819", error_msg: "Workspace does not exists" },
  }),
  /** As to the workspace role deployer, which may not list jobs. */
  mayNotList: (): Answer => ({
    status: 400,
    body: { error_code: "DLF.6888", error_msg: "The user does not have the permission." },
  }),
  gateway: (status: number, errorCode: string, message: string, requestId: string): Answer => ({
    status,
    body: { error_code: errorCode, error_msg: message, request_id: requestId },
  }),
  /** IAM's own form, older than the gateway's. */
  iamError: (code: number, message: string): Answer => ({
    status: code,
    body: { error: { code, message, title: code === 401 ? "Unauthorized" : "Not Found" } },
  }),
};
