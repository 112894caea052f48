// @ts-nocheck
import { Background } from "../../../sdk/time/background";
import type { Credentials } from "../../../sdk/credentials/credentials";
import { schedule } from "../../../sdk/credentials/expiry";
import { LiveCredentials } from "../../../sdk/credentials/liveCredentials";
import type { Found, Source } from "../../../sdk/credentials/source";
import { endless, fakeRuntime } from "../fakeRuntime";
import { noon } from "./worldOf";

const hour = 3_600_000;
const minute = 60_000;

/** Credentials whose source gives `k1`, `k2` and so on, each for an hour unless `next` says otherwise. */
function start({ issued = true, lifetimeMs = hour }: { issued?: boolean; lifetimeMs?: number | null } = {}) {
  const runtime = fakeRuntime();
  const background = new Background(runtime);
  const warnings: string[] = [];
  let looked = 0;
  const world = { next: undefined as Source | undefined };
  const make = (name: string): Found => ({
    source: "somewhere",
    credentials: { accessKey: name, secretKey: `secret of ${name}` },
    issued,
    endsAt: lifetimeMs === null ? undefined : runtime.monotonic() + lifetimeMs,
  });
  const live = new LiveCredentials(
    (deadline) => {
      looked += 1;
      return world.next ? world.next(deadline) : Promise.resolve(make(`k${looked + 1}`));
    },
    make("k1"),
    { runtime, background, warn: (message) => warnings.push(message) },
  );
  const name = (credentials: Credentials | undefined) => (credentials as { accessKey: string } | undefined)?.accessKey;
  return {
    live,
    runtime,
    background,
    warnings,
    world,
    make,
    name,
    looked: () => looked,
    wait: (ms: number) => runtime.sleep(ms),
    settle: () => new Promise((resolve) => setImmediate(resolve)),
    current: async () => name(await live.current(endless())),
  };
}

test.each([
  ["a day: ten minutes before", 24 * hour, 24 * hour - 10 * minute, 24 * hour - 5_000],
  ["an hour: ten minutes before", hour, 50 * minute, hour - 5_000],
  ["a quarter of an hour: a quarter of it before", 15 * minute, 11.25 * minute, 15 * minute - 5_000],
  ["a second: a quarter of it before", 1_000, 750, 950],
  ["no end known: never", undefined, Infinity, Infinity],
])("renewed for %s", (_what, lifetimeMs, renewAfter, useFor) => {
  const { renewAt, useUntil } = schedule(noon, lifetimeMs === undefined ? undefined : noon + lifetimeMs);
  expect([renewAt - noon, useUntil - noon]).toEqual([renewAfter, useFor]);
});

test("before the renewal is due, current() is no promise and asks nobody", async () => {
  const { live, looked, wait } = start();
  await wait(50 * minute - 1);
  expect(live.current(endless())).not.toBeInstanceOf(Promise);
  expect(looked()).toBe(0);
});

test("from ten minutes before the end it is renewed once, and nobody waits", async () => {
  const { live, looked, wait, settle, current } = start();
  await wait(50 * minute);
  for (let count = 0; count < 20; count += 1) expect(live.current(endless())).toMatchObject({ accessKey: "k1" });
  await settle();
  expect(await current()).toBe("k2");
  expect(looked()).toBe(1);
});

test("after the end all wait for one renewal", async () => {
  const { looked, wait, current } = start();
  await wait(2 * hour);
  expect(await Promise.all(Array.from({ length: 20 }, current))).toEqual(Array.from({ length: 20 }, () => "k2"));
  expect(looked()).toBe(1);
});

test("credentials without an end are never renewed by themselves", async () => {
  const { looked, wait, current } = start({ lifetimeMs: null });
  await wait(10_000 * hour);
  expect(await current()).toBe("k1");
  expect(looked()).toBe(0);
});

test("a renewal that fails while the old ones hold is a warning, tried again later, not with every request", async () => {
  const { live, looked, warnings, world, wait, settle, current } = start();
  world.next = () => Promise.reject(new Error("STS is away"));
  await wait(50 * minute);
  for (let count = 0; count < 5; count += 1) {
    expect(live.current(endless())).toMatchObject({ accessKey: "k1" });
    await settle();
  }
  expect(warnings).toEqual(["The credentials of somewhere could not be renewed: STS is away"]);
  expect(looked()).toBe(1);
  await wait(minute);
  world.next = undefined;
  void live.current(endless());
  await settle();
  expect(await current()).toBe("k3");
});

test("a renewal that fails after the end is the error of all who wait, and tried again by the next", async () => {
  const { looked, world, wait, current } = start();
  world.next = () => Promise.reject(new Error("STS is away"));
  await wait(hour);
  await expect(Promise.all([current(), current()])).rejects.toThrow("STS is away");
  expect(looked()).toBe(1);
  world.next = undefined;
  expect(await current()).toBe("k3");
});

