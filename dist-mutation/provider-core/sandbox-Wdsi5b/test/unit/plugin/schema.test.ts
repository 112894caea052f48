// @ts-nocheck
import { enums, nameOf, pascalCase, places, schema, specsIn } from "./schema";

/**
 * Words that no property may be called: keywords, in the languages that write properties as they are (Java, Python in
 * snake case, TypeScript); names of members that every object has (Java's as they are, those of C# and Go from a
 * capital); and Pulumi's own.
 */
const keywords = {
  java:
    "abstract assert boolean break byte case catch char class const continue default do double else enum extends final " +
    "finally float for goto if implements import instanceof int interface long native new null package private protected " +
    "public return short static strictfp super switch synchronized this throw throws transient true false try void " +
    "volatile while var record yield sealed permits clone equals finalize getClass hashCode notify notifyAll toString wait builder",
  python:
    "and as assert async await break class continue def del elif else except finally for from global if import in is " +
    "lambda nonlocal not or pass raise return try while with yield none true false self print opts resource_name",
  typescript:
    "arguments await break case catch class const constructor continue debugger default delete do else enum export " +
    "extends false finally for function if import in instanceof new null prototype return super switch this throw true " +
    "try typeof var void while with yield toString valueOf",
  csharp: "Equals GetHashCode GetType MemberwiseClone ToString Finalize ReferenceEquals Empty Urn",
  go: "ElementType ToOutput Index Elem",
  pulumi: "urn pulumi version pluginDownloadURL __internal __defaults __provider dependsOn parent provider",
};
const forbidden = new Set(Object.values(keywords).flatMap((words) => words.split(" ")));

/** Go, for one, makes types of these endings of every type. */
const generated = /(Args|Array|Input|Map|Output|Ptr|Result|State|Type)$/;

const everyProperty = places.flatMap(({ where, properties }) =>
  Object.entries(properties).map(([name, property]) => ({ name, property, place: `${where}: ${name}` })),
);

