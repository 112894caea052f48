/** Characters in a row, any of which may stand for any other: the text keeps its kind, its length and its bytes. */
// @ts-nocheck

export interface Alphabet {
  /** Code point of the first. */
  first: number;
  size: number;
}

const digits: Alphabet = { first: 0x30, size: 10 };
const upper: Alphabet = { first: 0x41, size: 26 };
const lower: Alphabet = { first: 0x61, size: 26 };
const chinese: Alphabet = { first: 0x4e00, size: 0x5200 };
const hangul: Alphabet = { first: 0xac00, size: 11_172 };
const wide = [digits, upper, lower, chinese, hangul];

/** Of other scripts: as many characters have the same length in UTF-8 and the same script, nearly always. */
const blockSize = 0x80;

const found = new Map<number, Alphabet>();

/** Undefined for what stays as it is: ASCII's punctuation and spaces, control characters, what is not assigned. */
export function alphabetOf(point: number): Alphabet | undefined {
  const usual = wide.find(({ first, size }) => point >= first && point < first + size);
  if (usual || point < blockSize || !isVisible(point)) return usual;
  const known = found.get(point) ?? runAround(point);
  found.set(point, known);
  return known;
}

/** Those around it up to the next that is not visible: what stays must not come to stand among what changes. */
function runAround(point: number): Alphabet {
  const block = point - (point % blockSize);
  let first = point;
  while (first > block && isVisible(first - 1)) first -= 1;
  let end = point + 1;
  while (end < block + blockSize && isVisible(end)) end += 1;
  return { first, size: end - first };
}

function isVisible(point: number): boolean {
  return /[^\p{C}\p{Z}]/u.test(String.fromCodePoint(point));
}

export function isUpperCase(point: number): boolean {
  return point >= upper.first && point < upper.first + upper.size;
}

/** ASCII's letters alone: `toLowerCase` changes the length of some others. */
export function foldCase(point: number): number {
  return isUpperCase(point) ? point - upper.first + lower.first : point;
}

/** A lower-case letter of ASCII in the case of `like`; anything else as it is. */
export function inCaseOf(like: number, point: number): number {
  return isUpperCase(like) ? point - lower.first + upper.first : point;
}

export function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}
