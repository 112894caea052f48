import { clockOffset } from "../../../sdk/signing/clockOffset";

const now = Date.UTC(2026, 10, 23, 12, 0, 0);
const at = (ms: number) => new Date(ms).toUTCString();

test("a Date an hour ahead is an offset of an hour", () => {
  expect(clockOffset(at(now + 3_600_000), now, 0)).toBe(3_600_000);
});

test("clocks that agree within five minutes are not the trouble", () => {
  expect(clockOffset(at(now - 299_000), now, 0)).toBeUndefined();
});

test("an offset that is in use already is not found a second time", () => {
  expect(clockOffset(at(now + 3_600_000), now, 3_600_000)).toBeUndefined();
});

test.each([undefined, "", "yesterday"])("a Date of %p tells nothing", (header) => {
  expect(clockOffset(header, now, 0)).toBeUndefined();
});

test("five minutes are clocks that agree, a second more are not", () => {
  expect(clockOffset(at(now + 300_000), now, 0)).toBeUndefined();
  expect(clockOffset(at(now + 301_000), now, 0)).toBe(301_000);
});

test("a Date a century away is none, and one of a clock that started at 1970 is one", () => {
  const century = 100 * 366 * 86_400_000;
  expect(clockOffset(at(now + century), now, 0)).toBeUndefined();
  expect(clockOffset(at(now - century - 1_000), now, 0)).toBeUndefined();
  expect(clockOffset(at(0), now, 0)).toBe(-now);
});
