// @ts-nocheck
import { agencySource } from "../../../sdk/credentials/agency";
import { agencyOfEnvironment, checkAgency } from "../../../sdk/credentials/agencyOptions";
import { LiveCredentials } from "../../../sdk/credentials/liveCredentials";
import type { AgencyOptions } from "../../../sdk/configuration/options";
import { endless } from "../fakeRuntime";
import { found, iamAnswer, inAnHour, keyCredentials, stsAnswer, worldOf, type WorldOptions } from "./worldOf";

const own = { accessKey: "OWN", secretKey: "hidden" };

function start(agency: AgencyOptions, options: WorldOptions, renewed = own) {
  const world = worldOf(options);
  const base = { source: "environment HW_ACCESS_KEY", credentials: own, issued: false };
  const live = new LiveCredentials(() => Promise.resolve({ ...base, credentials: renewed }), base, world);
  return { world, look: agencySource(world, live, agency, "environment HW_ASSUME_ROLE_AGENCY_NAME") };
}

test("by the account's name: IAM, signed with one's own keys", async () => {
  const { world, look } = start({ agencyName: "deploy", domainName: "other" }, { answers: [iamAnswer()] });
  expect(await found(look)).toEqual({
    source: "agency deploy of account other (environment HW_ASSUME_ROLE_AGENCY_NAME), by environment HW_ACCESS_KEY",
    credentials: keyCredentials,
    endsAt: inAnHour,
    issued: true,
  });
  expect(world.sent).toMatchObject([
    {
      method: "POST",
      url: "https://iam.cn-north-4.myhuaweicloud.com/v3.0/OS-CREDENTIAL/securitytokens",
      signWith: own,
      body: {
        auth: {
          identity: {
            methods: ["assume_role"],
            assume_role: { agency_name: "deploy", domain_name: "other", duration_seconds: 3_600 },
          },
        },
      },
    },
  ]);
});

test("by the account's ID, which goes before its name: STS", async () => {
  const agency = { agencyName: "deploy", domainName: "other", domainId: "d1", durationSeconds: 900 };
  const { world, look } = start(agency, { answers: [stsAnswer()] });
  expect((await found(look)).credentials).toEqual(keyCredentials);
  expect(world.sent).toMatchObject([
    {
      url: "https://sts.cn-north-4.myhuaweicloud.com/v5/agencies/assume",
      signWith: own,
      body: { agency_urn: "iam::d1:agency:deploy", agency_session_name: "pulumi-dlf", duration_seconds: 900 },
    },
  ]);
});

test("own keys that are refused are looked for once more, and used when they are others by now", async () => {
  const agency = { agencyName: "deploy", domainName: "other" };
  const rotated = { accessKey: "ROTATED", secretKey: "hidden" };
  const { world, look } = start(agency, { answers: [{ status: 401 }, iamAnswer()] }, rotated);
  expect((await found(look)).credentials).toEqual(keyCredentials);
  expect(world.sent.map(({ signWith }) => signWith)).toEqual([own, rotated]);

  const unchanged = start(agency, { answers: [{ status: 401, said: "APIGW.0301" }] });
  await expect(unchanged.look(endless())).rejects.toThrow(
    /Agency deploy .*401 APIGW\.0301.*Check the credentials of environment HW_ACCESS_KEY/,
  );
  expect(unchanged.world.sent).toHaveLength(1);
});

test("a refusal names the agency and its account", async () => {
  const { look } = start(
    { agencyName: "deploy", domainName: "other" },
    { answers: [{ status: 404, said: "no agency" }] },
  );
  await expect(look(endless())).rejects.toThrow(
    "Agency deploy (environment HW_ASSUME_ROLE_AGENCY_NAME): no credentials, the request for the keys of agency deploy " +
      "of account other from iam.cn-north-4.myhuaweicloud.com was refused (404 no agency). Check its name",
  );
});

test("the environment's agency", () => {
  const environment = {
    HW_ASSUME_ROLE_AGENCY_NAME: "deploy",
    HW_ASSUME_ROLE_DOMAIN_NAME: "other",
    HW_ASSUME_ROLE_DURATION: "7200",
  };
  expect(agencyOfEnvironment(environment)).toEqual({
    agency: { agencyName: "deploy", domainName: "other", durationSeconds: 7_200 },
    source: "environment HW_ASSUME_ROLE_AGENCY_NAME",
  });
  expect(agencyOfEnvironment({ HW_ASSUME_ROLE_DURATION: "7200" })).toMatchObject({ why: "not set" });
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    "no account",
    { HW_ASSUME_ROLE_AGENCY_NAME: "a" },
    /HW_ASSUME_ROLE_AGENCY_NAME is set, neither HW_ASSUME_ROLE_DOMAIN_NAME nor HW_ASSUME_ROLE_DOMAIN_ID is/,
  ],
  [
    "no agency",
    { HW_ASSUME_ROLE_DOMAIN_NAME: "d" },
    /HW_ASSUME_ROLE_DOMAIN_NAME is set, HW_ASSUME_ROLE_AGENCY_NAME is not/,
  ],
  ["no agency, an ID", { HW_ASSUME_ROLE_DOMAIN_ID: "d" }, /HW_ASSUME_ROLE_DOMAIN_ID is set/],
  [
    "a duration that is none",
    { HW_ASSUME_ROLE_AGENCY_NAME: "a", HW_ASSUME_ROLE_DOMAIN_ID: "d", HW_ASSUME_ROLE_DURATION: "1h" },
    /durationSeconds/,
  ],
  [
    "an account ID that would change the URN",
    { HW_ASSUME_ROLE_AGENCY_NAME: "a", HW_ASSUME_ROLE_DOMAIN_ID: "d:x" },
    /domainId must be the ID/,
  ],
])("%s is an error that names it", (_what, environment, message) => {
  expect(() => agencyOfEnvironment(environment)).toThrow(message);
});

test("an agency in code is checked alike", () => {
  expect(() => checkAgency({ agencyName: "a" }, "code")).toThrow(/The agency of code: names no account/);
  expect(() => checkAgency({ agencyName: "a", domainID: "d" }, "code")).toThrow(/domainID/);
});
