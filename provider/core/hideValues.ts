/** A message without the texts that these values hold, which are secrets: as they are, quoted, or as part of a URL. */
export function hideValues(message: string, ...values: unknown[]): string {
  const texts = values
    .flatMap(textsIn)
    .flatMap(spellings)
    .filter((text) => text !== "");
  // Longest first: a text may be part of another one.
  return texts
    .sort((a, b) => b.length - a.length)
    .reduce((rest, text) => rest.replaceAll(asWhole(text), "[secret]"), message);
}

function spellings(text: string): string[] {
  const encoded = new URLSearchParams([["", text]]).toString().slice(1);
  const inPath = encoded.replaceAll("+", "%20");
  return [text, JSON.stringify(text).slice(1, -1), encoded, inPath, inPath.toLowerCase()];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A number is not looked for inside of another one. */
function asWhole(text: string): string | RegExp {
  return /^-?\d+(\.\d+)?$/.test(text)
    ? new RegExp(`(?<![\\w.])${text.replace(".", "\\.")}(?![\\w]|\\.\\d)`, "g")
    : text;
}
