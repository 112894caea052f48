import fc from "fast-check";
import { backoffMs } from "../../../sdk/http/backoff";

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("the ceiling doubles from 250 ms and stops at 20 s", () => {
  const ceilings = [1, 2, 3, 8, 20].map((failed) => backoffMs(failed, 1, { throttled: false }));
  expect(ceilings).toEqual([250, 500, 1_000, 20_000, 20_000]);
});

test("a throttled request starts from 1 s", () => {
  expect(backoffMs(1, 1, { throttled: true })).toBe(1_000);
});

test("jitter reaches down to nothing", () => {
  expect(backoffMs(5, 0, { throttled: false })).toBe(0);
});

test("a wait that the service asked for is never cut short by jitter", () => {
  fc.assert(
    fc.property(random, fc.nat({ max: 60_000 }), fc.integer({ min: 1, max: 20 }), (chance, retryAfterMs, failed) => {
      const wait = backoffMs(failed, chance, { throttled: true, retryAfterMs });
      expect(wait).toBeGreaterThanOrEqual(retryAfterMs);
      expect(wait).toBeLessThanOrEqual(retryAfterMs + 1_000);
    }),
  );
});

test("to a wait that the service asked for up to a base is added, so that not all come back at once", () => {
  expect(backoffMs(3, 0.5, { throttled: true, retryAfterMs: 7_000 })).toBe(7_500);
  expect(backoffMs(3, 0.5, { throttled: false, retryAfterMs: 7_000 })).toBe(7_125);
});
