import { deadlineError, sleepUntil, type Deadline } from "../time/deadline";
import { DlfError } from "../errors";
import type { Runtime } from "../time/runtime";
import { backoffMs, longestRetryAfterMs } from "./backoff";
import { isRetryable, isThrottled, isTimeout } from "./retryable";
import type { RetryQuota } from "./retryQuota";

export interface RetryPolicy {
  maxAttempts: number;
  runtime: Runtime;
  quota: RetryQuota;
  /** Told of every 429 with the wait that follows it, so that the other workers wait as well. */
  onThrottled(waitMs: number): void;
}

/**
 * Runs `attempt` until it succeeds, fails for good, or attempts, quota or time are used up. The error that ends it is
 * the last one, with `attempts` filled in.
 */
export async function retry<T>(attempt: () => Promise<T>, policy: RetryPolicy, deadline: Deadline): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    if (policy.runtime.monotonic() >= deadline.at) throw deadlineError(deadline);
    try {
      const result = await attempt();
      policy.quota.earn();
      return result;
    } catch (error) {
      if (error instanceof DlfError) error.attempts = attempts;
      const waitMs = waitBeforeNext(error, attempts, policy);
      if (waitMs === undefined) throw error;
      if (isThrottled(error)) policy.onThrottled(waitMs);
      deadline.trouble = error as DlfError;
      await sleepUntil(deadline, waitMs, policy.runtime);
    }
  }
}

/** Undefined when there is no next attempt. */
function waitBeforeNext(error: unknown, attempts: number, policy: RetryPolicy): number | undefined {
  if (!isRetryable(error) || attempts >= policy.maxAttempts) return undefined;
  const { retryAfterMs } = error as DlfError;
  if ((retryAfterMs ?? 0) > longestRetryAfterMs) return undefined;
  if (!policy.quota.trySpend({ timeout: isTimeout(error) })) return undefined;
  return backoffMs(attempts, policy.runtime.random(), { throttled: isThrottled(error), retryAfterMs });
}
