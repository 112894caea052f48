import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeReports, reportsFolder } from "./reports";

/** `npm run api`: writes the reports of what is public; with `--check`, says whether they are what the code gives. */
const check = process.argv.includes("--check");
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "pulumi-dlf-api-")));
try {
  const reports = makeReports(scratch, { write: !check });
  const known = new Set(reports.map(({ file }) => file));
  const left = readdirSync(reportsFolder).filter((file) => !known.has(file));
  if (check) {
    for (const { file, changed, difference } of reports)
      if (changed) complain(`${file} is not what the code gives`, difference);
    for (const file of left) complain(`${file} is of no entry point`);
  } else {
    for (const file of left) rmSync(join(reportsFolder, file));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function complain(trouble: string, difference = ""): void {
  const todo = "If programs are to see this change: npm run api, and a line in .github/CHANGELOG.md.";
  process.stderr.write(`${difference}api-report/${trouble}. ${todo}\n`);
  process.exitCode = 1;
}
