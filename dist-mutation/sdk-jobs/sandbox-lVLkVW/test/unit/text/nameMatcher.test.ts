// @ts-nocheck
import fc from "fast-check";
import { matchesGlob } from "../../../sdk/text/glob";
import { nameMatcher } from "../../../sdk/text/nameMatcher";

test.each([
  ["tmp_*", ["tmp_", "tmp_a", "tmp_a.b-c"], ["tmp", "a_tmp_", "TMP_a"]],
  ["*_daily", ["_daily", "a_daily", "a_daily_daily"], ["a_daily_2"]],
  ["a*b*c", ["abc", "a1b2c", "abcabc"], ["ab", "acb", "abcd"]],
  ["job_?", ["job_1", "job_作", "job_😀"], ["job_", "job_12"]],
  ["?*", ["a", "ab"], [""]],
  ["*", ["", "a", ".hidden", "a/b", "line\nbreak"], []],
  ["**", ["", "a"], []],
])("%s is a glob", (glob, matching, others) => {
  expect(matching.filter((name) => !nameMatcher([glob])(name))).toEqual([]);
  expect(others.filter(nameMatcher([glob]))).toEqual([]);
});

test.each([
  ["orders(1)", ["orders1", "orders"]],
  ["[old]load", ["oload", "lload"]],
  ["!tmp_*", ["orders", "tmp_a"]],
  ["{a,b}", ["a", "b"]],
  ["a+(b)", ["ab", "abb"]],
  ["@(a)", ["a"]],
  ["a\\b", ["ab"]],
  ["a.c", ["abc"]],
  ["^a$", ["a"]],
])("%s is that very name and hides no other", (name, others) => {
  expect(nameMatcher([name])(name)).toBe(true);
  expect(others.filter(nameMatcher([name]))).toEqual([]);
  expect(nameMatcher([`${name}*`])(`${name}_2`)).toBe(true);
  expect(others.filter(nameMatcher([`${name}*`]))).toEqual([]);
});

test("any of several; nothing matches none", () => {
  const matches = nameMatcher(["a", "b*", "?c"]);
  expect(["a", "b1", "xc", "ab", "c"].filter(matches)).toEqual(["a", "b1", "xc"]);
  expect(nameMatcher([])("a")).toBe(false);
});

test("is what a regular expression makes of the two signs", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "(", "*", "?"), maxLength: 8 });
  fc.assert(
    fc.property(text, text, (glob, name) => {
      const signs: Record<string, string> = { "*": ".*", "?": ".", "(": "\\(" };
      const expected = new RegExp(`^${Array.from(glob, (sign) => signs[sign] ?? sign).join("")}$`, "s");
      expect(nameMatcher([glob])(name)).toBe(expected.test(name));
    }),
    { numRuns: 2_000 },
  );
});

test("a glob of many stars takes no more steps than the product of both lengths", () => {
  let looks = 0;
  const counted = (characters: string[]): ArrayLike<string> =>
    new Proxy(characters, {
      get: (target, key) => {
        if (key !== "length") looks += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
  const [glob, name] = [Array.from(`${"*a".repeat(50)}*b`), Array.from("a".repeat(5_000))];
  expect(matchesGlob(counted(glob), counted(name))).toBe(false);
  // Each step looks at one character of both.
  expect(looks).toBeLessThan(2 * glob.length * name.length);
});
