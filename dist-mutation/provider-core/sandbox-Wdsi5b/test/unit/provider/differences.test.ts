// @ts-nocheck
import fc from "fast-check";
import { differences, type Difference } from "../../../provider/core/differences";

/** Of few keys and few values, so that two of them have much in common. Some keys are names of what objects inherit. */
const { value: someValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom(null, true, 0, 1, "", "a"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom("a", "b", "BATCH/a.b", "constructor", "__proto__", "0"), tie("value")))
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

/** The old values with each difference put in its place. */
function withDifferences(olds: unknown, found: readonly Difference[], news: unknown): unknown {
  const root = { root: structuredClone(olds) };
  // From behind: an element that goes must move none that is still to go.
  for (const { path, kind } of [...found].reverse()) {
    const place = ["root", ...path].slice(0, -1).reduce<unknown>(inside, root) as object;
    const key = path.at(-1) ?? "root";
    const value = structuredClone(path.reduce(inside, news));
    if (kind !== "delete")
      Object.defineProperty(place, key, { value, writable: true, enumerable: true, configurable: true });
    else if (Array.isArray(place)) place.splice(Number(key), 1);
    else Reflect.deleteProperty(place, key);
  }
  return root.root;
}

function inside(value: unknown, key: string | number): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

test("old values with their differences are the new ones", () => {
  fc.assert(
    fc.property(someValue, someValue, (olds, news) => {
      const found = differences(olds, news);
      expect(written(withDifferences(olds, found, news))).toBe(written(news));
      expect(found.length > 0).toBe(written(olds) !== written(news));
    }),
    { numRuns: 1_000 },
  );
});

test("each difference is where it is, and not around it", () => {
  const olds = { owner: "a", tags: ["x", "y"], jobs: { "BATCH/a": { status: "s" }, "BATCH/b": { status: "s" } } };
  const news = { owner: "b", tags: ["x"], jobs: { "BATCH/a": { status: "t" }, "BATCH/c": { status: "s" } }, more: 1 };
  expect(differences(olds, news)).toEqual([
    { path: ["owner"], kind: "update" },
    { path: ["tags", 1], kind: "delete" },
    { path: ["jobs", "BATCH/a", "status"], kind: "update" },
    { path: ["jobs", "BATCH/b"], kind: "delete" },
    { path: ["jobs", "BATCH/c"], kind: "add" },
    { path: ["more"], kind: "add" },
  ]);
});

test("a list in the place of an object is another value, and so is null", () => {
  expect(differences({ a: ["x"], b: {} }, { a: { 0: "x" }, b: null })).toEqual([
    { path: ["a"], kind: "update" },
    { path: ["b"], kind: "update" },
  ]);
});

/** The order of keys makes no difference. */
function written(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  return `{${Object.entries(value)
    .map(([key, each]) => `${key}:${written(each)}`)
    .sort()
    .join()}}`;
}
