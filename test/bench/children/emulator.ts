/** The emulator in a process of its own, so that its work is not counted as the client's. */
import { startDlfEmulator, type DlfEmulatorOptions } from "../../../sdk/testing/index";
import type { Service } from "./messages";

async function serve(options: DlfEmulatorOptions): Promise<void> {
  const emulator = await startDlfEmulator(options);
  // Any message: how many requests since the last one?
  process.on("message", () => {
    process.send?.(emulator.requests.jobs);
    emulator.requests.reset();
  });
  process.on("disconnect", () => void emulator.close());
  const { endpoint, projectId, credentials } = emulator;
  process.send?.({ endpoint, projectId, credentials } satisfies Service);
}

void serve(JSON.parse(process.argv[2] ?? "{}") as DlfEmulatorOptions);
