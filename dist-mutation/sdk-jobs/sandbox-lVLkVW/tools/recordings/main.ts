// @ts-nocheck
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageVersion } from "../../cli/packageVersion";
import { anonymize } from "../../sdk/recording/anonymize";
import { formatRecording } from "../../sdk/recording/formatRecording";
import { behaviours } from "./behaviours";
import { recordEmulator } from "./recordEmulator";

/** Writes a recording of the emulator in each of its behaviours. Nobody's jobs are in them: the key may be known. */
async function main(): Promise<void> {
  for (const [name, options] of Object.entries(behaviours)) {
    const recording = anonymize(await recordEmulator(options), { packageVersion: packageVersion(), key: name });
    writeFileSync(join(__dirname, `../../test/recordings/emulator-${name}.json`), formatRecording(recording));
  }
}

void main();
