/**
 * The folders whose code is mutated, each with the tests that belong to it. They run in one process: those that need one
 * of their own (of Pulumi's runtime, of modules that are loaded anew) are left out.
 */
export const folders: Readonly<Record<string, readonly string[]>> = {
  "sdk/jobs": ["test/unit/jobs/*.test.ts", "test/property/listPages.test.ts"],
  "sdk/gate": ["test/unit/gate/*.test.ts"],
  "sdk/signing": ["test/unit/signing/*.test.ts"],
  "sdk/http": ["test/unit/http/*.test.ts"],
  "provider/core": [
    "test/unit/provider/!(dynamicModule|manyRuns|outsideOfRun).test.ts",
    "test/unit/plugin/configuration.test.ts",
    "test/unit/plugin/gateOfPlugin.test.ts",
  ],
};
