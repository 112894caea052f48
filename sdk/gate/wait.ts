import * as z from "zod";
import { describeIssues } from "../configuration/options";
import { InvalidRulesError, TimeoutError } from "../errors";
import { durationSchema, formatAge, type DurationText } from "../text/duration";
import type { GateOutcome, KnownOutcome } from "./askGate";
import type { GateDecision } from "./decideGate";
import { ruleNames, type GateRules } from "./rules";

/** How long a gate waits until its rules hold. */
export interface GateWait {
  /**
   * The limit, such as `"10m"`. It asks a last time shortly before, so that the answer can come: one that comes later
   * opens no gate. Only a first ask takes the time of a listing, whatever the limit: before it nothing is known.
   */
  timeout: DurationText;
  /** How long from one ask to the next: `"1s"` to `"1d"`, default `"30s"`. Gates of one interval ask at the same times. */
  interval?: DurationText | undefined;
  /**
   * The rules must hold so many times in a row: 1 to 100, default 1. It counts once a gate waits: one whose rules hold
   * when it is checked is open.
   */
  consecutive?: number | undefined;
  /** Rules that end the wait at once when they are violated, such as `["requiredJobs"]`. Default: none. */
  failFast?: readonly (keyof GateRules | "jobs")[] | undefined;
}

/** A wait that can be used: times in ms. */
export interface CheckedWait {
  /** The limit. */
  timeout: number;
  /** From one ask to the next: 1,000 to 86,400,000. */
  interval: number;
  /** How many times in a row the rules must hold: 1 to 100. */
  consecutive: number;
  /** Rules that end the wait at once when they are violated. */
  failFast: readonly string[];
}

const waitSchema = z.strictObject({
  timeout: durationSchema,
  // No longer than a timer can run: one that overflows ends at once.
  interval: durationSchema.refine((ms) => ms >= 1_000 && ms <= 86_400_000, "must be from 1s to 1d").default(30_000),
  consecutive: z.int().min(1).max(100).default(1),
  failFast: z
    .array(z.string().refine((rule) => ruleNames.includes(rule), `must be the name of a rule: ${ruleNames.join(", ")}`))
    .default([]),
});

/** @throws InvalidRulesError (`INVALID_RULES`) */
export function checkWait(wait: GateWait): CheckedWait {
  const parsed = waitSchema.safeParse(wait);
  if (!parsed.success) throw new InvalidRulesError(`Invalid wait: ${describeIssues(parsed.error)}.`);
  return parsed.data;
}

/** Whether waiting can turn this outcome into one that holds. */
export function mayPass(outcome: GateOutcome, { failFast }: CheckedWait): boolean {
  if (outcome.result === "unknown") {
    return outcome.error.code !== "AUTHENTICATION" && outcome.error.code !== "MISSING_CREDENTIALS";
  }
  return outcome.result === "violated" && !outcome.decision.violations.some(({ rule }) => failFast.includes(rule));
}

/** Ms of a clock that only moves forward, and a way to wait by it. Rejects where the wait is to end. */
export interface WaitClock {
  /** Now, in ms. Two values tell a time between them, one tells nothing. */
  monotonic(): number;
  /** Resolves after so many ms. */
  sleep(ms: number): Promise<void>;
  /** Aborted after so many ms; keeps no process alive. Without it an ask takes its time, and counts not if it is late. */
  alarm?: (ms: number) => AbortSignal;
}

/** The last ask begins so long before the end, in ms, and as long as the latest answer took. */
const reserveMs = 1_000;

/**
 * Asks again until the rules hold or the time is over.
 *
 * @param ask `since`: an answer that is not older than this moment of the clock will do. `signal` is aborted when the
 * time is over: nobody waits for the answer any more
 * @param show told after each ask that did not end the wait: a passing line
 * @param first when to ask first: at the next of the times at which others of this interval ask, or now, for whoever has
 * not asked yet: that ask has the time of a listing
 * @returns the last outcome that came in time: `holds` only after as many in a row as `wait` wants
 */
