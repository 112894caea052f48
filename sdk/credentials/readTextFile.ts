import { readFile, stat } from "node:fs/promises";
import { ConfigurationError } from "../errors";

/** A file as it was read. */
export interface TextFile {
  /** All of it, without a byte order mark. */
  text: string;
  /** Permission bits, such as 0o600. Absent where the system has none (Windows). */
  mode?: number | undefined;
}

/**
 * Reads a file of credentials. Undefined when there is no such file.
 *
 * @throws {@link ConfigurationError} (`INVALID_CONFIGURATION`) when it cannot be read, or is no text
 */
export type ReadTextFile = (path: string) => Promise<TextFile | undefined>;

/** More than this is no file of credentials. */
const mostBytes = 1_024 * 1_024;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** From the file system. A byte order mark is taken off. */
export const readTextFile: ReadTextFile = async (path) => {
  try {
    const { mode, size, ...stats } = await describe(path);
    // A pipe or a device may never end: only plain files are read.
    if (!stats.isFile) throw new ConfigurationError(`${path} is no plain file. Name a file that holds credentials.`);
    if (size > mostBytes) {
      throw new ConfigurationError(`${path} has ${size} bytes: hardly a file of credentials. Name the right one.`);
    }
    const text = utf8.decode(await readFile(path));
    return { text, ...(process.platform !== "win32" && { mode: mode & 0o777 }) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "UNKNOWN";
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    if (error instanceof ConfigurationError) throw error;
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
      throw new ConfigurationError(`${path} is not UTF-8 text. Save it as such.`);
    }
    throw new ConfigurationError(`${path} cannot be read (${code}). Check its permissions.`);
  }
};

async function describe(path: string) {
  const stats = await stat(path);
  return { mode: stats.mode, size: stats.size, isFile: stats.isFile() };
}
