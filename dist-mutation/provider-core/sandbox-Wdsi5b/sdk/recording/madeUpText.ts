// @ts-nocheck
import { alphabetOf, codePoints } from "./alphabet";
import { between, keyedRandom } from "./keyedRandom";

/** So often another one is drawn where chance gives the word itself. */
const draws = 20;

const hexId = /^(?=.*[0-9])(?=.*[a-f])[0-9a-f]{8,}$|^(?=.*[0-9])(?=.*[A-F])[0-9A-F]{8,}$/;
const hexLetters = 6;

/**
 * A word of the same length and alphabet; the same one for the same word and key. In the place of what looks like hex
 * comes hex.
 *
 * @param mayBe what it must not come to be, the word itself besides, as long as there is another one
 */
export function madeUpWord(word: string, key: string, mayBe: (drawn: string) => boolean = () => true): string {
  const random = keyedRandom(key, word);
  const isHex = hexId.test(word);
  const draw = () =>
    String.fromCodePoint(
      ...codePoints(word).map((point) => {
        const alphabet = alphabetOf(point);
        if (alphabet === undefined) return point;
        const size = isHex ? Math.min(alphabet.size, alphabet.size === 10 ? 10 : hexLetters) : alphabet.size;
        return alphabet.first + between(0, size - 1, random);
      }),
    );
  let drawn = draw();
  for (let count = 1; count < draws && (drawn === word || !mayBe(drawn)); count += 1) drawn = draw();
  return drawn;
}

/** A number of as many digits, of the same sign. What is no whole number keeps the digits behind the point. */
export function madeUpNumber(number: number, key: string): number {
  const made = madeUpWord(String(number), key).replace(/^(-?)0/, "$11");
  return Number.isSafeInteger(number) && Number.isSafeInteger(Number(made)) ? Number(made) : sameDigits(number, key);
}

/** Too long to be exact: its first digits are made up. */
function sameDigits(number: number, key: string): number {
  const [digits = "", ...exponent] = number.toExponential().split("e");
  const made = madeUpWord(digits, key).replace(/^(-?)0/, "$11");
  return Number([made, ...exponent].join("e"));
}
