// @ts-nocheck
import {
  checkedConfiguration,
  configurationOf,
  labelOf,
  missingConfiguration,
} from "../../../provider/plugin/configuration";
import { knownKeys } from "../../../provider/core/configuration";
import { unknownValue } from "../../../provider/core/unknown";
import { ConfigurationError, MissingCredentialsError, NetworkError } from "../../../sdk/index";

const check = (values: Record<string, unknown>, secrets: string[] = []) => checkedConfiguration({ values, secrets });

describe("checkedConfiguration", () => {
  test("makes secrets of the keys, whatever the program says", () => {
    const values = { region: "r", accessKey: "AK", secretKey: "SK" };
    const { secrets, ...checked } = check(values, ["region"]);
    expect(checked).toEqual({ values });
    expect(secrets.sort()).toEqual(["accessKey", "authToken", "region", "secretKey", "securityToken"]);
  });

  test("lets pass what Pulumi adds, and what is not known yet", () => {
    const values = { version: "1.0.0", pluginDownloadURL: "https://…", __internal: {}, region: unknownValue };
    expect(check(values).values).toBe(values);
  });

  test("refuses a key that there is not, with the nearest one and all others", () => {
    expect(() => check({ regoin: "r" })).toThrow(
      `A provider of dlf has no configuration "regoin". The nearest one is region. There is: ${knownKeys.join(", ")}.`,
    );
  });

  test.each([1, true, {}, ["r"], null])("refuses %j, and does not show it", (value) => {
    expect(() => check({ secretKey: value })).toThrow(/^The provider's secretKey must be a text\.$/);
  });
});

test("a configuration is what is known of it", () => {
  const values = { region: "r", endpoint: unknownValue, version: "1.0.0", workspace: 5 };
  expect(configurationOf({ values, secrets: [] })).toEqual({ region: "r" });
});

test.each([
  ["urn:pulumi:dev::p::pulumi:providers:dlf::default", "Pulumi config dlf:region"],
  ["urn:pulumi:dev::p::pulumi:providers:dlf::default_0_1_0", "Pulumi config dlf:region"],
  ["urn:pulumi:dev::p::pulumi:providers:dlf::default_0_1_0_https_/dlf.example", "Pulumi config dlf:region"],
  ["urn:pulumi:dev::p::pulumi:providers:dlf::east", "region of the provider east"],
  ["urn:pulumi:dev::p::pulumi:providers:dlf::defaults", "region of the provider defaults"],
])("a key of %s is called %s", (urn, label) => {
  expect(labelOf(urn)("region")).toBe(label);
});

describe("missingConfiguration", () => {
  test.each([new ConfigurationError("No region."), new MissingCredentialsError("No key.")])(
    "names the keys: %s",
    (error) => {
      const before = error.message;
      const message = (missingConfiguration(error, {}) as Error).message;
      expect(message.startsWith(`${before} Nothing is configured for the provider; its keys are`)).toBe(true);
      expect(message).toContain("region, domain, projectId");
    },
  );

  test("only where nothing is configured, and only of what is missing", () => {
    const network = new NetworkError("Not reached.");
    expect(missingConfiguration(network, {})).toBe(network);
    expect(network.message).toBe("Not reached.");
    const error = new ConfigurationError("No project.");
    expect((missingConfiguration(error, { region: "r" }) as Error).message).toBe("No project.");
  });

  test("once, however many share the listing that failed", () => {
    const error = new ConfigurationError("No region.");
    const once = (missingConfiguration(error, {}) as Error).message;
    expect((missingConfiguration(error, {}) as Error).message).toBe(once);
  });
});
