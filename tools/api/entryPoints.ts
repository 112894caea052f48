import { exports } from "../../package.json";

export interface EntryPoint {
  /** The last word of what programs import: `sdk` for `pulumi-dlf/sdk`. */
  readonly name: string;
  /** Its source, from the root of the repository, without an ending: `sdk/index`. */
  readonly source: string;
}

/** Those that `package.json` names: a new one has a report from its first day on. */
export const entryPoints: readonly EntryPoint[] = Object.entries(exports).flatMap(([path, target]) =>
  typeof target === "string"
    ? []
    : [{ name: path === "." ? "pulumi-dlf" : path.replace("./", ""), source: sourceOf(target.types) }],
);

function sourceOf(types: string): string {
  return types.replace("./dist/", "").replace(/\.d\.ts$/, "");
}
