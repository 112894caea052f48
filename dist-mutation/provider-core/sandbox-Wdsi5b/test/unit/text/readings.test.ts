// @ts-nocheck
import { readings } from "../../../sdk/text/readings";
import { runLength, sharesRun, soughtText } from "../../../sdk/text/sharedRun";

const base64 = (text: string) => Buffer.from(text).toString("base64");

test("what was encoded in several ways, one around the other, is read", () => {
  const text = `<i>${encodeURIComponent(base64("a \\u0071uiet word"))}</i>`;
  expect(readings(text, 10_000)).toContain("a quiet word");
});

test("all readings together are no longer than asked for; a text with more is given up", () => {
  const layers = (count: number) => `%${"25".repeat(count)}41 plain words behind it`;
  for (const count of [1, 10, 1_000]) {
    const read = readings(layers(count), 20_000);
    const characters = read?.reduce((sum, each) => sum + each.length, 0) ?? 0;
    expect(characters).toBeLessThanOrEqual(20_000);
    expect(read === undefined).toBe(count >= 1_000);
  }
});

test("a secret of any length is compared at every fourth character, no more often", () => {
  for (const length of [0, 4, 5, 8, 100, 16_384]) {
    expect(soughtText("a1".repeat(length / 2)).pieces.length).toBeLessThanOrEqual(length / 4);
  }
});

test("eight letters and digits in a row are found wherever they begin, seven are not", () => {
  const secret = "k7Qz+w2Xn/5vBt8LpC3yMr9";
  const form = secret.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  for (let at = 0; at + runLength <= form.length; at += 1) {
    expect(sharesRun([`, ${form.slice(at, at + runLength)}.`], [soughtText(secret)])).toBe(true);
    expect(sharesRun([`, ${form.slice(at, at + runLength - 1)}.`], [soughtText(secret)])).toBe(false);
  }
});
