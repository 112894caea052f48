/** Fewer printable characters in a row are taken for chance where base64 or hex is decoded that may be none. */
// @ts-nocheck

const printableRun = /[\x20-\x7e\s]{4,}/g;

/** Signs that other escapes begin with. Every other named character is a sign as well, and none of a secret's. */
const namedSigns: Readonly<Record<string, string>> = { amp: "&", num: "#", percnt: "%", bsol: "\\", lt: "<", gt: ">" };

/**
 * The text, and all that it may stand for: without markup and line breaks, without the escapes of HTML, URLs and JSON, decoded from
 * base64 and from hex wherever these may begin, and each of these read again.
 *
 * @param most characters of all readings together
 * @returns undefined when there are more: such a text is made to keep its reader busy
 */
export function readings(text: string, most: number): readonly string[] | undefined {
  const found = new Set([text]);
  let characters = text.length;
  // A set hands out what is added while it is walked through. Each reading is shorter than its text: this ends.
  for (const each of found) {
    for (const reading of [untagged(each), unwrapped(each), unescaped(each), ...fromBase64(each), ...fromHex(each)]) {
      if (reading === "" || reading.length >= each.length || found.has(reading)) continue;
      found.add(reading);
      characters += reading.length;
      if (characters > most) return undefined;
    }
  }
  return [...found];
}

function untagged(text: string): string {
  return text.replace(/<[^<>]*>/g, "");
}

/** Lines may be broken within an escape. */
function unwrapped(text: string): string {
  return text.replace(/[\s\p{Cf}]+/gu, "");
}

/** One layer of escapes, of all kinds at once. */
function unescaped(text: string): string {
  return text
    .replace(/&(?:#x([0-9a-f]{1,6});?|#([0-9]{1,7});?|([a-z][a-z0-9]{1,30});)/gi, (_all, hex, decimal, name) =>
      typeof name === "string" ? (namedSigns[name.toLowerCase()] ?? " ") : character(hex, decimal),
    )
    .replace(/%([0-9a-f]{2})|%u([0-9a-f]{4})/gi, (_all, byte, unit) => character(byte ?? unit))
    .replace(/\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi, (_all, point, unit, byte, letter) =>
      typeof letter === "string" ? (/[bfnrtv]/.test(letter) ? " " : letter) : character(point ?? unit ?? byte),
    );
}

function character(hex: unknown, decimal?: unknown): string {
  const point = typeof hex === "string" ? parseInt(hex, 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : " ";
}

/** Both alphabets. What stands before the code, and where it was cut, decides with which of four digits a byte begins. */
function fromBase64(text: string): string[] {
  const digits = text.replace(/[^A-Za-z0-9+/_-]/g, "");
  return [0, 1, 2, 3].map((start) => printable(Buffer.from(digits.slice(start), "base64")));
}

function fromHex(text: string): string[] {
  const digits = text.replace(/0x|[^0-9a-f]/gi, "");
  return [0, 1].map((start) => printable(Buffer.from(digits.slice(start), "hex")));
}

function printable(bytes: Buffer): string {
  return bytes.toString("latin1").match(printableRun)?.join("\n") ?? "";
}
