// @ts-nocheck
import { nothingLiesBetween } from "../../../provider/run";

const startedAt = 5_000;

test.each([
  ["a listing that has not started yet is shared", Infinity, 5_000, true, true],
  ["without a resource a listing is shared for less than a second from its start", startedAt, 5_999, false, true],
  ["and no longer, however long it takes", startedAt, 6_000, false, false],
  ["with a resource a listing that has started is not shared", startedAt, 5_000, true, false],
])("%s", (_what, start, now, hasResources, shared) => {
  expect(nothingLiesBetween(start, now, hasResources)).toBe(shared);
});
