// @ts-nocheck
import { hideValues, hideWords } from "../../../provider/core/hideValues";

test.each<[string, unknown, string, string]>([
  ["a text", "ws-1", "workspace ws-1.", "workspace [secret]."],
  ["a text inside of another word", "1234", "xws1234y", "xws[secret]y"],
  ["a number", 7771, "at least 7771, of 17771", "at least [secret], of 17771"],
  ["a number with a fraction", 0.5, "0.5, not 10.5 or 0.55", "[secret], not 10.5 or 0.55"],
  ["what is inside of lists and objects", { a: ["b1", { c: "d2" }] }, "b1 d2", "[secret] [secret]"],
  ["what stands quoted", 'say "x"', '{"a":"say \\"x\\""}', '{"a":"[secret]"}'],
  ["what stands in a URL", "a b/ü", "?q=a+b%2F%C3%BC and /a%20b%2f%c3%bc", "?q=[secret] and /[secret]"],
  ["the longer of two", ["ab", "abc"], "abc ab", "[secret] [secret]"],
  ["a text that the mark holds", ["secret", "e"], "the secret", "th[secret] [secret]"],
  ["signs of regular expressions", "a.b*(c", "axb*(c a.b*(c", "axb*(c [secret]"],
  ["nothing", ["", undefined, null, true], "true", "true"],
])("hides %s", (_what, value, message, shown) => {
  expect(hideValues(message, value)).toBe(shown);
});

test("as words, hides a text where it stands alone", () => {
  expect(hideWords("could not reach o: o, (o) böo", "o")).toBe("could not reach [secret]: [secret], ([secret]) böo");
  expect(hideWords("workspace WS-1", ["WS-1", undefined])).toBe("workspace [secret]");
});
