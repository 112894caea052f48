// @ts-nocheck
import { ConfigurationError } from "../../sdk/errors";
import type { DlfClientOptions } from "../../sdk/configuration/options";
import { resolveSettings } from "../../sdk/configuration/settings";

test("the endpoints come from the region and the domain", () => {
  expect(resolveSettings({ region: "cn-north-4" }, {})).toMatchObject({
    endpoint: "https://dayu-dlf.cn-north-4.myhuaweicloud.com",
    iamEndpoint: "https://iam.cn-north-4.myhuaweicloud.com",
  });
  expect(resolveSettings({}, { HW_REGION_NAME: "eu-west-101", HW_CLOUD: "myhuaweicloud.eu" }).endpoint).toBe(
    "https://dayu-dlf.eu-west-101.myhuaweicloud.eu",
  );
});

/** Where the client would go. What is not known is undefined. */
function where(options: DlfClientOptions, environment: Record<string, string>) {
  const { region, projectId, endpoint, iamEndpoint, stsEndpoint } = resolveSettings(options, environment);
  return { region, projectId, endpoint, iamEndpoint, stsEndpoint };
}

const ofEnvironment = {
  HW_REGION_NAME: "cn-north-4",
  HW_PROJECT_ID: "p1",
  DLF_ENDPOINT: "http://127.0.0.1:1",
  HUAWEICLOUD_SDK_IAM_ENDPOINT: "http://127.0.0.1:2",
  HUAWEICLOUD_SDK_STS_ENDPOINT: "http://127.0.0.1:3",
};
const allOfIt = {
  ...{ region: "cn-north-4", projectId: "p1", endpoint: "http://127.0.0.1:1", iamEndpoint: "http://127.0.0.1:2" },
  stsEndpoint: "http://127.0.0.1:3",
};
const noneOfIt = {
  ...{ region: "cn-east-3", projectId: undefined, endpoint: "https://dayu-dlf.cn-east-3.myhuaweicloud.com" },
  iamEndpoint: "https://iam.cn-east-3.myhuaweicloud.com",
  stsEndpoint: "https://sts.cn-east-3.myhuaweicloud.com",
};

test.each<[string, DlfClientOptions, object]>([
  ["nothing", {}, allOfIt],
  ["its region", { region: "cn-north-4" }, allOfIt],
  ["its region by a project's name", { projectName: "cn-north-4_x" }, { ...allOfIt, projectId: undefined }],
  ["another region", { region: "cn-east-3" }, noneOfIt],
  ["another region by a project's name", { projectName: "cn-east-3_team" }, noneOfIt],
  ["another region by an endpoint", { endpoint: "https://dayu-dlf.cn-east-3.myhuaweicloud.com" }, noneOfIt],
  ["another region and its project", { region: "cn-east-3", projectId: "p2" }, { ...noneOfIt, projectId: "p2" }],
  ["an endpoint of no region", { endpoint: "https://e.example" }, { ...allOfIt, endpoint: "https://e.example" }],
  ["a project", { projectId: "p2" }, { ...allOfIt, projectId: "p2" }],
  ["a project by a name of no region", { projectName: "x" }, { ...allOfIt, projectId: undefined }],
  ["another account", { assumeRole: { agencyName: "a" } }, { ...allOfIt, projectId: undefined }],
  ["no other account", { assumeRole: false }, allOfIt],
  [
    "another cloud",
    { domain: "x.example" },
    { region: "cn-north-4", endpoint: "https://dayu-dlf.cn-north-4.x.example" },
  ],
  [
    "a profile",
    { profile: "p" },
    { region: undefined, projectId: undefined, endpoint: undefined, iamEndpoint: undefined },
  ],
  ["KooCLI's file", { sharedConfigFile: "/f" }, { region: undefined, projectId: undefined, endpoint: undefined }],
])("of the environment holds what is of the same place: code names %s", (_what, options, expected) => {
  expect(where(options, ofEnvironment)).toMatchObject(expected);
});

