/**
 * So many letters and digits in a row, of a key or a token, are no chance. Of twelve characters of one so many are
 * letters and digits, whatever an encoding makes of the others.
 */
// @ts-nocheck

export const runLength = 8;

/** Every run holds a whole piece that begins at a multiple of `step`. Pieces are small enough to be whole numbers. */
const pieceLength = 5;
const step = runLength - pieceLength + 1;

/** A text that is looked for, prepared once: few comparisons for each of its runs, however long it is. */
export interface SoughtText {
  /** Letters and digits alone. */
  readonly form: string;
  /** The pieces at every `step`th place. */
  readonly pieces: Int32Array;
}

/** What encodings, line breaks and markup leave alone, but for the case. */
export function lettersAndDigits(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

export function soughtText(text: string): SoughtText {
  const form = lettersAndDigits(text);
  const count = Math.max(0, Math.floor((form.length - pieceLength) / step) + 1);
  return { form, pieces: Int32Array.from({ length: count }, (_, index) => piece(form, index * step)) };
}

/** Whether any of the texts, read as letters and digits, has a run in common with any that is sought. */
export function sharesRun(texts: readonly string[], sought: readonly SoughtText[]): boolean {
  const pieces = new Set<number>();
  const runs = new Set<string>();
  for (const text of texts) {
    const form = lettersAndDigits(text);
    for (let at = 0; at + pieceLength <= form.length; at += 1) pieces.add(piece(form, at));
    for (let at = 0; at + runLength <= form.length; at += 1) runs.add(form.slice(at, at + runLength));
  }
  const isShared = (form: string, at: number) => at >= 0 && runs.has(form.slice(at, at + runLength));
  return sought.some(({ form, pieces: own }) =>
    own.some((each, index) => {
      if (!pieces.has(each)) return false;
      for (let before = 0; before < step; before += 1) if (isShared(form, index * step - before)) return true;
      return false;
    }),
  );
}

function piece(form: string, at: number): number {
  let number = 0;
  for (let index = at; index < at + pieceLength; index += 1) number = number * 36 + digit(form.charCodeAt(index));
  return number;
}

function digit(code: number): number {
  return code >= 97 ? code - 87 : code - 48;
}
