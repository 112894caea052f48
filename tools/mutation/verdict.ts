import type { Stryker } from "@stryker-mutator/core";
import type { NamedSurvivor } from "./namedSurvivors";

export type Mutant = Pick<
  Awaited<ReturnType<Stryker["runMutationTest"]>>[number],
  "fileName" | "location" | "mutatorName" | "replacement" | "status"
>;

/** So many of the mutants of a whole folder, in percent, must be killed. A single file may be one that names more. */
const threshold = 90;

/** A mutant that no test noticed, as a person reads it: the line, and what it became. */
export interface Survivor {
  file: string;
  line: number;
  code: string;
  becomes: string;
  isReached: boolean;
}

export interface Verdict {
  killed: number;
  /** Those that were killed, or survived. */
  counted: number;
  /** Evaluated when a file is loaded, and not tried. */
  untried: number;
  unnamed: Survivor[];
  /** Survivors in the list that are none any more. */
  outdated: NamedSurvivor[];
  isGood: boolean;
}

/**
 * Whether the tests of these files are good enough: so many mutants are killed, and each that is not is known, with why
 * it changes nothing.
 *
 * @param sources of the files that were mutated, by name
 * @param isWhole these are all files of a folder
 */
export function judge(
  mutants: readonly Mutant[],
  sources: ReadonlyMap<string, string>,
  named: readonly NamedSurvivor[],
  isWhole: boolean,
): Verdict {
  const killed = mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const survivors = mutants
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map((mutant) => survivorOf(mutant, sources.get(mutant.fileName) ?? ""));
  const counted = killed + survivors.length;
  const isEnough = !isWhole || killed * 100 >= threshold * counted;
  const isOf = (survivor: Survivor) => (known: NamedSurvivor) =>
    known.file === survivor.file && known.code === survivor.code && known.becomes === survivor.becomes;
  const unnamed = survivors.filter((survivor) => !named.some(isOf(survivor)));
  const outdated = named.filter((known) => sources.has(known.file) && !survivors.some((each) => isOf(each)(known)));
  return {
    killed,
    counted,
    untried: mutants.filter(({ status }) => status === "Ignored").length,
    unnamed,
    outdated,
    isGood: isEnough && unnamed.length === 0 && outdated.length === 0,
  };
}

function survivorOf({ fileName, location, replacement, status }: Mutant, source: string): Survivor {
  const lines = source.split("\n");
  const { start, end } = location;
  const [first = "", last = ""] = [lines[start.line - 1], lines[end.line - 1]];
  const changed = first.slice(0, start.column - 1) + replacement + last.slice(end.column - 1);
  return {
    file: fileName,
    line: start.line,
    code: first.trim(),
    becomes: changed.trim().replace(/\s*\n\s*/g, " "),
    isReached: status === "Survived",
  };
}
