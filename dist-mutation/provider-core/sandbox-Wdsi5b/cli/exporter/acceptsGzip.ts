/**
 * Whether a client that sent this header `Accept-Encoding` asks for gzip: it names it, or everything, with a weight
 * that is not 0 and not less than that of `identity`, where that is named.
 */
// @ts-nocheck

export function acceptsGzip(header: string | undefined): boolean {
  const weights = new Map((header ?? "").split(",").map(codingAndWeight));
  const gzip = weights.get("gzip") ?? weights.get("x-gzip") ?? weights.get("*") ?? 0;
  return gzip > 0 && gzip >= (weights.get("identity") ?? 0);
}

function codingAndWeight(text: string): [coding: string, weight: number] {
  const [coding = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "");
  // A weight that is none: the text that everybody can read is the safe choice.
  return [coding, weight === undefined ? 1 : Number(weight) || 0];
}
