/** The emulator in a process of its own, so that its work is not counted as the client's. */
// @ts-nocheck

import { startDlfEmulator, type DlfEmulatorOptions } from "../../../sdk/testing/index";
import type { Service } from "./messages";

/**
 * A service has more than one core to write pages with. Here they are written once for all runs, or this process would
 * be what is measured where many long pages are asked for at once.
 */
function rememberPages(): NonNullable<DlfEmulatorOptions["intercept"]> {
  const written = new Map<string, string>();
  return ({ query }) => ({
    kind: "page",
    change: (page) => {
      const text = written.get(query.toString()) ?? JSON.stringify(page);
      written.set(query.toString(), text);
      return text;
    },
  });
}

async function serve(options: DlfEmulatorOptions): Promise<void> {
  const emulator = await startDlfEmulator({ ...options, intercept: rememberPages() });
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
