import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** What a folder must not import, as globs or as an expression: imports go one way (CONTRIBUTING.md, "Map"). */
function mustNotImport(files, ...groups) {
  const patterns = [...groups, noTools].map(([which, message]) =>
    which instanceof RegExp ? { regex: which.source, message } : { group: which, message },
  );
  return { files, rules: { "no-restricted-imports": ["error", { patterns }] } };
}

const noTools = [/^(\.\.?\/)+tools\//, "tools/ makes and tests the package; it is no part of it."];

const noPulumi = [["@pulumi/*"], "Pulumi belongs in provider/ and examples/ only, and not in provider/core/."];
const noAxios = [["axios"], "axios lives in sdk/http/transport.ts alone."];
const noProvider = [["**/provider", "**/provider/**", "**/cli/**"], "sdk/ must work without provider/ and cli/."];
const sdkIndexOnly = [
  ["**/sdk/*", "**/sdk/*/**", "!**/sdk/index", "!**/sdk/text", "!**/sdk/text/*"],
  "The client is reached through sdk/index only.",
];
/** For the command alone: what it looks for trouble with is no part of the client's public face. */
const sdkIndexOrDoctor = [[...sdkIndexOnly[0], "!**/sdk/doctor", "!**/sdk/doctor/index"], sdkIndexOnly[1]];
const noGrpc = [["@grpc/*", "google-protobuf"], "The protocol belongs in provider/plugin/ and provider/engine/ only."];
const coreOnly = [
  /^\.\.\/(?!core\/|engine\/|\.\.\/sdk\/)/,
  "A shell stands on core/ and engine/, and knows no other part of provider/.",
];
const noTesting = [["**/testing", "**/testing/**"], "The client must not know its emulator."];

/** The rooms of sdk/ from the ground up: each imports from those before it alone. */
const floors = [
  ...["text", "signing", "time", "configuration", "credentials", "http"],
  ...["jobs", "recording", "gate", "monitoring", "connection", "doctor"],
];

function nothingAbove(floor) {
  const above = floors.slice(floors.indexOf(floor) + 1);
  const patterns = [...above.map((each) => `**/${each}/**`), "**/client", "**/index"];
  return [patterns, `Imports go down: ${floors.toReversed().join(" -> ")}.`];
}

/** They import the plugin's SDK. Where it is generated, by their tests, the compiler checks them. */
const programsOnGeneratedSdk = ["examples/nodejs-plugin/**/*.ts", "tools/schema/examples/**/*.ts"];

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "dist-docs/",
      "dist-plugin/",
      "dist-release/",
      "dist-sdks/",
      "dist-test/",
      "node_modules/",
      "coverage/",
    ],
  },
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
  {
    files: programsOnGeneratedSdk,
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: false } },
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
  mustNotImport(["provider/**/*.ts"], noAxios, noGrpc, sdkIndexOnly, [
    /\/plugin\//,
    "The plugin is a program of its own: nothing of it is loaded by programs.",
  ]),
  mustNotImport(["provider/core/**/*.ts"], noPulumi, noAxios, noGrpc, sdkIndexOnly, [
    /^\.\.\/(?!\.\.\/sdk\/)/,
    "core/ stands on the client alone: the shells stand on it.",
  ]),
  mustNotImport(["provider/engine/**/*.ts"], noAxios, sdkIndexOnly, [
    /^(\.\.\/|@pulumi\/(?!pulumi\/proto\/))/,
    "engine/ stands on the protocol's files alone.",
  ]),
  mustNotImport(["provider/dynamic/**/*.ts"], noAxios, noGrpc, sdkIndexOnly, coreOnly),
  mustNotImport(["provider/plugin/**/*.ts"], noAxios, sdkIndexOnly, coreOnly, [
    /^@pulumi\/(?!pulumi\/proto\/)/,
    "The plugin takes the protocol's files alone: all of @pulumi/pulumi would take 500 ms to load.",
  ]),
  mustNotImport(["cli/**/*.ts"], noPulumi, noAxios, noGrpc, sdkIndexOrDoctor, [
    ["**/provider/**"],
    "cli/ works without Pulumi.",
  ]),
);
