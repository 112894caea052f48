import type { PagingReading, SeenList } from "../../../sdk/testing/pagingReading";
import type { RecordedList } from "../../../sdk/testing/recordedLists";
import { believedBelow, numberOf, possibleTotals, saysDifferentTotals } from "../../../sdk/testing/totalReading";

const reading: PagingReading = {
  ...{ offset: "page-from-1", pageZero: "empty", pastEnd: "empty" },
  ...{ largestLimit: Infinity, cap: Infinity, countsIn: "cap" },
};

/** Pages of three jobs each. */
function list(...pages: [offset: number, jobs: number, total: unknown][]): RecordedList {
  const answers = pages.map(([offset, jobs, total]) => ({
    place: { offset, limit: 3 },
    body: { total, jobs: Array.from({ length: jobs }, (_, index) => ({ name: `job_${index}` })) },
  }));
  const filter = { workspace: undefined, jobType: "BATCH", jobName: undefined, tags: undefined };
  return { filter, pages: [], answers, refusals: [] };
}

const ofList = (pageZero: string, pastEnd: string) => ({ of: "list", pageZero, pastEnd });
const ofPage = { of: "page", pageZero: "zero", pastEnd: "zero" };

test.each<[string, RecordedList[], object[]]>([
  [
    "one number for a list: empty pages were not seen",
    [list([1, 3, 5])],
    [ofList("list", "list"), ofList("list", "zero"), ofList("zero", "list"), ofList("zero", "zero")],
  ],
  ["0 on page 0, the list's past the end", [list([0, 0, 0], [1, 3, 5], [9, 0, 5])], [ofList("zero", "list")]],
  ["another one on page 0", [list([0, 0, 7], [1, 3, 5], [9, 0, 5])], [ofList("unknown", "list")]],
  [
    "0 is another than what is sent of an empty list",
    [list([1, 0, "0"], [0, 0, 0])],
    [ofPage, ofList("zero", "list"), ofList("zero", "zero")],
  ],
  ["how many are on the page", [list([1, 3, 3], [2, 1, 1])], [ofPage]],
  ["neither", [list([1, 3, 3], [2, 1, 4])], []],
])("total says %s", (_what, lists, readings) => {
  expect(possibleTotals(lists, reading)).toEqual(readings);
});

test("a list has changed where pages with jobs say different totals", () => {
  expect(saysDifferentTotals(list([1, 3, 5], [2, 2, 6]))).toBe(true);
  expect(saysDifferentTotals(list([0, 0, 0], [1, 3, 5], [2, 2, 5]))).toBe(false);
});

const seen = (least: number, most: number): SeenList => ({ names: [], least, most });

test.each<[string, { seen: SeenList; total: unknown }[], number | undefined]>([
  ["no list was seen to its end", [{ seen: seen(5, Infinity), total: 9 }], 0],
  ["the longest that is as long as it says", [{ seen: seen(5, 5), total: "5" }, { seen: seen(3, 3), total: 3 }], 5], // prettier-ignore
  ["one is longer than it says", [{ seen: seen(5, 5), total: 5 }, { seen: seen(4, Infinity), total: 3 }], undefined], // prettier-ignore
  ["one is shorter than it says", [{ seen: seen(5, 5), total: 5 }, { seen: seen(3, 3), total: 4 }], undefined], // prettier-ignore
  ["one says nothing", [{ seen: seen(5, 5), total: 5 }, { seen: seen(0, Infinity), total: null }], undefined], // prettier-ignore
])("below which number total is believed: %s", (_what, lists, below) => {
  expect(believedBelow(lists)).toBe(below);
});

test.each([
  [5, 5],
  ["5", 5],
  [null, undefined],
  [undefined, undefined],
  ["", undefined],
  [" 5", undefined],
  [[5], undefined],
])("%j is the number %s", (total, number) => {
  expect(numberOf(total)).toBe(number);
});
