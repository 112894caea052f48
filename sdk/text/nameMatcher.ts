import picomatch from "picomatch";

/** Whether a name is one of these, or matches one of them as a glob (`tmp_*`). With its case. */
export function nameMatcher(namesOrGlobs: readonly string[]): (name: string) => boolean {
  const names = new Set(namesOrGlobs);
  // `bash`: a star also matches a slash; `dot`: a leading dot too. Names without a glob's characters are no globs.
  const globs = namesOrGlobs
    .filter((glob) => /[*?[\]{}()!+@\\]/.test(glob))
    .map((glob) => picomatch(glob, { bash: true, dot: true }));
  return (name) => names.has(name) || globs.some((matches) => matches(name));
}
