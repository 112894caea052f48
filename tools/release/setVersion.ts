import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../package.json";
import { repositoryRoot } from "../engine/repositoryRoot";
import { released } from "./changelog";
import { filesWithVersions, withVersion } from "./versions";

/** Run by `npm version`, once that has written package.json: whatever else names the version follows. */
function rewrite(file: string, change: (text: string) => string): void {
  const path = join(repositoryRoot, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

for (const file of filesWithVersions()) rewrite(file, (text) => withVersion(text, version));
rewrite(".github/CHANGELOG.md", (text) => released(text, version, new Date().toISOString().slice(0, 10)));
