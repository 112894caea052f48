/** Where two values differ: the keys from the outside in, the index of an element of a list among them. */
// @ts-nocheck

export interface Difference {
  readonly path: readonly (string | number)[];
  readonly kind: "add" | "delete" | "update";
}

/** Each place where `news` differs from `olds`, as far inside as both are objects, or both lists. */
export function differences(olds: unknown, news: unknown, path: Difference["path"] = []): Difference[] {
  if (olds === news) return [];
  if (olds === undefined) return [{ path, kind: "add" }];
  if (news === undefined) return [{ path, kind: "delete" }];
  if (!isObject(olds) || !isObject(news) || Array.isArray(olds) !== Array.isArray(news)) {
    return [{ path, kind: "update" }];
  }
  const keys = new Set([...Object.keys(olds), ...Object.keys(news)]);
  const keyOf = (key: string) => (Array.isArray(news) ? Number(key) : key);
  return [...keys].flatMap((key) => differences(own(olds, key), own(news, key), [...path, keyOf(key)]));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** A job may be called `constructor`. */
function own(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
}
