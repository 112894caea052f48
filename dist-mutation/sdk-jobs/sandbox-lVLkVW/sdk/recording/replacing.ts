// @ts-nocheck
import { statuses } from "../jobs/statuses";
import { partsOfProjectName, type Identities } from "./collectIdentities";
import { keyedRandom } from "./keyedRandom";
import { madeUpNumber, madeUpWord } from "./madeUpText";
import { orderedNames } from "./orderedNames";
import type { Replacements } from "./replacements";
import { shiftedText } from "./times";

/** The services as everybody's requests name them. Any other host is somebody's own. */
const publicHost =
  /^(dayu-dlf|dayu|dlf|iam|sts)(\.[a-z]{2,3}-[a-z]{4,9}-\d{1,2})?\.(myhuaweicloud\.(com|cn|eu)|(sc\.)?otc\.t-systems\.com)$/;

/** Words that servers are known to say, whatever somebody's job is called. */
const publicWords = new Set([
  ...["BATCH", "REAL_TIME"],
  ...Object.values(statuses)
    .flatMap(Object.keys)
    .map((status) => status.toLowerCase()),
]);

/** @param key whoever has it could find out what was replaced by what: it is thrown away */
export function replacing(
  identities: Identities,
  known: readonly string[],
  shiftMs: number,
  key: string,
): Replacements & { soughtKept: boolean } {
  const { names, sought, others, ids } = identities;
  const { images, soughtKept } = orderedNames(names, sought, others, keyedRandom(key, "names"));
  const knownWords = new Set(known.map((each) => each.toLowerCase()));
  const isIdentity = (value: string) => images.has(value) || ids.has(value) || knownWords.has(value.toLowerCase());
  const mayStay = noneWithin([...images.keys(), ...ids, ...known], isIdentity);
  const word = (value: string) => images.get(value) ?? madeUpWord(value, key, (drawn) => !isIdentity(drawn));
  const text = (value: string) => images.get(value) ?? inText(value, isIdentity, word);
  const hosts = new Map<string, string>();
  return {
    soughtKept,
    shiftMs,
    name: word,
    identity: word,
    sought: word,
    id: word,
    projectName: (value) => {
      const { region, rest } = partsOfProjectName(value);
      return `${region}${word(rest)}`;
    },
    enumeration: (value) => {
      const isWord = /^[A-Za-z]+([_-][A-Za-z]+)*$/.test(value) && value.length <= 40;
      return publicWords.has(value) || publicWords.has(value.toLowerCase()) || (isWord && mayStay(value))
        ? value
        : text(value);
    },
    text,
    time: (value) => shiftedText(value, shiftMs),
    number: (value) => madeUpNumber(value, key),
    host: (value) => {
      if (publicHost.test(value)) return value;
      const made = hosts.get(value) ?? `endpoint-${hosts.size + 1}.example`;
      hosts.set(value, made);
      return made;
    },
    mayStay,
  };
}

/** Shorter ones are parts of many words by chance. */
const leastWithin = 5;

/** Whether a word is none of these, and has none of them within. */
function noneWithin(identities: readonly string[], isIdentity: (word: string) => boolean): (word: string) => boolean {
  const long = identities.filter(({ length }) => length >= leastWithin).map((each) => each.toLowerCase());
  const found = new Map<string, boolean>();
  return (word) => {
    const known = found.get(word) ?? (!isIdentity(word) && !long.some((each) => word.toLowerCase().includes(each)));
    found.set(word, known);
    return known;
  };
}

/** Whatever a text is made of: names that are known in it become what they are elsewhere, other words anything. */
function inText(text: string, isIdentity: (value: string) => boolean, word: (value: string) => string): string {
  return text.replace(/[\w.\u0080-\u{10ffff}-]+/gu, (run) => {
    if (isIdentity(run)) return word(run);
    // A sentence may end behind a name.
    const bare = run.replace(/[.]+$/, "");
    if (isIdentity(bare)) return `${word(bare)}${run.slice(bare.length)}`;
    return run.replace(/[A-Za-z0-9\u0080-\u{10ffff}]+/gu, word);
  });
}
