// @ts-nocheck
import { folders } from "./folders";
async function main() {
  const { Stryker } = await import("@stryker-mutator/core");
  for (const each of process.argv.slice(2)) {
    const folder = Object.keys(folders).find((f) => each.startsWith(f))!;
    const tests = folders[folder]!;
    const name = folder.replace("/", "-");
    const results = await new Stryker({
      packageManager: "npm",
      testRunner: "mocha",
      plugins: ["@stryker-mutator/mocha-runner"],
      coverageAnalysis: "perTest",
      concurrency: Number(process.env["CONC"] ?? 2),
      tempDirName: "dist-mutation/" + name,
      ignorePatterns: ["/dist", "/dist-*", "/coverage"],
      reporters: ["clear-text", "progress-append-only", "json"],
      jsonReporter: { fileName: `dist-mutation/report-${name}.json` },
      clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
      incremental: true,
      incrementalFile: `dist-mutation/incremental-${name}.json`,
      mutate: each.split(",").map((e) => e.includes(".ts") ? e : `${e}/**/*.ts`),
      ignoreStatic: !process.env["STATIC"],
      mochaOptions: { require: ["tsx/cjs", "./tools/mutation/jestInterface.ts", "./tools/mutation/quickProperties.ts"], spec: tests.map((t) => t.endsWith(".ts") ? t : `${t}/**/*.test.ts`) },
    } as never).runMutationTest();
    console.log(each, results.length);
  }
}
void main();
