// @ts-nocheck
import fc from "fast-check";
import { bodyText, readableText } from "../../../sdk/http/bodyText";

/** The bytes in pieces that end wherever it happens, in the middle of characters too. */
const inPieces = (bytes: Buffer, cuts: readonly number[]) => {
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
};
const cuts = fc.array(fc.nat(), { maxLength: 6 });

test("a text comes back whole, wherever its pieces end", () => {
  const text = fc.string({ unit: "grapheme" }).filter((unlike) => !unlike.startsWith("\ufeff"));
  fc.assert(
    fc.property(text, cuts, (sent, ends) => {
      const body = inPieces(Buffer.from(sent), ends);
      expect(bodyText(body)).toBe(sent);
      expect(readableText(body)).toBe(sent);
    }),
  );
});

test("any bytes: what a strict decoder makes of them as a whole, its refusal too", () => {
  const whole = (bytes: Buffer) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), cuts, (array, ends) => {
      const bytes = Buffer.from(array);
      const read = () => bodyText(inPieces(bytes, ends));
      let expected: string | undefined;
      try {
        expected = whole(bytes);
      } catch {
        expect(read).toThrow("not valid");
      }
      if (expected !== undefined) expect(read()).toBe(expected);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ["a replacement character that was sent as one", Buffer.from("a\ufffdb"), "a\ufffdb"],
  ["a byte order mark, which is dropped", Buffer.from("\ufeff{}"), "{}"],
  ["nothing", Buffer.alloc(0), ""],
])("%s", (_what, bytes, expected) => {
  expect(bodyText([bytes])).toBe(expected);
});

test.each([
  ["a byte that cannot occur", [0x22, 0xff, 0x22]],
  ["a character that is cut off", [0xe4, 0xbd]],
  ["a surrogate", [0xed, 0xa0, 0x80]],
])("%s is refused, and shown to people as a replacement", (_what, bytes) => {
  expect(() => bodyText([Buffer.from(bytes)])).toThrow("not valid");
  expect(readableText([Buffer.from(bytes)])).toContain("\ufffd");
});
