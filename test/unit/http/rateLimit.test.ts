import { RateLimit } from "../../../sdk/http/rateLimit";
import { fakeRuntime } from "../fakeRuntime";

async function acquireTimes(limit: RateLimit, runtime: ReturnType<typeof fakeRuntime>, count: number) {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    await limit.acquire((ms) => runtime.sleep(ms));
    times.push(runtime.monotonic());
  }
  return times;
}

function mostInOneSecond(times: number[]): number {
  return Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + 1_000).length));
}

test("no second holds more requests than the limit, and the first ones do not wait", async () => {
  const runtime = fakeRuntime();
  const times = await acquireTimes(new RateLimit(30, runtime), runtime, 100);
  expect(mostInOneSecond(times)).toBe(30);
  expect(times[29]).toBe(times[0]);
});

test("after a 429 nobody sends before the wait is over, then at half the rate", async () => {
  const runtime = fakeRuntime();
  const limit = new RateLimit(30, runtime);
  const start = runtime.monotonic();
  limit.throttled(5_000);
  const times = await acquireTimes(limit, runtime, 60);
  expect(times[0]).toBe(start + 5_000);
  expect(mostInOneSecond(times)).toBe(15);
});

test("requests that were refused together slow the client down once", async () => {
  const runtime = fakeRuntime();
  const limit = new RateLimit(32, runtime);
  for (let index = 0; index < 5; index += 1) limit.throttled(1_000);
  expect(mostInOneSecond(await acquireTimes(limit, runtime, 60))).toBe(16);
});

test("successes bring the full rate back", async () => {
  const runtime = fakeRuntime();
  const limit = new RateLimit(30, runtime);
  limit.throttled(1_000);
  for (let index = 0; index < 15; index += 1) limit.succeeded();
  expect(mostInOneSecond(await acquireTimes(limit, runtime, 100))).toBe(30);
});

test.each([
  ["back", -8],
  ["forward", 8],
])("a wall clock that is set %s by 8 hours holds nobody up, and lets no more through", async (_where, hours) => {
  const runtime = fakeRuntime();
  const limit = new RateLimit(30, runtime);
  const before = await acquireTimes(limit, runtime, 30);
  limit.throttled(2_000);
  runtime.setWallClock(hours * 3_600_000);
  const after = await acquireTimes(limit, runtime, 30);
  expect(after[0]).toBe((before[0] ?? 0) + 2_000);
  expect(mostInOneSecond(after)).toBe(15);
});

describe("what the service counts: requests where they arrive", () => {
  test("a request that was answered late counts from then on", async () => {
    const runtime = fakeRuntime();
    const limit = new RateLimit(2, runtime);
    const sleep = (ms: number) => runtime.sleep(ms);
    const answered = await limit.acquire(sleep);
    await limit.acquire(sleep);
    await runtime.sleep(900);
    answered();
    const from = runtime.monotonic();
    await limit.acquire(sleep);
    expect(runtime.monotonic() - from).toBe(110);
    await limit.acquire(sleep);
    expect(runtime.monotonic() - from).toBe(1_010);
  });

  test("one that is answered when nobody counts it any more costs nothing", async () => {
    const runtime = fakeRuntime();
    const limit = new RateLimit(2, runtime);
    const sleep = (ms: number) => runtime.sleep(ms);
    const answered = await limit.acquire(sleep);
    await runtime.sleep(1_010);
    await limit.acquire(sleep);
    const from = runtime.monotonic();
    await runtime.sleep(500);
    answered();
    await limit.acquire(sleep);
    expect(runtime.monotonic() - from).toBe(500);
    await limit.acquire(sleep);
    expect(runtime.monotonic() - from).toBe(1_010);
  });
});

test("a 429 at the very end of a wait is a new sign of overload", async () => {
  const runtime = fakeRuntime();
  const limit = new RateLimit(32, runtime);
  limit.throttled(1_000);
  await runtime.sleep(1_000);
  limit.throttled(1_000);
  expect(mostInOneSecond(await acquireTimes(limit, runtime, 40))).toBe(8);
});

test("however often it is throttled, a client sends one request a second", async () => {
  const runtime = fakeRuntime();
  const limit = new RateLimit(4, runtime);
  for (let index = 0; index < 6; index += 1) {
    limit.throttled(1_000);
    await runtime.sleep(1_000);
  }
  expect(mostInOneSecond(await acquireTimes(limit, runtime, 5))).toBe(1);
});
