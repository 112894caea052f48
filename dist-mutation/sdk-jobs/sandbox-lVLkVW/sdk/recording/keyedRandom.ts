// @ts-nocheck
import { createHmac } from "node:crypto";

/** Numbers in [0, 1) that nobody without the key can tell; the same ones for the same key and label. */
export function keyedRandom(key: string, label: string): () => number {
  let block = Buffer.alloc(0);
  let blocks = 0;
  let at = 0;
  return () => {
    if (at >= block.length) {
      block = createHmac("sha256", key).update(`${blocks}:${label}`).digest();
      blocks += 1;
      at = 0;
    }
    const number = block.readUInt32BE(at);
    at += 4;
    return number / 2 ** 32;
  };
}

/** A whole number in [from, to]. */
export function between(from: number, to: number, random: () => number): number {
  return from + Math.floor(random() * (to - from + 1));
}
