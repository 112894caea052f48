/** What stands for what. The same for the same of one kind: a name and a text are never made up alike. */
export interface Replacements {
  shiftMs: number;
  name: (value: string) => string;
  /** Of a person, a folder, a tag. */
  identity: (value: string) => string;
  /** Of a project, a workspace, a domain. */
  id: (value: string) => string;
  requestId: (value: string) => string;
  /** That of a region's own project is the region's. */
  projectName: (value: string) => string;
  enumeration: (value: string) => string;
  /**
   * The same for the same whole text at the same place: much of what servers say is known to everybody, and must not tell
   * what its words become elsewhere.
   *
   * @param place the field or header whose value it is, or what else it is
   */
  text: (value: string, place: string) => string;
  /** The same for the same in the same field. */
  number: (value: number, field: string) => number;
  /** What a query looks for in names. */
  sought: (value: string) => string;
  /** `https://host` */
  host: (value: string) => string;
  /** Whether a word that belongs to the API by its place, such as a status or the name of a field, tells of nobody. */
  mayStay: (word: string) => boolean;
}
