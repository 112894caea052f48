/** For a regular expression: the text itself. */
// @ts-nocheck

export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
