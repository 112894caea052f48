// @ts-nocheck
import { escapeRegExp } from "../../sdk/text/escapeRegExp";

/** A message without the texts that these values hold, which are secrets: as they are, quoted, or as part of a URL. */
export function hideValues(message: string, ...values: unknown[]): string {
  return hide(message, values, escapeRegExp);
}

/** The same where it is not known whether they are secrets: a short one breaks no word of the message. */
export function hideWords(message: string, ...values: unknown[]): string {
  return hide(message, values, (text) => `(?<!${letter})${escapeRegExp(text)}(?!${letter})`);
}

const letter = "[\\p{L}\\p{N}_]";

function hide(message: string, values: readonly unknown[], patternOf: (text: string) => string): string {
  const held = values.flatMap(heldIn);
  const texts = held.filter((each) => typeof each === "string").flatMap(spellings);
  const patterns = [
    // Longest first: a text may be part of another one.
    ...[...new Set(texts)]
      .filter((text) => text !== "")
      .sort((a, b) => b.length - a.length)
      .map(patternOf),
    ...held.filter((each) => typeof each === "number").map(numberPattern),
  ];
  // All at once: none is looked for in what stands for another.
  return patterns.length === 0 ? message : message.replace(new RegExp(patterns.join("|"), "gu"), "[secret]");
}

function heldIn(value: unknown): (string | number)[] {
  if (typeof value === "string" || typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(heldIn) : [];
}

function spellings(text: string): string[] {
  const encoded = new URLSearchParams([["", text]]).toString().slice(1);
  const inPath = encoded.replaceAll("+", "%20");
  return [text, JSON.stringify(text).slice(1, -1), encoded, inPath, inPath.toLowerCase()];
}

/** A number is not looked for inside of another one. */
function numberPattern(number: number): string {
  return `(?<![\\w.])${escapeRegExp(String(number))}(?!\\w|\\.\\d)`;
}
