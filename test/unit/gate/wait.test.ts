import {
  ApiError,
  AuthenticationError,
  InvalidQueryError,
  MissingCredentialsError,
  NetworkError,
  askGate,
  checkWait,
  decideGate,
  mayPass,
  waitForGate,
  type GateOutcome,
  type GateRules,
  type GateWait,
  type Job,
} from "../../../sdk";
import { fakeRuntime, startedAt } from "../fakeRuntime";

const rules: GateRules = { forbiddenLastInstanceStatuses: ["fail"], requiredJobs: ["a"] };
const jobs = (...statuses: string[]): Job[] =>
  statuses.map((lastInstanceStatus, index) => ({ name: "ab"[index] ?? "", jobType: "BATCH", lastInstanceStatus }));

function found(list: readonly Job[]): GateOutcome {
  const decision = decideGate(list, rules, 0);
  return { result: decision.outcome, decision, jobs: list, listedAt: 0, warnings: [] };
}

const good = found(jobs("success", "success"));
const failed = found(jobs("fail", "success"));
const missing = found(jobs().concat({ name: "z", jobType: "BATCH", lastInstanceStatus: "success" }));
const twoFailed = found(jobs("fail", "fail"));
const unknown: GateOutcome = { result: "unknown", error: new NetworkError("not reached") };
const refused: GateOutcome = { result: "unknown", error: new AuthenticationError("refused") };

/** Waits over these outcomes, the last of which stays. Times are those since the start, in s. */
async function wait(
  given: GateWait,
  outcomes: GateOutcome[],
  { tookMs = 0, first }: { tookMs?: number; first?: "now" } = {},
) {
  const clock = fakeRuntime();
  const [askedAt, since, shown]: [number[], number[], string[]] = [[], [], []];
  const seconds = (ms: number) => (ms - startedAt) / 1_000;
  let next = 0;
  const ask = async (newEnough: number) => {
    askedAt.push(seconds(clock.monotonic()));
    since.push(seconds(newEnough));
    if (tookMs > 0) await clock.sleep(tookMs);
    const outcome = outcomes[Math.min(next, outcomes.length - 1)];
    next += 1;
    if (outcome === undefined) throw new Error("nothing to find");
    return outcome;
  };
  const outcome = await waitForGate(ask, checkWait(given), clock, (line) => shown.push(line), first);
  return { outcome, askedAt, since, shown, endedAt: seconds(clock.monotonic()) };
}

test("it asks again until the rules hold, at whole multiples of the interval, and no longer", async () => {
  // The clock starts at 5 s.
  const { outcome, askedAt, since, shown } = await wait({ timeout: "10m" }, [failed, failed, good, failed]);
  expect(outcome).toBe(good);
  expect(askedAt).toEqual([25, 55, 85]);
  expect(since).toEqual(askedAt);
  expect(shown).toEqual(["1 of 2 jobs not ready, 9m 35s left", "1 of 2 jobs not ready, 9m 5s left"]);
});

test("whoever has not asked yet asks at once", async () => {
  const { askedAt } = await wait({ timeout: "1m", interval: "20s" }, [failed, failed, good], { first: "now" });
  expect(askedAt).toEqual([0, 15, 35]);
  expect((await wait({ timeout: "1m" }, [good], { first: "now" })).endedAt).toBe(0);
});

