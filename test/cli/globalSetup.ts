import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Once for all tests that start the command. */
export default function setUp(): void {
  execFileSync(process.execPath, ["--import", "tsx", join(__dirname, "bundleCommand.ts")], { stdio: "inherit" });
}
