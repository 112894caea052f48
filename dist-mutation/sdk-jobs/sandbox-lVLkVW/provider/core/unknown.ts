/** Stands for a value that a preview does not know yet, where the engine calls `check` and `diff`. */
// @ts-nocheck

export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function holdsUnknown(value: unknown): boolean {
  if (value === unknownValue) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsUnknown);
}
