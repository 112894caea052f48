// @ts-nocheck
import { kooCliFileSource, kooCliRegion, type KooCliChoice } from "../../../sdk/credentials/kooCliFile";
import { endless } from "../fakeRuntime";
import { found, home, kooCliPath, notFound, worldOf, type WorldOptions } from "./worldOf";

const aksk = {
  name: "default",
  mode: "AKSK",
  accessKeyId: "HPUAAAAAAAAAAAAAAAX3",
  secretAccessKey: "hidden-secret",
  securityToken: "",
  region: "cn-north-4",
  projectId: "",
  domainId: "d",
};
const sso = {
  name: "sso",
  mode: "SSO",
  region: "cn-east-3",
  projectId: "p2",
  ssoAuth: {
    stsToken: { accessKeyId: "HSTAAAAAAAAAAAAAAAB7", secretAccessKey: "hidden-sso", securityToken: "hidden-token" },
  },
};
const file = (profiles: unknown[], more: object = {}) =>
  JSON.stringify({ authEncrypt: "false", current: "default", ...more, profiles }, undefined, 2);

function source(text: string, options: WorldOptions = {}, choice: KooCliChoice = {}) {
  return kooCliFileSource(worldOf({ files: { [kooCliPath]: text }, ...options }), choice);
}

test("mode AKSK: the keys beside it, of the current profile", async () => {
  expect(await found(source(file([sso, aksk])))).toEqual({
    source: `KooCLI's file ${kooCliPath}, profile default`,
    credentials: { accessKey: aksk.accessKeyId, secretKey: aksk.secretAccessKey },
    issued: false,
    besides: { region: "cn-north-4", projectId: undefined },
  });
});

test.each<[string, WorldOptions, KooCliChoice]>([
  ["HW_PROFILE", { environment: { HW_PROFILE: "sso" } }, {}],
  ["the options", { environment: { HW_PROFILE: "default" } }, { profile: "sso" }],
])("mode SSO: the keys in ssoAuth.stsToken; the profile is named by %s", async (_what, world, choice) => {
  expect(await found(source(file([aksk, sso]), world, choice))).toMatchObject({
    source: `KooCLI's file ${kooCliPath}, profile sso (SSO)`,
    credentials: { accessKey: "HSTAAAAAAAAAAAAAAAB7", secretKey: "hidden-sso", securityToken: "hidden-token" },
    besides: { region: "cn-east-3", projectId: "p2" },
  });
});

test("an agency of a profile comes along", async () => {
  const agency = { agencyName: "deploy", agencyDomainName: "other", agencyDomainId: "" };
  expect((await found(source(file([{ ...aksk, ...agency }])))).besides?.agency).toEqual({
    agencyName: "deploy",
    domainName: "other",
  });
});

test.each([
  ["HW_SHARED_CONFIG_FILE", { HW_SHARED_CONFIG_FILE: "/etc/koo.json" }, {}],
  ["the options", { HW_SHARED_CONFIG_FILE: "/elsewhere" }, { file: "/etc/koo.json" }],
])("%s names another file", async (_what, environment, choice) => {
  const world = worldOf({ environment, files: { "/etc/koo.json": file([aksk]) } });
  expect((await found(kooCliFileSource(world, choice))).source).toContain("/etc/koo.json");
});

test.each([
  ["spaces and CRLF", (text: string) => `\r\n\t${text.replaceAll("\n", "\r\n")}\r\n `],
  ["keys that nobody knows", (text: string) => text.replace('"mode"', '"new": {"a": [1, null, true]}, "mode"')],
  ["null for what is not set", (text: string) => text.replace('"securityToken": ""', '"securityToken": null')],
  ["no mode", (text: string) => text.replace('"mode": "AKSK",', "")],
  ["a mode in lower case", (text: string) => text.replace('"AKSK"', '"aksk"')],
  ["no current, a single profile", (text: string) => text.replace('"current": "default",', "")],
  ["encryption switched on, and keys that are not encrypted", (text: string) => text.replace('"false"', '"true"')],
])("%s are no trouble", async (_what, change) => {
  const text = file([aksk]);
  expect(change(text)).not.toBe(text);
  expect((await found(source(change(text)))).credentials).toEqual({
    accessKey: aksk.accessKeyId,
    secretKey: aksk.secretAccessKey,
  });
});

test.each<[string, string, WorldOptions, RegExp]>([
  ["no file", "", { files: {} }, /no such file/],
  ["no home", "", { environment: { HOME: "" } }, /no home directory/],
  ["an empty file", "", {}, /no profile in it/],
  ["no profiles", '{"profiles": []}', {}, /no profile in it/],
  ["a profile without keys", file([{ name: "default", region: "r" }]), {}, /profile default holds no keys/],
  ["a profile of a server's agency", file([{ name: "default", mode: "ecsAgency" }]), {}, /in mode ecsAgency/],
  ["SSO that nobody has logged in to", file([{ ...sso, name: "default", ssoAuth: null }]), {}, /hcloud configure sso/],
])("%s is none, and says why", async (_what, text, world, why) => {
  expect((await notFound(source(text, world))).why).toMatch(why);
});

