import { retryAfterMs } from "../../../sdk/http/retryAfter";

const now = Date.UTC(2026, 10, 23, 12, 0, 0);

test.each([
  ["0", 0],
  ["7", 7_000],
  [" 120 ", 120_000],
  ["Mon, 23 Nov 2026 12:00:30 GMT", 30_000],
  ["Mon, 23 Nov 2026 11:59:00 GMT", 0],
])("%p is a wait of %p ms", (header, wait) => {
  expect(retryAfterMs(header, now)).toBe(wait);
});

const date = "Mon, 23 Nov 2026 12:00:30 GMT";
const notWhole = [`on ${date}`, `${date} or so`, `${date} (noon)`, "Mon, 99 Nov 2026 12:00:30 GMT"];

test.each([undefined, "", "-1", "1.5", "soon", "1e3", "2026-11-23", "99999999999", ...notWhole])(
  "%p is no wait",
  (header) => {
    expect(retryAfterMs(header, now)).toBeUndefined();
  },
);
