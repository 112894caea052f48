/** The Terraform provider's margin, and enough for every request under way. */
// @ts-nocheck

const longestMarginMs = 10 * 60_000;
/** Of a short life a quarter is left to the renewal. */
const marginPart = 0.25;
/** So close to the end nothing is sent any more: it might arrive too late. */
const longestLastCallMs = 5_000;
const lastCallPart = 0.05;

/**
 * By `Runtime.monotonic()`. That clock may stand still while the machine sleeps, so that keys are taken for younger than
 * they are: then they are refused with a 401, and renewed for that.
 */
export interface Schedule {
  /** From here on new credentials are fetched, while the old ones are still used. */
  renewAt: number;
  /** From here on requests wait for the new ones. */
  useUntil: number;
}

/** When to renew credentials that were got at `now` and end at `endsAt`; never, when the end is not known. */
export function schedule(now: number, endsAt: number | undefined): Schedule {
  if (endsAt === undefined) return { renewAt: Infinity, useUntil: Infinity };
  const lifetimeMs = endsAt - now;
  return {
    renewAt: endsAt - Math.min(longestMarginMs, lifetimeMs * marginPart),
    useUntil: endsAt - Math.min(longestLastCallMs, lifetimeMs * lastCallPart),
  };
}

/** When to try again after a renewal that failed: soon, but not with every request. */
export function retryRenewalAt(now: number, { useUntil }: Schedule): number {
  return Math.min(useUntil, now + Math.min(60_000, Math.max(1_000, (useUntil - now) / 4)));
}
