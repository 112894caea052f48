import * as pulumi from "@pulumi/pulumi";
import { DlfError, type DlfErrorCode, type GateViolation } from "../sdk/index";
import { hideValues } from "./core/hideValues";

/**
 * Ends a program with its message alone: neither stack nor cause. Pulumi inspects, in colours, every error that ends a
 * program, and Node.js 20.20 never finishes that when a stack holds a file right in a scope's folder
 * (`node_modules/@pulumi/resource.ts`, as Pulumi's source maps have it): the preview would hang.
 */
export class ReadableError extends pulumi.RunError {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** What went wrong, as Pulumi prints it: one line, without a stack. */
export class GetDlfJobsError extends ReadableError {
  /** Tells the cases apart, see `DlfErrorCode`. */
  readonly code: DlfErrorCode;
  /** HTTP status of the service's answer, when there was one. */
  readonly status?: number;
  /** What Huawei Cloud's support asks for. */
  readonly requestId?: string;
  /** The service's own code, such as `DLF.3051`. */
  readonly errorCode?: string;

  /** @param caller the function that was called */
  constructor(error: DlfError, caller = "getDlfJobs") {
    super(`${caller}: ${error.message}`);
    this.code = error.code;
    if (error.status !== undefined) this.status = error.status;
    if (error.requestId !== undefined) this.requestId = error.requestId;
    if (error.errorCode !== undefined) this.errorCode = error.errorCode;
  }
}

/** The jobs are known, and break the rules of `requireDlfJobs`. Its message names them. */
export class DlfGateError extends ReadableError {
  constructor(
    message: string,
    /** The rules that do not hold, and the jobs that break them. */
    readonly violations: readonly GateViolation[],
  ) {
    super(message);
  }
}

/**
 * Everything else is a mistake of this package or of the program: it is shown with its stack, as text, since Pulumi may
 * never finish to show an error that has one.
 */
export function readable(error: unknown, caller?: string): unknown {
  if (error instanceof DlfError) return new GetDlfJobsError(error, caller);
  if (error instanceof ReadableError) return error;
  return new ReadableError(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** Takes the texts that these values hold out of an error's message. */
export function withoutSecrets(error: unknown, ...secrets: unknown[]): unknown {
  if (error instanceof ReadableError) {
    error.message = hideValues(error.message, ...secrets);
    error.stack = `${error.name}: ${error.message}`;
  }
  return error;
}
