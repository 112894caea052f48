/** A property as a Pulumi package schema has it (pulumi.com/docs: Pulumi Package Schema). */
// @ts-nocheck

export interface Property {
  description: string;
  type?: "string" | "boolean" | "integer" | "number" | "array" | "object";
  items?: TypeSpec;
  additionalProperties?: TypeSpec;
  oneOf?: TypeSpec[];
  $ref?: string;
  secret?: boolean;
  default?: string | boolean;
}

export type TypeSpec = Omit<Property, "description">;

export type Properties = Readonly<Record<string, Property>>;

export const text = (description: string): Property => ({ type: "string", description });
export const flag = (description: string): Property => ({ type: "boolean", description });
/** A whole number below 2^31. */
export const count = (description: string): Property => ({ type: "integer", description });
/** Milliseconds since the epoch are more than the 32 bits that `integer` has in C# and Java. */
export const time = (description: string): Property => ({ type: "number", description });
export const listOf = (items: TypeSpec, description: string): Property => ({ type: "array", items, description });
export const objectOf = (type: string, description: string): Property => ({ ...reference(type), description });

export function reference(type: string): TypeSpec {
  return { $ref: `#/types/dlf:index:${type}` };
}

/**
 * One of these texts, or any other: an SDK has names for those that are known, and lets others through, which the
 * provider refuses, or passes on, by the same rules in every language.
 */
export function oneOf(enumeration: string): TypeSpec {
  return { oneOf: [{ type: "string" }, reference(enumeration)] };
}

/** The same properties as they come out: texts alone. */
export function asOutputs(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, asOutput(property)]));
}

function asOutput(property: Property): Property {
  const { oneOf: either, items, default: _default, ...rest } = property;
  if (either) return { ...rest, type: "string" };
  return { ...rest, ...(items && { items: items.oneOf ? { type: "string" } : items }) };
}
