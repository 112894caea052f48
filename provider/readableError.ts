import * as pulumi from "@pulumi/pulumi";
import { DlfError, type DlfErrorCode } from "../sdk/index";

/** A `DlfError` as Pulumi prints it in one line and without a stack. `cause` is the error of the client. */
export class GetDlfJobsError extends pulumi.RunError {
  readonly code: DlfErrorCode;
  override readonly cause: DlfError;

  constructor(cause: DlfError) {
    super(`getDlfJobs: ${cause.message}`);
    this.name = new.target.name;
    this.code = cause.code;
    this.cause = cause;
  }
}

/** Everything else is a mistake of this package or of the program: it keeps its stack. */
export function readable(error: unknown): unknown {
  return error instanceof DlfError ? new GetDlfJobsError(error) : error;
}
