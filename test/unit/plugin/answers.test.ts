import { unknownValue } from "../../../provider/core/unknown";
import { DlfProvider } from "../../../provider/plugin/dlfProvider";
import { credentials, Metadata } from "@grpc/grpc-js";
import { Engine } from "../../../provider/engine/engine";
import { gateType, snapshotType } from "../../../provider/plugin/resources";
import { checkRules, ruleWarnings, type GateRules, type JobsQuery } from "../../../sdk/index";
import { checkQuery } from "../../../sdk/jobs/query";
import { startDlfEmulator, type DlfEmulator } from "../../../sdk/testing";
import { withoutCallersSettings } from "../../../tools/engine/withoutCallersSettings";
import { departures, departuresOfObject, enums, nameOf, schema } from "./schema";

/** What the provider takes and gives, beside what the schema says of it. */

let service: DlfEmulator;
let provider: DlfProvider;
const plain = (values: object) => ({ values: values as Record<string, unknown>, secrets: [] });
const asked = (type: string) => ({ type, urn: `urn:pulumi:dev::p::${type}::x` });

const environment = process.env;

beforeAll(async () => {
  process.env = withoutCallersSettings(environment);
  service = await startDlfEmulator({ jobs: { seed: 1, batch: 40, realTime: 20 } });
  // As in a process that knows of the service what its configuration says, and nothing else.
  provider = new DlfProvider(new Engine({ credentials, Metadata }), new AbortController().signal);
  const { accessKey, secretKey } = service.credentials;
  const configuration = { endpoint: service.endpoint, projectId: service.projectId, accessKey, secretKey };
  expect(departuresOfObject(configuration, { properties: schema.config.variables }, "config")).toEqual([]);
  provider.configure("urn:pulumi:dev::p::pulumi:providers:dlf::default", provider.checkConfig(plain(configuration)));
});
afterAll(async () => {
  process.env = environment;
  await service.close();
});

const getJobs = schema.functions["dlf:index:getJobs"];
const resource = (type: string) => schema.resources[type] ?? { properties: {}, inputProperties: {} };

describe("what comes out is what the schema says", () => {
  test.each([
    {},
    { jobType: "ALL", jobName: "o", exactName: false, tags: ["daily"], tagMatch: "any", consistency: "strict" },
  ])("of getJobs, asked for %j", async (args) => {
    expect(departuresOfObject(args, getJobs?.inputs ?? { properties: {} }, "getJobs")).toEqual([]);
    const { values } = await provider.invoke("dlf:index:getJobs", plain(args));
    expect(departuresOfObject(values, getJobs?.outputs ?? { properties: {} }, "getJobs")).toEqual([]);
  });

  test("of getJobs, asked for what is not known yet: all of it is unknown", async () => {
    const { values } = await provider.invoke("dlf:index:getJobs", plain({ tags: [unknownValue] }));
    expect(Object.keys(values).sort()).toEqual(Object.keys(getJobs?.outputs.properties ?? {}).sort());
  });

  test.each([
    [snapshotType, {}],
    [
      snapshotType,
      { jobType: "ALL", compareFields: ["status", "lastInstanceStatus"], triggers: [1, { a: "b" }], freeze: true },
    ],
    [gateType, { rules: { minJobs: 1 } }],
    [
      gateType,
      {
        query: { jobType: "ALL" },
        rules: { maxJobs: 1, allowedStatuses: { batch: ["PAUSED"] } },
        enforcement: "advisory",
      },
    ],
  ])("of %s, made of %j", async (type, args) => {
    const { inputProperties, properties, required = [] } = resource(type);
    expect(departuresOfObject(args, { properties: inputProperties }, type)).toEqual([]);
    const { inputs, failure } = await provider.check(asked(type), plain({}), plain(args));
    expect(failure).toBeUndefined();
    const both = { properties: { ...inputProperties, ...properties } };
    // What `check` lays to a snapshot's inputs is the engine's, to print: no program reads it.
    const texts = { type: "object", additionalProperties: { type: "string" }, description: "By job." } as const;
    const laid = type === snapshotType ? { snapshot: texts } : {};
    expect(departuresOfObject(inputs.values, { properties: { ...both.properties, ...laid } }, type)).toEqual([]);
    const { outputs } = await provider.create(asked(type), inputs, false);
    expect(departuresOfObject(outputs.values, { ...both, required }, type)).toEqual([]);
    const updated = await provider.update(asked(type), outputs, inputs, false);
    expect(departuresOfObject(updated.values, { ...both, required }, type)).toEqual([]);
    const read = await provider.read(asked(type), outputs, inputs);
    expect(departuresOfObject(read.outputs.values, { ...both, required }, type)).toEqual([]);
  });
});

