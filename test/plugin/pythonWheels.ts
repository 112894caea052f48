import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { cacheFolder } from "../../tools/engine/cacheFolder";
import { moveIntoPlace } from "../../tools/engine/moveIntoPlace";
import { mustRun } from "../../tools/engine/mustRun";

/** What the SDK for Python needs, with the newest Pulumi that the language hosts of tools/engine were tried with. */
const requirements = ["pulumi==3.250.0", "parver", "semver"];

/** A folder of wheels from which pip installs without asking anybody, kept between runs like the engine. */
export async function pythonWheels(): Promise<string> {
  const options = { cwd: homedir(), env: process.env };
  const version = (await mustRun("python3", ["-c", "import sys; print(sys.implementation.cache_tag)"], options)).stdout;
  const name = [version.trim(), ...requirements].join("-").replaceAll("==", "-");
  const place = cacheFolder(name, { platform: process.platform, env: process.env, home: homedir() }, "python");
  if (await isFilled(place)) return place;
  await mkdir(dirname(place), { recursive: true });
  const work = await mkdtemp(join(dirname(place), ".new-"));
  try {
    const download = ["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"];
    await mustRun("python3", [...download, "--dest", join(work, "wheels"), ...requirements], options);
    await moveIntoPlace(join(work, "wheels"), place, isFilled);
    return place;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function isFilled(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).length > 0;
}
