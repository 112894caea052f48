// @ts-nocheck
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
