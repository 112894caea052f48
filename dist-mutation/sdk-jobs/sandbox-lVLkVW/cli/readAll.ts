// @ts-nocheck
import type { Shell } from "./shell";

/** All that standard input holds, as text. */
export async function readAll(stream: Shell["stdin"]): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
