// @ts-nocheck
import fc from "fast-check";
import { clientOptions, knownKeys, ofStack, type Configuration } from "../../provider/core/configuration";
import { Background } from "../../sdk/time/background";
import { connect } from "../../sdk/connection/connect";
import type { ConfigurationDescription } from "../../sdk/connection/describeConfiguration";
import { ConfigurationError } from "../../sdk/errors";
import type { SignedHttp } from "../../sdk/http/signedHttp";
import type { DlfClientOptions } from "../../sdk/configuration/options";
import { resolveSettings } from "../../sdk/configuration/settings";
import { endless, fakeRuntime } from "../unit/fakeRuntime";

/**
 * Two places, with everything by which one of them can be meant. `tunnel` and `iam` tell no region, as an emulator's,
 * a proxy's or a tunnel's address; a project's ID tells none either.
 */
const places = {
  north: {
    ...{ region: "cn-north-4", projectId: "north-id", projectName: "cn-north-4_team", profile: "north" },
    ...{ endpoint: "https://dayu-dlf.cn-north-4.myhuaweicloud.com", tunnel: "http://127.0.0.1:1" },
    ...{ iam: "http://127.0.0.1:2", accessKey: "NORTHKEY000000000000" },
  },
  east: {
    ...{ region: "cn-east-3", projectId: "east-id", projectName: "cn-east-3_team", profile: "east" },
    ...{ endpoint: "https://dayu-dlf.cn-east-3.myhuaweicloud.com", tunnel: "http://127.0.0.1:3" },
    ...{ iam: "http://127.0.0.1:4", accessKey: "EASTKEY0000000000000" },
  },
};
type Place = keyof typeof places;
type Way = keyof typeof places.north;

const naming: readonly Way[] = ["region", "projectName", "profile", "endpoint"];
const ways = Object.keys(places.north) as Way[];

/** One source: what it says, all of it of one place. */
interface Said {
  place: Place;
  by: Way[];
}

const saidArb = fc
  .record({ place: fc.constantFrom<Place>("north", "east"), by: fc.subarray(ways) })
  // An endpoint is given once.
  .map(({ place, by }): Said => ({ place, by: by.includes("tunnel") ? by.filter((way) => way !== "endpoint") : by }));

const kooCliFile = JSON.stringify({
  current: "north",
  profiles: (["north", "east"] as const).map((place) => ({
    ...{ name: place, mode: "AKSK", region: places[place].region, projectId: `profile-${place}-id` },
    ...{ accessKeyId: places[place].accessKey, secretAccessKey: "secret-of-a-profile" },
  })),
});

const valuesOf = ({ place, by }: Said) => {
  const { tunnel, endpoint, ...others } = places[place];
  const values: Record<string, string> = { ...others, endpoint: by.includes("tunnel") ? tunnel : endpoint };
  return (way: string) => (by.includes((way === "endpoint" && by.includes("tunnel") ? "tunnel" : way) as Way) ? values[way] : undefined); // prettier-ignore
};

function optionsOf(said: Said): DlfClientOptions {
  const of = valuesOf(said);
  const accessKey = of("accessKey");
  return {
    ...{ region: of("region"), projectId: of("projectId"), projectName: of("projectName"), profile: of("profile") },
    ...{ endpoint: of("endpoint"), iamEndpoint: of("iam") },
    ...(accessKey && { credentials: { accessKey, secretKey: "secret-given" } }),
  };
}

function configOf(said: Said): Configuration {
  const of = valuesOf(said);
  const valueOf = (key: string) => {
    if (key === "secretKey") return of("accessKey") && "secret-configured";
    return of(key === "iamEndpoint" ? "iam" : key);
  };
  return Object.fromEntries(knownKeys.map((key) => [key, valueOf(key)]));
}

