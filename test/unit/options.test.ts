import { ConfigurationError } from "../../sdk/errors";
import type { DlfClientOptions } from "../../sdk/options";
import { resolveSettings } from "../../sdk/settings";

test("the endpoints come from the region and the domain", () => {
  expect(resolveSettings({ region: "cn-north-4" }, {})).toMatchObject({
    endpoint: "https://dayu-dlf.cn-north-4.myhuaweicloud.com",
    iamEndpoint: "https://iam.cn-north-4.myhuaweicloud.com",
  });
  expect(resolveSettings({}, { HW_REGION_NAME: "eu-west-101", HW_CLOUD: "myhuaweicloud.eu" }).endpoint).toBe(
    "https://dayu-dlf.eu-west-101.myhuaweicloud.eu",
  );
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
  expect(resolveSettings({ projectName, region: "cn-east-3" }, {}).region).toBe("cn-east-3");
});

test("where each value came from is told, with the caller's labels", () => {
  const options = { region: "r", workspace: "w", sources: { region: "Pulumi config dlf:region" } };
  const { origins } = resolveSettings(options, { HW_CLOUD: "x.example", HW_REGION_NAME: "other" });
  expect(origins).toMatchObject({
    region: { source: "Pulumi config dlf:region" },
    workspace: { source: "code" },
    domain: { source: "environment HW_CLOUD" },
  });
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
