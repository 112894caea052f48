/**
 * Stable codes, one for each class of this file. A message may change from release to release, a code does not.
 */
export type DlfErrorCode =
  | "INVALID_QUERY"
  | "JOB_NOT_FOUND"
  | "INVALID_RULES"
  | "GATE_SHUT"
  | "INVALID_CONFIGURATION"
  | "MISSING_CREDENTIALS"
  | "API_ERROR"
  | "AUTHENTICATION"
  | "THROTTLED"
  | "NETWORK"
  | "TIMEOUT"
  | "UNEXPECTED_ANSWER"
  | "INCOMPLETE_LIST";

/** What is known of the request that failed. Never a header, a key or a body. */
export interface DlfErrorDetails {
  /** HTTP status of the answer, when there was one. */
  status?: number | undefined;
  /** The `X-Request-Id` of the answer: what Huawei Cloud's support asks for. */
  requestId?: string | undefined;
  /** The service's own `error_code`, such as `DLF.3051` or `APIGW.0301`. */
  errorCode?: string | undefined;
  /** How long the service asked to wait before the next try (`Retry-After`), in ms. */
  retryAfterMs?: number | undefined;
  /** What failed below, such as a connection. */
  cause?: Error | undefined;
}

/** For failures of which some pass by themselves and some do not. */
export interface PassingOrPermanent extends DlfErrorDetails {
  /** A second try would fail the same way. Default: false. */
  permanent?: boolean | undefined;
}

/**
 * The base of everything that this package throws on purpose.
 *
 * There is deliberately no property called `id`: Pulumi takes an error with an `id` for a half-created resource.
 */
export abstract class DlfError extends Error {
  /** Tells the classes apart, also where `instanceof` cannot: over the borders of packages. */
  abstract readonly code: DlfErrorCode;
  /** HTTP status of the answer, when there was one. */
  readonly status?: number;
  /** The `X-Request-Id` of the answer: what Huawei Cloud's support asks for. */
  readonly requestId?: string;
  /** The service's own `error_code`, such as `DLF.3051` or `APIGW.0301`. */
  readonly errorCode?: string;
  /** How long the service asked to wait before the next try (`Retry-After`), in ms. */
  readonly retryAfterMs?: number;
  /** How many times the request was sent, set once the last attempt has failed. */
  attempts?: number;

  constructor(message: string, details: DlfErrorDetails = {}) {
    super(message, details.cause ? { cause: details.cause } : undefined);
    this.name = new.target.name;
    if (details.status !== undefined) this.status = details.status;
    if (details.requestId !== undefined) this.requestId = details.requestId;
    if (details.errorCode !== undefined) this.errorCode = details.errorCode;
    if (details.retryAfterMs !== undefined) this.retryAfterMs = details.retryAfterMs;
  }
}

/** The query cannot be sent as it is. Thrown before any request. */
export class InvalidQueryError extends DlfError {
  readonly code = "INVALID_QUERY";
}

/** The one job that was asked for is not there. The message names those whose names are nearest. */
export class JobNotFoundError extends DlfError {
  readonly code = "JOB_NOT_FOUND";
}

/** The rules of a gate cannot be used as they are. Thrown before any request. */
export class InvalidRulesError extends DlfError {
  readonly code = "INVALID_RULES";
}

/** The rules of a gate do not hold, or its jobs cannot be known. The message says which, and of which jobs. */
export class GateShutError extends DlfError {
  readonly code = "GATE_SHUT";
}

/** An option, or a value from the environment, is missing or cannot be used. Thrown before the list is asked for. */
export class ConfigurationError extends DlfError {
  readonly code = "INVALID_CONFIGURATION";
}

/** No access key, or half of one. The message lists every place that was looked at. */
export class MissingCredentialsError extends DlfError {
  readonly code = "MISSING_CREDENTIALS";
}

/** The service refused the request (4xx), or failed (5xx) more often than it was asked again. */
export class ApiError extends DlfError {
  readonly code: "API_ERROR" | "AUTHENTICATION" | "THROTTLED" = "API_ERROR";
}

/** 401 or 403: the keys are wrong, expired, or may not read this project. */
export class AuthenticationError extends ApiError {
  override readonly code = "AUTHENTICATION";
}

/** 429 (`APIGW.0308`): still throttled after all attempts. */
export class ThrottlingError extends ApiError {
  override readonly code = "THROTTLED";
}

/** The service could not be reached, or the connection broke, on every attempt. */
export class NetworkError extends DlfError {
  readonly code = "NETWORK";
  /** True for a certificate that is not trusted: no second try was made. */
  readonly permanent: boolean;

  constructor(message: string, details: PassingOrPermanent = {}) {
    super(message, details);
    this.permanent = details.permanent ?? false;
  }
}

/** An attempt, or the whole listing, took longer than its limit. */
export class TimeoutError extends DlfError {
  readonly code = "TIMEOUT";
  /** True for the whole listing: there was no time left for another try. */
  readonly permanent: boolean;

  constructor(message: string, details: PassingOrPermanent = {}) {
    super(message, details);
    this.permanent = details.permanent ?? false;
  }
}

/** An answer that is not this API's: no JSON, no `jobs`, a job without a mandatory field, a redirect, too long. */
export class UnexpectedAnswerError extends DlfError {
  readonly code = "UNEXPECTED_ANSWER";
  /** True where no second try was made: a job that cannot be read, a redirect, an answer over the size limit. */
  readonly permanent: boolean;
  /** The name of the job that could not be read. Absent when the answer as a whole could not be. */
  readonly job?: string;

  constructor(message: string, details: PassingOrPermanent & { job?: string | undefined } = {}) {
    super(message, details);
    this.permanent = details.permanent ?? false;
    if (details.job !== undefined) this.job = details.job;
  }
}

/** The pages contradict each other or `total`, also after the listing was made again. */
export class IncompleteListError extends DlfError {
  readonly code = "INCOMPLETE_LIST";
  /** How many jobs the service says there are (`total`). */
  readonly expected: number;
  /** How many different jobs its pages held. */
  readonly received: number;

  constructor(message: string, counts: { expected: number; received: number }) {
    super(message);
    this.expected = counts.expected;
    this.received = counts.received;
  }
}