test("a place that has none any more is an error that names it", async () => {
  const { world, wait, current } = start();
  world.next = () => Promise.resolve({ place: "the file", why: "no such file" });
  await wait(hour);
  await expect(current()).rejects.toMatchObject({
    code: "MISSING_CREDENTIALS",
    message: expect.stringMatching(/came from somewhere, which has none any more: the file \(no such file\)/) as string,
  });
});

describe("after a 401", () => {
  test("issued keys that were taken before are renewed, once for all who were refused", async () => {
    const { live, looked, name } = start();
    const used = await live.current(endless());
    live.accepted(used);
    const others = await Promise.all(Array.from({ length: 10 }, () => live.afterRefusal(used, endless())));
    expect(new Set(others.map(name))).toEqual(new Set(["k2"]));
    expect(looked()).toBe(1);
  });

  test("who was refused with older ones gets those in use, without a renewal", async () => {
    const { live, looked, name } = start();
    const used = await live.current(endless());
    live.accepted(used);
    await live.afterRefusal(used, endless());
    expect(name(await live.afterRefusal(used, endless()))).toBe("k2");
    expect(looked()).toBe(1);
  });

  test("fresh ones that were never taken are not renewed: the next would fare no better", async () => {
    const { live, looked, wait, name } = start();
    const used = await live.current(endless());
    expect(await live.afterRefusal(used, endless())).toBeUndefined();
    expect(looked()).toBe(0);
    live.accepted(used);
    const renewed = await live.afterRefusal(used, endless());
    expect(await live.afterRefusal(renewed ?? used, endless())).toBeUndefined();
    expect(looked()).toBe(1);
    await wait(minute);
    expect(name(await live.afterRefusal(renewed ?? used, endless()))).toBe("k3");
  });

  test("keys that their place still holds unchanged cannot be cured; changed ones can", async () => {
    const { live, world, make, name } = start({ issued: false, lifetimeMs: null });
    const used = await live.current(endless());
    world.next = () => Promise.resolve(make("k1"));
    expect(await live.afterRefusal(used, endless())).toBeUndefined();
    expect(await live.current(endless())).toBe(used);
    world.next = () => Promise.resolve(make("rotated"));
    expect(name(await live.afterRefusal(used, endless()))).toBe("rotated");
    expect(name(await live.current(endless()))).toBe("rotated");
  });

  test("a renewal that fails leaves the refusal as it is", async () => {
    const { live, world, warnings } = start();
    const used = await live.current(endless());
    live.accepted(used);
    world.next = () => Promise.reject(new Error("STS is away"));
    expect(await live.afterRefusal(used, endless())).toBeUndefined();
    expect(warnings).toHaveLength(1);
  });
});

describe.each([
  ["back", -8 * hour],
  ["forward", 8 * hour],
])("a wall clock that is set %s by 8 hours", (_where, jump) => {
  test("renews nothing before its time, and everything at its time", async () => {
    const { runtime, looked, wait, current, settle } = start();
    runtime.setWallClock(jump);
    await wait(50 * minute - 1);
    expect(await current()).toBe("k1");
    await settle();
    expect(looked()).toBe(0);
    runtime.setWallClock(jump);
    await wait(10 * minute);
    expect(await current()).toBe("k2");
  });

  test("moves the end that is shown with it", () => {
    const { runtime, live } = start();
    runtime.setWallClock(jump);
    expect(live.expiresAt).toBe(noon + jump + hour);
  });

  test("does not make keys fresh that were refused", async () => {
    const { runtime, live, wait, name } = start();
    await wait(minute);
    runtime.setWallClock(jump);
    const used = await live.current(endless());
    expect(name(await live.afterRefusal(used, endless()))).toBe("k2");
  });
});

test("a renewal that hangs while the old ones hold goes on for a few seconds at most, and not after an end", async () => {
  const { live, world, wait, background, settle, looked, warnings } = start();
  const signals: AbortSignal[] = [];
  world.next = (deadline) => {
    signals.push(deadline.signal);
    return new Promise(() => undefined);
  };
  await wait(50 * minute);
  void live.current(endless());
  void live.current(endless());
  expect(looked()).toBe(1);
  background.end();
  await settle();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  expect(warnings).toEqual([]);
  // The next who asks has them renewed again.
  void live.current(endless());
  expect(looked()).toBe(2);
  background.end();
});

test("who waits for a renewal waits no longer than its own deadline, and the last who leaves ends it", async () => {
  const { live, world, wait, settle } = start();
  const signals: AbortSignal[] = [];
  world.next = (deadline) => {
    signals.push(deadline.signal);
    return new Promise(() => undefined);
  };
  await wait(hour);
  const [first, second] = [new AbortController(), new AbortController()];
  const waiting = [first, second].map(({ signal }) => Promise.resolve(live.current(endless(signal))));
  const outcomes = Promise.allSettled(waiting);
  first.abort(new Error("first"));
  await expect(waiting[0]).rejects.toThrow("first");
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  second.abort(new Error("second"));
  await expect(waiting[1]).rejects.toThrow("second");
  await settle();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  await outcomes;
});
