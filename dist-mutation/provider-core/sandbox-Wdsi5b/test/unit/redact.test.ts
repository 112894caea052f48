// @ts-nocheck
import { keepSecret, safePage, safeText } from "../../sdk/redact";

const notShown = "(its text is not shown: it quotes a credential)";
// No word of these tests' texts: another test's secrets are kept as well.
const token = "Zk9+qP/3xWm4LrT7-vB1_cY8.hN6dJ2sG5fQ0aE=uK3wR9tX7pM1nV4bC6zL8jH2gD5";
keepSecret(token);

const escapeAll = (escape: (code: number) => string) => (text: string) =>
  Array.from(text, (each) => escape(each.charCodeAt(0))).join("");
const hexOf = (code: number) => code.toString(16).padStart(2, "0");
const wrapped = (by: string, every: number) => (text: string) =>
  text.replace(new RegExp(`.{${every}}`, "g"), `$&${by}`);
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** What pages and gateways do to what they quote. */
const forms: [how: string, form: (text: string) => string][] = [
  ["as it is", (text) => text],
  ["escaped for HTML, in decimal", escapeAll((code) => `&#${code};`)],
  ["escaped for HTML, in hex without semicolons", escapeAll((code) => `&#x${hexOf(code)}`)],
  [
    "escaped for HTML, signs by name",
    (text) => text.replace(/\+/g, "&plus;").replace(/\//g, "&sol;").replace(/=/g, "&equals;"),
  ],
  ["percent-encoded", encodeURIComponent],
  ["percent-encoded, all of it, in lower case", escapeAll((code) => `%${hexOf(code)}`)],
  ["percent-encoded, all of it, in upper case", escapeAll((code) => `%${hexOf(code).toUpperCase()}`)],
  ["percent-encoded twice", (text) => encodeURIComponent(encodeURIComponent(text))],
  ["percent-encoded three times, all of it", (text) => escapeAll((code) => `%2525${hexOf(code)}`)(text)],
  ["in a form, plus as a space", (text) => text.replaceAll("+", " ")],
  ["in JSON, slashes escaped", (text) => text.replaceAll("/", "\\/")],
  ["in JSON, in ASCII codes", escapeAll((code) => `\\u00${hexOf(code)}`)],
  ["in JSON inside JSON, in ASCII codes", escapeAll((code) => `\\\\u00${hexOf(code)}`)],
  ["in a script, in hex", escapeAll((code) => `\\x${hexOf(code)}`)],
  ["in base64", base64],
  ["in base64 after one byte more", (text) => base64(`:${text}`)],
  ["in base64 after two bytes more", (text) => base64(`ab${text}`)],
  ["in base64 without padding", (text) => base64(text).replace(/=+$/, "")],
  ["in base64 for URLs", (text) => Buffer.from(`Bearer ${text}`).toString("base64url")],
  ["in base64 in lines", (text) => wrapped("\r\n", 16)(base64(text))],
  ["in base64, percent-encoded", (text) => encodeURIComponent(base64(text))],
  ["in base64 twice", (text) => base64(base64(text))],
  ["in hex", (text) => Buffer.from(text).toString("hex")],
  ["in hex, upper case, with colons", (text) => wrapped(":", 2)(Buffer.from(text).toString("hex").toUpperCase())],
  ["over lines", wrapped("\n", 11)],
  ["over lines, in JSON", wrapped("\\n", 11)],
  ["with spaces between all characters", wrapped(" ", 1)],
  ["with soft hyphens", wrapped("\u00ad", 7)],
  ["with soft hyphens as HTML", wrapped("&shy;", 7)],
  ["with <wbr>", wrapped("<wbr>", 5)],
  ["with tags in the middle", wrapped('</b><span class="x">', 6)],
  ["with escaped tags in the middle", wrapped("&lt;br&gt;", 6)],
  ["in upper case", (text) => text.toUpperCase()],
  ["in lower case", (text) => text.toLowerCase()],
];

describe.each(forms)("a secret quoted %s", (_how, form) => {
  test.each([
    ["the whole of it", token],
    ["its beginning", token.slice(0, 16)],
    ["its end", token.slice(-16)],
    ["a part of its middle", token.slice(20, 36)],
  ])("hides the text: %s", (_what, part) => {
    for (const [before, after] of [
      ["", ""],
      ["denied: ", " is no token"],
      ['<html><a title="', '">x</a></html>'],
    ] as const) {
      expect(safeText(before + form(part) + after)).toBe(notShown);
      expect(safePage(before + form(part) + after)).toBe(notShown);
    }
  });
});

test("a secret in a tag, or in one that is not closed, hides a page whose text is without it", () => {
  expect(safePage(`<title>Bad gateway</title><input value="${token}">`)).toBe(notShown);
  expect(safePage(`<title>Bad gateway</title><input value="${token.slice(0, 20)}`)).toBe(notShown);
});

test("a page that quotes no secret is shown, without its markup", () => {
  expect(safePage("<html><title>502</title> <h1>Bad &amp; gateway</h1></html>")).toBe("502 Bad &amp; gateway");
});

test("words and fewer than eight letters and digits of a secret are shown", () => {
  const text = `the security token ${token.slice(0, 8)}… is invalid`;
  expect(safeText(text)).toBe(text);
});

test("text from outside becomes one line of bounded length", () => {
  expect(safeText(" a\r\n\tb\u2028c\u001b[31m ")).toBe("a b c [31m");
  expect(safeText("x".repeat(1_000))).toHaveLength(301);
  expect(safeText("x".repeat(1_000), 60)).toHaveLength(61);
});

test("a quoted Authorization header is taken out", () => {
  const quoted = "verify failed: SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=abcdef";
  expect(safeText(quoted)).toBe("verify failed: SDK-HMAC-SHA256 ***");
});

test("a signature alone is taken out as well, and hides the text in another form", () => {
  expect(safeText("wrong Signature=0123abcd; Access=AK")).toBe("wrong Signature: ***; Access=AK");
  expect(safeText(encodeURIComponent(`Signature=${"0123456789abcdef".repeat(4)}`))).toBe(notShown);
});

test("a short secret is replaced where it stands, also percent-encoded, and leaves the rest", () => {
  keepSecret("s3cret/key", undefined, "");
  expect(safeText("s3cret/key and s3cret%2Fkey and s3cret/key")).toBe("*** and *** and ***");
});

test("a long secret of hardly any letters is replaced as a short one is", () => {
  keepSecret("+/+/+/+/+/+/a");
  expect(safeText("not +/+/+/+/+/+/a.")).toBe("not ***.");
});

test("a thousand secrets are kept, the oldest go first, and one that is kept again is the newest", () => {
  const secretOf = (index: number) => Buffer.from(`${index} rotated ${index}`).toString("base64") + `x${index * 7919}`;
  keepSecret(token);
  for (let index = 0; index < 999; index += 1) keepSecret(secretOf(index));
  expect(safeText(token)).toBe(notShown);
  keepSecret(token);
  keepSecret("another-one-0123456789");
  expect(safeText(token)).toBe(notShown);
});
