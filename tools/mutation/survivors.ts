/** A mutant that no test can notice, since it changes nothing that anybody could see. */
export interface NamedSurvivor {
  file: string;
  /** The line in which it begins, and what it becomes: as `npm run mutation` prints them. */
  code: string;
  becomes: string;
  why: string;
}

export const namedSurvivors: readonly NamedSurvivor[] = [
  {
    file: "sdk/signing/canonicalRequest.ts",
    code: ".sort(([a], [b]) => (a < b ? -1 : 1));",
    becomes: ".sort(([a], [b]) => (a <= b ? -1 : 1));",
    why: "No two headers of a request have one name.",
  },
  {
    file: "sdk/signing/clockOffset.ts",
    code: 'const offset = Date.parse(dateHeader ?? "") - now;',
    becomes: 'const offset = Date.parse(dateHeader ?? "Stryker was here!") - now;',
    why: "Neither text is a date.",
  },
];
