// @ts-nocheck
import { ApiError, NetworkError, ThrottlingError, TimeoutError, UnexpectedAnswerError } from "../errors";

const retryableStatuses: readonly number[] = [408, 429, 500, 502, 503, 504];

export function isThrottled(error: unknown): boolean {
  return error instanceof ThrottlingError;
}

export function isTimeout(error: unknown): error is TimeoutError {
  return error instanceof TimeoutError;
}

/** Whether a second try could change the outcome. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof ApiError) return retryableStatuses.includes(error.status ?? 0);
  const passing = error instanceof NetworkError || error instanceof UnexpectedAnswerError || isTimeout(error);
  return passing && !error.permanent;
}
