// @ts-nocheck
import { createHash } from "node:crypto";

/** As long as the API lets a job's name be. */
const longest = 128;
const hashLength = 12;

/**
 * Text of the service as a label's value: well-formed, and of at most 128 characters. What has to be changed for that
 * ends in `~` and a hash of the whole text, so that two names stay two: Prometheus refuses a series that occurs twice.
 */
export function labelValue(text: string): string {
  // Counting code units first: nearly all names are short, and a character is at least one unit.
  if (text.length <= longest && !/\p{Surrogate}/u.test(text)) return text;
  const characters = Array.from(text);
  const wellFormed = characters.map((character) => (/^\p{Surrogate}$/u.test(character) ? "\ufffd" : character));
  if (characters.length <= longest && wellFormed.join("") === text) return text;
  return `${wellFormed.slice(0, longest - hashLength - 1).join("")}~${shortHash(text)}`;
}

/** Tells texts apart that look alike. UTF-16, since in UTF-8 all lone surrogates are the same. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text, "utf16le").digest("hex").slice(0, hashLength);
}
