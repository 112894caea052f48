// @ts-nocheck
import { obtainEngine } from "../../tools/engine/obtainEngine";

/** Once for all end-to-end tests, so that an engine that must be built is built before the first of them waits for it. */
export default async function setUp(): Promise<void> {
  const engine = await obtainEngine({ say: (line) => process.stdout.write(`${line}\n`) });
  process.stdout.write(`Pulumi engine ${engine.version} (${engine.source}).\n`);
}
