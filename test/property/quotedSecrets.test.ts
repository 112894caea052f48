import * as fc from "fast-check";
import { refused } from "../../sdk/credentials/refused";
import { createExchange } from "../../sdk/http/exchange";
import { parseJson } from "../../sdk/http/json";
import { responseError } from "../../sdk/http/responseError";
import { ServerClock } from "../../sdk/http/serverClock";
import { parsePage } from "../../sdk/jobs/schema";
import { keepSecret } from "../../sdk/redact";
import { endless, fakeRuntime } from "../unit/fakeRuntime";

/** So many characters of a token in a row are never shown. */
const part = 12;

interface Form {
  how: string;
  write: (text: string) => string;
  /** How many characters one takes at most, what stands between two of them shared out. */
  grows: number;
  /** Puts between the characters what an error's text leaves out, unless a later form has written it otherwise. */
  wraps?: true;
}

const asItIs = (text: string) => text;
const each = (escape: (code: number) => string) => (text: string) =>
  Array.from(text, (character) => escape(character.charCodeAt(0))).join("");
const hex = (code: number) => code.toString(16).padStart(2, "0");
const wrapped = (by: string, every: number) => (text: string) =>
  text.replace(new RegExp(`.{${every}}`, "g"), `$&${by}`);

const forms: Form[] = [
  { how: "as it is", write: asItIs, grows: 1 },
  { how: "HTML", write: each((code) => `&#${code};`), grows: 6 },
  { how: "percent, lower case", write: each((code) => `%${hex(code)}`), grows: 3 },
  { how: "percent where needed", write: encodeURIComponent, grows: 3 },
  { how: "percent twice", write: (text) => encodeURIComponent(encodeURIComponent(text)), grows: 5 },
  { how: "plus for space", write: (text) => encodeURIComponent(text).replaceAll("%2B", "+"), grows: 3 },
  { how: "JSON, slashes", write: (text) => text.replaceAll("/", "\\/"), grows: 2 },
  { how: "JSON, codes", write: each((code) => `\\u00${hex(code)}`), grows: 6 },
  { how: "base64", write: (text) => Buffer.from(text).toString("base64"), grows: 2 },
  { how: "base64, shifted", write: (text) => Buffer.from(`:${text}`).toString("base64"), grows: 2 },
  { how: "base64url", write: (text) => Buffer.from(`ab${text}`).toString("base64url"), grows: 2 },
  { how: "hex", write: (text) => Buffer.from(text).toString("hex"), grows: 2 },
  { how: "lines", write: wrapped("\r\n ", 16), grows: 2, wraps: true },
  { how: "soft hyphens", write: wrapped("\u00ad", 5), grows: 2, wraps: true },
  { how: "<wbr>", write: wrapped("<wbr>", 7), grows: 2, wraps: true },
  { how: "tags", write: wrapped('</b><b class="x">', 9), grows: 3, wraps: true },
];

const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
const token = fc
  .array(fc.constantFrom(...letters, ...letters, "+", "/", "-", "_", "=", "."), {
    minLength: 24,
    maxLength: 300,
  })
  .map((characters) => characters.join(""));
const padding = fc.constantFrom(
  "",
  "a ",
  "<p>Access denied to ",
  '{"headers":{"x":"',
  "0123456789 ",
  "word ".repeat(60),
);

const quoted = fc.record({
  token,
  // Of the token itself: of base64 in another case nothing can be read.
  spelled: fc.constantFrom(
    asItIs,
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
  ),
  written: fc.array(fc.constantFrom(...forms), { minLength: 1, maxLength: 3 }),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  before: fc.tuple(padding, padding).map((texts) => texts.join("")),
  after: padding,
  fill: fc.constantFrom(0, 300, 8_192, 65_536),
  status: fc.constantFrom(200, 302, 400, 401, 403, 404, 429, 500),
});

/** How long so many characters of a token are at most, written so, when the wrapping around the whole is left out. */
function longestOf(characters: number, written: Form[]): number {
  const outermost = written.map(({ wraps }) => !wraps).lastIndexOf(true) + 1;
  return written.slice(0, outermost).reduce((length, { grows }) => length * grows, characters) + 8;
}

/** What wrapping adds, and an error's text leaves out. */
function bare(text: string): string {
  return text.replace(/<[^<>]*>|[\s\u00ad…]/g, "");
}

function texts(error: unknown): string[] {
  const found: string[] = [];
  for (let next = error; next instanceof Error; next = next.cause) {
    found.push(next.message, next.stack ?? "", JSON.stringify(next));
  }
  return found;
}

/** All errors that one answer can end in. */
async function errorsOf(status: number, text: string): Promise<unknown[]> {
  const bodies = [
    text,
    JSON.stringify({ error_code: text, errorMsg: text }),
    JSON.stringify({ error: { title: text } }),
  ];
  const errors: unknown[] = [];
  const attempt = async (act: () => unknown) => {
    await Promise.resolve()
      .then(act)
      .catch((error: unknown) => errors.push(error));
  };
  for (const body of bodies) {
    const response = { status, headers: { "x-request-id": text }, body: [Buffer.from(body)] };
    errors.push(responseError(response, { what: "the list", now: 0 }));
    await attempt(() => parseJson(response, "the list"));
    await attempt(() => parsePage(JSON.parse(body), "BATCH", { what: "the list" }));
    const exchange = createExchange(
      () => Promise.resolve(response),
      new ServerClock(),
      { attemptTimeoutMs: 1_000, maxAttempts: 1 },
      fakeRuntime(),
    );
    await attempt(async () => {
      const answer = await exchange({ method: "POST", url: "https://sts.example", what: "keys" }, endless());
      throw refused(answer, "STS", "keys", "Check it.");
    });
  }
  const jobs = [{ name: text, jobType: "BATCH", status: 1, createUser: 1, createTime: "" }];
  await attempt(() => parsePage({ total: 1, jobs }, "BATCH", { what: "the list" }));
  return errors;
}

test("no twelve characters of a token stand in an error, however a page writes it, wherever, and wherever it is cut", async () => {
  await fc.assert(
    fc.asyncProperty(quoted, async ({ token: secret, spelled, written, from, to, before, after, fill, status }) => {
      keepSecret(secret);
      const whole = written.reduce((text, { write }) => write(text), spelled(secret));
      const cut = whole.slice(
        Math.floor(whole.length * Math.min(from, to)),
        Math.ceil(whole.length * Math.max(from, to)),
      );
      const longest = longestOf(part, written);
      const page = before + cut + after + "x ".repeat(fill / 2);
      const inserted = bare(cut);
      for (const error of await errorsOf(status, page)) {
        for (const text of texts(error).map(bare)) {
          for (let at = 0; at + longest <= inserted.length; at += 1) {
            const shown = inserted.slice(at, at + longest);
            if (text.includes(shown) || text.includes(JSON.stringify(shown).slice(1, -1))) {
              throw new Error(`${shown} of ${secret} in ${text}`);
            }
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});

test("a page that quotes no secret is shown, whatever else it holds", () => {
  fc.assert(
    fc.property(fc.lorem({ mode: "sentences", maxCount: 2 }), (text) => {
      const error = responseError({ status: 400, headers: {}, body: [Buffer.from(text)] }, { what: "it", now: 0 });
      expect(error.message).toContain(text.slice(0, 250).trim());
    }),
  );
});