describe("descriptions", () => {
  const described = [
    ...everyProperty.map(({ place, property }) => [place, property.description] as const),
    ...Object.entries({ ...schema.types, ...schema.resources, ...schema.functions, provider: schema.provider }).map(
      ([token, { description }]) => [token, description] as const,
    ),
  ];

  test("there is enough to look at", () => {
    expect(described.length).toBeGreaterThan(120);
  });

  test.each(described)("%s has one that ends with a full stop", (_place, description) => {
    // Programs may follow.
    const [text = ""] = (description ?? "").split("\n\n{{% examples %}}");
    expect(text).toMatch(/^\S[^]*\S\.$/);
    expect(text).not.toMatch(/ {2}|\n|`|\bTODO\b/);
  });
});

describe("names", () => {
  test("of properties and functions are in camel case, of all others in Pascal case", () => {
    const camel = [...everyProperty.map(({ name }) => name), ...Object.keys(schema.functions).map(nameOf)];
    expect(camel.filter((name) => !/^[a-z]+([A-Z][a-z]+)*$/.test(name))).toEqual([]);
    const values = enums.flatMap((each) => each.values.map(({ name }) => name));
    const pascal = [...Object.keys({ ...schema.types, ...schema.resources }).map(nameOf), ...values];
    expect(pascal.filter((name) => !/^([A-Z][a-z]+)+$/.test(name))).toEqual([]);
  });

  test.each(Object.keys(schema.types).concat(Object.keys(schema.resources), Object.keys(schema.functions)))(
    "%s is a token of this package",
    (token) => {
      expect(token).toMatch(/^dlf:index:\w+$/);
    },
  );

  test("are no words that a language or Pulumi has for something else", () => {
    const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const spellings = (name: string) => [name, pascalCase(name), snakeCase(name)];
    const taken = everyProperty.filter(({ name }) => spellings(name).some((spelling) => forbidden.has(spelling)));
    // A word that TypeScript and the command line share goes before a Java that calls it `wait_`.
    expect(taken.map(({ place }) => place)).toEqual(["inputs of dlf:index:JobGate: wait"]);
  });

  test("of a resource's properties leave its ID and its URN alone", () => {
    const own = Object.values(schema.resources).flatMap((spec) =>
      Object.keys({ ...spec.inputProperties, ...spec.properties }),
    );
    expect(own.filter((name) => name === "id" || name === "urn")).toEqual([]);
  });

  test("of members are not those of their class: C# has none such", () => {
    const same = places.filter(({ className, properties }) =>
      Object.keys(properties).map(pascalCase).includes(className),
    );
    expect(same.map(({ where }) => where)).toEqual([]);
  });

  test("of a function that gets something are not those of a resource: Go would call the function another name", () => {
    const functions = Object.keys(schema.functions).map(nameOf);
    expect(Object.keys(schema.resources).filter((token) => functions.includes(`get${nameOf(token)}`))).toEqual([]);
  });

  test("of types are told apart from each other and from what is generated", () => {
    const names = Object.keys({ ...schema.types, ...schema.resources }).map(nameOf);
    const functions = Object.keys(schema.functions).map((token) => pascalCase(nameOf(token)));
    expect(new Set([...names, ...functions, "Provider"]).size).toBe(names.length + functions.length + 1);
    expect(names.filter((name) => generated.test(name))).toEqual([]);
    // Go's constants are called by type and value.
    const constants = enums.flatMap(({ name, values }) => values.map((value) => `${name}${value.name}`));
    expect(new Set([...constants, ...names]).size).toBe(constants.length + names.length);
  });

  test.each(places)("of the properties of $where differ in more than case", ({ properties }) => {
    const names = Object.keys(properties);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  test.each(enums)("and values of $name are told apart", ({ values }) => {
    expect(values.length).toBeGreaterThan(1);
    for (const key of ["name", "value"] as const) {
      expect(new Set(values.map((each) => each[key].toLowerCase())).size).toBe(values.length);
    }
  });
});

describe("references and requirements", () => {
  const references = everyProperty.flatMap(({ property }) => specsIn(property).flatMap(({ $ref }) => $ref ?? []));

  test("every reference leads to a type, and every type of objects is referred to", () => {
    const known = ["pulumi.json#/Any", ...Object.keys(schema.types).map((token) => `#/types/${token}`)];
    expect(references.filter((each) => !known.includes(each))).toEqual([]);
    // Enumerations are there for their names, too: lists of known texts do not refer to them.
    const objects = Object.entries(schema.types).flatMap(([token, spec]) =>
      "enum" in spec ? [] : [`#/types/${token}`],
    );
    expect(objects.filter((type) => !references.includes(type))).toEqual([]);
  });

  test.each(places)("what is required in $where is there", ({ properties, required }) => {
    expect(required.filter((name) => !Object.hasOwn(properties, name))).toEqual([]);
    expect(new Set(required).size).toBe(required.length);
  });

  test.each(everyProperty)("$place has one type", ({ property }) => {
    for (const { type, $ref, oneOf, items } of specsIn(property)) {
      expect([type, $ref, oneOf].filter((each) => each !== undefined)).toHaveLength(1);
      expect(items !== undefined).toBe(type === "array");
    }
  });
});

test("keys are secrets, with no default: one would copy the keys of whoever runs it into the state", () => {
  const secrets = (properties: object) =>
    Object.entries(properties).flatMap(([name, { secret }]: [string, { secret?: boolean }]) => (secret ? [name] : []));
  for (const properties of [schema.config.variables, schema.provider.inputProperties, schema.provider.properties]) {
    expect(secrets(properties).sort()).toEqual(["accessKey", "authToken", "secretKey", "securityToken"]);
  }
  expect(JSON.stringify(schema)).not.toContain('"defaultInfo"');
});
