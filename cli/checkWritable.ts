import { constants } from "node:fs";
import { access, readlink, realpath, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { CommandError } from "./shell";

/**
 * Before anything is sent for it. The file is not touched: an old one stays as it is until the new one is whole.
 *
 * @throws CommandError
 */
export async function checkWritable(file: string): Promise<void> {
  try {
    await checkPlace(file);
  } catch (error) {
    throw new CommandError(
      `cannot write ${file}: ${error instanceof Error ? error.message : String(error)}; nothing was sent`,
    );
  }
}

/** A file is replaced by a new one, so that its folder must be open to that; what is no file is written to. */
async function checkPlace(file: string): Promise<void> {
  const found = await unlessMissing(stat(file));
  if (found?.isDirectory()) throw new Error("it is a folder");
  if (found !== undefined && !found.isFile()) return access(file, constants.W_OK);
  if (found !== undefined) return access(dirname(await realpath(file)), constants.W_OK);
  const folder = await realpath(dirname(file));
  // A link that leads to no file yet.
  const leadsTo = await unlessMissing(readlink(file));
  return leadsTo === undefined ? access(folder, constants.W_OK) : checkPlace(resolve(folder, leadsTo));
}

async function unlessMissing<T>(looked: Promise<T>): Promise<T | undefined> {
  return looked.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  });
}