describe("the limit", () => {
  test("it asks a last time shortly before the time is over, and what it finds then is the outcome", async () => {
    const { outcome, askedAt, shown } = await wait({ timeout: "1m", interval: "25s" }, [failed]);
    expect(outcome).toBe(failed);
    expect(askedAt).toEqual([20, 45, 59]);
    // After the last one nothing more is to come.
    expect(shown).toEqual(["1 of 2 jobs not ready, 40s left", "1 of 2 jobs not ready, 15s left"]);
    const held = await wait({ timeout: "1m", interval: "25s" }, [failed, failed, good]);
    expect(held).toMatchObject({ outcome: good, endedAt: 59 });
  });

  test("shorter than the interval: it asks once, shortly before the limit", async () => {
    expect((await wait({ timeout: "10s" }, [failed])).askedAt).toEqual([9]);
  });

  test("asks that take longer than the interval neither overlap nor go on for ever", async () => {
    const { askedAt, outcome } = await wait({ timeout: "1m", interval: "10s" }, [failed], { tookMs: 25_000 });
    expect(askedAt).toEqual([5, 34]);
    expect(outcome).toBe(failed);
  });

  test("what comes after the end opens no gate: the outcome is what was found before", async () => {
    const late = await wait({ timeout: "12s", interval: "10s" }, [good], { tookMs: 13_000 });
    const error = { code: "TIMEOUT", permanent: true, message: "The jobs were not listed within the 12s of the wait." };
    expect(late.outcome).toMatchObject({ result: "unknown", error });
    expect(late.askedAt).toEqual([5]);
    const clock = fakeRuntime();
    const answers = [failed, good];
    const ask = async () => {
      if (answers.length === 1) await clock.sleep(30_000);
      return answers.shift() ?? good;
    };
    expect(await waitForGate(ask, checkWait({ timeout: "20s", interval: "10s" }), clock, () => undefined)).toBe(failed);
  });

  test("what comes at the very end is in time", async () => {
    expect(await wait({ timeout: "10s" }, [good], { tookMs: 1_000 })).toMatchObject({ outcome: good, endedAt: 10 });
  });

  test("how long a failure took moves no later ask", async () => {
    const { askedAt } = await wait({ timeout: "1m", interval: "25s" }, [unknown], { tookMs: 10_000 });
    expect(askedAt).toEqual([20, 45, 59]);
  });

  test("only a first ask that is made at once takes its time, and opens the gate", async () => {
    expect((await wait({ timeout: "2s" }, [good], { first: "now", tookMs: 4_000 })).outcome).toBe(good);
    const { outcome, askedAt } = await wait({ timeout: "2s" }, [failed, good], { first: "now", tookMs: 4_000 });
    expect(outcome).toBe(failed);
    expect(askedAt).toEqual([0]);
  });

  test("an ask that never ends is told when the time is over, and nobody waits for it", async () => {
    const rings: number[] = [];
    const over = new AbortController();
    const clock = { ...fakeRuntime(), alarm: (ms: number) => (rings.push(ms), over.signal) };
    const signals: (AbortSignal | undefined)[] = [];
    const ask = (_since: number, signal?: AbortSignal) => {
      signals.push(signal);
      if (signals.length === 1) return Promise.resolve(failed);
      setImmediate(() => {
        over.abort();
      });
      return new Promise<GateOutcome>(() => undefined);
    };
    const outcome = await waitForGate(ask, checkWait({ timeout: "1m" }), clock, () => undefined, "now");
    expect(outcome).toBe(failed);
    expect(signals).toEqual([undefined, over.signal]);
    expect(rings).toEqual([35_000]);
  });

  test("a timer that ends early does not make it ask early", async () => {
    const clock = fakeRuntime();
    const early = { ...clock, sleep: (ms: number) => clock.sleep(ms > 1 ? ms - 0.5 : ms) };
    const askedAt: number[] = [];
    const ask = () => {
      askedAt.push(clock.monotonic());
      return Promise.resolve(askedAt.length < 2 ? failed : good);
    };
    await waitForGate(ask, checkWait({ timeout: "5m" }), early, () => undefined);
    expect(askedAt).toHaveLength(2);
    for (const [index, at] of askedAt.entries()) expect(at).toBeGreaterThanOrEqual((index + 1) * 30_000);
  });
});

test("what is not so yet is shown by its jobs, or by its rules where it is no matter of jobs", async () => {
  const { shown } = await wait({ timeout: "10m" }, [twoFailed, missing, found([]), good]);
  expect(shown.map((line) => line.replace(/, [^,]* left$/, ""))).toEqual([
    ...["2 of 2 jobs not ready", "not so yet: requiredJobs", "not so yet: requiredJobs, jobs"],
  ]);
});

test.each(["1s", "1d"] as const)("an interval of %s can be used", (interval) => {
  expect(checkWait({ timeout: "2d", interval })).toMatchObject({ consecutive: 1, failFast: [] });
});

test("what is asked once is known with its list, and warned of as the list is", async () => {
  const list = { jobs: good.result === "unknown" ? [] : good.jobs, listedAt: 5 };
  expect(await askGate(() => Promise.resolve(list), rules)).toEqual({
    ...{ result: "holds", jobs: list.jobs, listedAt: 5, warnings: [] },
    decision: decideGate(list.jobs, rules, 5),
  });
  const outcome = await askGate(() => Promise.resolve({ ...list, warnings: ["w"], missingNames: ["x"] }), rules);
  expect(outcome).toMatchObject({
    result: "violated",
    warnings: ["w"],
    decision: { violations: [{ rule: "filter" }] },
  });
});

describe("consecutive", () => {
  test("the rules must hold so many times in a row: what is between starts it anew", async () => {
    const outcomes = [good, failed, good, good, unknown, good, good, good, failed];
    const { outcome, askedAt, shown } = await wait({ timeout: "10m", consecutive: 3 }, outcomes);
    expect(outcome).toBe(good);
    expect(askedAt).toHaveLength(8);
    expect(shown[0]).toBe("the rules have held 1 of 3 times in a row, 9m 35s left");
    expect(shown[4]).toBe("the jobs could not be known (NETWORK), 7m 35s left");
  });

  test("too few when the time is over: the gate does not hold, and says why", async () => {
    const { outcome } = await wait({ timeout: "50s", consecutive: 3 }, [failed, good]);
    expect(outcome).toMatchObject({
      result: "violated",
      decision: { outcome: "violated", violations: [{ rule: "wait", jobs: [] }] },
    });
    const [violation] = outcome.result === "unknown" ? [] : outcome.decision.violations;
    expect(violation?.message).toBe("the rules held 1 of 3 times in a row when the 50s were over");
  });

  test("the first ask counts, where it is made at once", async () => {
    const { askedAt } = await wait({ timeout: "5m", consecutive: 2 }, [good], { first: "now" });
    expect(askedAt).toEqual([0, 25]);
  });
});

