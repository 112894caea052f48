// @ts-nocheck
import fc from "fast-check";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { unknownValue } from "../../../provider/core/unknown";
import { fromStruct, toStruct } from "../../../provider/plugin/propertyValues";

const signature = "4dabf18193072939515e22adb298388d";
const secret = (value: unknown) => ({ [signature]: "1b47061264138c4ac30d75fd1eb44270", value });
const struct = (values: object) => Struct.fromJavaScript(values as Record<string, JavaScriptValue>);
/** As it goes over the wire. */
const sent = (values: object, secrets?: readonly string[]) =>
  Struct.deserializeBinary(toStruct(values, secrets).serializeBinary());

test("a property that is a secret, or holds one, is in plain text and named", () => {
  const values = {
    accessKey: secret("AK"),
    query: { tags: ["daily", secret("s3cret")], jobType: "ALL" },
    rules: secret({ requiredJobs: [secret("a")], minJobs: 1 }),
    freeze: true,
  };
  expect(fromStruct(struct(values))).toEqual({
    values: {
      accessKey: "AK",
      query: { tags: ["daily", "s3cret"], jobType: "ALL" },
      rules: { requiredJobs: ["a"], minJobs: 1 },
      freeze: true,
    },
    secrets: ["accessKey", "query", "rules"],
  });
});

test("what stands for something else than a secret stays as it is", () => {
  const asset = { [signature]: "c44067f5952c0a294b673a41bacd8c17", text: "hello" };
  expect(fromStruct(struct({ triggers: [asset] }))).toEqual({ values: { triggers: [asset] }, secrets: [] });
});

test.each([
  ["text", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"],
  ["boolean", "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"],
  ["number", "3eeb2bf0-c639-47a8-9e75-3b44932eb421"],
  ["list", "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"],
  ["asset", "030794c1-ac77-496b-92df-f27374a8bd58"],
  ["archive", "e48ece36-62e2-4504-bad9-02848725956a"],
  ["object", "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"],
])("a %s that is not known yet is unknown, wherever it is", (_type, value) => {
  expect(fromStruct(struct({ a: value, b: { c: [value] }, d: secret(value) }))).toEqual({
    values: { a: unknownValue, b: { c: [unknownValue] }, d: unknownValue },
    secrets: ["d"],
  });
});

test("null is what was not given, but not inside of a property", () => {
  expect(fromStruct(struct({ a: null, b: { c: null }, d: secret(null) }))).toEqual({
    values: { b: { c: null } },
    secrets: ["d"],
  });
});

test("no properties at all are none", () => {
  expect(fromStruct(undefined)).toEqual({ values: {}, secrets: [] });
});

test("what is sent is read as it was, with its secrets", () => {
  const names = ["a", "constructor", "toString", "", "a.b[0]", 'q"', "任务"] as const;
  // JSON has no -0.
  const value = fc
    .jsonValue({ noUnicodeString: false })
    .filter((each) => each !== null)
    .map((each) => JSON.parse(JSON.stringify(each)) as typeof each);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), fc.subarray([...names]), (values, secrets) => {
      fc.pre(!JSON.stringify(values).includes('"__proto__"'));
      const read = fromStruct(sent(values, secrets));
      expect(read.values).toEqual(JSON.parse(JSON.stringify(values)));
      expect(read.secrets.sort()).toEqual(secrets.filter((name) => Object.hasOwn(values, name)).sort());
    }),
  );
});

test("what is undefined is not sent, even as a secret", () => {
  expect(fromStruct(sent({ a: undefined, b: 1 }, ["a"]))).toEqual({ values: { b: 1 }, secrets: [] });
});
