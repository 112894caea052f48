// @ts-nocheck
import { codeSource } from "../../../sdk/credentials/code";
import { environmentSource } from "../../../sdk/credentials/environment";
import { MissingCredentialsError } from "../../../sdk/errors";
import type { GivenCredentials } from "../../../sdk/configuration/options";
import { endless } from "../fakeRuntime";
import { found, notFound } from "./worldOf";

const terraform = { HW_ACCESS_KEY: "AK1", HW_SECRET_KEY: "SK1", HW_SECURITY_TOKEN: "T1" };
const sdk = { HUAWEICLOUD_SDK_AK: "AK2", HUAWEICLOUD_SDK_SK: "SK2" };
const token = { HW_AUTH_TOKEN: "T3" };

test.each<[string, Record<string, string>, string, object]>([
  [
    "HW_* first",
    { ...token, ...sdk, ...terraform },
    "environment HW_ACCESS_KEY",
    { accessKey: "AK1", secretKey: "SK1", securityToken: "T1" },
  ],
  [
    "HUAWEICLOUD_SDK_* next",
    { ...token, ...sdk },
    "environment HUAWEICLOUD_SDK_AK",
    { accessKey: "AK2", secretKey: "SK2" },
  ],
  ["an IAM token for those who have nothing else", token, "environment HW_AUTH_TOKEN", { authToken: "T3" }],
  [
    "a variable that is set to nothing is not set",
    { HW_ACCESS_KEY: "", HW_SECURITY_TOKEN: "", ...token },
    "environment HW_AUTH_TOKEN",
    { authToken: "T3" },
  ],
])("environment: %s", async (_what, environment, source, credentials) => {
  expect(await found(environmentSource(environment))).toMatchObject({ source, credentials, issued: false });
});

test("environment: without any of them it says where it looked", async () => {
  const { place, why } = await notFound(environmentSource({}));
  expect(`${place} (${why})`).toBe(
    "environment HW_ACCESS_KEY and HW_SECRET_KEY; HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK; HW_AUTH_TOKEN (none is set)",
  );
});

test("code: keys, or a token, and the label that came with them", async () => {
  const keys = { accessKey: "AK0", secretKey: "SK0" };
  expect(await found(codeSource(keys, undefined))).toMatchObject({ source: "code", credentials: keys });
  expect(await found(codeSource({ authToken: "T" }, "Pulumi config dlf:authToken"))).toMatchObject({
    source: "Pulumi config dlf:authToken",
    credentials: { authToken: "T" },
  });
});

test("code: undefined is none", async () => {
  expect(await notFound(codeSource(undefined, "Pulumi config"))).toMatchObject({ why: "none" });
});

test.each([{}, { accessKey: undefined }, { accessKey: "", secretKey: "" }, { authToken: "" }])(
  "code: %j, as variables make it that are not set, is an error, not a step to another account",
  async (given) => {
    await expect(async () => found(codeSource(given, undefined))).rejects.toMatchObject({
      code: "MISSING_CREDENTIALS",
      message: expect.stringContaining("are given, and hold nothing") as string,
    });
  },
);

test.each([
  { accesKey: "A", secretKey: "S" },
  { ak: "A", sk: "S" },
])("code: %j, misspelt, is an error that names what there is", async (given) => {
  await expect(async () => found(codeSource(given, undefined))).rejects.toMatchObject({
    code: "INVALID_CONFIGURATION",
    message: expect.stringContaining("accessKey, secretKey, securityToken, authToken") as string,
  });
});

test.each<[string, GivenCredentials | undefined, Record<string, string>, RegExp]>([
  [
    "a key without its secret",
    undefined,
    { HW_ACCESS_KEY: "AK1", ...sdk },
    /HW_ACCESS_KEY is set, HW_SECRET_KEY is not/,
  ],
  [
    "an SDK's secret without its key",
    undefined,
    { HUAWEICLOUD_SDK_SK: "hidden" },
    /HUAWEICLOUD_SDK_SK is set, HUAWEICLOUD_SDK_AK is not/,
  ],
  [
    "a secret without its key",
    { secretKey: "hidden" },
    terraform,
    /secretKey is set, accessKey is not \(Pulumi config dlf:secretKey\)/,
  ],
  [
    "a token alone",
    undefined,
    { HW_SECURITY_TOKEN: "hidden", ...token },
    /HW_SECURITY_TOKEN is set, HW_ACCESS_KEY is not/,
  ],
  ["a line break in a key", { accessKey: "A", secretKey: "hidden\n" }, {}, /secretKey holds a space, a line break/],
  ["a line break in an IAM token", undefined, { HW_AUTH_TOKEN: "hidden\r\nX: y" }, /HW_AUTH_TOKEN holds a space/],
  ["keys and an IAM token in code", { accessKey: "A", secretKey: "S", authToken: "hidden" }, {}, /Both authToken and/],
])("%s is an error that names it and shows no value", async (_what, given, environment, message) => {
  const source = given ? codeSource(given, "Pulumi config dlf:secretKey") : environmentSource(environment);
  const looking = Promise.resolve().then(() => source(endless()));
  await expect(looking).rejects.toThrow(MissingCredentialsError);
  await expect(looking).rejects.toThrow(message);
  await expect(looking).rejects.not.toThrow(/hidden/);
});
