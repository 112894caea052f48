import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** What a folder must not import: the house's imports go one way (README, "Map"). */
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

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "coverage/"] },
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
  mustNotImport(["sdk/http/transport.ts"], noPulumi, noProvider, noTesting),
  mustNotImport(
    [
      "sdk/{background,deadline,errors,options,runtime,redact,settings,sharedWork,endpoints,places}.ts",
      "sdk/{signing,credentials}/**/*.ts",
    ],
    noPulumi,
    noAxios,
    noProvider,
    noTesting,
    [
      ["**/jobs/**", "**/http/**", "**/iam/**", "**/client", "**/connect"],
      "Imports go down: jobs -> http -> signing, credentials -> errors, options, runtime.",
    ],
  ),
  mustNotImport(["sdk/testing/**/*.ts"], noPulumi, noAxios, noProvider, [
    ["../*", "!../testing/*"],
    "The emulator shares no code with the client that it checks.",
  ]),
  mustNotImport(["provider/**/*.ts"], noAxios, sdkIndexOnly),
  mustNotImport(["cli/**/*.ts"], noPulumi, noAxios, sdkIndexOnly, [["**/provider/**"], "cli/ works without Pulumi."]),
);
