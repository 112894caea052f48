/** The folders whose code is mutated, each with the tests that belong to it. */
// @ts-nocheck

export const folders: Readonly<Record<string, readonly string[]>> = {
  "sdk/jobs": ["test/unit/jobs", "test/property/listPages.test.ts"],
  "sdk/gate": ["test/unit/gate"],
  "sdk/signing": ["test/unit/signing"],
  "sdk/http": ["test/unit/http"],
  "provider/core": ["test/unit/provider", "test/unit/plugin"],
};
