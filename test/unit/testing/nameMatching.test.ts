import { isWhole, possibleMatchings, type SoughtName } from "../../../sdk/testing/nameMatching";
import type { SeenList } from "../../../sdk/testing/pagingReading";

const whole = (...names: string[]): SeenList => ({ names, least: names.length, most: names.length });
/** There may be more. */
const begun = (...names: string[]): SeenList => ({ names, least: names.length, most: Infinity });

/** What the ways that are left find of these. */
function found(names: readonly SoughtName[], sought: string): string[] {
  const all = ["orders", "Orders", "all_orders", "orders_2", "users"];
  return possibleMatchings(names).map((match) => all.filter((name) => match(name, sought)).join(" "));
}

test("where no name was sought, none is known", () => {
  expect(possibleMatchings([])).toEqual([]);
});

test("a job that does not match the name rules a way out, however little of the list is known", () => {
  const names = [{ sought: "orders", found: begun("all_orders"), all: undefined }];
  // It is sought anywhere, at the end, or as a word; in one case or in both; or not at all.
  const users = Array<string>(6).fill("users");
  expect(found(names, "users")).toEqual([...users, "orders Orders all_orders orders_2 users"]);
});

test("names that end with it, or have it as a word, are told from the very name", () => {
  const all = whole("orders", "users", "all_orders", "orders_2", "allorders");
  const of = (...names: string[]) => found([{ sought: "orders", found: whole(...names), all }], "orders");
  expect(new Set(of("orders"))).toEqual(new Set(["orders", "orders Orders"]));
  expect(new Set(of("orders", "all_orders", "allorders"))).toEqual(new Set(["orders all_orders", "orders Orders all_orders"])); // prettier-ignore
  expect(of("orders", "all_orders", "orders_2")).toEqual(["orders all_orders orders_2", "orders Orders all_orders orders_2"]); // prettier-ignore
});

test("a job that matches and did not come does so as well, where it would have come before", () => {
  const all = begun("orders", "all_orders", "users");
  // Another job than the first that contains the name: it is sought at the beginning, or it would have come second.
  expect(found([{ sought: "orders", found: begun("orders", "orders_2"), all }], "ORDERS")).toEqual([
    "",
    "orders Orders orders_2",
  ]);
  expect(found([{ sought: "users", found: whole(), all }], "users")).toEqual([]);
});

test("behind what is known of the list, anything may match", () => {
  const all = begun("users");
  expect(found([{ sought: "orders", found: begun("orders"), all }], "ORDERS")).toHaveLength(10);
  expect(found([{ sought: "orders", found: begun("orders"), all: whole("users") }], "ORDERS")).toHaveLength(0);
});

test("where each name brings the same jobs, names are not looked at", () => {
  const jobs = ["orders", "users", "all_orders"];
  expect(found([{ sought: "made up", found: begun(...jobs), all: begun(...jobs) }], "x")).toEqual([
    "orders Orders all_orders orders_2 users",
  ]);
});

test.each([
  [whole("a", "b"), true],
  [whole(), true],
  [begun("a"), false],
  [{ names: ["a"], least: 2, most: 2 }, false],
  // eslint-disable-next-line no-sparse-arrays -- what was not seen is missing
  [{ names: [, "b"], least: 2, most: 2 }, false],
] as [SeenList, boolean][])("whether %j is whole: %s", (list, is) => {
  expect(isWhole(list)).toBe(is);
});
