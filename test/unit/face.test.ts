import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exports } from "../../package.json";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { runCommand } from "../../tools/engine/runCommand";
import { entryPoints } from "../../tools/api/entryPoints";
import { temporaryFolder } from "../engine/temporaryFolder";

/** Milliseconds. A compiler reads all of the sources. */
const slowMachine = 5 * 60_000;

const folder = temporaryFolder();

/** The sources, what checks them, and the reports as they are committed. */
beforeAll(() => {
  const sources = ["package.json", "tsconfig.json", "typedoc.config.mjs", "api-report", "provider", "sdk", "tools"];
  for (const source of sources) cpSync(join(repositoryRoot, source), join(folder, source), { recursive: true });
  symlinkSync(join(repositoryRoot, "node_modules"), join(folder, "node_modules"), "junction");
});

function change(file: string, from: string, to: string): void {
  const before = readFileSync(join(folder, file), "utf8");
  expect(before).toContain(from);
  writeFileSync(join(folder, file), before.replaceAll(from, to));
}

const run = (...args: string[]) =>
  runCommand(process.execPath, args, { cwd: folder, env: { ...process.env, NO_COLOR: "1" }, timeLimit: slowMachine });

test("there is an entry point for each that package.json exports", () => {
  const paths = Object.keys(exports).filter((path) => !path.endsWith(".json"));
  expect(entryPoints.map(({ name }) => name)).toEqual(
    paths.map((path) => path.replace(/^\.\//, "").replace(/^\.$/, "pulumi-dlf")),
  );
});

test(
  "a public symbol with another name, and a report of no entry point, turn the check red, which says what to do",
  async () => {
    change("provider/requireDlfJobs.ts", "requireDlfJobs(", "demandDlfJobs(");
    change("provider/index.ts", "{ requireDlfJobs,", "{ demandDlfJobs,");
    writeFileSync(join(folder, "api-report/old.api.md"), "");
    const { status, output, timedOut } = await run("--import", "tsx", "tools/api/main.ts", "--check");
    expect({ status, timedOut }).toEqual({ status: 1, timedOut: false });
    expect(output).toMatch(/^-export function requireDlfJobs\(/m);
    expect(output).toMatch(/^\+export function demandDlfJobs\(/m);
    expect(output).toContain(
      "api-report/pulumi-dlf.api.md is not what the code gives. If programs are to see this change: npm run api",
    );
    expect(output).toContain("api-report/old.api.md is of no entry point");
    for (const same of ["sdk", "dynamic", "testing"]) expect(output).not.toContain(`${same}.api.md is not`);
  },
  slowMachine,
);

test(
  "a public symbol without a comment, and a link to nothing, fail the reference",
  async () => {
    change(
      "sdk/jobs/findJob.ts",
      "export interface JobQuery {",
      "export interface JobQuery {\n  undescribed?: string;",
    );
    change("sdk/jobs/listAll.ts", "/** How far a listing", "/** {@link Nothing} How far a listing");
    const { status, output } = await run("node_modules/typedoc/bin/typedoc", "--emit", "none");
    expect(status).not.toBe(0);
    const warnings = output.split("\n").filter((line) => line.startsWith("[warning]"));
    expect(
      warnings.filter((line) => /JobQuery\.undescribed .* does not have any documentation/.test(line)),
    ).toHaveLength(1);
    expect(warnings.filter((line) => line.includes('Failed to resolve link to "Nothing"'))).toHaveLength(1);
  },
  slowMachine,
);
