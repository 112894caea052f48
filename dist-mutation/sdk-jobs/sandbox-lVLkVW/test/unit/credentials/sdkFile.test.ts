// @ts-nocheck
import { sdkFileSource } from "../../../sdk/credentials/sdkFile";
import { endless } from "../fakeRuntime";
import { found, iamAnswer, keyCredentials, notFound, sdkPath, worldOf, type WorldOptions } from "./worldOf";

function source(text: string, options: WorldOptions = {}) {
  return sdkFileSource(worldOf({ files: { [sdkPath]: text }, ...options }));
}

test("section [basic]: keys, project and IAM's address", async () => {
  const text =
    "[basic]\nak = AK\nsk = hidden\nsecurity_token = T\nproject_id = p1\niam_endpoint = https://iam.example\n";
  expect(await found(source(text))).toEqual({
    source: `the SDKs' credentials file ${sdkPath}`,
    credentials: { accessKey: "AK", secretKey: "hidden", securityToken: "T" },
    issued: false,
    besides: { projectId: "p1", iamEndpoint: "https://iam.example" },
  });
});

test.each([
  ["comments, blank lines and CRLF", "; one\r\n\r\n# two\r\n[basic] # three\r\nak=AK ; four\r\nsk=S#K\r\n"],
  ["spaces", "  [ basic ]  \n\t ak   =   AK  \n sk\t=S#K"],
  ["colons, capitals and quotes", "[basic]\nAK: \"AK\"\nSk = 'S#K'\n"],
  ["other sections and keys", "[global]\nak = X\nsk = Y\n[basic]\nak = AK\nnew-key = 1\nsk = S#K\n[profile x]\nak = Z"],
])("%s are no trouble", async (_what, text) => {
  expect((await found(source(text))).credentials).toEqual({ accessKey: "AK", secretKey: "S#K" });
});

test("HUAWEICLOUD_SDK_CREDENTIALS_FILE names another file", async () => {
  const environment = { HUAWEICLOUD_SDK_CREDENTIALS_FILE: "/etc/hwc" };
  const world = worldOf({ environment, files: { "/etc/hwc": "[basic]\nak=AK\nsk=SK" } });
  expect((await found(sdkFileSource(world))).source).toBe("the SDKs' credentials file /etc/hwc");
});

test.each<[string, string, WorldOptions, RegExp]>([
  ["no file", "", { files: {} }, /no such file/],
  ["no home", "", { environment: { HOME: "" } }, /no home directory/],
  ["no section [basic]", "[global]\nak=A\nsk=S", {}, /no section \[basic\]/],
  ["no keys in it", "[basic]\nproject_id=p", {}, /no keys in \[basic\]/],
])("%s is none, and says why", async (_what, text, world, why) => {
  expect((await notFound(source(text, world))).why).toMatch(why);
});

const named = { environment: { HUAWEICLOUD_SDK_CREDENTIALS_FILE: sdkPath } };
test.each<[string, string, WorldOptions, string]>([
  ["a key without its secret", "[basic]\n\nak = AK\n", {}, `ak is set, sk is not (${sdkPath}, line 3). Set both.`],
  ["a secret without its key", "# x\n[basic]\nsk = hidden", {}, `sk is set, ak is not (${sdkPath}, line 3)`],
  ["a line that is neither", "[basic]\nak = AK\nhidden\n", {}, `${sdkPath}, line 3: neither [section] nor key = value`],
  ["a section that is not closed", "[basic\nak = AK", {}, `${sdkPath}, line 1: neither`],
  [
    "a key given twice",
    "[basic]\nak = A\nsk = hidden\nak = B",
    {},
    `${sdkPath}, line 4: ak is given twice, first in line 2`,
  ],
  [
    "a secret of two words",
    "[basic]\nak = A\nsk = hidden hidden",
    {},
    `sk holds a space, a line break or another character that a key cannot have (${sdkPath}, line 3)`,
  ],
  ["idp_id alone", "[basic]\nidp_id = i", {}, `${sdkPath}, line 2: idp_id is set, id_token_file is not`],
  ["id_token_file alone", "[basic]\nid_token_file = /t", {}, `${sdkPath}, line 2: id_token_file is set, idp_id is not`],
  [
    "a named file that is not there",
    "",
    { ...named, files: {} },
    `HUAWEICLOUD_SDK_CREDENTIALS_FILE names ${sdkPath}, and there is no such file`,
  ],
  ["a named file without [basic]", "[global]\n", named, `${sdkPath} has no section [basic]`],
  ["a named file without keys", "[basic]\n", named, `${sdkPath}: no keys in [basic]`],
])("%s is an error with file and line, and without a value", async (_what, text, world, message) => {
  const looking = source(text, world)(endless());
  await expect(looking).rejects.toThrow(message);
  await expect(looking).rejects.not.toThrow(/hidden/);
});

test("a file that others can read gets a warning", async () => {
  const world = worldOf({ files: { [sdkPath]: { text: "[basic]\nak=A\nsk=S", mode: 0o640 } } });
  await sdkFileSource(world)(endless());
  expect(world.warnings).toEqual([`${sdkPath} holds keys and is open to other users (mode 640): chmod 600 it.`]);
});

describe("idp_id and id_token_file", () => {
  const text = "[basic]\nidp_id = ci\nid_token_file = /t\niam_endpoint = https://iam.example:8443\n";
  const iamToken = { status: 201, headers: { "x-subject-token": "hidden-iam" }, text: "{}" };
  const files = { [sdkPath]: text, "/t": "hidden-id" };

  test("an ID token against an IAM token against temporary keys, at the file's own IAM", async () => {
    const world = worldOf({ files, answers: [iamToken, iamAnswer()] });
    expect(await found(sdkFileSource(world))).toMatchObject({
      source: `the SDKs' credentials file ${sdkPath}, identity provider ci`,
      credentials: keyCredentials,
      issued: true,
    });
    expect(world.sent).toMatchObject([
      {
        method: "POST",
        url: "https://iam.example:8443/v3.0/OS-AUTH/id-token/tokens",
        headers: { "X-Idp-Id": "ci" },
        body: { auth: { id_token: { id: "hidden-id" } } },
      },
      {
        url: "https://iam.example:8443/v3.0/OS-CREDENTIAL/securitytokens",
        body: { auth: { identity: { methods: ["token"], token: { id: "hidden-iam", duration_seconds: 21_600 } } } },
      },
    ]);
  });

  test.each([
    ["IAM refuses the ID token", [{ status: 401, said: "no" }], "AUTHENTICATION"],
    ["IAM gives no token", [{ status: 201 }], "UNEXPECTED_ANSWER"],
    ["IAM refuses its own token", [iamToken, { status: 400, said: "no" }], "API_ERROR"],
    ["IAM gives no keys", [iamToken, { text: "{}" }], "UNEXPECTED_ANSWER"],
  ])("%s: an error", async (_what, answers, code) => {
    await expect(sdkFileSource(worldOf({ files, answers }))(endless())).rejects.toMatchObject({ code });
  });
});
