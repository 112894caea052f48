import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** As `sha256sum --check` reads it. */
export const checksumsFile = "SHA256SUMS";

/** Writes the sums of all files in a folder into one beside them. */
export async function writeChecksums(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file !== checksumsFile).sort();
  const lines = files.map(async (file) => {
    const sum = createHash("sha256").update(await readFile(join(folder, file)));
    return `${sum.digest("hex")}  ${file}\n`;
  });
  await writeFile(join(folder, checksumsFile), (await Promise.all(lines)).join(""));
}
