import { namedSurvivors } from "../../../tools/mutation/namedSurvivors";
import { judge, type Mutant } from "../../../tools/mutation/verdict";

const sources = new Map([["sdk/a.ts", "export function half(n: number) {\n  return n / 2;\n}\n"]]);

/** `n / 2` becomes this. */
function mutant(status: string, replacement = "n * 2"): Mutant {
  const location = { start: { line: 2, column: 10 }, end: { line: 2, column: 15 } };
  return { fileName: "sdk/a.ts", location, mutatorName: "Arithmetic", replacement, status } as Mutant;
}

const mutants = (killed: number, ...others: Mutant[]) => [
  ...Array.from({ length: killed }, () => mutant("Killed")),
  ...others,
];
const named = namedSurvivors("sdk/a.ts: Nobody halves.\n- return n / 2;\n+ return n * 2;\n");

test("of ten mutants nine killed and one named is good", () => {
  expect(judge(mutants(8, mutant("Timeout"), mutant("Survived")), sources, named, true)).toEqual({
    ...{ killed: 9, counted: 10, untried: 0, unnamed: [], outdated: [], isGood: true },
  });
});

test("one of nine is too many of a whole folder, though it is named", () => {
  const isGood = (isWhole: boolean) => judge(mutants(8, mutant("Survived")), sources, named, isWhole).isGood;
  expect([isGood(true), isGood(false)]).toEqual([false, true]);
  expect(judge(mutants(8, mutant("Survived")), sources, [], false).isGood).toBe(false);
});

test("one without a name is not good, and is shown with what it became", () => {
  for (const status of ["Survived", "NoCoverage"]) {
    const verdict = judge(mutants(99, mutant(status)), sources, [], true);
    const isReached = status === "Survived";
    expect(verdict).toMatchObject({ isGood: false, killed: 99, counted: 100 });
    expect(verdict.unnamed).toEqual([
      { file: "sdk/a.ts", line: 2, code: "return n / 2;", becomes: "return n * 2;", isReached },
    ]);
  }
  expect(judge(mutants(99, mutant("Survived", "0")), sources, named, true).unnamed).toHaveLength(1);
});

test("a name that is not needed any more is not good either, where its file was looked at", () => {
  expect(judge(mutants(9), sources, named, true)).toMatchObject({ outdated: named, isGood: false });
  expect(judge(mutants(9), new Map([["sdk/b.ts", ""]]), named, true)).toMatchObject({ outdated: [], isGood: true });
});

test("what was not tried counts as neither", () => {
  expect(judge(mutants(1, mutant("Ignored"), mutant("CompileError")), sources, [], true)).toMatchObject({
    ...{ killed: 1, counted: 1, untried: 1, isGood: true },
  });
});

describe("the list of names", () => {
  test("holds many files, and many lines of one reason", () => {
    const text = "sdk/a.ts: One.\n- a\n+ b\n- a\n+ c\n\nsdk/b.ts: Two.\n- - 1\n+ + 1\n";
    expect(namedSurvivors(text)).toEqual([
      { file: "sdk/a.ts", code: "a", becomes: "b" },
      { file: "sdk/a.ts", code: "a", becomes: "c" },
      { file: "sdk/b.ts", code: "- 1", becomes: "+ 1" },
    ]);
  });

  test.each([
    "sdk/a.ts:\n- a\n+ b",
    "- a\n+ b",
    "sdk/a.ts: Why.\n- a",
    "sdk/a.ts: Why.\n+ a\n- b",
    "sdk/a.ts: Why.\na\nb",
  ])("%j is refused: each has a reason, and what it becomes", (text) => {
    expect(() => namedSurvivors(text)).toThrow("survivors.txt");
  });
});
