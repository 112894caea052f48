// @ts-nocheck
import fc from "fast-check";
import { propertyPath, writable } from "../../../provider/plugin/detailedDiff";

/**
 * Reads a path as the engine does: a name goes on to the next dot or bracket; in quotes, a backslash stands for itself
 * unless a quote follows; without quotes, what is in brackets is an index.
 */
function parsed(path: string): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let rest = path; rest !== "";) {
    const [whole = "", , quoted, index, name] = /^(\["((?:\\"|[^"])*)"\]|\[(\d+)\]|\.?([^.[]+))/.exec(rest) ?? [];
    if (whole === "") throw new Error(`cannot be read from here on: ${rest}`);
    keys.push(quoted?.replaceAll('\\"', '"') ?? (index === undefined ? (name ?? "") : Number(index)));
    rest = rest.slice(whole.length);
  }
  return keys;
}

test.each([
  [["owner"], "owner"],
  [["query", "jobType"], "query.jobType"],
  [["tags", 0], "tags[0]"],
  [["snapshot", "BATCH/ods_orders", "owner"], 'snapshot["BATCH/ods_orders"].owner'],
  [["triggers", 0, "a.b", 12], 'triggers[0]["a.b"][12]'],
  [["snapshot", 'BATCH/a"b'], 'snapshot["BATCH/a\\"b"]'],
  [["snapshot", "BATCH/a\\b"], 'snapshot["BATCH/a\\b"]'],
  [["snapshot", 'BATCH/a\\"b'], 'snapshot["BATCH/a\\\\"b"]'],
  [["snapshot", "a[0]"], 'snapshot["a[0]"]'],
  [["snapshot", "*"], 'snapshot["*"]'],
  [["snapshot", ""], 'snapshot[""]'],
  [["snapshot", "0day"], 'snapshot["0day"]'],
  [["snapshot", "任务"], 'snapshot["任务"]'],
])("%j is written as the engine reads it", (path, text) => {
  expect(propertyPath(path)).toBe(text);
  expect(parsed(text)).toEqual(path);
});

test("every path is read back as it was, up to a name that cannot be written", () => {
  const odd = fc.string({ unit: fc.constantFrom('"', "\\", ".", "[", "]", "a") });
  const key = fc.oneof(odd, fc.string({ unit: "grapheme" }), fc.nat());
  fc.assert(
    fc.property(fc.array(key), (path) => {
      const written = writable({ path, kind: "add" });
      expect(parsed(propertyPath(written.path))).toEqual(written.path);
      expect(written.path).toEqual(path.slice(0, written.path.length));
      const [next] = path.slice(written.path.length);
      expect(written.kind).toBe(next === undefined ? "add" : "update");
      expect(String(next ?? "\\")).toMatch(/\\$/);
    }),
  );
});
