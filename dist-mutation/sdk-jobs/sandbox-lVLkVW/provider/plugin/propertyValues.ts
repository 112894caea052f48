// @ts-nocheck
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { unknownValue } from "../core/unknown";

/** Properties of a resource, a function or a provider, in plain values, with the names of those that are secrets. */
export interface Properties {
  values: Record<string, unknown>;
  secrets: string[];
}

/** The protocol marks an object that stands for something else by this key (sdk/go/common/resource/sig). */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** The protocol's stand-ins for a value that is not known yet, one for each type: here they are all one. */
const unknownValues: readonly unknown[] = [
  unknownValue,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
];

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
  if (unknownValues.includes(value)) return unknownValue;
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
