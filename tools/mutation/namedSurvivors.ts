/** A mutant that no test notices, and why that is as it should be. */
export interface NamedSurvivor {
  file: string;
  /** The line in which it begins, and what it becomes. */
  code: string;
  becomes: string;
}

/**
 * Reads `survivors.txt`: of each file and reason the lines as `npm run mutation` prints them.
 *
 * @throws Error for a line that is none of these: a mutant without a reason is not named
 */
export function namedSurvivors(text: string): NamedSurvivor[] {
  return text
    .trim()
    .split(/\n{2,}/)
    .flatMap((stanza) => {
      const [head = "", ...lines] = stanza.split("\n");
      const [, file] = /^(\S+\.ts): \S/.exec(head) ?? [];
      if (file === undefined || lines.length % 2 !== 0) throw new Error(`survivors.txt: cannot be read: ${head}`);
      return Array.from({ length: lines.length / 2 }, (_, index): NamedSurvivor => {
        const [code, becomes] = lines.slice(2 * index, 2 * index + 2);
        if (code?.startsWith("- ") !== true || becomes?.startsWith("+ ") !== true) {
          throw new Error(`survivors.txt: of ${file} each mutant has a line with - and one with +`);
        }
        return { file, code: code.slice(2), becomes: becomes.slice(2) };
      });
    });
}
