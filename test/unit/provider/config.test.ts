import * as pulumi from "@pulumi/pulumi";
import { clientOptions, ofStack, type Configuration } from "../../../provider/core/configuration";
import { processConfig } from "../../../provider/dynamic/processConfig";
import { programConfig } from "../../../provider/programConfig";
import { ConfigurationError } from "../../../sdk";

test("code goes before the configuration, and what came from there is labelled", () => {
  const options = clientOptions(
    { workspace: "w" },
    { region: "cn-north-4", workspace: "x", secretKey: "s" },
    ofStack("dlf-eu"),
  );
  expect(options).toMatchObject({
    ...{ region: "cn-north-4", workspace: "w", credentials: { secretKey: "s" } },
    sources: { region: "Pulumi config dlf-eu:region", credentials: "Pulumi config dlf-eu:accessKey" },
  });
  expect(options.sources).not.toHaveProperty("workspace");
});

test.each([
  ["the same region in code", { region: "cn-north-4" }, "p"],
  ["a project in code", { projectId: "q" }, "q"],
  ["a profile in code", { profile: "x" }, undefined],
  ["credentials in code", { credentials: { accessKey: "a", secretKey: "s" } }, "p"],
  ["another region in code", { region: "cn-east-3" }, undefined],
  ["a project's name in code", { projectName: "cn-north-4_team" }, undefined],
  ["another account in code", { assumeRole: { agencyName: "a", domainName: "b" } }, undefined],
])("with %s the configured project is kept only where it can be meant", (_what, given, projectId) => {
  expect(clientOptions(given, { region: "cn-north-4", projectId: "p" }, ofStack("dlf")).projectId).toBe(projectId);
});

test("an agency is one option, called by its first key; what is not configured is not there", () => {
  const options = clientOptions({}, { agencyName: "g", agencyDomainName: "d", region: "r" }, ofStack("dlf"));
  expect(options).toEqual({
    ...{ region: "r", assumeRole: { agencyName: "g", domainName: "d", domainId: undefined } },
    sources: { region: "Pulumi config dlf:region", assumeRole: "Pulumi config dlf:agencyName" },
  });
  expect(clientOptions({}, { agencyName: "g", agencyDomainId: "i" }, ofStack("dlf")).assumeRole).toEqual({
    ...{ agencyName: "g", domainId: "i", domainName: undefined },
  });
  expect(clientOptions({}, { agencyDomainName: "d" }, ofStack("dlf"))).toEqual({ sources: {} });
});

test("a profile in code hides the configured keys, agency and endpoints too", () => {
  const configured = { accessKey: "a", secretKey: "s", agencyName: "g", endpoint: "https://e.example" };
  expect(clientOptions({ profile: "x" }, configured, ofStack("dlf"))).toEqual({ profile: "x", sources: {} });
});

test("a configured project without a region, beside a region in code, is an error that names both", () => {
  expect(() => clientOptions({ region: "cn-east-3" }, { projectId: "p" }, ofStack("dlf"))).toThrow(
    /region cn-east-3 from code, and a project from Pulumi config dlf:projectId/,
  );
});

/** As the two processes of Pulumi see a configuration; the last as a release would that does not name its keys. */
const readers: [string, (config: Record<string, string>, namespace: string) => Promise<Configuration>][] = [
  [
    "a program",
    (config, namespace) => {
      pulumi.runtime.setAllConfig(
        config,
        Object.keys(config).filter((key) => key.endsWith("Key")),
      );
      return programConfig(namespace);
    },
  ],
  [
    "the process of resources",
    async (rawConfig, namespace) => {
      await Promise.resolve();
      const get = (key: string) => rawConfig[key];
      return processConfig({ rawConfig, get, require: () => "" } as pulumi.dynamic.Config, namespace);
    },
  ],
];

describe.each(readers)("in %s", (_process, readerOf) => {
  afterEach(() => {
    pulumi.runtime.setAllConfig({});
  });

  test.each<[string, Record<string, string>, string, RegExp]>([
    ["with nothing in it", { "dlf:region": "r" }, "dlf-eu", /^Nothing is set under dlf-eu .*something under: dlf\)/],
    ["spelt another way where it was set", { "dlfeu:region": "r" }, "dlf-eu", /under: dlfeu\)/],
    ["in another case", { "DLF-EU:region": "r" }, "dlf-eu", /under: DLF-EU\)/],
    ["of the empty name", { "dlf:region": "r" }, "", /^Nothing is set/],
    ["with a misspelt key", { "dlf-eu:regoin": "r" }, "dlf-eu", /dlf-eu:regoin, .* nearest one is dlf-eu:region\./],
    ["beside others", { "dlf:region": "r", "dlf-us:region": "r", "aws:x": "y" }, "dlf-eu", /under: dlf, dlf-us\)/],
    ["where nothing is set at all", { "aws:x": "y" }, "dlf-eu", /under: none\)/],
    [
      "with a misspelt key beside a good one",
      { "dlf-eu:secretKey": "s", "dlf-eu:regoin": "r" },
      "dlf-eu",
      /dlf-eu:regoin,/,
    ],
    [
      "with a misspelt key, dlf itself",
      { "dlf:acessKey": "s3cret" },
      "dlf",
      /dlf:acessKey, .* nearest one is dlf:accessKey\./,
    ],
    ["with a key in another case", { "dlf:Region": "r" }, "dlf", /dlf:Region, .* nearest one is dlf:region\./],
  ])("a namespace %s is an error that lists the known keys", async (_what, config, namespace, message) => {
    const error: unknown = await readerOf(config, namespace).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigurationError);
    const text = (error as Error).message;
    expect(text).toMatch(message);
    expect(text).toMatch(/Its keys are: region, domain, .*, agencyName, .*, secretKey, /);
    expect(text).not.toContain("s3cret");
  });

  test("dlf may be empty, and a namespace of one key is enough", async () => {
    expect((await readerOf({ "aws:region": "r", "other:x": "y" }, "dlf")).region).toBeUndefined();
    const read = await readerOf({ "dlf-eu:secretKey": "s", "dlf:region": "r" }, "dlf-eu");
    expect([read.secretKey, read.region]).toEqual(["s", undefined]);
  });
});

test("where Pulumi names no keys, a namespace with none of the known ones is still an error", async () => {
  const config = { get: (key: string) => (key === "dlf-eu:regoin" ? "r" : undefined), require: () => "" };
  await expect(processConfig(config, "dlf-eu")).rejects.toThrow(/Nothing is set under dlf-eu/);
});
