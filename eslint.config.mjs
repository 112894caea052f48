import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** What a folder must not import: the house's imports go one way (CONTRIBUTING.md, "Map"). */
function mustNotImport(files, ...groups) {
  return {
    files,
    rules: {
      "no-restricted-imports": ["error", { patterns: groups.map(([group, message]) => ({ group, message })) }],
    },
  };
}

const noPulumi = [["@pulumi/*"], "Pulumi belongs in provider/ and examples/ only."];
const noAxios = [["axios"], "axios lives in sdk/http/transport.ts alone."];
const noProvider = [["**/provider", "**/provider/**", "**/cli/**"], "sdk/ must work without provider/ and cli/."];
const sdkIndexOnly = [
  ["**/sdk/*", "**/sdk/*/**", "!**/sdk/index", "!**/sdk/text", "!**/sdk/text/*"],
  "The client is reached through sdk/index only.",
];
const noTesting = [["**/testing", "**/testing/**"], "The client must not know its emulator."];

/** The rooms of sdk/ from the ground up: each imports from those before it alone. */
const floors = [
  ...["text", "signing", "time", "configuration", "credentials", "http"],
  ...["jobs", "gate", "monitoring", "connection"],
];

function nothingAbove(floor) {
  const above = floors.slice(floors.indexOf(floor) + 1);
  const patterns = [...above.map((each) => `**/${each}/**`), "**/client", "**/index"];
  return [patterns, `Imports go down: ${floors.toReversed().join(" -> ")}.`];
}

export default tseslint.config(
  { ignores: ["dist/", "dist-plugin/", "dist-sdks/", "node_modules/", "coverage/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: "./test/tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/no-require-imports": ["error", { allowAsImport: true }],
      "no-console": "error",
    },
  },
  mustNotImport(["sdk/**/*.ts"], noPulumi, noAxios, noProvider, noTesting),
  ...floors.map((floor) =>
    mustNotImport([`sdk/${floor}/**/*.ts`], noPulumi, noAxios, noProvider, noTesting, nothingAbove(floor)),
  ),
  mustNotImport(["sdk/http/transport.ts"], noPulumi, noProvider, noTesting, nothingAbove("http")),
  mustNotImport(["sdk/testing/**/*.ts"], noPulumi, noAxios, noProvider, [
    ["../*", "!../testing/*"],
    "The emulator shares no code with the client that it checks.",
  ]),
  mustNotImport(["provider/**/*.ts"], noAxios, sdkIndexOnly),
  mustNotImport(["cli/**/*.ts"], noPulumi, noAxios, sdkIndexOnly, [["**/provider/**"], "cli/ works without Pulumi."]),
);
