import { alphabetOf, codePoints, type Alphabet } from "./alphabet";
import { between, keyedRandom } from "./keyedRandom";

/** So often another one is drawn where chance gives one that must not be. */
const draws = 20;

/** Shorter ones with digits in them are words with a number. */
const leastOfId = 8;
const hexLetters: readonly Alphabet[] = [
  { first: 0x61, size: 6 },
  { first: 0x41, size: 6 },
];
const asciiDigits: Alphabet = { first: 0x30, size: 10 };
const asciiKinds: readonly Alphabet[] = [asciiDigits, { first: 0x41, size: 26 }, { first: 0x61, size: 26 }];

/** Of what a character may be: one of any of these. */
type Pool = readonly Alphabet[];

export interface MadeUpOptions {
  /** What it may come to be, the word itself never, as long as there is another one. */
  mayBe?: (drawn: string) => boolean;
  /** A person's or a folder's name keeps the kind of each character. An ID of so many characters tells of itself by that. */
  keepsKinds?: boolean;
}

/** A word of the same length and alphabet; the same one for the same word and key. In the place of hex comes hex. */
export function madeUpWord(word: string, key: string, { mayBe = () => true, keepsKinds }: MadeUpOptions = {}): string {
  let count = 0;
  for (const drawn of wordsLike(word, key, keepsKinds)) {
    count += 1;
    if (count === draws || (drawn !== word && mayBe(drawn))) return drawn;
  }
  return word;
}

/** A made-up word for each, no two of them the same. */
export function distinctWords(
  words: Iterable<string>,
  key: string,
  { mayBe = () => true, keepsKinds }: MadeUpOptions,
): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  const taken = new Set<string>();
  for (const word of words) {
    let count = 0;
    for (const drawn of wordsLike(word, key, keepsKinds)) {
      count += 1;
      // Of one letter there are no more words than letters: at last any that is free will do.
      const isGood = count > draws || (drawn !== word && mayBe(drawn));
      if (taken.has(drawn) || !isGood) continue;
      made.set(word, drawn);
      taken.add(drawn);
      break;
    }
  }
  return made;
}

/** First at random, then one after the other, without end. */
function* wordsLike(word: string, key: string, keepsKinds = false): Generator<string> {
  const random = keyedRandom(key, word);
  const id = poolOfId(word, keepsKinds);
  const points = codePoints(word);
  const pools = points.map((point) => poolOf(point, id));
  let choices: number[] = [];
  const text = () =>
    points.map((point, index) => String.fromCodePoint(charOf(pools[index] ?? [], choices[index] ?? 0, point))).join("");
  for (let count = 0; count < draws; count += 1) {
    do choices = pools.map((pool) => between(0, sizeOf(pool) - 1, random));
    while (
      // As an ID it is to be known again.
      id !== undefined &&
      !mixes(text())
    );
    yield text();
  }
  for (;;) {
    for (let index = 0; index < choices.length; index += 1) {
      choices[index] = ((choices[index] ?? 0) + 1) % Math.max(1, sizeOf(pools[index] ?? []));
      if (choices[index] !== 0) break;
    }
    yield text();
  }
}

/**
 * Of all characters of an ID, which places have digits and which letters included: undefined for what is none. Hex may be
 * in parts, as that of a UUID is.
 */
function poolOfId(word: string, keepsKinds: boolean): Pool | undefined {
  const bare = word.replace(/[^A-Za-z0-9]/g, "");
  if (bare.length < leastOfId || !mixes(bare)) return undefined;
  const isHex = [/^[0-9a-f]+$/, /^[0-9A-F]+$/].map((pattern) => pattern.test(bare));
  const letters = hexLetters[isHex.indexOf(true)];
  if (letters) return [asciiDigits, letters];
  if (keepsKinds) return undefined;
  return asciiKinds.filter(({ first, size }) => codePoints(bare).some((point) => isIn(point, first, size)));
}

function mixes(word: string): boolean {
  return /[0-9]/.test(word) && /[A-Za-z]/.test(word);
}

function poolOf(point: number, id: Pool | undefined): Pool {
  if (id !== undefined && asciiKinds.some(({ first, size }) => isIn(point, first, size))) return id;
  const alphabet = alphabetOf(point);
  return alphabet === undefined ? [] : [alphabet];
}

function isIn(point: number, first: number, size: number): boolean {
  return point >= first && point < first + size;
}

function sizeOf(pool: Pool): number {
  return pool.reduce((sum, { size }) => sum + size, 0);
}

function charOf(pool: Pool, choice: number, otherwise: number): number {
  let rest = choice;
  for (const { first, size } of pool) {
    if (rest < size) return first + rest;
    rest -= size;
  }
  return otherwise;
}

/** A number of as many digits, of the same sign. What is no whole number keeps the digits behind the point. */
export function madeUpNumber(number: number, key: string): number {
  const made = madeUpDigits(String(number), key);
  return Number.isSafeInteger(number) && Number.isSafeInteger(Number(made)) ? Number(made) : sameDigits(number, key);
}

/** Too long to be exact: its first digits are made up. */
function sameDigits(number: number, key: string): number {
  const [digits = "", ...exponent] = number.toExponential().split("e");
  return Number([madeUpDigits(digits, key), ...exponent].join("e"));
}

/** With no zero at either end: it would not be written. */
function madeUpDigits(digits: string, key: string): string {
  const made = madeUpWord(digits, key, { mayBe: (drawn) => !/^-?0|\..*0$/.test(drawn), keepsKinds: true });
  return made.replace(/^(-?)0/, "$11");
}
