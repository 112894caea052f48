import type { Difference } from "../core/differences";

/** The path of a property, as the engine reads it: `snapshot["BATCH/ods_orders"].owner`, `tags[0]`. */
export function propertyPath(path: Difference["path"]): string {
  return path
    .map((key, index) => {
      if (typeof key === "number") return `[${key}]`;
      if (/^[A-Za-z_]\w*$/.test(key)) return index === 0 ? key : `.${key}`;
      return `["${key.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"]`;
    })
    .join("");
}
