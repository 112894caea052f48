/** A message without the texts that these values hold, which are secrets. */
export function hideValues(message: string, ...values: unknown[]): string {
  const texts = values.flatMap(textsIn).filter((text) => text !== "");
  // Longest first: a text may be part of another one.
  return texts.sort((a, b) => b.length - a.length).reduce((rest, text) => rest.replaceAll(text, "[secret]"), message);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
