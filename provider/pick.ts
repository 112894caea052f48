/** These properties of an object, as far as it has them: null counts as not given. */
export function pick<T extends object, Key extends keyof T>(object: T, keys: readonly Key[]): Pick<T, Key> {
  return Object.fromEntries(
    keys.filter((key) => object[key] !== undefined && object[key] !== null).map((key) => [key, object[key]]),
  ) as Pick<T, Key>;
}
