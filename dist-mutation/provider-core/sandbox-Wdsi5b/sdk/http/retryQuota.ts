// @ts-nocheck
const capacity = 500;
const retryCost = 5;
const timeoutCost = 10;

/**
 * What all requests of a client together may spend on retries, so that a service that is down is not hammered by
 * hundreds of requests that each try five times. A success earns one back.
 */
export class RetryQuota {
  private available = capacity;

  /** False when the quota is spent: then the error at hand is final. */
  trySpend({ timeout }: { timeout: boolean }): boolean {
    const cost = timeout ? timeoutCost : retryCost;
    if (cost > this.available) return false;
    this.available -= cost;
    return true;
  }

  earn(): void {
    this.available = Math.min(capacity, this.available + 1);
  }
}
