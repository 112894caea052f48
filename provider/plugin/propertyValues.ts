import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { unknownMarks, unknownValue } from "../core/unknown";

/** Properties of a resource, a function or a provider, in plain values, with the names of those that are secrets. */
export interface Properties {
  values: Record<string, unknown>;
  secrets: string[];
}

/** The protocol marks an object that stands for something else by this key (sdk/go/common/resource/sig). */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** A property that holds a secret anywhere is one as a whole. */
export function fromStruct(struct: Struct | undefined): Properties {
  const secrets: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(struct?.toJavaScript() ?? {})) {
    const found = { secret: false };
    const plain = plainValue(value, found);
    if (plain !== null) values[name] = plain;
    if (found.secret) secrets.push(name);
  }
  return { values, secrets };
}

function plainValue(value: unknown, found: { secret: boolean }): unknown {
  if (unknownMarks.has(value)) return unknownValue;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((element: unknown) => plainValue(element, found));
  const marked = value as Record<string, unknown>;
  if (marked[signatureKey] === secretSignature) {
    found.secret = true;
    return plainValue(marked["value"], found);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, plainValue(inside, found)]));
}

/** @param secrets names of the properties that are secrets */
export function toStruct(values: object, secrets: readonly string[] = []): Struct {
  const entries = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]: [string, unknown]) => [
      name,
      secrets.includes(name) ? { [signatureKey]: secretSignature, value } : value,
    ]);
  return Struct.fromJavaScript(Object.fromEntries(entries) as Record<string, JavaScriptValue>);
}