const lines = file([aksk]).split("\n");
const line = (part: string) => lines.findIndex((each) => each.includes(part)) + 1;
const at = (number: number) => `${kooCliPath}, line ${number}`;

test.each<[string, string, WorldOptions, string]>([
  [
    "a secret that is missing",
    file([{ ...aksk, secretAccessKey: "" }]),
    {},
    `accessKeyId is set, secretAccessKey is not (${at(line("accessKeyId"))}, profile default)`,
  ],
  [
    "a key that is missing",
    file([{ ...aksk, accessKeyId: undefined }]),
    {},
    `secretAccessKey is set, accessKeyId is not (${at(line("secretAccessKey") - 1)}`,
  ],
  [
    "half of SSO",
    file([{ ...sso, name: "default", ssoAuth: { stsToken: { accessKeyId: "HST" } } }]),
    {},
    "secretAccessKey is not",
  ],
  [
    "encrypted keys",
    file([{ ...aksk, accessKeyId: "q83vEjRWeJCrze8SNFZ4kKvN7w==" }]),
    {},
    `${at(line("accessKeyId"))}: KooCLI keeps the keys of profile default encrypted`,
  ],
  [
    "encrypted keys in hex, as the file says",
    file([{ ...aksk, accessKeyId: "abcdef0123456789abcdef0123456789abcdef" }], { authEncrypt: "true" }),
    {},
    "--cli-auth-encrypt=false",
  ],
  ["a bracket too few", file([aksk]).slice(0, -1), {}, `${at(lines.length)}: not JSON from here on`],
  [
    "a comma too few",
    file([aksk]).replace('"AKSK",', '"AKSK"'),
    {},
    `${at(line('"mode"') + 1)}: not JSON from here on`,
  ],
  ["text that is no JSON", "hidden-secret", {}, `${at(1)}: not JSON`],
  [
    "a number for a key",
    file([{ ...aksk, accessKeyId: 5 }]),
    {},
    `${at(line("accessKeyId"))}: not as KooCLI writes it: profiles[0].accessKeyId`,
  ],
  ["a list for a file", "[]", {}, `${at(1)}: not as KooCLI writes it`],
  ["an agency without its account", file([{ ...aksk, agencyName: "deploy" }]), {}, "line 14: names no account"],
  [
    "an unknown profile",
    file([aksk, sso]),
    { environment: { HW_PROFILE: "prod" } },
    `${at(line('"profiles"'))}: no profile named prod (there is: default, sso)`,
  ],
  ["a current profile that is gone", file([sso]), {}, "no profile named default (there is: sso)"],
  [
    "a profile that was named and has no keys",
    file([{ name: "default" }]),
    { environment: { HW_PROFILE: "default" } },
    `${at(5)}: profile default holds no keys`,
  ],
  [
    "a profile that was named, of a server's agency",
    file([{ name: "default", mode: "ecsAgency" }]),
    { environment: { HW_PROFILE: "default" } },
    "is in mode ecsAgency, whose keys are not in the file. Use a profile in mode AKSK or SSO",
  ],
  [
    "a file that was named and is not there",
    "",
    { environment: { HW_SHARED_CONFIG_FILE: "/gone" } },
    "There is no file /gone, which is to be KooCLI's shared file. Check HW_SHARED_CONFIG_FILE",
  ],
  [
    "a profile that was named, and no file",
    "",
    { environment: { HW_PROFILE: "prod" }, files: {} },
    `Profile prod is to come from ${kooCliPath}, and there is no such file`,
  ],
])("%s is an error with file and line, and without a value", async (_what, text, world, message) => {
  const looking = source(text, world)(endless());
  await expect(looking).rejects.toThrow(message);
  await expect(looking).rejects.not.toThrow(/hidden/);
});

test("a file that others can read gets a warning; one that is its owner's does not", async () => {
  const open = worldOf({ files: { [kooCliPath]: { text: file([aksk]), mode: 0o644 } } });
  await kooCliFileSource(open, {})(endless());
  expect(open.warnings).toEqual([`${kooCliPath} holds keys and is open to other users (mode 644): chmod 600 it.`]);
  const windows = worldOf({
    environment: { HOME: "", USERPROFILE: "C:\\Users\\t" },
    files: { "C:\\Users\\t\\.hcloud\\config.json": { text: file([aksk]) } },
  });
  expect((await found(kooCliFileSource(windows, {}))).source).toContain("C:\\Users\\t");
  expect(windows.warnings).toEqual([]);
});

test("the region of the profile is there for all, also without keys", async () => {
  const world = (text: string) => worldOf({ files: { [kooCliPath]: text } });
  expect(await kooCliRegion(world(file([{ name: "default", region: "cn-east-3" }])), {})).toEqual({
    region: "cn-east-3",
    source: `KooCLI's file ${home}/.hcloud/config.json, profile default`,
  });
  expect(await kooCliRegion(world(file([{ name: "default", region: "" }])), {})).toMatchObject({ why: "no region" });
});
