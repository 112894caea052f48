import {
  couldBeSent,
  listOf,
  pageOf,
  possibleReadings,
  type PagingReading,
  type SeenPage,
} from "../../../sdk/testing/pagingReading";

const reading: PagingReading = {
  ...{ offset: "page", pageZero: "page-1", pastEnd: "refuse" },
  ...{ largestLimit: 100, cap: Infinity, countsIn: "cap" },
};

const ofThree: SeenPage[] = [
  { offset: 0, limit: 2, names: ["a", "b"] },
  { offset: 1, limit: 2, names: ["c"] },
  { offset: 2, limit: 2, names: [] },
];

/** What the readings that explain these pages answer, each of it once. */
function told(pages: readonly SeenPage[], asked: { offset: number; limit: number }): unknown[] {
  const answers = possibleReadings(pages).flatMap((reading) => {
    const list = listOf(pages, reading);
    return list ? [JSON.stringify(pageOf(asked, reading, list) ?? "unknown")] : [];
  });
  return [...new Set(answers)].map((text) => JSON.parse(text) as unknown);
}

test("a limit up to the largest that was taken, or to the default, is honoured", () => {
  expect(told(ofThree, { offset: 0, limit: 1 })).toEqual([["a"]]);
  // Ten are nowhere refused, though only an odd service would refuse three.
  expect(told(ofThree, { offset: 0, limit: 10 })).toContainEqual(["a", "b", "c"]);
});

test("a larger one may be refused, or its page be cut", () => {
  expect(told(ofThree, { offset: 0, limit: 1_000 })).toContain("refused");
  const long: SeenPage = { offset: 0, limit: 20, names: Array.from("abcdefghijklmnopqrst") };
  expect(told([long], { offset: 0, limit: 21 })).toEqual(expect.arrayContaining(["refused", long.names, "unknown"]));
});

test("a page is known that is full of known jobs, wherever the list ends", () => {
  const list = { names: ["a", "b", "c"], least: 3, most: Infinity };
  const page = (offset: number, limit: number) => pageOf({ offset, limit }, reading, list);
  expect(page(0, 3)).toEqual(["a", "b", "c"]);
  expect(page(1, 1)).toEqual(["b"]);
  expect(page(0, 4)).toBeUndefined();
  expect(page(1, 2)).toBeUndefined();
  expect(page(9, 3)).toBeUndefined();
});

test("whatever a list holds, a reading says which limits and places are refused", () => {
  const could = (offset: number, limit: number, names: SeenPage["names"], of = reading) =>
    couldBeSent({ offset, limit, names }, of);
  expect([could(0, 101, "refused"), could(0, 101, ["a"])]).toEqual([true, false]);
  expect([could(0, 100, "refused"), could(0, 100, ["a"])]).toEqual([false, true]);
  expect([could(9, 100, "refused"), could(9, 1, ["a", "b"])]).toEqual([true, false]);
  const pageZero: PagingReading = { ...reading, offset: "page-from-1", pageZero: "empty" };
  expect([could(0, 100, [], pageZero), could(0, 100, ["a"], pageZero)]).toEqual([true, false]);
});
