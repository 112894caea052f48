// @ts-nocheck
const string = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\x7f-\x9f])*"/uy;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const blanks = /[ \t\r\n]*/y;

/** Where every value of a JSON text begins, by its path; or where the text is broken. */
export interface JsonPositions {
  /** The offset of the first character that does not belong there; undefined for whole JSON. */
  brokenAt: number | undefined;
  /** Line (from 1) of the value at this path, of the nearest one around it where there is none. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** `JSON.parse` tells no place, and quotes the text, keys included. */
export function jsonPositions(text: string): JsonPositions {
  const starts = new Map<string, number>();
  let at = 0;

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const taken = pattern.exec(text)?.[0];
    if (taken !== undefined) at += taken.length;
    return taken;
  }
  function skip(character: string): boolean {
    take(blanks);
    if (text[at] !== character) return false;
    at += 1;
    take(blanks);
    return true;
  }
  function list(end: string, element: (index: number) => boolean): boolean {
    if (skip(end)) return true;
    for (let index = 0; element(index); index += 1) {
      if (skip(end)) return true;
      if (!skip(",")) return false;
    }
    return false;
  }
  function member(path: readonly PropertyKey[]): boolean {
    const key = take(string);
    return key !== undefined && skip(":") && value([...path, JSON.parse(key) as string]);
  }
  function value(path: readonly PropertyKey[]): boolean {
    take(blanks);
    starts.set(JSON.stringify(path), at);
    if (skip("{")) return list("}", () => member(path));
    if (skip("[")) return list("]", (index) => value([...path, index]));
    return take(string) !== undefined || take(scalar) !== undefined;
  }
  function isWhole(): boolean {
    try {
      return value([]) && take(blanks) !== undefined && at === text.length;
    } catch {
      // Nested too deeply for the stack: no file of credentials.
      return false;
    }
  }

  const brokenAt = isWhole() ? undefined : at;
  return {
    brokenAt,
    lineOf: (path) => {
      for (let length = path.length; length >= 0; length -= 1) {
        const start = starts.get(JSON.stringify(path.slice(0, length)));
        if (start !== undefined) return lineAt(text, start);
      }
      return 1;
    },
  };
}

/** From 1. Lines end as editors count them. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
