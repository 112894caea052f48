// @ts-nocheck
import { mkdir, rename, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Moves a finished folder to `place` in one step. Another process may have been there first: what it left is kept when
 * it is good, so that nobody loses an engine that is in use.
 */
export async function moveIntoPlace(
  folder: string,
  place: string,
  isGood: (place: string) => Promise<boolean>,
): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  if (await tryRename(folder, place)) {
    return;
  }
  if (await isGood(place)) {
    return;
  }
  await rename(place, `${folder}.replaced`);
  await rm(`${folder}.replaced`, { recursive: true, force: true });
  if (!(await tryRename(folder, place)) && !(await isGood(place))) {
    throw new Error(`${place} cannot be replaced`);
  }
}

/** Moves a finished file in one step. Where another process was first and uses it (Windows), theirs is kept. */
export async function moveFileIntoPlace(file: string, place: string): Promise<void> {
  try {
    await rename(file, place);
  } catch (error) {
    if (!existsSync(place)) {
      throw error;
    }
  }
}

/** False when there is a folder already. */
async function tryRename(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (["ENOTEMPTY", "EEXIST", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) {
      return false;
    }
    throw error;
  }
}