test("a function's error shows no value of its arguments, and no word is broken by a short one", async () => {
  const unreachable = new DlfProvider(new Engine({ credentials, Metadata }), new AbortController().signal);
  const { accessKey, secretKey } = service.credentials;
  const configuration = { endpoint: "http://127.0.0.1:9", projectId: "p", accessKey, secretKey };
  unreachable.configure("urn:pulumi:dev::p::pulumi:providers:dlf::x", plain(configuration));
  const args = plain({ jobName: "o", tags: ["c"], workspace: "127.0.0.1:9" });
  const failed = (error: unknown) => (error as Error).message;
  expect(await unreachable.invoke("dlf:index:getJobs", args).then(String, failed)).toMatch(
    /^\[secret\] could not be reached: connect ECONNREFUSED \[secret\]\. Check the endpoint/,
  );
});

const outcome = (work: () => unknown) => {
  try {
    work();
    return "taken";
  } catch {
    return "refused";
  }
};
const query = (key: keyof JobsQuery) => (value: string) => outcome(() => checkQuery({ tags: ["a"], [key]: value }));
const rule = (rules: (value: string) => object) => (value: string) =>
  outcome(() => {
    const [warning] = ruleWarnings(checkRules({ minJobs: 1, ...rules(value) }) as GateRules);
    if (warning !== undefined) throw new Error(warning);
  });
const ofResource = (type: string, args: (value: string) => object) => async (value: string) => {
  const { failure } = await provider.check(asked(type), plain({}), plain(args(value)));
  return failure === undefined ? "taken" : "refused";
};

/** How a value of each enumeration is taken; of statuses, without a warning. */
const takes: Record<string, (value: string) => string | Promise<string>> = {
  JobTypeFilter: query("jobType"),
  TagMatch: query("tagMatch"),
  Consistency: query("consistency"),
  Priority: rule((minPriority) => ({ minPriority })),
  BatchJobStatus: rule((status) => ({ allowedStatuses: { BATCH: [status] } })),
  RealTimeJobStatus: rule((status) => ({ allowedStatuses: { REAL_TIME: [status] } })),
  LastInstanceStatus: rule((status) => ({ forbiddenLastInstanceStatuses: [status] })),
  Enforcement: ofResource(gateType, (enforcement) => ({ rules: { minJobs: 1 }, enforcement })),
  UnknownPolicy: ofResource(gateType, (onUnknown) => ({ rules: { minJobs: 1 }, onUnknown })),
  JobField: ofResource(snapshotType, (field) => ({ compareFields: [field] })),
};

describe("what the schema names is what is taken", () => {
  test("every enumeration is looked at", () => {
    expect(Object.keys(takes).sort()).toEqual(enums.map(({ name }) => name).sort());
  });

  test.each(enums)("each value of $name is, and another is not", async ({ name, values }) => {
    for (const { value } of values) expect([value, await takes[name]?.(value)]).toEqual([value, "taken"]);
    expect(await takes[name]?.("another")).toBe("refused");
  });

  const required: [string, Record<string, unknown>][] = [
    [snapshotType, {}],
    [gateType, { rules: { minJobs: 1 } }],
  ];

  test.each(required)("%s needs what is required, and nothing else", async (type, args) => {
    expect(resource(type).requiredInputs ?? []).toEqual(Object.keys(args));
    expect((await provider.check(asked(type), plain({}), plain(args))).failure).toBeUndefined();
    for (const key of Object.keys(args)) {
      const without = Object.fromEntries(Object.entries(args).filter(([each]) => each !== key));
      expect((await provider.check(asked(type), plain({}), plain(without))).failure).toBeDefined();
    }
  });

  test.each([snapshotType, gateType, "getJobs"])(
    "%s takes each argument that is named, and refuses another",
    async (type) => {
      const args = type === "getJobs" ? getJobs?.inputs.properties : resource(type).inputProperties;
      const refusal = async (name: string) => {
        // As good as nothing, so that only the name can be wrong.
        const given = plain({ [name]: null });
        if (type !== "getJobs") return (await provider.check(asked(type), plain({}), given)).failure ?? "";
        const failed = (error: unknown) => (error as Error).message;
        return provider.invoke("dlf:index:getJobs", given).then(() => "", failed);
      };
      for (const name of Object.keys(args ?? {})) expect(await refusal(name)).not.toContain("There is no argument");
      expect(await refusal("another")).toContain('There is no argument "another"');
    },
  );
});

test("the check of this file sees what departs", () => {
  expect(departures(1.5, { type: "integer" }, "x")).toEqual(["x is no integer of 32 bits"]);
  expect(departures(1_700_000_000_000, { type: "integer" }, "x")).toEqual(["x is no integer of 32 bits"]);
  expect(departures([1], { type: "array", items: { type: "string" } }, "x")).toEqual(["x.0 is no string"]);
  expect(departures({ name: "a" }, { $ref: "#/types/dlf:index:Job" }, "x")).toEqual([
    "x.jobType is required, and missing",
  ]);
  expect(nameOf("dlf:index:Job")).toBe("Job");
});
