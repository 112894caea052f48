import { MissingCredentialsError } from "../../../sdk/errors";
import { resolveCredentials } from "../../../sdk/credentials/resolveCredentials";
import type { GivenCredentials } from "../../../sdk/options";

const terraform = { HW_ACCESS_KEY: "AK1", HW_SECRET_KEY: "SK1", HW_SECURITY_TOKEN: "T1" };
const sdk = { HUAWEICLOUD_SDK_AK: "AK2", HUAWEICLOUD_SDK_SK: "SK2" };

test("keys given in code come first, then HW_*, then HUAWEICLOUD_SDK_*", () => {
  const given = { accessKey: "AK0", secretKey: "SK0" };
  expect(resolveCredentials(given, { ...terraform, ...sdk })).toEqual(given);
  expect(resolveCredentials(undefined, { ...sdk, ...terraform })).toEqual({
    accessKey: "AK1",
    secretKey: "SK1",
    securityToken: "T1",
  });
  expect(resolveCredentials({ accessKey: undefined }, sdk)).toEqual({ accessKey: "AK2", secretKey: "SK2" });
});

test("a variable that is set to nothing counts as not set", () => {
  expect(resolveCredentials(undefined, { HW_ACCESS_KEY: "", ...sdk }).accessKey).toBe("AK2");
});

test("without any key the error lists every place that was looked at", () => {
  expect(() => resolveCredentials(undefined, {})).toThrow(
    /code or configuration.*HW_ACCESS_KEY and HW_SECRET_KEY.*HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK/,
  );
});

test.each<[string, GivenCredentials | undefined, Record<string, string>, RegExp]>([
  [
    "a key without its secret",
    undefined,
    { HW_ACCESS_KEY: "AK1", ...sdk },
    /HW_ACCESS_KEY is set, HW_SECRET_KEY is not/,
  ],
  ["a secret without its key", { secretKey: "hidden" }, terraform, /secretKey is set, accessKey is not/],
  ["a token alone", undefined, { HW_SECURITY_TOKEN: "hidden" }, /HW_SECURITY_TOKEN is set, HW_ACCESS_KEY is not/],
  ["a line break in a key", { accessKey: "A", secretKey: "hidden\n" }, {}, /secretKey holds a space, a line break/],
])(
  "%s is an error that names it, not a step to the next source, and shows no value",
  (_what, given, environment, message) => {
    const resolve = () => resolveCredentials(given, environment);
    expect(resolve).toThrow(MissingCredentialsError);
    expect(resolve).toThrow(message);
    expect(resolve).not.toThrow(/hidden/);
  },
);
