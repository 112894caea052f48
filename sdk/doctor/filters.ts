import { askedOfNobody } from "../recording/askedOfNobody";
import { refusalText, type Answer, type Page } from "./answer";
import { contradictory, notObservable, observed, type Finding } from "./observation";

/** No job has such a tag or name. */
export const madeUpWord = askedOfNobody;

export interface TagProbes {
  /** How many tags there were to ask about. */
  tags: number;
  /** With one tag, before and after the others. */
  before?: Answer;
  after?: Answer;
  /** With a tag that is made up. */
  madeUp?: Answer;
  /** With the first twice. */
  twice?: Answer;
  /** With both. */
  both?: Answer;
}

/** Several tags: any or all of them. One tag that a job has, beside one that none has, tells. */
export function tagFinding({ tags, before, after, madeUp, twice, both }: TagProbes): Finding {
  if (tags === 0) return notObservable("jobs come without their tags: name one that a job has, with --tag");
  // Asked of each tag in turn until one finds jobs.
  if (before?.kind === "page" && before.names.length === 0 && after === undefined) {
    return notObservable(tags === 1 ? "no job has the tag" : "no job has one of the tags");
  }
  const all = [before, madeUp, twice, both, after];
  const trouble = troubleOf(all);
  if (trouble !== undefined) return trouble;
  const [first, none, repeated, joined, last] = all as [Page, Page, Page, Page, Page];
  if (!samePage(first, last)) return notObservable("the jobs with the tag changed meanwhile");
  if (none.names.length > 0) {
    return observed("ignored", "tags are not looked at", "jobs came for a tag that is made up");
  }
  if (!samePage(first, repeated)) return contradictory("the same tag twice gives other jobs than once");
  const told = "by a tag that jobs have beside one that none has";
  if (joined.names.length === 0) return observed("all", "jobs with all of the tags", told);
  if (samePage(first, joined)) return observed("any", "jobs with any of the tags", told);
  return contradictory("two tags, of which one is made up, give other jobs than the one alone");
}

/** The name that is asked for in parts. */
export interface NameProbe {
  name: string;
  /** Without its first and last character, and not how the name begins. */
  inner: string;
  /** Without its last character. */
  prefix: string;
  /** Without its first character. */
  suffix: string;
  /** The longest of its parts between `_`, `-` and `.`, where it has more than one. */
  word: string | undefined;
  /** In the other case. */
  otherCase: string;
}

export type NamePart = keyof NameProbe | "madeUp";

/** A name that tells, best one of several words: undefined where no job has one. */
export function nameToProbe(names: readonly string[]): NameProbe | undefined {
  const severalWords = /[^_.-][_.-]+[^_.-]/;
  for (const name of [...names].sort((a, b) => Number(severalWords.test(b)) - Number(severalWords.test(a)))) {
    const letters = Array.from(name);
    const inner = letters.slice(1, -1).join("");
    const prefix = letters.slice(0, -1).join("");
    const suffix = letters.slice(1).join("");
    const [word, ...otherWords] = name.split(/[_.-]+/).sort((a, b) => b.length - a.length);
    const otherCase = name.replace(/[a-z]|[A-Z]/g, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    );
    const tells = letters.length >= 4 && otherCase !== name;
    // Of a name that begins with its own middle ("aaaa"), a prefix would look like a part.
    if (tells && !name.toLowerCase().startsWith(inner.toLowerCase())) {
      return { name, inner, prefix, suffix, otherCase, word: otherWords.length === 0 ? undefined : word };
    }
  }
  return undefined;
}

/** How `jobName` is matched: `whole` is the answer to all of the name, asked for last. */
export function nameFinding(probe: NameProbe | undefined, answers: Partial<Record<NamePart, Answer>>): Finding {
  const matches = matchesOf(probe, answers);
  if ("kind" in matches) return matches;
  if (matches.inner) return observed("contains", "names that contain it", "by the middle of a job's name");
  if (matches.prefix)
    return observed("prefix", "names that begin with it", "by the middle and the beginning of a job's name");
  if (matches.suffix === undefined) return notAsked;
  if (matches.suffix) return observed("suffix", "names that end with it", "by the end of a job's name alone");
  if (matches.word) return observed("word", "names with it as a whole word", "by a word of a job's name alone");
  return observed("exact", "the very name", "no part of a job's name finds it");
}

/** Whether the case of `jobName` matters. */
export function caseFinding(probe: NameProbe | undefined, answers: Partial<Record<NamePart, Answer>>): Finding {
  const matches = matchesOf(probe, answers);
  if ("kind" in matches) return matches;
  const told = "by a job's name in the other case";
  return matches.otherCase
    ? observed("ignored", "upper and lower case are the same", told)
    : observed("matters", "upper and lower case differ", told);
}

/** Which parts find the job. Undefined: it was not asked for. */
interface Matches {
  inner: boolean;
  prefix: boolean;
  otherCase: boolean;
  suffix: boolean | undefined;
  word: boolean | undefined;
}

function matchesOf(probe: NameProbe | undefined, answers: Partial<Record<NamePart, Answer>>): Finding | Matches {
  if (probe === undefined) return notObservable("no job has a name of four characters or more that would tell");
  const { madeUp, inner, prefix, otherCase, name, suffix, word } = answers;
  const ifAsked = [suffix, word].filter((answer) => answer !== undefined);
  const trouble = troubleOf([madeUp, inner, prefix, otherCase, name, ...ifAsked]);
  if (trouble !== undefined) return trouble;
  const found = (answer: Answer | undefined) => (answer as Page).names.includes(probe.name);
  if ((madeUp as Page).names.length > 0) {
    return observed("ignored", "names are not looked at", "jobs came for a name that is made up");
  }
  if (!found(name))
    return notObservable("the job whose name was asked for is not there any more, or its own name does not find it");
  const parts = [inner, prefix, otherCase, ...ifAsked];
  const longest = Math.max(...[...parts, name].map((answer) => (answer as Page).names.length));
  // It may stand on a later page.
  const cut = parts.some((answer) => !found(answer) && isCut(answer as Page, longest));
  if (cut) return notObservable("so many jobs match that the one asked for may be on a later page");
  return {
    ...{ inner: found(inner), prefix: found(prefix), otherCase: found(otherCase) },
    ...{ suffix: suffix && found(suffix), word: word && found(word) },
  };
}

/** More jobs match than came. */
function isCut({ names, total }: Page, longest: number): boolean {
  return names.length > 0 && (total === undefined || total > names.length || names.length === longest);
}

const notAsked = notObservable("it was not asked for");

function troubleOf(answers: readonly (Answer | undefined)[]): Finding | undefined {
  for (const answer of answers) {
    if (answer === undefined) return notAsked;
    if (answer.kind === "failed") return notObservable(answer.why);
    if (answer.kind === "refused") return notObservable(`such a filter is refused: ${refusalText(answer)}`);
  }
  return undefined;
}

function samePage(one: Page, other: Page): boolean {
  return one.names.length === other.names.length && one.names.every((name, index) => name === other.names[index]);
}
