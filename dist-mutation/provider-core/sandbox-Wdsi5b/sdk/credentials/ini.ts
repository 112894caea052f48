// @ts-nocheck
import { ConfigurationError } from "../errors";
import { safeText } from "../redact";

export interface IniEntry {
  value: string;
  /** From 1. */
  line: number;
}

/**
 * The entries of one section of an INI file, by lower-cased key. Comments, blank lines, spaces, quotes around a value,
 * unknown keys and other sections are no trouble.
 *
 * @returns undefined when the file has no such section
 * @throws ConfigurationError with file and line for a line that is neither, and for a key that is given twice
 */
export function iniSection(path: string, text: string, section: string): ReadonlyMap<string, IniEntry> | undefined {
  let entries: Map<string, IniEntry> | undefined;
  let current = "";
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    const content = raw.trim();
    if (content === "" || /^[#;]/.test(content)) continue;
    const header = /^\[([^\]]*)\](?:\s*[#;].*)?$/.exec(content);
    if (header) {
      current = (header[1] ?? "").trim();
      if (current === section) entries ??= new Map();
      continue;
    }
    // What stands there may be a key: it is not shown.
    const pair = /^([\w.-]+)\s*[=:]\s*(.*)$/.exec(content);
    if (!pair) throw new ConfigurationError(`${path}, line ${line}: neither [section] nor key = value. Mend the line.`);
    if (current !== section || entries === undefined) continue;
    const key = (pair[1] ?? "").toLowerCase();
    const earlier = entries.get(key);
    if (earlier) {
      throw new ConfigurationError(
        `${path}, line ${line}: ${safeText(key)} is given twice, first in line ${earlier.line}. Keep one of them.`,
      );
    }
    entries.set(key, { value: unquoted((pair[2] ?? "").replace(/\s+[#;].*$/, "").trim()), line });
  }
  return entries;
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}
