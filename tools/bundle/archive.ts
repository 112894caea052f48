import { rmSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../package.json";
import { repositoryRoot } from "../engine/repositoryRoot";
import { writeChecksums } from "./checksums";
import { makeArchives } from "./makeArchives";

/** `npm run plugin:archive`: what a release holds of the plugin, in `dist-plugin/`. */
const folder = join(repositoryRoot, "dist-plugin");
rmSync(folder, { recursive: true, force: true });
void makeArchives(version, folder).then(() => writeChecksums(folder));
