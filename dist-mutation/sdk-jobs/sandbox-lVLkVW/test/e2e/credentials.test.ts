// @ts-nocheck
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DlfEmulatorOptions } from "../../sdk/testing";
import { batchJob } from "./jobs";
import { emulator, stackOf } from "./programs";

const accessKey = "EMULATORACCESSKEY000";
const secretKey = "emulator-secret-key-that-opens-nothing-0";
const idToken = "id-token-of-the-ci-system-0123456789";
const authToken = "iam-token-that-opens-nothing-0123456789";
const podAuthorization = "pod-authorization-0123456789";
const secrets = [secretKey, idToken, authToken, podAuthorization];

let home: string;
beforeEach(async () => (home = await mkdtemp(join(tmpdir(), "pulumi-dlf-home-"))));
afterEach(() => rm(home, { recursive: true }));

async function file(name: string, text: string, mode = 0o600): Promise<string> {
  const path = join(home, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  await chmod(path, mode);
  return path;
}

const kooCli = (profile: object, mode?: number) =>
  file(".hcloud/config.json", JSON.stringify({ current: "p", profiles: [{ name: "p", ...profile }] }), mode);
const keysInFile = { accessKeyId: accessKey, secretAccessKey: secretKey };

interface Setting {
  env?: Record<string, string>;
  config?: Record<string, string | { secret: string }>;
  inCode?: string;
}

interface Case {
  emulator?: DlfEmulatorOptions;
  /** Puts the credentials where they belong. */
  given?: (endpoint: string) => Setting | Promise<Setting>;
}

/** A real preview with the resources of this package, whose output is searched for every secret. */
async function preview({ emulator: options, given }: Case): Promise<{ status: number; output: string }> {
  const service = await emulator({ jobs: [batchJob("ods_orders")], ...options });
  const setting = (await given?.(service.endpoint)) ?? {};
  const stack = await stackOf(
    `
      import { describeDlfConfiguration, DlfJobs, getDlfJobs } from "pulumi-dlf";
      export = async () => {
        const client = ${setting.inCode ?? "{}"};
        const { names } = await getDlfJobs({}, { client });
        ${setting.inCode === undefined ? `new DlfJobs("jobs");` : ""}
        const { credentials } = await describeDlfConfiguration({ client });
        return { names, source: credentials.source, key: credentials.accessKey };
      };
    `,
    {
      env: { ...service.addresses(), HOME: home, DEBUG: "dlf", ...setting.env },
      ...(setting.config && { config: setting.config }),
    },
  );
  const events = join(stack.folder, "events.json");
  const shown = await stack.run(["preview", "--diff", "--event-log", events]);
  const updated = shown.status === 0 ? await stack.run(["up", "--yes", "--skip-preview"]) : shown;
  const output = shown.output + updated.output;
  const kept = output + (await readFile(events, "utf8")) + JSON.stringify(await stack.exportState());
  const temporary = service.issued.flatMap((issued) => [issued.secretKey, issued.securityToken]);
  for (const secret of [...secrets, ...temporary]) {
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(Buffer.from(secret).toString("base64").replace(/=+$/, ""));
  }
  expect(output).not.toMatch(/^\s+at .*\.[jt]s:/m);
  return { status: Math.max(shown.status, updated.status), output };
}

const oidc = { idToken, providerUrn: "iam::1:oidc-provider:ci", agencyUrn: "iam::1:agency:deploy" };
const oidcNames = {
  HUAWEICLOUD_OIDC_PROVIDER_URN: oidc.providerUrn,
  HUAWEICLOUD_OIDC_AGENCY_URN: oidc.agencyUrn,
};
const ownKeys = { HW_ACCESS_KEY: accessKey, HW_SECRET_KEY: secretKey };
const agencies = [
  { name: "deploy", domainName: "other", domainId: "d1", projects: [{ id: "otherproject", name: "cn-north-4" }] },
];

test.each<[string, Case, RegExp]>([
  [
    "code",
    { given: () => ({ inCode: JSON.stringify({ credentials: { accessKey, secretKey } }) }) },
    /source *: "code"/,
  ],
  [
    "Pulumi config",
    { given: () => ({ config: { "dlf:accessKey": { secret: accessKey }, "dlf:secretKey": { secret: secretKey } } }) },
    /source *: "Pulumi config dlf:accessKey"/,
  ],
  ["HW_ACCESS_KEY", { given: () => ({ env: ownKeys }) }, /source *: "environment HW_ACCESS_KEY"/],
  [
    "HUAWEICLOUD_SDK_AK",
    { given: () => ({ env: { HUAWEICLOUD_SDK_AK: accessKey, HUAWEICLOUD_SDK_SK: secretKey } }) },
    /source *: "environment HUAWEICLOUD_SDK_AK"/,
  ],
  [
    "HW_AUTH_TOKEN",
    { emulator: { authTokens: [authToken] }, given: () => ({ env: { HW_AUTH_TOKEN: authToken } }) },
    /source *: "environment HW_AUTH_TOKEN"/,
  ],
  [
    "OIDC",
    { emulator: { oidc }, given: () => ({ env: { ...oidcNames, HUAWEICLOUD_OIDC_ID_TOKEN: idToken } }) },
    /source *: ".*OIDC/,
  ],
  [
    "OIDC with a token file",
    {
      emulator: { oidc },
      given: async () => ({
        env: { ...oidcNames, HUAWEICLOUD_OIDC_TOKEN_FILE: await file("id-token", `${idToken}\n`) },
      }),
    },
    /source *: ".*OIDC/,
  ],
  [
    "KooCLI's file, mode AKSK",
    { given: async () => (await kooCli({ mode: "AKSK", ...keysInFile }), {}) },
    /source *: "KooCLI/,
  ],
  [
    "KooCLI's file, mode SSO",
    { given: async () => (await kooCli({ mode: "SSO", ssoAuth: { stsToken: keysInFile } }), {}) },
    /source *: "KooCLI/,
  ],
  [
    "the SDKs' file",
    {
      given: async () => (
        await file(".huaweicloud/credentials", `\ufeff; keys\r\n[basic]\r\nak = ${accessKey}\r\nsk = ${secretKey}\r\n`),
        {}
      ),
    },
    /source *: "the SDKs' credentials file/,
  ],
  [
    "a pod's identity",
    {
      emulator: { pod: { authorization: podAuthorization } },
      given: async (endpoint) => ({
        env: {
          HC_CONTAINER_CREDENTIALS_FULL_URI: `${endpoint}/pod/credentials`,
          HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: await file("pod", podAuthorization),
        },
      }),
    },
    /source *: ".*pod/i,
  ],
  ["the metadata service", { emulator: { metadata: {} } }, /source *: ".*metadata service/],
  [
    "an agency by domain name",
    {
      emulator: { agencies },
      given: () => ({
        env: { ...ownKeys, HW_ASSUME_ROLE_AGENCY_NAME: "deploy", HW_ASSUME_ROLE_DOMAIN_NAME: "other" },
      }),
    },
    /source *: "agency deploy of/,
  ],
  [
    "an agency by domain ID, from Pulumi config",
    {
      emulator: { agencies },
      given: () => ({ env: ownKeys, config: { "dlf:agencyName": "deploy", "dlf:agencyDomainId": "d1" } }),
    },
    /source *: "agency deploy of/,
  ],
])("a preview and an update with credentials from %s and nothing else", async (_place, each, source) => {
  const { status, output } = await preview(each);
  expect(output).toMatch(source);
  expect(output).toMatch(/names *: \[\n\s+\[0\]: "ods_orders"/);
  expect(output).toMatch(/dlf credentials: .* from /);
  expect(status).toBe(0);
});

test.each<[string, Case, RegExp]>([
  ["none at all", {}, /No credentials\. Looked at: .*HW_ACCESS_KEY.*KooCLI.*metadata service/s],
  [
    "half a pair in Pulumi config",
    { given: () => ({ config: { "dlf:accessKey": { secret: accessKey } } }) },
    /secretKey.*(not|missing)/i,
  ],
  ["half a pair in the environment", { given: () => ({ env: { HW_SECRET_KEY: secretKey } }) }, /HW_ACCESS_KEY/],
  ["half of OIDC", { given: () => ({ env: oidcNames }) }, /HUAWEICLOUD_OIDC_ID_TOKEN/],
  ["an ID token that is refused", { emulator: { oidc: { ...oidc, idToken: "other" } }, given: () => ({ env: { ...oidcNames, HUAWEICLOUD_OIDC_ID_TOKEN: idToken } }) }, /STS|assume-with-oidc|OIDC/], // prettier-ignore
  [
    "half a profile of KooCLI",
    { given: async () => (await kooCli({ mode: "AKSK", accessKeyId: accessKey }), {}) },
    /config\.json.*line \d+/s,
  ],
  [
    "a broken file of KooCLI",
    { given: async () => (await file(".hcloud/config.json", `{\n  "current": "p",\n  profiles: []\n}`), {}) },
    /config\.json.*line 3/s,
  ],
  [
    "half a pair in the SDKs' file",
    { given: async () => (await file(".huaweicloud/credentials", `# keys\n[basic]\nak = ${accessKey}\n`), {}) },
    /credentials.*line 3/s,
  ],
  [
    "a broken file of the SDKs",
    { given: async () => (await file(".huaweicloud/credentials", `[basic]\nthis is no setting\n`), {}) },
    /credentials.*line 2/s,
  ],
  [
    "half a pod's identity",
    { given: (endpoint) => ({ env: { HC_CONTAINER_CREDENTIALS_FULL_URI: `${endpoint}/pod/credentials` } }) },
    /HC_CONTAINER_AUTHORIZATION_TOKEN_FILE/,
  ],
  ["a server without an agency", { emulator: { metadata: { agency: false } } }, /agency/i],
  [
    "an agency without its account",
    { given: () => ({ env: { ...ownKeys, HW_ASSUME_ROLE_AGENCY_NAME: "deploy" } }) },
    /HW_ASSUME_ROLE_DOMAIN_(NAME|ID)/,
  ],
])("a preview with %s ends with a sentence that names the place", async (_what, each, message) => {
  const { status, output } = await preview(each);
  expect(status).not.toBe(0);
  expect(output).toMatch(message);
});

test("a file of keys that others can read gets a warning", async () => {
  const { status, output } = await preview({
    given: async () => (await kooCli({ mode: "AKSK", ...keysInFile }, 0o644), {}),
  });
  expect(status).toBe(0);
  expect(output).toMatch(/warning: getDlfJobs: .*config\.json/);
});

test("two accounts in one program, and keys that are rotated between two operations", async () => {
  const other = { accessKey: "OTHERACCESSKEY000000", secretKey: "other-secret-key-0123456789" };
  const rotated = { accessKey: "ROTATEDACCESSKEY0000", secretKey: "rotated-secret-key-0123456789" };
  const first = await emulator({ jobs: [batchJob("a")] });
  const second = await emulator({ jobs: [batchJob("b")], credentials: [other] });
  const stack = await stackOf(
    `
      import { DlfJobs } from "pulumi-dlf";
      export const first = new DlfJobs("first").names;
      export const second = new DlfJobs("second", { configNamespace: "dlf-eu" }).names;
    `,
    {
      env: { HOME: home },
      config: {
        "dlf:endpoint": first.endpoint,
        "dlf:projectId": first.projectId,
        "dlf:accessKey": { secret: accessKey },
        "dlf:secretKey": { secret: secretKey },
        "dlf-eu:endpoint": second.endpoint,
        "dlf-eu:projectId": second.projectId,
        "dlf-eu:accessKey": { secret: other.accessKey },
        "dlf-eu:secretKey": { secret: other.secretKey },
      },
    },
  );
  const up = await stack.run(["up", "--yes", "--skip-preview"]);
  expect(up.output).toContain("+ 3 created");
  expect(await stack.outputs()).toEqual({ first: ["a"], second: ["b"] });

  await second.close();
  const moved = await emulator({ jobs: [batchJob("c")], credentials: [rotated] });
  await stack.setConfig("dlf-eu:endpoint", moved.endpoint);
  await stack.setConfig("dlf-eu:accessKey", rotated.accessKey, { secret: true });
  await stack.setConfig("dlf-eu:secretKey", rotated.secretKey, { secret: true });
  expect((await stack.run(["up", "--yes", "--skip-preview"])).status).toBe(0);
  expect((await stack.outputs())["second"]).toEqual(["c"]);

  await stack.setConfig("dlf-eu:secretKey", "", { secret: true });
  expect((await stack.run(["destroy", "--yes"])).status).toBe(0);
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    "that is empty",
    { "dlfeu:region": "cn-north-4" },
    /Nothing is set under dlf-eu .*\(there is something under: dlfeu\)/,
  ],
  ["with a misspelt key", { "dlf-eu:projectId": "p", "dlf-eu:regoin": "r" }, /dlf-eu:regoin, .*is\s+dlf-eu:region\./],
])("a gate in a namespace %s stays shut and says so, and the call does as well", async (_what, config, message) => {
  const service = await emulator({ jobs: [batchJob("a")] });
  const program = (body: string) => `import { DlfJobGate, getDlfJobs } from "pulumi-dlf"; ${body}`;
  const options = { env: { HOME: home, ...service.env() }, config };
  for (const body of [
    `new DlfJobGate("gate", { rules: { minJobs: 1 }, configNamespace: "dlf-eu" });`,
    `export = async () => getDlfJobs({}, { configNamespace: "dlf-eu" });`,
  ]) {
    const { status, output } = await (await stackOf(program(body), options)).run(["preview"]);
    expect(output).toMatch(message);
    expect(output).toMatch(/Its keys are: region, domain/);
    expect(status).not.toBe(0);
  }
  expect(service.requests.all).toEqual([]);
});
