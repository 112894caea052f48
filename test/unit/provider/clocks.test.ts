import { setTimeout as wait } from "node:timers/promises";
import { monotonicMs, waitClock } from "../../../provider/core/monotonicMs";
import { statusLine } from "../../../provider/core/progress";
import { sinceOfRefresh } from "../../../provider/core/listings";

test("monotonicMs counts milliseconds of the machine's clock, which another process has as well", async () => {
  const before = monotonicMs();
  expect(Math.abs(before - Number(process.hrtime.bigint()) / 1e6)).toBeLessThan(50);
  await wait(60);
  expect(monotonicMs() - before).toBeGreaterThanOrEqual(55);
  expect(monotonicMs() - before).toBeLessThan(5_000);
});

test("two resources of a refresh may share a listing of the second before", () => {
  const ago = -sinceOfRefresh() + monotonicMs();
  expect(ago).toBeGreaterThanOrEqual(1_000);
  expect(ago).toBeLessThan(1_100);
});

describe("the clock of a gate that waits", () => {
  test("sleeps as long as it is told to, by the clock that it shows", async () => {
    const clock = waitClock();
    const before = clock.monotonic();
    await clock.sleep(50);
    expect(clock.monotonic() - before).toBeGreaterThanOrEqual(45);
    expect(clock.alarm?.(20).aborted).toBe(false);
  });

  test("a sleep ends at once with the reason of the signal", async () => {
    const controller = new AbortController();
    const sleeping = waitClock(controller.signal).sleep(60_000);
    const reason = new Error("the user pressed ^C");
    controller.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
  });
});

test("a listing that takes long is shown every half second, never with more jobs than there are", async () => {
  const lines: string[] = [];
  const show = statusLine((line) => lines.push(line));
  show({ listed: 100, total: 10_400 });
  await wait(520);
  show({ listed: 1_200, total: 10_400 });
  show({ listed: 1_300, total: 10_400 });
  expect(lines).toEqual(["1,200 of 10,400 jobs"]);
  await wait(520);
  show({ listed: 10_401, total: 10_400 });
  expect(lines).toEqual(["1,200 of 10,400 jobs", "10,401 of 10,401 jobs"]);
});