function environmentOf(said: Said): Record<string, string> {
  const of = valuesOf(said);
  const variables = {
    ...{ HW_REGION_NAME: of("region"), HW_PROJECT_ID: of("projectId"), HW_PROJECT_NAME: of("projectName") },
    ...{ DLF_ENDPOINT: of("endpoint"), HUAWEICLOUD_SDK_IAM_ENDPOINT: of("iam"), HW_PROFILE: of("profile") },
    ...{ HW_ACCESS_KEY: places[said.place].accessKey, HW_SECRET_KEY: "secret-of-environment" },
  };
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** What a client would do, with an IAM that knows every project by its name. `asked`: IAM's address. */
async function found(code: Said, configuration: Said, environment: Said) {
  const variables = { HOME: "/home/tester", ...environmentOf(environment) };
  const options = clientOptions(optionsOf(code), configOf(configuration), ofStack("dlf"));
  let asked: string | undefined;
  const http = {
    get: (request: { endpoint: string; query: [string, string][] }) => {
      asked = request.endpoint;
      return Promise.resolve([{ id: `id-by-name-${request.query[0]?.[1] ?? ""}`, name: request.query[0]?.[1] }]);
    },
  };
  const settings = resolveSettings(options, variables);
  const runtime = fakeRuntime();
  const connected = await connect(
    options,
    settings,
    {
      ...{
        http: http as unknown as SignedHttp,
        exchange: () => Promise.reject(new Error("no exchange")),
        runtime,
        background: new Background(runtime),
      },
      ...{ environment: variables, warn: () => undefined, debug: () => undefined },
      readTextFile: (path) =>
        Promise.resolve(path === "/home/tester/.hcloud/config.json" ? { text: kooCliFile, mode: 0o600 } : undefined),
    },
    endless(),
  );
  return { description: await connected.describe(endless()), asked };
}

/** Of which place a value is. */
function placeOf(value: string | undefined): Place | undefined {
  if (value === undefined) return undefined;
  return (["north", "east"] as const).find(
    (place) => value.includes(place) || Object.values(places[place]).some((known) => value.includes(known)),
  );
}

/** The highest source that names a region, and those above it. */
function named(sources: readonly Said[]): { place: Place; above: readonly Said[]; below: readonly Said[] } | undefined {
  const counts = ({ by }: Said, index: number) =>
    // A profile of the environment gives way to its other variables, and its project's ID to its project's name.
    by.some((way) => naming.includes(way) && !(index === 2 && way === "profile")) &&
    !(index === 2 && by.includes("projectId") && !by.includes("region") && !by.includes("endpoint"));
  const index = sources.findIndex(counts);
  const source = sources[index];
  return source && { place: source.place, above: sources.slice(0, index), below: sources.slice(index + 1) };
}

const gives = (sources: readonly Said[], ...some: Way[]) =>
  sources.find(({ by }) => by.some((way) => some.includes(way)));

test("region, endpoint, project and IAM are those of the place that was named, or an error names two", async () => {
  let listed = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(saidArb, saidArb, saidArb, async (code, configuration, environment) => {
      const sources = [code, configuration, environment];
      const where = named(sources);
      if (where === undefined) return;
      let result: { description: ConfigurationDescription; asked: string | undefined };
      try {
        result = await found(code, configuration, environment);
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigurationError);
        expect((error as Error).message).toMatch(/^Two places: region cn-.* from (code|Pulumi config dlf:).*, and a project from (Pulumi|env)/); // prettier-ignore
        // Only where a source below gives a project and tells no region of it.
        expect(where.below.some(({ by }) => by.includes("projectId"))).toBe(true);
        refused += 1;
        return;
      }
      listed += 1;
      const { description, asked } = result;
      // What a higher source gives and tells no region of is taken by its word.
      const expected = (...some: Way[]) => gives(where.above, ...some)?.place ?? where.place;
      // Absent where nothing needed it.
      if (description.region) expect(placeOf(description.region.value)).toBe(where.place);
      expect(placeOf(description.endpoint.value)).toBe(expected("endpoint", "tunnel"));
      expect(placeOf(description.project.value)).toBe(expected("projectId"));
      if (asked !== undefined) expect(placeOf(asked)).toBe(expected("iam"));
    }),
    { numRuns: 3_000 },
  );
  expect(listed).toBeGreaterThan(1_500);
  expect(refused).toBeGreaterThan(10);
});

test("the keys are those of the highest source that gives keys or names a profile", async () => {
  await fc.assert(
    fc.asyncProperty(saidArb, saidArb, saidArb, async (code, configuration, environment) => {
      const from = gives([code, configuration], "accessKey", "profile") ?? environment;
      const result = await found(code, configuration, environment).catch((error: unknown) => error);
      if (result instanceof ConfigurationError) return;
      const { credentials } = (result as Awaited<ReturnType<typeof found>>).description;
      const start = places[from.place].accessKey.slice(0, 4);
      expect(credentials.accessKey?.startsWith(start)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("a value of the environment is used, or told as left out with what hides it", async () => {
  await fc.assert(
    fc.asyncProperty(saidArb, saidArb, async (code, environment) => {
      const silent: Said = { place: "north", by: [] };
      const result = await found(code, silent, environment).catch((error: unknown) => error);
      if (result instanceof ConfigurationError) return;
      const { leftOut, endpoint, project } = (result as Awaited<ReturnType<typeof found>>).description;
      const used = [endpoint.source, project.source];
      const told = [...used, ...leftOut.map(({ place }) => place)];
      if (valuesOf(environment)("endpoint") !== undefined && valuesOf(code)("endpoint") === undefined) {
        expect(told).toContain("environment DLF_ENDPOINT");
      }
      if (environment.by.includes("projectId") && !code.by.includes("projectId")) {
        expect(told).toContain("environment HW_PROJECT_ID");
      }
      for (const { place, because } of leftOut) {
        expect(used).not.toContain(place);
        expect(because).toMatch(/ from code$/);
        expect(place).toMatch(/^environment [A-Z_]+$/);
      }
    }),
    { numRuns: 500 },
  );
});

test("two regions in one source are an error that names both", () => {
  const both = fc.constantFrom<[Way, Way]>(
    ["region", "endpoint"],
    ["region", "projectName"],
    ["projectName", "endpoint"],
  );
  fc.assert(
    fc.property(both, fc.constantFrom<Place>("north", "east"), fc.boolean(), ([first, second], place, inCode) => {
      const other = place === "north" ? "east" : "north";
      const said = [
        [first, place],
        [second, other],
      ] as const;
      const values = said.map(([way, of]) => (inCode ? optionsOf : environmentOf)({ place: of, by: [way] }));
      const merged = Object.fromEntries(
        values.flatMap((each) => Object.entries(each).filter(([, value]) => value !== undefined)),
      ) as Record<string, string>;
      const resolve = () => (inCode ? resolveSettings(merged, {}) : resolveSettings({}, merged));
      expect(resolve).toThrow(ConfigurationError);
      expect(resolve).toThrow(places.north.region);
      expect(resolve).toThrow(places.east.region);
    }),
  );
});