export async function waitForGate(
  ask: (since: number, signal?: AbortSignal) => Promise<GateOutcome>,
  wait: CheckedWait,
  clock: WaitClock,
  show: (line: string) => void,
  first: "nextTick" | "now" = "nextTick",
): Promise<GateOutcome> {
  const start = clock.monotonic();
  const end = start + wait.timeout;
  let tookMs = 0;
  /** To a full second: gates that began together ask together for a last time as well. */
  const lastTick = () => Math.floor((end - tookMs - reserveMs) / 1_000) * 1_000;
  const next = () => Math.min(nextTick(clock.monotonic(), wait.interval), lastTick());
  let inARow = 0;
  let latest: GateOutcome | undefined;
  for (let at = first === "now" ? start : Math.max(start, next()); ; at = next()) {
    if (latest !== undefined && at <= clock.monotonic()) break;
    await sleepUntil(at, clock);
    const askedAt = clock.monotonic();
    const hasNoLimit = latest === undefined && first === "now";
    const outcome = hasNoLimit ? await ask(at) : await inTime(ask, at, end, clock);
    if (outcome === undefined) break;
    latest = outcome;
    // How long a failure took tells nothing of an answer.
    if (outcome.result !== "unknown") tookMs = clock.monotonic() - askedAt;
    inARow = outcome.result === "holds" ? inARow + 1 : 0;
    if (inARow >= wait.consecutive) return outcome;
    if (outcome.result !== "holds" && !mayPass(outcome, wait)) return outcome;
    if (next() > clock.monotonic()) {
      show(`${statusOf(outcome, inARow, wait)}, ${formatAge(end - clock.monotonic())} left`);
    }
  }
  if (latest === undefined) return { result: "unknown", error: notInTime(wait) };
  return latest.result === "holds" ? heldTooLate(latest, inARow, wait) : latest;
}

/** What an ask finds before the end; undefined where that comes later, or not at all. */
async function inTime(
  ask: (since: number, signal?: AbortSignal) => Promise<GateOutcome>,
  at: number,
  end: number,
  clock: WaitClock,
): Promise<GateOutcome | undefined> {
  const signal = clock.alarm?.(Math.max(0, end - clock.monotonic()));
  const over = new Promise<undefined>((resolve) => {
    signal?.addEventListener("abort", () => {
      resolve(undefined);
    });
  });
  const outcome = await Promise.race([ask(at, signal), over]);
  return clock.monotonic() > end ? undefined : outcome;
}

function notInTime({ timeout }: CheckedWait): TimeoutError {
  return new TimeoutError(`The jobs were not listed within the ${formatAge(timeout)} of the wait.`, {
    permanent: true,
  });
}

/** Timers of Node.js may end a part of a millisecond early. */
async function sleepUntil(at: number, clock: WaitClock): Promise<void> {
  for (let left = at - clock.monotonic(); left > 0; left = at - clock.monotonic()) await clock.sleep(Math.ceil(left));
}

/** Gates of one interval ask at the same times, so that they can share the listing. */
function nextTick(now: number, interval: number): number {
  return (Math.floor(now / interval) + 1) * interval;
}

function heldTooLate(outcome: KnownOutcome, inARow: number, { consecutive, timeout }: CheckedWait): KnownOutcome {
  const message = `the rules held ${inARow} of ${consecutive} times in a row when the ${formatAge(timeout)} were over`;
  const decision: GateDecision = {
    ...outcome.decision,
    outcome: "violated",
    violations: [{ rule: "wait", message, jobs: [] }],
  };
  return { ...outcome, result: "violated", decision };
}

/** What is not so yet, in some words. */
function statusOf(outcome: GateOutcome, inARow: number, { consecutive }: CheckedWait): string {
  if (outcome.result === "unknown") return `the jobs could not be known (${outcome.error.code})`;
  if (outcome.result === "holds") return `the rules have held ${inARow} of ${consecutive} times in a row`;
  const { violations } = outcome.decision;
  const notReady = new Set(violations.flatMap(({ jobs }) => jobs.map((job) => job.name)));
  if (notReady.size > 0) return `${notReady.size} of ${outcome.jobs.length} jobs not ready`;
  return `not so yet: ${[...new Set(violations.map(({ rule }) => rule))].join(", ")}`;
}
