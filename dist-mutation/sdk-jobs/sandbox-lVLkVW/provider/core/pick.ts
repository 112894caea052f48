/** These properties of an object, as far as it has them: null counts as not given. */
// @ts-nocheck

export function pick<T extends object, Key extends keyof T>(object: T, keys: readonly Key[]): Pick<T, Key> {
  return notNull(Object.fromEntries(keys.map((key) => [key, object[key]]))) as Pick<T, Key>;
}

/** Without what was not given: `undefined`, or `null` where the caller has no TypeScript. */
export function notNull<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null)) as T;
}
