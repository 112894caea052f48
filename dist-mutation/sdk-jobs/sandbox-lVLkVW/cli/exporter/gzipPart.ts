// @ts-nocheck
import { once } from "node:events";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { constants, createGunzip, createGzip, type Gzip } from "node:zlib";
import { crcOfBoth } from "./crcOfBoth";

/**
 * A text, compressed so that it can be followed by others: what is written once stays, and what changes is put before
 * it. Not as a gzip file of its own: curl reads the first of several and fails at the second.
 */
export interface GzipPart {
  /** Blocks of the format "deflate" (RFC 1951), none of them the last, that end at a whole byte. */
  blocks: readonly Buffer[];
  /** Of the text. */
  crc: number;
  /** Of the text, in bytes. */
  size: number;
}

/** More than that takes twice the time for a tenth of the size. */
const level = 4;
const chunkSize = 65_536;
/** Without a name, a time, and flags, from an unknown system: RFC 1952. */
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** An empty block, which is the last one. */
const lastBlock = Buffer.from([0x03, 0x00]);
const tailLength = lastBlock.length + 8;

/** Takes a piece whenever the one before is compressed, in another thread: meanwhile there is time for everything else. */
export async function gzipPart(pieces: Iterable<string>): Promise<GzipPart> {
  const gzip = createGzip({ level, chunkSize });
  const [whole] = await Promise.all([buffer(gzip), writeAll(gzip, pieces)]);
  const tail = whole.subarray(-8);
  const blocks = Buffer.from(whole.subarray(head.length, -tailLength));
  return { blocks: [blocks], crc: tail.readUInt32LE(0), size: gzip.bytesWritten };
}

async function writeAll(gzip: Gzip, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (!gzip.write(piece)) await once(gzip, "drain");
  }
  // Ends the block at a whole byte, so that nothing but an empty one is left for the end.
  await new Promise<void>((resolve) => {
    gzip.flush(constants.Z_SYNC_FLUSH, resolve);
  });
  gzip.end();
}

export function joinParts(parts: readonly GzipPart[]): GzipPart {
  return parts.reduce(
    (before, { blocks, crc, size }) => ({
      blocks: [...before.blocks, ...blocks],
      crc: crcOfBoth(before.crc, crc, size),
      size: before.size + size,
    }),
    { blocks: [], crc: 0, size: 0 },
  );
}

/** As a file of gzip, or the body of an answer. */
export function gzipFile({ blocks, crc, size }: GzipPart): Buffer[] {
  const sums = Buffer.alloc(8);
  sums.writeUInt32LE(crc, 0);
  sums.writeUInt32LE(size % 2 ** 32, 4);
  return [head, ...blocks, lastBlock, sums];
}

/** The text, a little at a time, as fast as it is taken. */
export function unzipped(part: GzipPart): AsyncIterable<Buffer> {
  return Readable.from(gzipFile(part)).pipe(createGunzip({ chunkSize }));
}