test.each<[string, DlfClientOptions, Record<string, string>, object]>([
  [
    "an endpoint that names the region of code",
    { region: "eu-de", domain: "otc.t-systems.com" },
    { DLF_ENDPOINT: "https://dayu-dlf.eu-de.otc.t-systems.com:8443" },
    { endpoint: "https://dayu-dlf.eu-de.otc.t-systems.com:8443" },
  ],
  [
    "an endpoint of another region beside the same region",
    { region: "cn-north-4" },
    { HW_REGION_NAME: "cn-north-4", DLF_ENDPOINT: "https://dayu-dlf.cn-east-3.myhuaweicloud.com" },
    { endpoint: "https://dayu-dlf.cn-north-4.myhuaweicloud.com" },
  ],
  [
    "an endpoint, where nothing says of which region",
    { region: "cn-north-4" },
    { DLF_ENDPOINT: "http://127.0.0.1:1" },
    { endpoint: "https://dayu-dlf.cn-north-4.myhuaweicloud.com" },
  ],
  [
    "the domain, beside another region",
    { region: "eu-west-200" },
    { HW_REGION_NAME: "eu-west-101", HW_CLOUD: "myhuaweicloud.eu" },
    { endpoint: "https://dayu-dlf.eu-west-200.myhuaweicloud.eu" },
  ],
  [
    "region and project, beside another domain",
    { domain: "x.example" },
    { HW_REGION_NAME: "cn-north-4", HW_PROJECT_ID: "p1", HW_CLOUD: "y.example" },
    { region: undefined, projectId: undefined },
  ],
])("of the environment is used or not: %s", (_what, options, environment, expected) => {
  expect(where(options, environment)).toMatchObject(expected);
});

test("an endpoint tells region and domain where nothing else does, and IAM is asked there", () => {
  const settings = resolveSettings({ endpoint: "https://dayu-dlf.eu-west-101.myhuaweicloud.eu" }, {});
  expect(settings).toMatchObject({ region: "eu-west-101", iamEndpoint: "https://iam.eu-west-101.myhuaweicloud.eu" });
  expect(settings.origins.region?.source).toBe("code");
  for (const endpoint of ["https://iam.my-company.example", "https://dlf.example", "http://127.0.0.1:1"]) {
    expect(resolveSettings({ endpoint }, {}).region).toBeUndefined();
  }
});

test.each<[string, DlfClientOptions, Record<string, string>, RegExp]>([
  [
    "a region and an endpoint",
    { region: "cn-north-4", endpoint: "https://dayu-dlf.cn-east-3.myhuaweicloud.com" },
    {},
    /Two regions: cn-north-4 by region \(code\), and cn-east-3 by endpoint "https:.*" \(code\)/,
  ],
  [
    "a region and a project's name",
    { region: "cn-north-4", projectName: "cn-east-3_team" },
    {},
    /cn-north-4.*cn-east-3/,
  ],
  [
    "two variables",
    {},
    { HW_REGION_NAME: "cn-north-4", HW_PROJECT_NAME: "cn-east-3" },
    /cn-north-4 by region \(environment HW_REGION_NAME\).*cn-east-3.*\(environment HW_PROJECT_NAME\)/,
  ],
  [
    "a region in code and a project in the environment that names no region",
    { region: "cn-north-4" },
    { HW_PROJECT_ID: "p1" },
    /Two places: region cn-north-4 from code, and a project from environment HW_PROJECT_ID/,
  ],
  [
    "a region in the configuration and a project's name that tells none",
    { region: "cn-north-4", sources: { region: "Pulumi config dlf:region" } },
    { HW_PROJECT_NAME: "team" },
    /region cn-north-4 from Pulumi config dlf:region, and a project from environment HW_PROJECT_NAME/,
  ],
])("%s of two places are an error that names both", (_what, options, environment, message) => {
  expect(() => resolveSettings(options, environment)).toThrow(ConfigurationError);
  expect(() => resolveSettings(options, environment)).toThrow(message);
});

test("what is left out is told, with what hides it", () => {
  const { leftOut } = resolveSettings({ region: "cn-east-3" }, ofEnvironment);
  expect(leftOut.map(({ place }) => place).sort()).toEqual([
    ...["environment DLF_ENDPOINT", "environment HUAWEICLOUD_SDK_IAM_ENDPOINT"],
    ...["environment HUAWEICLOUD_SDK_STS_ENDPOINT", "environment HW_PROJECT_ID"],
  ]);
  expect(new Set(leftOut.map(({ because }) => because))).toEqual(new Set(["region cn-east-3 from code"]));
  expect(resolveSettings({ profile: "p" }, { HW_ASSUME_ROLE_AGENCY_NAME: "a" }).leftOut).toEqual([
    expect.objectContaining({ place: "environment HW_ASSUME_ROLE_AGENCY_NAME", because: "profile p from code" }),
  ]);
});

test("what is given in code goes before the environment", () => {
  const environment = { DLF_ENDPOINT: "https://from-env.example", HW_REGION_NAME: "cn-east-2", HW_PROJECT_ID: "p1" };
  const settings = resolveSettings({ endpoint: "https://from-code.example", projectId: "p0" }, environment);
  expect(settings).toMatchObject({ endpoint: "https://from-code.example", projectId: "p0", region: "cn-east-2" });
  expect(resolveSettings({}, environment)).toMatchObject({ endpoint: "https://from-env.example", projectId: "p1" });
});

