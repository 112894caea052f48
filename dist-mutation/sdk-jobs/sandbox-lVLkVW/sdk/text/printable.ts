/** What the outside said, where it is shown: no character of it steers a terminal, nor ends a line. Each is a `?`. */
// @ts-nocheck

export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
}

/** The same as one line: such characters, and spaces in a row, are one space. */
export function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
