// @ts-nocheck
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DlfClient, type DlfClientOptions } from "../../sdk";
import type { DlfEmulatorOptions, RequestKind } from "../../sdk/testing";
import { ask, send, start } from "./officialRequest";

const jobs = [
  { name: "one", jobType: "BATCH", status: "SCHEDULING", createUser: "u", createTime: 1 },
  { name: "two", jobType: "BATCH", status: "STOPPED", createUser: "u", createTime: 2 },
];
const iamToken = "iam-token-that-opens-nothing";
const idToken = "id-token-of-the-ci-system";
const oidc = { idToken, providerUrn: "iam::1:oidc-provider:ci", agencyUrn: "iam::1:agency:deploy" };
const ownKeys = { HW_ACCESS_KEY: "EMULATORACCESSKEY000", HW_SECRET_KEY: "emulator-secret-key-that-opens-nothing-0" };
const agencies = [
  { name: "deploy", domainName: "other", domainId: "d1", projects: [{ id: "otherproject", name: "cn-north-4" }] },
];

let home = "";
beforeEach(() => (home = mkdtempSync(join(tmpdir(), "home-"))));
afterEach(() => {
  rmSync(home, { recursive: true });
});

/** A file below the home directory, its owner's alone. */
function file(name: string, text: string): string {
  const path = join(home, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o600);
  return path;
}

const kooCli = (profile: object) =>
  file(".hcloud/config.json", JSON.stringify({ current: "p", profiles: [{ name: "p", ...profile }] }));
const keysInFile = { accessKeyId: ownKeys.HW_ACCESS_KEY, secretAccessKey: ownKeys.HW_SECRET_KEY };

interface Case {
  emulator?: DlfEmulatorOptions;
  options?: DlfClientOptions;
  environment?: (podUri: string) => Record<string, string>;
  /** What is asked for besides the jobs and the project. */
  asks?: RequestKind[];
  source: RegExp;
  kind?: string;
  projectId?: string;
}

