// @ts-nocheck
import { knownProject } from "../../sdk/connection/findProject";
import type { DlfClientOptions } from "../../sdk/configuration/options";
import { resolveSettings } from "../../sdk/configuration/settings";

const own = { besides: {}, live: { source: "environment HW_ACCESS_KEY" } };
const agency = { agency: { agency: { agencyName: "a", domainName: "d" }, source: "code" } };

function known(options: DlfClientOptions, environment: Record<string, string>, credentials: object = {}) {
  const result = knownProject(resolveSettings({ endpoint: "https://e.example", ...options }, environment), {
    ...own,
    ...credentials,
  });
  return "value" in result ? `${result.value} from ${result.source}` : result.map(({ why }) => why);
}

test.each<[string, DlfClientOptions, Record<string, string>, string]>([
  ["code first", { projectId: "p0" }, { HW_PROJECT_ID: "p1" }, "p0 from code"],
  [
    "with its label",
    { projectId: "p0", sources: { projectId: "Pulumi config dlf:projectId" } },
    {},
    "p0 from Pulumi config dlf:projectId",
  ],
  ["the ID before the name", { projectId: "p0", projectName: "n" }, {}, "p0 from code"],
  [
    "HW_PROJECT_ID",
    {},
    { HW_PROJECT_ID: "p1", HW_PROJECT_NAME: "n", HUAWEICLOUD_SDK_PROJECT_ID: "p2" },
    "p1 from environment HW_PROJECT_ID",
  ],
  ["the SDKs' last", {}, { HUAWEICLOUD_SDK_PROJECT_ID: "p2" }, "p2 from environment HUAWEICLOUD_SDK_PROJECT_ID"],
])("a project ID: %s", (_what, options, environment, expected) => {
  expect(known(options, environment)).toBe(expected);
});

test.each<[string, DlfClientOptions, Record<string, string>]>([
  ["a name in code goes before the environment's ID", { projectName: "n" }, { HW_PROJECT_ID: "p1" }],
  ["HW_PROJECT_NAME goes before the SDKs' ID", {}, { HW_PROJECT_NAME: "n", HUAWEICLOUD_SDK_PROJECT_ID: "p2" }],
  [
    "the environment's ID is not that of another region",
    { region: "cn-east-3" },
    { HW_REGION_NAME: "cn-north-4", HW_PROJECT_ID: "p1" },
  ],
])("has to be looked up: %s", (_what, options, environment) => {
  expect(known(options, environment)).toBeInstanceOf(Array);
});

test("the project beside the credentials is used with them, in their region", () => {
  const besides = { projectId: "p3", region: "cn-north-4" };
  expect(known({ region: "cn-north-4" }, {}, { besides })).toBe("p3 from environment HW_ACCESS_KEY");
  expect(known({}, {}, { besides: { projectId: "p3" } })).toBe("p3 from environment HW_ACCESS_KEY");
  expect(known({ region: "cn-east-3" }, {}, { besides })).toEqual(["none", "not set", "a project of another region"]);
  // Of a file that names no region it is not known whether its project is of the one in code.
  expect(() => known({ region: "cn-east-3" }, {}, { besides: { projectId: "p3" } })).toThrow(
    /Two places: region cn-east-3 from code, and a project from environment HW_ACCESS_KEY/,
  );
  expect(known({}, { HW_REGION_NAME: "cn-east-3" }, { besides: { projectId: "p3" } })).toMatch("p3");
  expect(() => known({}, {}, { besides: { projectId: "a/b" } })).toThrow(/The project ID of .* is none/);
});

test("the error's places tell what was left out, and why", () => {
  const environment = { HW_REGION_NAME: "cn-north-4", HW_PROJECT_ID: "p1" };
  expect(known({ region: "cn-east-3" }, environment)).toEqual([
    ...["none", "left out: region cn-east-3 from code", "no project ID"],
  ]);
});

test("behind an agency only the options name a project: those of one's own account are another's", () => {
  expect(known({ projectId: "p0" }, {}, agency)).toBe("p0 from code");
  expect(known({}, { HW_PROJECT_ID: "p1" }, agency)).toEqual(["none", "of the account that uses the agency"]);
  expect(known({}, {}, { ...agency, besides: { projectId: "p3" } })).toEqual(["none", "not set"]);
});
