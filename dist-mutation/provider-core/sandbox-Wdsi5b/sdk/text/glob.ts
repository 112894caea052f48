/**
 * Whether a name matches a glob as a whole: `*` is any text, `?` any one character, everything else itself.
 *
 * Only the last star is ever gone back to, since an earlier one that took more could not help: so the steps are at most
 * the product of both lengths, whatever the glob.
 *
 * @param glob, name their characters
 */
// @ts-nocheck

export function matchesGlob(glob: ArrayLike<string>, name: ArrayLike<string>): boolean {
  let [inGlob, inName] = [0, 0];
  /** Where the last star is, and up to where it takes the name. */
  let star: { at: number; takesTo: number } | undefined;
  while (inName < name.length) {
    const wanted = inGlob < glob.length ? glob[inGlob] : undefined;
    if (wanted === "*") {
      star = { at: inGlob, takesTo: inName };
      inGlob += 1;
    } else if (wanted === "?" || (wanted !== undefined && wanted === name[inName])) {
      inGlob += 1;
      inName += 1;
    } else if (star !== undefined) {
      star.takesTo += 1;
      inGlob = star.at + 1;
      inName = star.takesTo;
    } else {
      return false;
    }
  }
  while (inGlob < glob.length && glob[inGlob] === "*") inGlob += 1;
  return inGlob === glob.length;
}