const cases: Record<string, Case> = {
  "in code": {
    options: { credentials: { accessKey: ownKeys.HW_ACCESS_KEY, secretKey: ownKeys.HW_SECRET_KEY } },
    source: /^code$/,
  },
  "an IAM token in code": {
    emulator: { authTokens: [iamToken] },
    options: { credentials: { authToken: iamToken } },
    source: /^code$/,
    kind: "token",
  },
  "HW_*": { environment: () => ownKeys, source: /^environment HW_ACCESS_KEY$/ },
  "HUAWEICLOUD_SDK_*": {
    environment: () => ({ HUAWEICLOUD_SDK_AK: ownKeys.HW_ACCESS_KEY, HUAWEICLOUD_SDK_SK: ownKeys.HW_SECRET_KEY }),
    source: /^environment HUAWEICLOUD_SDK_AK$/,
  },
  HW_AUTH_TOKEN: {
    emulator: { authTokens: [iamToken] },
    environment: () => ({ HW_AUTH_TOKEN: iamToken }),
    source: /^environment HW_AUTH_TOKEN$/,
    kind: "token",
  },
  "OIDC with a token in a file": {
    emulator: { oidc },
    environment: () => ({
      HUAWEICLOUD_OIDC_PROVIDER_URN: oidc.providerUrn,
      HUAWEICLOUD_OIDC_AGENCY_URN: oidc.agencyUrn,
      HUAWEICLOUD_OIDC_TOKEN_FILE: file("token", `${idToken}\n`),
    }),
    asks: ["assume-with-oidc"],
    source: /^OIDC/,
    kind: "temporary keys",
  },
  "KooCLI's file, mode AKSK": {
    environment: () => (kooCli({ mode: "AKSK", ...keysInFile }), {}),
    source: /^KooCLI's file .*\.hcloud\/config\.json, profile p$/,
  },
  "KooCLI's file, mode SSO": {
    emulator: { credentials: [{ accessKey: "SSO", secretKey: "sso-secret", securityToken: "sso-token" }] },
    environment: () => {
      const stsToken = { accessKeyId: "SSO", secretAccessKey: "sso-secret", securityToken: "sso-token" };
      return (kooCli({ mode: "SSO", ssoAuth: { stsToken } }), {});
    },
    source: /profile p \(SSO\)$/,
    kind: "temporary keys",
  },
  "the SDKs' file": {
    environment: () => {
      const path = file("hwc", `[basic]\r\nak = ${keysInFile.accessKeyId}\r\nsk = ${keysInFile.secretAccessKey}\r\n`);
      return { HUAWEICLOUD_SDK_CREDENTIALS_FILE: path };
    },
    source: /^the SDKs' credentials file .*hwc$/,
  },
  "the SDKs' file, an identity provider": {
    emulator: { oidc: { idToken, idpId: "ci" } },
    environment: () => {
      file(".huaweicloud/credentials", `[basic]\nidp_id = ci\nid_token_file = ${file("token", idToken)}\n`);
      return {};
    },
    asks: ["id-token", "securitytokens"],
    source: /identity provider ci$/,
    kind: "temporary keys",
  },
  "a pod's identity": {
    emulator: { pod: { authorization: "pod-token" } },
    environment: (podUri) => ({
      HC_CONTAINER_CREDENTIALS_FULL_URI: podUri,
      HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: file("pod", "pod-token"),
    }),
    asks: ["pod"],
    source: /^pod identity/,
    kind: "temporary keys",
  },
  "the metadata service": {
    emulator: { metadata: {} },
    asks: ["metadata-token", "metadata-key"],
    source: /^metadata service 127\.0\.0\.1/,
    kind: "temporary keys",
  },
  "a metadata service without handshake": {
    emulator: { metadata: { handshake: 404 } },
    asks: ["metadata-token", "metadata-key"],
    source: /^metadata service/,
    kind: "temporary keys",
  },
  "an agency by the account's name": {
    emulator: { agencies },
    environment: () => ({ ...ownKeys, HW_ASSUME_ROLE_AGENCY_NAME: "deploy", HW_ASSUME_ROLE_DOMAIN_NAME: "other" }),
    asks: ["securitytokens"],
    source: /^agency deploy of account other .*by environment HW_ACCESS_KEY$/,
    kind: "temporary keys",
    projectId: "otherproject",
  },
  "an agency by the account's ID": {
    emulator: { agencies },
    options: { assumeRole: { agencyName: "deploy", domainId: "d1" } },
    environment: () => ownKeys,
    asks: ["assume"],
    source: /^agency deploy of account ID d1/,
    kind: "temporary keys",
    projectId: "otherproject",
  },
  "an agency of a profile of KooCLI's file": {
    emulator: { agencies },
    environment: () => (
      kooCli({ mode: "AKSK", ...keysInFile, agencyName: "deploy", agencyDomainName: "other", projectId: "own" }),
      {}
    ),
    asks: ["securitytokens"],
    source: /^agency deploy of account other \(KooCLI's file/,
    kind: "temporary keys",
    projectId: "otherproject",
  },
};

test.each(Object.entries(cases))("%s: a listing with credentials from there and nothing else", async (_what, each) => {
  const emulator = await start({ jobs, ...each.emulator });
  const warnings: string[] = [];
  const client = new DlfClient(each.options, {
    environment: { HOME: home, ...emulator.addresses(), ...each.environment?.(emulator.podUri) },
    warn: (message) => warnings.push(message),
  });
  expect((await client.listJobs()).jobs.map(({ name }) => name)).toEqual(["one", "two"]);
  const projectId = each.projectId ?? emulator.projectId;
  expect(await client.describeConfiguration()).toMatchObject({
    credentials: { kind: each.kind ?? "keys", source: expect.stringMatching(each.source) as string },
    project: { value: projectId, source: "IAM, by the name cn-north-4" },
  });
  const kinds = emulator.requests.all.map(({ kind }) => kind).filter((kind) => kind !== "jobs");
  expect(kinds).toEqual([...(each.asks ?? []), "projects"]);
  expect(warnings).toEqual([]);
});

test("a region and a project of KooCLI's profile are used where nothing else gives them", async () => {
  const emulator = await start({ jobs });
  kooCli({ mode: "AKSK", ...keysInFile, region: "cn-north-4", projectId: emulator.projectId });
  const environment = { HOME: home, ...emulator.addresses(), HW_REGION_NAME: "" };
  const client = new DlfClient({}, { environment });
  await client.listJobs();
  expect(emulator.requests.projects).toBe(0);
  const source = expect.stringContaining("config.json, profile p") as string;
  expect(await client.describeConfiguration()).toMatchObject({ project: { value: emulator.projectId, source } });

  const keysElsewhere = new DlfClient(
    { iamEndpoint: emulator.endpoint },
    { environment: { ...environment, ...ownKeys } },
  );
  expect(await keysElsewhere.describeConfiguration()).toMatchObject({
    region: { value: "cn-north-4", source },
    project: { value: emulator.projectId, source: "IAM, by the name cn-north-4" },
  });
});

test("a sub-project by its name; its region follows from it", async () => {
  const projects = [
    { id: "p1", name: "cn-north-4" },
    { id: "p2", name: "cn-north-4_team" },
  ];
  const emulator = await start({ jobs, projects });
  const environment = {
    HOME: home,
    ...emulator.addresses(),
    ...ownKeys,
    HW_REGION_NAME: "",
    HW_PROJECT_NAME: "cn-north-4_team",
  };
  const client = new DlfClient({}, { environment });
  await client.listJobs();
  expect(await client.describeConfiguration()).toMatchObject({
    region: { value: "cn-north-4", source: "environment HW_PROJECT_NAME" },
    project: { value: "p2", source: "IAM, by the name cn-north-4_team" },
  });
});

test("a project is looked up once for each client, and nothing of it is known to another one", async () => {
  const emulator = await start({ jobs, credentials: [{ accessKey: "A", secretKey: "secret-of-a" }] });
  const environment = { HOME: home, ...emulator.addresses(), HW_ACCESS_KEY: "A", HW_SECRET_KEY: "secret-of-a" };
  const client = new DlfClient({}, { environment });
  await Promise.all([1, 2, 3].map(() => client.listJobs()));
  await client.describeConfiguration();
  expect(emulator.requests.projects).toBe(1);
  await new DlfClient({}, { environment }).listJobs();
  expect(emulator.requests.projects).toBe(2);
});

test("no such project: the error lists those that there are, and where a project may be given", async () => {
  const emulator = await start({ projects: [{ id: "p1", name: "cn-north-4" }] });
  const environment = { HOME: home, ...emulator.addresses(), ...ownKeys };
  await expect(new DlfClient({ projectName: "cn-north-4_x" }, { environment }).listJobs()).rejects.toThrow(
    /No single project named cn-north-4_x can be seen .*\(found: cn-north-4 \(p1\)\).*Looked at: .*code \(a name/,
  );
});

test("behind an agency an ID of one's own account is not used, with a warning", async () => {
  const emulator = await start({ jobs, agencies });
  const warnings: string[] = [];
  const environment = { HOME: home, ...emulator.env(), HUAWEICLOUD_SDK_STS_ENDPOINT: emulator.endpoint };
  const client = new DlfClient(
    { assumeRole: { agencyName: "deploy", domainId: "d1" } },
    { environment, warn: (message) => warnings.push(message) },
  );
  await client.listJobs();
  expect((await client.describeConfiguration()).project.value).toBe("otherproject");
  expect(warnings).toEqual([expect.stringMatching(/project of environment HW_PROJECT_ID is not used/)]);
});

test("a profile in code brings its own region and project, and no agency of the environment", async () => {
  const emulator = await start({ jobs });
  kooCli({ mode: "AKSK", ...keysInFile, region: "cn-north-4", projectId: emulator.projectId });
  const environment = {
    ...{ HOME: home, HW_REGION_NAME: "cn-east-3", HW_PROJECT_ID: "other", DLF_ENDPOINT: "http://127.0.0.1:1" },
    ...{ HW_ACCESS_KEY: "OTHER", HW_SECRET_KEY: "other-secret" },
    ...{ HW_ASSUME_ROLE_AGENCY_NAME: "deploy", HW_ASSUME_ROLE_DOMAIN_NAME: "other" },
  };
  const client = new DlfClient({ profile: "p", endpoint: emulator.endpoint }, { environment });
  expect((await client.listJobs()).total).toBe(2);
  const { credentials, project, leftOut } = await client.describeConfiguration();
  expect([credentials.source, project.value]).toEqual([expect.stringMatching(/^KooCLI's file/), emulator.projectId]);
  expect(leftOut.map(({ place }) => place)).toEqual([
    ...["environment HW_REGION_NAME", "environment HW_PROJECT_ID", "environment HW_ASSUME_ROLE_AGENCY_NAME"],
  ]);
});

test("without a region the error says where it was looked for", async () => {
  const client = new DlfClient({}, { environment: { HOME: home } });
  await expect(client.listJobs()).rejects.toMatchObject({
    code: "INVALID_CONFIGURATION",
    message:
      "No region and no endpoint. Set the region in code or configuration or as HW_REGION_NAME (such as cn-north-4), or " +
      "the whole endpoint (DLF_ENDPOINT). Looked at: region in code or configuration (none); environment HW_REGION_NAME " +
      "(not set); the region of projectName or HW_PROJECT_NAME (none); " +
      `KooCLI's file ${home}/.hcloud/config.json (no such file).`,
  });
});

test("a server without an agency, and nothing else: the error says so", async () => {
  const emulator = await start({ metadata: { agency: false } });
  const client = new DlfClient({}, { environment: { HOME: home, ...emulator.addresses() } });
  await expect(client.listJobs()).rejects.toMatchObject({
    code: "MISSING_CREDENTIALS",
    message: expect.stringMatching(/metadata service 127\.0\.0\.1:\d+ \(this server has no agency\)/) as string,
  });
});

test("a metadata service that never answers holds nobody up", async () => {
  const emulator = await start({
    metadata: {},
    intercept: ({ kind }) => (kind.startsWith("metadata") ? { kind: "hang" } : undefined),
  });
  const begin = Date.now();
  const client = new DlfClient({}, { environment: { HOME: home, ...emulator.addresses() } });
  await expect(client.listJobs()).rejects.toMatchObject({ code: "MISSING_CREDENTIALS" });
  expect(Date.now() - begin).toBeLessThan(3_000);
  expect(emulator.requests.count("metadata-token")).toBe(1);
});

test("a wrong clock is found out by the call for an agency as well", async () => {
  const emulator = await start({ jobs, agencies, clockOffsetMs: 3_600_000 });
  const environment = { HOME: home, ...emulator.addresses(), ...ownKeys };
  const client = new DlfClient({ assumeRole: { agencyName: "deploy", domainName: "other" } }, { environment });
  expect((await client.listJobs()).total).toBe(2);
  expect(emulator.requests.count("securitytokens")).toBe(2);
  expect(emulator.issued).toHaveLength(1);
});

test("keys in code act for themselves: the environment's agency belongs to the environment's account", async () => {
  const emulator = await start({ jobs, agencies });
  const environment = {
    ...{ HOME: home, ...emulator.addresses(), HW_ACCESS_KEY: "ANOTHERACCOUNT", HW_SECRET_KEY: "another-secret" },
    ...{ HW_ASSUME_ROLE_AGENCY_NAME: "deploy", HW_ASSUME_ROLE_DOMAIN_NAME: "other" },
  };
  const credentials = { accessKey: ownKeys.HW_ACCESS_KEY, secretKey: ownKeys.HW_SECRET_KEY };
  const client = new DlfClient({ credentials }, { environment });
  expect((await client.listJobs()).total).toBe(2);
  expect(emulator.requests.count("securitytokens")).toBe(0);
  expect((await client.describeConfiguration()).leftOut).toEqual([
    { place: "environment HW_ASSUME_ROLE_AGENCY_NAME", because: expect.stringContaining("code") as string },
  ]);
});

test("a failure of STS is tried again", async () => {
  const emulator = await start({
    ...{ jobs, oidc },
    intercept: ({ kind, index }) => (kind === "assume-with-oidc" && index === 0 ? { kind: "drop" } : undefined),
  });
  const environment = {
    ...{ HOME: home, ...emulator.addresses(), HUAWEICLOUD_OIDC_PROVIDER_URN: oidc.providerUrn },
    ...{ HUAWEICLOUD_OIDC_AGENCY_URN: oidc.agencyUrn, HUAWEICLOUD_OIDC_ID_TOKEN: idToken },
  };
  expect((await new DlfClient({}, { environment }).listJobs()).total).toBe(2);
  expect(emulator.requests.count("assume-with-oidc")).toBe(2);
});

describe("the emulator", () => {
  test("takes temporary keys until they expire, or are revoked", async () => {
    const emulator = await start({ pod: { authorization: "x" }, keyLifetimeMs: 150 });
    const headers = { Authorization: "x", "Content-Type": "application/json" };
    await send(emulator, { url: "/pod/credentials", method: "POST", headers });
    const [issued] = emulator.issued;
    if (!issued) throw new Error("nothing was issued");
    expect((await ask(emulator, { credentials: issued })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 160));
    expect((await ask(emulator, { credentials: issued })).status).toBe(401);
  });

  test("asks for a signature before it gives an agency's keys", async () => {
    const emulator = await start({ agencies });
    for (const url of ["/v5/agencies/assume", "/v3.0/OS-CREDENTIAL/securitytokens"]) {
      expect((await send(emulator, { url, method: "POST" })).status).toBe(401);
    }
  });

  test("gives no keys for a metadata token that it has not given", async () => {
    const emulator = await start({ metadata: {} });
    const headers = { "X-Metadata-Token": "made-up" };
    expect((await send(emulator, { url: "/openstack/latest/securitykey", headers })).status).toBe(401);
  });

  test("knows an IAM token only when it was told", async () => {
    const emulator = await start({ authTokens: [iamToken] });
    const url = `/v1/${emulator.projectId}/jobs`;
    expect((await send(emulator, { url, headers: { "X-Auth-Token": iamToken } })).status).toBe(200);
    expect((await send(emulator, { url, headers: { "X-Auth-Token": "u" } })).status).toBe(401);
  });

  test("has none of these services unless it is told", async () => {
    const emulator = await start();
    expect((await send(emulator, { url: "/meta-data/latest/api/token", method: "PUT" })).status).toBe(404);
    expect((await send(emulator, { url: "/pod/credentials", method: "POST" })).status).toBe(404);
  });
});
