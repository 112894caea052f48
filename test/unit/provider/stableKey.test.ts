import fc from "fast-check";
import { stableKey } from "../../../provider/core/stableKey";

test("the order in which keys were written makes no difference, at any depth; that of a list does", () => {
  expect(stableKey({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  expect(stableKey({ a: null, b: [{ c: 2, d: 1 }] })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  expect(stableKey([2, 1])).not.toBe(stableKey([1, 2]));
  expect(stableKey(["a"])).not.toBe(stableKey({ 0: "a" }));
});

test("it is the value itself: what differs has another key, what is written anew the same", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(stableKey(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(stableKey(reversed(value))).toBe(stableKey(value));
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  );
}
