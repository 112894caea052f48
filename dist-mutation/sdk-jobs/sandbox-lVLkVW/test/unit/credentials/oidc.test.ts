// @ts-nocheck
import { oidcSource } from "../../../sdk/credentials/oidc";
import { endless } from "../fakeRuntime";
import { found, inAnHour, keyCredentials, notFound, stsAnswer, worldOf } from "./worldOf";

const urns = {
  HUAWEICLOUD_OIDC_PROVIDER_URN: "iam::1:oidc-provider:ci",
  HUAWEICLOUD_OIDC_AGENCY_URN: "iam::1:agency:deploy",
};
const given = { ...urns, HUAWEICLOUD_OIDC_ID_TOKEN: "hidden-id-token" };

test("an ID token against temporary keys, unsigned, with the defaults of the SDKs", async () => {
  const world = worldOf({ environment: given, answers: [stsAnswer()] });
  expect(await found(oidcSource(world))).toEqual({
    source: "OIDC (HUAWEICLOUD_OIDC_PROVIDER_URN)",
    credentials: keyCredentials,
    endsAt: inAnHour,
    issued: true,
  });
  expect(world.sent).toEqual([
    {
      method: "POST",
      url: "https://sts.cn-north-4.myhuaweicloud.com/v5/agencies/assume-with-oidc",
      what: "temporary keys from sts.cn-north-4.myhuaweicloud.com",
      body: {
        provider_urn: "iam::1:oidc-provider:ci",
        agency_urn: "iam::1:agency:deploy",
        agency_session_name: "oidc-sts-session",
        id_token: "hidden-id-token",
        duration_seconds: 3600,
      },
    },
  ]);
});

test("the token's file is read anew each time; session name and duration can be set", async () => {
  const files = { "/var/token": " first\r\n" };
  const environment = {
    ...urns,
    HUAWEICLOUD_OIDC_TOKEN_FILE: "/var/token",
    HUAWEICLOUD_OIDC_SESSION_NAME: "build-7",
    HUAWEICLOUD_OIDC_DURATION_SECONDS: "900",
  };
  const world = worldOf({ environment, files, answers: [stsAnswer(), stsAnswer()] });
  const source = oidcSource(world);
  await source(endless());
  files["/var/token"] = "second";
  await source(endless());
  expect(world.sent.map(({ body }) => body)).toMatchObject([
    { id_token: "first", agency_session_name: "build-7", duration_seconds: 900 },
    { id_token: "second" },
  ]);
});

test("without any of its variables there is none; a session name alone means nothing", async () => {
  const world = worldOf({ environment: { HUAWEICLOUD_OIDC_SESSION_NAME: "x" } });
  expect(await notFound(oidcSource(world))).toEqual({ place: "OIDC (HUAWEICLOUD_OIDC_PROVIDER_URN)", why: "not set" });
});

test.each<[string, Record<string, string>, RegExp]>([
  ["no token", urns, /HUAWEICLOUD_OIDC_ID_TOKEN or HUAWEICLOUD_OIDC_TOKEN_FILE not\. Set all three/],
  [
    "no URNs",
    { HUAWEICLOUD_OIDC_ID_TOKEN: "hidden" },
    /HUAWEICLOUD_OIDC_ID_TOKEN set, HUAWEICLOUD_OIDC_PROVIDER_URN, HUAWEICLOUD_OIDC_AGENCY_URN not/,
  ],
  ["a file, no URNs", { HUAWEICLOUD_OIDC_TOKEN_FILE: "/f" }, /half given: HUAWEICLOUD_OIDC_TOKEN_FILE set/],
  [
    "no such file",
    { ...urns, HUAWEICLOUD_OIDC_TOKEN_FILE: "/gone" },
    /HUAWEICLOUD_OIDC_TOKEN_FILE names \/gone, and there is no such file/,
  ],
  ["an empty file", { ...urns, HUAWEICLOUD_OIDC_TOKEN_FILE: "/empty" }, /\/empty, which is empty/],
  ["a file of two words", { ...urns, HUAWEICLOUD_OIDC_TOKEN_FILE: "/words" }, /The token in \/words.*holds a space/],
  [
    "a duration that is none",
    { ...given, HUAWEICLOUD_OIDC_DURATION_SECONDS: "1h" },
    /DURATION_SECONDS must be a whole/,
  ],
])("%s is an error that names it", async (_what, environment, message) => {
  const world = worldOf({ environment, files: { "/empty": "\n", "/words": "hidden hidden" } });
  await expect(oidcSource(world)(endless())).rejects.toThrow(message);
  await expect(oidcSource(world)(endless())).rejects.not.toThrow(/hidden/);
  expect(world.sent).toEqual([]);
});

test("what STS says against it is told, with what to check", async () => {
  const refusal = { status: 403, said: "PAP5.0010 no such provider", requestId: "r1" };
  await expect(oidcSource(worldOf({ environment: given, answers: [refusal] }))(endless())).rejects.toMatchObject({
    code: "AUTHENTICATION",
    status: 403,
    requestId: "r1",
    message:
      "OIDC: no credentials, the request for temporary keys from sts.cn-north-4.myhuaweicloud.com was refused " +
      "(403 PAP5.0010 no such provider). Check HUAWEICLOUD_OIDC_PROVIDER_URN, HUAWEICLOUD_OIDC_AGENCY_URN, and the " +
      "ID token's issuer, audience and age.",
  });
});
