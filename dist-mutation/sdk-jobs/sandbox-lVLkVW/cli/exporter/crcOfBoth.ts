/**
 * The CRC-32 of two texts, one after the other, from those of each: nothing has to be read again.
 *
 * A CRC is the remainder of a polynomial over the field of two elements, and a text that is followed by n bytes is
 * multiplied by x to the power of 8n. Bit 31 of a number here is the coefficient of x^0, and bit 0 that of x^31.
 *
 * @param sizeOfSecond in bytes
 */
// @ts-nocheck

export function crcOfBoth(first: number, second: number, sizeOfSecond: number): number {
  return (product(first, powerOfByte(sizeOfSecond)) ^ second) >>> 0;
}

/** What x^32 is congruent to: the polynomial of gzip, without x^32 itself. */
const polynomial = 0xedb88320;
const one = 0x80000000;
const x8 = 0x00800000;

/** x^(8 * count). */
function powerOfByte(count: number): number {
  let power = one;
  let square = x8;
  for (let rest = count; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = product(power, square);
    square = product(square, square);
  }
  return power;
}

function product(a: number, b: number): number {
  let sum = 0;
  let shifted = b;
  for (let bit = one; bit !== 0; bit >>>= 1) {
    if ((a & bit) !== 0) sum ^= shifted;
    shifted = (shifted >>> 1) ^ ((shifted & 1) === 1 ? polynomial : 0);
  }
  return sum;
}
