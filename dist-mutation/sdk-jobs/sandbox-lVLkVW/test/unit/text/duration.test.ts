// @ts-nocheck
import { formatAge, parseDuration } from "../../../sdk/text/duration";

test.each([
  ["90m", 5_400_000],
  ["26h", 93_600_000],
  ["1d12h", 129_600_000],
  ["1w2d3h4m5s6ms", 788_645_006],
  ["500ms", 500],
])("%s is %i ms", (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(["", "26", "h", "1h1h", "1m1h", "-1h", "1.5h", "0s", " 1h", "1H", "99999999999999w"])(
  "%j is none",
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);

test.each([
  [0, "0s"],
  [59_999, "59s"],
  [7_200_000, "2h"],
  [7_260_000, "2h 1m"],
  [788_645_006, "9d 3h"],
])("%i ms ago is read as %s", (ms, text) => {
  expect(formatAge(ms)).toBe(text);
});
