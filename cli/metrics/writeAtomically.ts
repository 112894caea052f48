import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CommandError } from "../shell";

/**
 * Writes a file of which a reader sees the old text or the new one, never a part, whatever happens meanwhile. Anyone
 * may read it: node_exporter mostly runs as another user.
 *
 * @throws CommandError; the old file is then as it was
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  // In the same folder, since a rename works within a file system; its name is not *.prom, which would be read.
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = await open(temporary, "wx", 0o644);
    try {
      await file.writeFile(text);
      await file.chmod(0o644); // `open` leaves out what the umask forbids.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new CommandError(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
