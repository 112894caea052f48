/** As much of a text as is compared: a longer one is like no name anyway. */
// @ts-nocheck

const mostCompared = 64;

/** The candidate that takes the fewest edits of a character to make of `text`, without regard to case; the first such. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  return nearestOf(text, candidates, 1)[0];
}

/** So many of the nearest, the nearest first. */
export function nearestOf(text: string, candidates: readonly string[], count: number): string[] {
  const wanted = text.trim().toLowerCase();
  const rated = candidates.map((candidate) => ({ candidate, edits: editsBetween(wanted, candidate.toLowerCase()) }));
  return rated
    .sort((a, b) => a.edits - b.edits)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** Levenshtein's distance, row by row. */
function editsBetween(a: string, b: string): number {
  const [from, to] = [a.slice(0, mostCompared), b.slice(0, mostCompared)];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
