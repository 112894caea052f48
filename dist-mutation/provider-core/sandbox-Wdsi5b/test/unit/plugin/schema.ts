// @ts-nocheck
import { packageSchema } from "../../../tools/schema/schema";
import type { Properties, Property, TypeSpec } from "../../../tools/schema/property";

/** What is looked at of a package schema. */
export interface ObjectSpec {
  description?: string;
  properties: Properties;
  required?: string[];
}

export interface EnumSpec {
  description?: string;
  enum: { name: string; value: string }[];
}

export interface ResourceSpec extends ObjectSpec {
  inputProperties: Properties;
  requiredInputs?: string[];
}

export interface PackageSpec {
  config: { variables: Properties };
  provider: ResourceSpec;
  functions: Record<string, { description?: string; inputs: ObjectSpec; outputs: ObjectSpec }>;
  resources: Record<string, ResourceSpec>;
  types: Record<string, ObjectSpec | EnumSpec>;
}

export const schema = packageSchema() as PackageSpec;

/** `Job` of `dlf:index:Job`. */
export function nameOf(token: string): string {
  return token.split(":").at(-1) ?? "";
}

export const enums = Object.entries(schema.types).flatMap(([token, spec]) =>
  "enum" in spec ? [{ name: nameOf(token), values: spec.enum }] : [],
);

export interface Place {
  /** Where the properties are, for messages. */
  where: string;
  /** What a typed language calls their class. */
  className: string;
  properties: Properties;
  required: readonly string[];
}

function place(where: string, className: string, properties: Properties, required: readonly string[] = []): Place {
  return { where, className, properties, required };
}

/** All that has properties. */
export const places: readonly Place[] = [
  place("config", "Config", schema.config.variables),
  ...Object.entries({ ...schema.resources, "pulumi:providers:dlf": schema.provider }).flatMap(([token, spec]) => {
    const name = token === "pulumi:providers:dlf" ? "Provider" : nameOf(token);
    return [
      place(`inputs of ${token}`, `${name}Args`, spec.inputProperties, spec.requiredInputs),
      place(`outputs of ${token}`, name, spec.properties, spec.required),
    ];
  }),
  ...Object.entries(schema.functions).flatMap(([token, { inputs, outputs }]) => {
    const name = pascalCase(nameOf(token));
    return [
      place(`inputs of ${token}`, `${name}Args`, inputs.properties, inputs.required),
      place(`outputs of ${token}`, `${name}Result`, outputs.properties, outputs.required),
    ];
  }),
  ...Object.entries(schema.types).flatMap(([token, spec]) =>
    "enum" in spec ? [] : [place(token, nameOf(token), spec.properties, spec.required)],
  ),
];

export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The types that a property is made of, itself first. */
export function specsIn(spec: TypeSpec | Property): TypeSpec[] {
  const inside = [spec.items, spec.additionalProperties, ...(spec.oneOf ?? [])].filter((each) => each !== undefined);
  return [spec, ...inside.flatMap(specsIn)];
}

/** What of a value is not as its type says, in a line each. */
export function departures(value: unknown, spec: TypeSpec, path: string): string[] {
  if (spec.oneOf) {
    const either = spec.oneOf.map((each) => departures(value, each, path));
    return either.some((found) => found.length === 0) ? [] : (either[0] ?? []);
  }
  if (spec.$ref === "pulumi.json#/Any") return [];
  if (spec.$ref !== undefined) {
    const type = schema.types[spec.$ref.replace("#/types/", "")];
    if (type === undefined) return [`${path}: there is no ${spec.$ref}`];
    if (!("enum" in type)) return departuresOfObject(value, type, path);
    return type.enum.some((each) => each.value === value) ? [] : [`${path}: ${String(value)} is none of ${spec.$ref}`];
  }
  if (spec.type === "array" || spec.type === "object") {
    const inside = spec.items ?? spec.additionalProperties ?? {};
    if (typeof value !== "object" || value === null || Array.isArray(value) !== (spec.type === "array")) {
      return [`${path} is no ${spec.type}`];
    }
    return Object.entries(value).flatMap(([key, each]) => departures(each, inside, `${path}.${key}`));
  }
  if (spec.type === "integer") {
    return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31 ? [] : [`${path} is no integer of 32 bits`];
  }
  return typeof value === spec.type ? [] : [`${path} is no ${spec.type ?? "type"}`];
}

export function departuresOfObject(value: unknown, { properties, required = [] }: ObjectSpec, path: string): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path} is no object`];
  return [
    ...required.filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}.${key} is required, and missing`),
    ...Object.entries(value).flatMap(([key, each]) => {
      const property = properties[key];
      return property ? departures(each, property, `${path}.${key}`) : [`${path}.${key} is no property`];
    }),
  ];
}
