import { clientOptions } from "../../../provider/config";

const read = (values: Record<string, string>) => (key: string) => values[key];

test("code goes before the configuration, and what came from there is labelled", () => {
  const options = clientOptions(
    { workspace: "w" },
    read({ region: "cn-north-4", workspace: "x", secretKey: "s" }),
    "dlf-eu",
  );
  expect(options).toMatchObject({
    ...{ region: "cn-north-4", workspace: "w", credentials: { secretKey: "s" } },
    sources: { region: "Pulumi config dlf-eu:region", credentials: "Pulumi config dlf-eu:accessKey" },
  });
  expect(options.sources).not.toHaveProperty("workspace");
});

test.each([
  ["the same region in code", { region: "cn-north-4" }, "p"],
  ["credentials in code", { credentials: { accessKey: "a", secretKey: "s" } }, "p"],
  ["another region in code", { region: "cn-east-3" }, undefined],
  ["a project's name in code", { projectName: "cn-north-4_team" }, undefined],
  ["another account in code", { assumeRole: { agencyName: "a", domainName: "b" } }, undefined],
])("with %s the configured project is kept only where it can be meant", (_what, given, projectId) => {
  expect(clientOptions(given, read({ region: "cn-north-4", projectId: "p" }), "dlf").projectId).toBe(projectId);
});
