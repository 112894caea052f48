/** `.github/CHANGELOG.md`, in the form of keepachangelog.com: sections of what changed for those who use the package. */
const heading = (name: string) => new RegExp(`^## \\[${name.replaceAll(".", "\\.")}\\].*\\n`, "m");

/**
 * What a release says of itself: its section, or that of what is not released yet.
 *
 * @throws Error where neither says anything
 */
export function releaseNotes(changelog: string, version: string): string {
  for (const name of [version, "Unreleased"]) {
    const found = heading(name).exec(changelog);
    const [section = ""] = found === null ? [] : changelog.slice(found.index + found[0].length).split(/^## /m);
    if (section.trim() !== "") return `${section.trim()}\n`;
  }
  throw new Error(`.github/CHANGELOG.md says nothing of ${version}: neither [${version}] nor [Unreleased] has a line.`);
}

/** What is not released yet becomes what this version brings. */
export function released(changelog: string, version: string, day: string): string {
  return changelog.replace(heading("Unreleased"), `## [Unreleased]\n\n## [${version}] - ${day}\n`);
}
