import { randomBytes } from "node:crypto";
import { access, constants, lstat, open, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { CommandError } from "./shell";

/** As Linux follows them. */
const mostLinks = 40;

/**
 * Writes a file of which a reader sees the old text or the new one, never a part, whatever happens meanwhile. Anyone
 * may read it: node_exporter mostly runs as another user.
 *
 * A link stays one: the file that it leads to is replaced. What is no file (a device, a pipe, `/dev/stdout`) is written
 * to, as the shell's `>` does it: to replace it would take it from everyone on the machine.
 *
 * @throws CommandError; the old file is then as it was
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  try {
    const target = await linkedPath(path);
    await (target === undefined || !(await isReplaceable(target)) ? writeFile(path, text) : replace(target, text));
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/**
 * Whether it could be written now, for who asks others for what is to stand there. Nothing is touched.
 *
 * @throws CommandError
 */
export async function checkWritable(path: string): Promise<void> {
  try {
    const target = await linkedPath(path);
    if (target !== undefined && (await unlessMissing(stat(target)))?.isDirectory()) throw new Error("it is a folder");
    // What is replaced needs a folder that is open to that.
    const isReplaced = target !== undefined && (await isReplaceable(target));
    await access(isReplaced ? dirname(target) : path, constants.W_OK);
  } catch (error) {
    throw cannotWrite(path, error, "; nothing was sent");
  }
}

function cannotWrite(path: string, error: unknown, more = ""): CommandError {
  return new CommandError(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}${more}`);
}

/** Where the links lead, whether there is something or not. Undefined: to what the process has open, through /proc. */
async function linkedPath(path: string): Promise<string | undefined> {
  let current = path;
  for (let links = 0; links < mostLinks; links += 1) {
    const folder = await realpath(dirname(current));
    if (folder.startsWith("/proc/")) return undefined;
    current = join(folder, basename(current));
    if (!(await unlessMissing(lstat(current)))?.isSymbolicLink()) return current;
    current = resolve(folder, await readlink(current));
  }
  throw new Error("too many symbolic links");
}

async function isReplaceable(path: string): Promise<boolean> {
  return (await unlessMissing(stat(path)))?.isFile() ?? true;
}

async function unlessMissing<T>(looked: Promise<T>): Promise<T | undefined> {
  return looked.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  });
}

async function replace(path: string, text: string): Promise<void> {
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
    throw error;
  }
}