test("the environment's project is not taken for another region than the environment's", () => {
  const environment = { HW_REGION_NAME: "cn-north-4", HW_PROJECT_ID: "p1" };
  expect(resolveSettings({ region: "cn-north-4" }, environment).projectId).toBe("p1");
  expect(resolveSettings({ region: "cn-east-3" }, environment).projectId).toBeUndefined();
});

test("IAM's, STS's and the service's endpoints, in every domain", () => {
  const environment = { HW_REGION_NAME: "eu-de", HW_CLOUD: "otc.t-systems.com" };
  expect(resolveSettings({}, environment)).toMatchObject({
    endpoint: "https://dayu-dlf.eu-de.otc.t-systems.com",
    iamEndpoint: "https://iam.eu-de.otc.t-systems.com",
    stsEndpoint: "https://sts.eu-de.otc.t-systems.com",
    metadataEndpoint: "http://169.254.169.254",
  });
  const given = {
    ...environment,
    HUAWEICLOUD_SDK_IAM_ENDPOINT: "https://iam.example",
    HUAWEICLOUD_SDK_STS_ENDPOINT: "https://sts.example",
    DLF_METADATA_ENDPOINT: "http://127.0.0.1:1",
  };
  expect(resolveSettings({ stsEndpoint: "https://code.example" }, given)).toMatchObject({
    iamEndpoint: "https://iam.example",
    stsEndpoint: "https://code.example",
    metadataEndpoint: "http://127.0.0.1:1",
  });
  expect(resolveSettings({}, { DLF_METADATA_ENDPOINT: "off" }).metadataEndpoint).toBeUndefined();
});

test.each([
  ["cn-north-4_team", "cn-north-4"],
  ["cn-north-4", "cn-north-4"],
  ["eu-west-101_a_b", "eu-west-101"],
  ["team_cn-north-4", undefined],
  ["MyProject", undefined],
])("the region of project %s is %s", (projectName, region) => {
  expect(resolveSettings({ projectName }, {}).region).toBe(region);
  expect(resolveSettings({}, { HW_PROJECT_NAME: projectName }).region).toBe(region);
});

test("where each value came from is told, with the caller's labels", () => {
  const options = { region: "r", workspace: "w", sources: { region: "Pulumi config dlf:region" } };
  const { origins } = resolveSettings(options, { HW_CLOUD: "x.example", HW_REGION_NAME: "other" });
  expect(origins).toMatchObject({
    region: { source: "Pulumi config dlf:region" },
    workspace: { source: "code" },
    domain: { source: "environment HW_CLOUD" },
  });
  // A label is of a value that is given: it does not name another one's place.
  const labelled = resolveSettings({ sources: { region: "Pulumi config dlf:region" } }, { HW_REGION_NAME: "r" });
  expect(labelled.origins.region?.source).toBe("environment HW_REGION_NAME");
});

test("the defaults are those of the documentation", () => {
  expect(resolveSettings({ region: "r" }, {})).toMatchObject({
    attemptTimeoutMs: 15_000,
    listTimeoutMs: 120_000,
    maxAttempts: 5,
    concurrency: 10,
    requestsPerSecond: 30,
    maxResponseBytes: 16 * 1024 * 1024,
  });
});

test.each<[string, DlfClientOptions, RegExp]>([
  ["a region that is a host", { region: "evil.example/x" }, /region must be the name of a region/],
  ["a project with a slash", { region: "r", projectId: "a/../b" }, /projectId must be a project ID/],
  ["an endpoint that is no URL", { endpoint: "dayu-dlf" }, /endpoint "dayu-dlf" is not a URL/],
  ["plain HTTP to another machine", { endpoint: "http://dlf.example" }, /must begin with https/],
  [
    "plain HTTP to a host that only begins like this one",
    { endpoint: "http://127.0.0.1.example" },
    /must begin with https/,
  ],
  ["an endpoint with a path", { endpoint: "https://dlf.example/v1" }, /must end after host and port/],
  ["a user in the endpoint", { endpoint: "https://user:hidden@dlf.example" }, /user name or password/],
  ["a timeout of 0", { region: "r", attemptTimeoutMs: 0 }, /attemptTimeoutMs/],
  ["half a request", { region: "r", concurrency: 1.5 }, /concurrency/],
  ["an option that there is not", { region: "r", timeout: 5 } as DlfClientOptions, /timeout/],
])("%s is a ConfigurationError", (_what, options, message) => {
  expect(() => resolveSettings(options, {})).toThrow(ConfigurationError);
  expect(() => resolveSettings(options, {})).toThrow(message);
  expect(() => resolveSettings(options, {})).not.toThrow(/hidden/);
});

test.each(["http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:1", "https://dlf.example:8443"])(
  "%s is an endpoint",
  (endpoint) => {
    expect(resolveSettings({ endpoint }, {}).endpoint).toBe(endpoint);
  },
);
