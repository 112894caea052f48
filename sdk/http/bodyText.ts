import { StringDecoder } from "node:string_decoder";

const strictly = new TextDecoder("utf-8", { fatal: true });

/**
 * A body that should be UTF-8, piece by piece.
 *
 * @throws TypeError when it is not: a name with replacement characters in it would be another name
 */
export function bodyText(body: readonly Buffer[]): string {
  const text = readableText(body);
  // Only a text with a replacement character in it can have been invalid (or was sent so). A byte order mark, which the
  // strict decoder drops, would be no JSON.
  return text.includes("\ufffd") || text.startsWith("\ufeff") ? strictly.decode(Buffer.concat(body)) : text;
}

/** A body for people: what is invalid in it is replaced. */
export function readableText(body: readonly Buffer[]): string {
  const decoder = new StringDecoder();
  return body.map((piece) => decoder.write(piece)).join("") + decoder.end();
}
