// @ts-nocheck
import { resolveCredentials, type CredentialOptions } from "../../../sdk/credentials/resolveCredentials";
import { MissingCredentialsError, NetworkError, TimeoutError } from "../../../sdk/errors";
import { endless } from "../fakeRuntime";
import { iamAnswer, kooCliPath, sdkPath, stsAnswer, worldOf, type WorldOptions } from "./worldOf";

const options: CredentialOptions = { kooCli: {}, metadataEndpoint: "http://169.254.169.254" };
const code = { accessKey: "CODE", secretKey: "s" };
const kooCli = JSON.stringify({
  profiles: [
    { name: "p", mode: "AKSK", accessKeyId: "KOO", secretAccessKey: "s", agencyName: "a", agencyDomainName: "d" },
  ],
});

/** Everything that there is, in the order in which it counts. */
const environmentKeys = [
  ["environment HW_ACCESS_KEY", { HW_ACCESS_KEY: "A", HW_SECRET_KEY: "s" }],
  ["environment HUAWEICLOUD_SDK_AK", { HUAWEICLOUD_SDK_AK: "A", HUAWEICLOUD_SDK_SK: "s" }],
  ["environment HW_AUTH_TOKEN", { HW_AUTH_TOKEN: "t" }],
  [
    "OIDC (HUAWEICLOUD_OIDC_PROVIDER_URN)",
    { HUAWEICLOUD_OIDC_PROVIDER_URN: "p", HUAWEICLOUD_OIDC_AGENCY_URN: "a", HUAWEICLOUD_OIDC_ID_TOKEN: "t" },
  ],
] as const;
const pod = { HC_CONTAINER_CREDENTIALS_FULL_URI: "http://127.0.0.1/", HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: "/t" };

async function sourceIn(world: WorldOptions, given: Partial<CredentialOptions> = {}) {
  return (await resolveCredentials(worldOf(world), { ...options, assumeRole: false, ...given }, endless())).live.source;
}

test("code, environment, OIDC, KooCLI's file, the SDKs' file, a pod's identity, the metadata service", async () => {
  const files = { [sdkPath]: "[basic]\nak=A\nsk=s", "/t": "t" };
  const withKooCli = { ...files, [kooCliPath]: kooCli };
  /** All that is left when the first `count` of the environment's are gone. */
  const environment = (count: number): Record<string, string> =>
    Object.fromEntries(
      [pod, ...environmentKeys.slice(count).map(([, keys]) => keys)].flatMap((all) => Object.entries(all)),
    );
  const order = [await sourceIn({ environment: environment(0), files: withKooCli }, { credentials: code })];
  for (const count of environmentKeys.keys()) {
    order.push(await sourceIn({ environment: environment(count), files: withKooCli, answers: [stsAnswer()] }));
  }
  order.push(await sourceIn({ environment: pod, files: withKooCli }));
  order.push(await sourceIn({ environment: pod, files }));
  order.push(await sourceIn({ environment: pod, files: { "/t": "t" }, answers: [stsAnswer()] }));
  order.push(await sourceIn({ answers: [{ text: "t" }, { ...iamAnswer(), status: 200 }] }));
  expect(order).toEqual([
    "code",
    ...environmentKeys.map(([source]) => source),
    `KooCLI's file ${kooCliPath}, profile p`,
    `the SDKs' credentials file ${sdkPath}`,
    "pod identity (HC_CONTAINER_CREDENTIALS_FULL_URI)",
    "metadata service 169.254.169.254",
  ]);
});

test("a profile that is named in code goes before the environment; one of the environment does not", async () => {
  const world = {
    environment: { HW_ACCESS_KEY: "A", HW_SECRET_KEY: "s", HW_PROFILE: "p" },
    files: { [kooCliPath]: kooCli },
  };
  expect(await sourceIn(world)).toBe("environment HW_ACCESS_KEY");
  expect(await sourceIn(world, { kooCli: { profile: "p" } })).toMatch(/KooCLI/);
});

test("nobody behind the first that has credentials is asked", async () => {
  const files = { [kooCliPath]: "broken" };
  expect(await sourceIn({ environment: { HW_ACCESS_KEY: "A", HW_SECRET_KEY: "s" }, files })).toMatch(/environment/);
});

test.each<[string, WorldOptions]>([
  ["half a pair", { environment: { HW_ACCESS_KEY: "A", HUAWEICLOUD_SDK_AK: "B", HUAWEICLOUD_SDK_SK: "s" } }],
  ["half of OIDC", { environment: { HUAWEICLOUD_OIDC_AGENCY_URN: "a" }, files: { [kooCliPath]: kooCli } }],
  ["a broken file", { files: { [kooCliPath]: "{", [sdkPath]: "[basic]\nak=A\nsk=s" } }],
  ["a pod's file that is not there", { environment: pod, answers: [{ text: "t" }, iamAnswer()] }],
  [
    "STS that is away",
    { environment: environmentKeys[3][1], answers: [new NetworkError("away")], files: { [kooCliPath]: kooCli } },
  ],
])("%s is an error, not a step to the next source", async (_what, world) => {
  await expect(sourceIn(world)).rejects.toThrow();
});

test("without any, the error lists every place and what was there", async () => {
  const world = worldOf({ files: { [sdkPath]: "[global]" }, answers: [new TimeoutError("x")] });
  const looking = resolveCredentials(world, options, endless());
  await expect(looking).rejects.toThrow(MissingCredentialsError);
  await expect(looking).rejects.toThrow(
    "No credentials. Looked at: credentials given in code or configuration (none); environment HW_ACCESS_KEY and " +
      "HW_SECRET_KEY; HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK; HW_AUTH_TOKEN (none is set); " +
      `OIDC (HUAWEICLOUD_OIDC_PROVIDER_URN) (not set); KooCLI's file ${kooCliPath} (no such file); ` +
      `the SDKs' credentials file ${sdkPath} (no section [basic]); ` +
      "pod identity (HC_CONTAINER_CREDENTIALS_FULL_URI) (not set); metadata service 169.254.169.254 (no answer " +
      "(timeout)). Give an access key (AK) and its secret key (SK) in one of these places.",
  );
});

describe("an agency on top", () => {
  const environment = { HW_ACCESS_KEY: "A", HW_SECRET_KEY: "s" };
  const ofEnvironment = { HW_ASSUME_ROLE_AGENCY_NAME: "e", HW_ASSUME_ROLE_DOMAIN_NAME: "d" };
  const files = { [kooCliPath]: kooCli };
  const answers = [iamAnswer()];
  test.each<[string, WorldOptions, Partial<CredentialOptions>, RegExp]>([
    [
      "of the environment",
      { environment: { ...environment, ...ofEnvironment }, answers },
      {},
      /^agency e of account d \(environment/,
    ],
    [
      "of the options, before the environment's",
      { environment: { ...environment, ...ofEnvironment }, answers },
      { assumeRole: { agencyName: "o", domainName: "d" } },
      /^agency o of account d \(assumeRole in code\), by environment HW_ACCESS_KEY/,
    ],
    ["of the profile that the keys come from", { files, answers }, {}, /^agency a of account d \(KooCLI's file/],
    ["not of a profile that the keys do not come from", { environment, files }, {}, /^environment HW_ACCESS_KEY$/],
    ["none, when the options say so", { files }, { assumeRole: false }, /^KooCLI's file/],
  ])("%s", async (_what, world, given, source) => {
    expect((await resolveCredentials(worldOf(world), { ...options, ...given }, endless())).live.source).toMatch(source);
  });
});
