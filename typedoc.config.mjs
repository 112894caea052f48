import { readFileSync } from "node:fs";
import { URL } from "node:url";

const { exports } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
/** The sources of all entry points: `./dist/sdk/index.d.ts` is made of `sdk/index.ts`. */
const entryPoints = Object.values(exports).flatMap(({ types }) =>
  types === undefined ? [] : [types.replace("./dist/", "").replace(/\.d\.ts$/, ".ts")],
);

/** `npm run docs` writes the reference; `npm run check` makes it without writing. Whatever is warned of fails both. */
export default {
  entryPoints,
  tsconfig: "tsconfig.json",
  out: "dist-docs",
  readme: "none",
  excludeExternals: true,
  // The compiler has checked the types.
  skipErrorChecking: true,
  validation: { notDocumented: true, notExported: true, invalidLink: true, invalidPath: true, rewrittenLink: true },
  treatWarningsAsErrors: true,
  intentionallyNotExported: [
    // Tables that types are made of: the types say what is in them.
    ...["Open", "priorities", "statusColors", "statuses"],
    // What Pulumi's process calls is of no use to programs.
    ...["DynamicProvider", "GateInputs", "StoredInputs", "StoredOutputs"],
  ],
};
