// @ts-nocheck
import type { Answer } from "../../../sdk/doctor/answer";
import { offsetFinding, offsetOf, possibleReadings, type ListEvidence } from "../../../sdk/doctor/offset";

const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
const page = (from: readonly string[]): Answer => ({
  ...{ kind: "page", total: names.length, bytes: 0, ms: 0 },
  ...{ names: from, jobs: from.map((name) => ({ name })) },
});
const refused: Answer = { kind: "refused", status: 400, code: "DLF.3051", said: "", ms: 0 };

function evidence(
  answers: [offset: number, limit: number, answer: Answer][],
  known = names,
  limit = 100,
): ListEvidence {
  const seen = answers.map(([offset, of, answer]) => ({
    ask: { jobType: "BATCH" as const, offset, limit: of },
    answer,
  }));
  return { base: 0, limit, names: known, seen };
}

test.each([
  ["page", ["c", "d"], ["c"]],
  ["record", ["b", "c"], ["c"]],
  ["page-from-1", ["a", "b"], ["b"]],
  ["record-rounded", ["a", "b"], ["c"]],
  ["ignored", ["a", "b"], ["a"]],
])("%s is told by two requests", (reading, first, second) => {
  const finding = offsetFinding(evidence([[1, 2, page(first)], [2, 1, page(second)]])); // prettier-ignore
  expect(finding).toMatchObject({ kind: "observed", value: reading });
});

test("one request leaves what it cannot tell apart", () => {
  expect(possibleReadings(evidence([[1, 2, page(["a", "b"])]]))).toEqual(
    new Set(["page-from-1", "record-rounded", "ignored"]),
  );
  expect(offsetFinding(evidence([[1, 2, page(["a", "b"])]]))).toMatchObject({
    kind: "not observable",
    why: "several readings give the same pages; left: page-from-1, record-rounded, ignored",
  });
});

test("pages that fit nowhere are a contradiction, and an answer that failed says nothing", () => {
  expect(offsetFinding(evidence([[1, 2, page(["d", "e"])]]))).toMatchObject({ kind: "contradictory" });
  expect(possibleReadings(evidence([[1, 2, { kind: "failed", why: "" }]])).size).toBe(5);
});

test("a page that may be one under a cap is not taken for the whole list", () => {
  // Two jobs came of a hundred: all, or a cap at two. A third one tells.
  const two = names.slice(0, 2);
  expect(possibleReadings(evidence([[1, 2, page(["c", "d"])]], two))).toEqual(new Set(["page"]));
  expect(possibleReadings(evidence([[2, 1, page(["c"])]], two))).toEqual(new Set(["page", "record", "record-rounded"]));
});

test("what comes past the end may be three things, of which the first page tells nothing", () => {
  const one = ["a"];
  expect(possibleReadings(evidence([[30, 10, page([])]], one)).has("ignored")).toBe(false);
  expect(possibleReadings(evidence([[30, 10, refused]], one)).has("ignored")).toBe(false);
  expect(possibleReadings(evidence([[30, 10, page(["a"])]], one)).has("ignored")).toBe(true);
});

test("offset 0 where pages count from 1", () => {
  const told = (zero: Answer) => offsetFinding({ ...evidence([[0, 100, zero], [1, 100, page(names)], [2, 1, page(["b"])]]), base: 1 }); // prettier-ignore
  expect(told(refused)).toMatchObject({ value: "page-from-1", what: "pages, from 1 (0 is refused: 400 DLF.3051)" });
  expect(told(page([]))).toMatchObject({ value: "page-from-1", what: "pages, from 1 (0 gives an empty page)" });
});

test("the offset of a place", () => {
  expect([offsetOf(100, 10, "page"), offsetOf(100, 10, "page-from-1"), offsetOf(100, 10, "record")]).toEqual([
    10, 11, 100,
  ]);
  expect([offsetOf(5, 2, "record"), offsetOf(4, 2, "ignored")]).toEqual([undefined, undefined]);
});