describe("failFast", () => {
  test("a rule of it that is violated ends the wait; another does not", async () => {
    const given: GateWait = { timeout: "10m", failFast: ["requiredJobs"] };
    const { outcome, askedAt } = await wait(given, [failed, failed, missing, good]);
    expect(outcome).toBe(missing);
    expect(askedAt).toHaveLength(3);
  });

  test("mayPass tells it without a wait", () => {
    const passing = (outcome: GateOutcome, failFast: GateWait["failFast"]) =>
      mayPass(outcome, checkWait({ timeout: "1m", failFast }));
    expect(passing(missing, [])).toBe(true);
    expect(passing(missing, ["requiredJobs"])).toBe(false);
    expect(passing(failed, ["requiredJobs"])).toBe(true);
    expect(passing(good, [])).toBe(false);
    expect(passing(unknown, [])).toBe(true);
    expect(passing(refused, [])).toBe(false);
    expect(passing({ result: "unknown", error: new MissingCredentialsError("none") }, [])).toBe(false);
    const both = found([{ name: "z", jobType: "BATCH", lastInstanceStatus: "fail" }]);
    expect(passing(both, ["requiredJobs"])).toBe(false);
    expect(passing(both, ["forbiddenLastInstanceStatuses"])).toBe(false);
  });
});

describe("unknown", () => {
  test("a service that cannot be reached is asked again until the limit, and then the outcome is unknown", async () => {
    const { outcome, askedAt } = await wait({ timeout: "2m" }, [failed, unknown]);
    expect(outcome).toBe(unknown);
    expect(askedAt).toEqual([25, 55, 85, 115, 119]);
  });

  test("one that comes back is a gate like any other", async () => {
    expect(await wait({ timeout: "2m" }, [unknown, unknown, good])).toMatchObject({ outcome: good, endedAt: 85 });
  });

  test("refused credentials end the wait: time does not mend them", async () => {
    expect(await wait({ timeout: "2m" }, [unknown, refused, good])).toMatchObject({ outcome: refused, endedAt: 55 });
  });

  test("a mistake is no outcome: it ends the wait at once", async () => {
    const clock = fakeRuntime();
    let asks = 0;
    const list = () => {
      asks += 1;
      return Promise.reject(asks === 1 ? new ApiError("down") : new InvalidQueryError("no such type"));
    };
    const waiting = waitForGate(
      () => askGate(list, rules),
      checkWait({ timeout: "5m" }),
      clock,
      () => undefined,
    );
    await expect(waiting).rejects.toMatchObject({ code: "INVALID_QUERY" });
    expect(asks).toBe(2);
  });
});

test("what rejects the sleep ends the wait", async () => {
  const clock = { ...fakeRuntime(), sleep: () => Promise.reject(new Error("interrupted")) };
  const waiting = waitForGate(
    () => Promise.resolve(good),
    checkWait({ timeout: "1m" }),
    clock,
    () => undefined,
  );
  await expect(waiting).rejects.toThrow("interrupted");
});

/** A clock with many sleepers: the next one wakes when all that are awake have gone to sleep. */
function sharedClock() {
  let time = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    monotonic: () => time,
    sleep: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: time + ms, wake });
      }),
    async runUntil(end: number) {
      for (;;) {
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
        const next = Math.min(...sleepers.map(({ at }) => at));
        if (next > end) return;
        time = next;
        for (const sleeper of sleepers.splice(0)) {
          if (sleeper.at <= time) sleeper.wake();
          else sleepers.push(sleeper);
        }
      }
    },
  };
}

test("twenty gates that begin at different times ask at the same ones", async () => {
  const clock = sharedClock();
  const asked = new Map<number, number>();
  const ask = (since: number) => {
    asked.set(since, (asked.get(since) ?? 0) + 1);
    return Promise.resolve(since < 90_000 ? failed : good);
  };
  const gates = Array.from({ length: 20 }, async (_, index) => {
    await clock.sleep(index * 1_300);
    return waitForGate(ask, checkWait({ timeout: "10m" }), clock, () => undefined);
  });
  await clock.runUntil(600_000);
  for (const outcome of await Promise.all(gates)) expect(outcome).toBe(good);
  expect([...asked]).toEqual([
    [30_000, 20],
    [60_000, 20],
    [90_000, 20],
  ]);
});

test.each([
  ["timeout", {}],
  ["timeout", { timeout: "soon" }],
  ["interval", { timeout: "1m", interval: "999ms" }],
  ["interval", { timeout: "60d", interval: "25d" }],
  ["consecutive", { timeout: "1m", consecutive: 0 }],
  ["consecutive", { timeout: "1m", consecutive: 1.5 }],
  ["failFast", { timeout: "1m", failFast: ["requiredJob"] }],
  ["intervall", { timeout: "1m", intervall: "5s" }],
  ["wait", null],
])("a wait whose %s cannot be used is refused: %j", (part, bad) => {
  expect(() => checkWait(bad as never)).toThrow(expect.objectContaining({ code: "INVALID_RULES" }) as Error);
  expect(() => checkWait(bad as never)).toThrow(part);
});
