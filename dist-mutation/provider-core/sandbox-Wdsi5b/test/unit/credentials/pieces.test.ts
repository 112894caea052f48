// @ts-nocheck
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shortened } from "../../../sdk/credentials/credentials";
import { jsonPositions, lineAt } from "../../../sdk/credentials/jsonPositions";
import { readTextFile } from "../../../sdk/credentials/readTextFile";
import { temporaryKeys } from "../../../sdk/credentials/temporary";
import { checkedMetadataEndpoint } from "../../../sdk/configuration/endpoints";
import { fakeRuntime } from "../fakeRuntime";
import { inAnHour, noon, stsAnswer } from "./worldOf";

describe("how long temporary keys hold", () => {
  const answer = (end: string, date?: number) => ({
    status: 200,
    headers: {},
    said: "",
    text: "",
    ...stsAnswer(end),
    date,
  });
  test("is told by the server's own two times: a wrong clock here makes no difference", () => {
    const runtime = fakeRuntime();
    runtime.setWallClock(5 * 3_600_000);
    const { endsAt } = temporaryKeys(answer("2026-11-23T13:00:00.000000Z", noon), "keys", runtime);
    expect(endsAt).toBe(inAnHour);
  });
  test("is not known when the keys are over by the server's clock", () => {
    expect(temporaryKeys(answer("2026-11-23T11:00:00Z", noon), "keys", fakeRuntime())).not.toHaveProperty("endsAt");
  });
  test("must be a time", () => {
    expect(() => temporaryKeys(answer("tomorrow"), "keys", fakeRuntime())).toThrow(/no time of expiry/);
  });
});

test.each(["{}", "[]", '"a\\u00e9\\n"', "-1.5e+3", " null ", '{"a":[{"b":"\u007f"},true]}'])(
  "%j is whole JSON",
  (text) => {
    JSON.parse(text);
    expect(jsonPositions(text).brokenAt).toBeUndefined();
  },
);
test.each([
  ['{"a":1,}', 7],
  ['{"a":01}', 6],
  ['{"a" 1}', 5],
  ['["a\nb"]', 1],
  ['{"a":1} x', 8],
  ["", 0],
  ["[".repeat(100_000), 0],
])("%#: broken JSON is found out where it breaks", (text, at) => {
  expect(() => JSON.parse(text) as unknown).toThrow();
  expect(jsonPositions(text).brokenAt).toBeGreaterThanOrEqual(at);
});
test("lines end as editors count them", () => {
  expect([0, 1, 3, 5, 7].map((at) => lineAt("a\r\nb\nc\rd", at))).toEqual([1, 1, 2, 3, 4]);
});

test("a shortened key tells two apart and opens nothing", () => {
  expect(["HPUAAAAAAAAAAAAAAAX3", "SHORT", ""].map(shortened)).toEqual(["HPUA…X3", "S…", "…"]);
});

test.each(["http://169.254.169.254", "http://127.0.0.1:8080", "http://localhost"])(
  "%s may be the metadata service",
  (text) => {
    expect(checkedMetadataEndpoint("metadataEndpoint", text)).toBe(text);
  },
);
test.each([
  "http://169.254.169.253",
  "http://169.254.169.254:8080",
  "https://169.254.169.254",
  "http://169.254.169.254.example",
  "http://10.0.0.1",
])("%s may not", (text) => {
  expect(() => checkedMetadataEndpoint("metadataEndpoint", text)).toThrow(/must be http:\/\/169\.254\.169\.254/);
});

describe("a file of credentials", () => {
  let folder = "";
  const path = (name: string) => join(folder, name);
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "credentials-"))));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test("comes with its permissions and without a byte order mark", async () => {
    writeFileSync(path("a"), "\ufeffak = 1");
    chmodSync(path("a"), 0o640);
    expect(await readTextFile(path("a"))).toEqual({ text: "ak = 1", mode: 0o640 });
  });
  test("that is not there is undefined, also below a file", async () => {
    expect([await readTextFile(path("none")), await readTextFile(path("a/b"))]).toEqual([undefined, undefined]);
  });
  test("that is a folder, no text or far too long is an error that names it", async () => {
    mkdirSync(path("folder"));
    writeFileSync(path("binary"), Buffer.from([0xff, 0xfe, 0]));
    writeFileSync(path("long"), "x".repeat(1_100_000));
    await expect(readTextFile(path("folder"))).rejects.toThrow(/folder is no plain file/);
    await expect(readTextFile(path("binary"))).rejects.toThrow(/binary is not UTF-8/);
    await expect(readTextFile(path("long"))).rejects.toThrow(/long has 1100000 bytes/);
  });
});
