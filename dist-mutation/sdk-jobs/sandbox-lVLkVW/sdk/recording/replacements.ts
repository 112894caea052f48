/** What stands for what. The same for the same, wherever it stands. */
// @ts-nocheck

export interface Replacements {
  shiftMs: number;
  name: (value: string) => string;
  /** Of a person, a folder, a tag. */
  identity: (value: string) => string;
  /** Of a project, a workspace, a domain. */
  id: (value: string) => string;
  /** That of a region's own project is the region's. */
  projectName: (value: string) => string;
  enumeration: (value: string) => string;
  text: (value: string) => string;
  /** Undefined for a text that is no time. */
  time: (value: string) => string | undefined;
  number: (value: number) => number;
  /** What a query looks for in names. */
  sought: (value: string) => string;
  /** `https://host` */
  host: (value: string) => string;
  /** Whether a word that belongs to the API by its place, such as a status or the name of a field, tells of nobody. */
  mayStay: (word: string) => boolean;
}
