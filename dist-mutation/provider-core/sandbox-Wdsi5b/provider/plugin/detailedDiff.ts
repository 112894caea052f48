// @ts-nocheck
import type { Difference } from "../core/differences";

/**
 * The path of a property, as the engine reads it: `snapshot["BATCH/ods_orders"].owner`, `tags[0]`. In quotes, a
 * backslash stands for itself unless a quote follows (sdk/go/common/resource/properties_path.go).
 */
export function propertyPath(path: Difference["path"]): string {
  return path
    .map((key, index) => {
      if (typeof key === "number") return `[${key}]`;
      if (/^[A-Za-z_]\w*$/.test(key)) return index === 0 ? key : `.${key}`;
      return `["${key.replaceAll('"', '\\"')}"]`;
    })
    .join("");
}

/** The same difference, or a less detailed one: a name that ends with a backslash cannot be written into a path. */
export function writable({ path, kind }: Difference): Difference {
  const end = path.findIndex((key) => typeof key === "string" && key.endsWith("\\"));
  return end === -1 ? { path, kind } : { path: path.slice(0, end), kind: "update" };
}
