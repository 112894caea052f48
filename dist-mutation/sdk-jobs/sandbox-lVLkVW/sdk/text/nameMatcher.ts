// @ts-nocheck
import { matchesGlob } from "./glob";

/** Whether it stands for many names, and is not one itself. */
export function isGlob(nameOrGlob: string): boolean {
  return /[*?]/.test(nameOrGlob);
}

/**
 * Whether a name is one of these, or matches one of them as a glob: `*` is any text, `?` any one character. Everything
 * else is itself, since job names hold neither of the two: `orders(1)`, `[old]load`, `!tmp`. With its case.
 */
export function nameMatcher(namesOrGlobs: readonly string[]): (name: string) => boolean {
  const names = new Set(namesOrGlobs);
  // In whole characters: `?` is not half of one that takes two code units.
  const globs = namesOrGlobs.filter(isGlob).map((glob) => Array.from(glob));
  return (name) => {
    if (names.has(name) || globs.length === 0) return names.has(name);
    const characters = Array.from(name);
    return globs.some((glob) => matchesGlob(glob, characters));
  };
}
