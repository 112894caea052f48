import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Stryker } from "@stryker-mutator/core";

type StrykerOptions = ConstructorParameters<typeof Stryker>[0];

/**
 * Mocha runs the tests instead of Jest: it keeps what is loaded from one mutant to the next, which makes a mutant take
 * some hundredths of a second where Jest takes a second and more.
 *
 * @param files globs of what is mutated
 * @param tests globs of the tests that belong to it
 */
export function strykerOptions(files: readonly string[], tests: readonly string[], isStatic: boolean): StrykerOptions {
  return {
    mutate: [...files],
    testRunner: "mocha",
    plugins: ["@stryker-mutator/mocha-runner"],
    mochaOptions: {
      spec: [...tests],
      require: ["tsx/cjs", "./tools/mutation/jestInterface.mjs", "./tools/mutation/quickProperties.ts"],
    },
    coverageAnalysis: "perTest",
    // What is evaluated once, when a file is loaded, takes a process for each mutant.
    ignoreStatic: !isStatic,
    concurrency: 2,
    tempDirName: join(tmpdir(), "pulumi-dlf-mutation"),
    ignorePatterns: ["/dist", "/dist-*", "/coverage"],
    cleanTempDir: "always",
    allowConsoleColors: false,
    reporters: [process.stdout.isTTY ? "progress" : "progress-append-only"],
  };
}
