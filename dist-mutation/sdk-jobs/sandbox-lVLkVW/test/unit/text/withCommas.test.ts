// @ts-nocheck
import fc from "fast-check";
import { withCommas } from "../../../sdk/text/withCommas";

test.each([
  [0, "0"],
  [999, "999"],
  [1_000, "1,000"],
  [10_400, "10,400"],
  [1_234_567, "1,234,567"],
])("%i is %s", (count, text) => {
  expect(withCommas(count)).toBe(text);
});

test("it is what English has", () => {
  fc.assert(fc.property(fc.nat(), (count) => withCommas(count) === count.toLocaleString("en-US")));
});
