// @ts-nocheck
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { downloadEngine } from "../../tools/engine/downloadEngine";
import { temporaryFolder } from "./temporaryFolder";

const root = temporaryFolder();

function download(javascript: string) {
  return downloadEngine({
    version: "3.250.0",
    workFolder: mkdtempSync(join(root, "work-")),
    limits: { connect: 500, whole: 1500 },
    launcher: [process.execPath, "-e", javascript],
  });
}

it("gives up soon when the download site does not answer", async () => {
  const silent = 'process.stderr.write("Downloading pulumi"); setInterval(() => {}, 1000)';
  await expect(download(silent)).rejects.toThrow("no answer from its download site within 0.5 s");
});

it("gives a download that has begun more time, but not for ever", async () => {
  const slow = 'process.stdout.write("=== Installing"); setInterval(() => {}, 1000)';
  await expect(download(slow)).rejects.toThrow("the download takes too long");
});

it("fails with the launcher's last words", async () => {
  const failing = 'process.stderr.write("npm warn x\\npulumi: fetch failed\\n"); process.exitCode = 1';
  await expect(download(failing)).rejects.toThrow(/^pulumi: fetch failed$/);
});
