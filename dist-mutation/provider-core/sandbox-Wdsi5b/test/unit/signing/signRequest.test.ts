// @ts-nocheck
import fc from "fast-check";
import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner";
import { canonicalRequest, canonicalPath, canonicalQuery } from "../../../sdk/signing/canonicalRequest";
import { sdkDate, stringToSign } from "../../../sdk/signing/stringToSign";
import { signRequest } from "../../../sdk/signing/signRequest";

const epochMs = Date.UTC(2026, 10, 23, 12, 34, 56, 789);

/** The vendor's own signer, as the oracle: it takes the query as an object whose values may be lists. */
function officialHeaders(
  path: string,
  query: readonly (readonly [string, string])[],
  headers: Record<string, string>,
  credentials: { accessKey: string; secretKey: string },
): Record<string, string> {
  const queryParams: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of query) (queryParams[name] ??= []).push(value);
  const { host = "", ...others } = headers;
  const request = { method: "GET", endpoint: `https://${host}${path}`, queryParams, headers: others };
  const keys = { getAk: () => credentials.accessKey, getSk: () => credentials.secretKey };
  return AKSKSigner.sign(request, keys as never);
}

const oddText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom("+", "%", "/", " ", "&", "=", "#", ";", "?", "~", "*", "'", "(", "é", "作业", "😀", "%2F"),
  }),
);
const segment = fc.stringMatching(/^[A-Za-z0-9._~-]{1,20}$/).filter((text) => !/^\.+$/.test(text));
const key = fc.stringMatching(/^[A-Za-z0-9]{1,40}$/);

test("signs generated requests exactly as the official signer does", () => {
  fc.assert(
    fc.property(
      fc.array(segment, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(oddText, oddText), { maxLength: 6 }),
      fc.record({ accessKey: key, secretKey: key, securityToken: fc.option(key, { nil: undefined }) }),
      fc.option(segment, { nil: undefined }),
      (path, query, credentials, workspace) => {
        const headers = {
          host: "dayu-dlf.cn-north-4.myhuaweicloud.com",
          "X-Project-Id": "p",
          ...(workspace !== undefined && { workspace }),
        };
        const ours = signRequest({ method: "GET", path, query, headers, body: "" }, credentials, epochMs);
        const official = officialHeaders(
          `/${path.join("/")}`,
          query,
          {
            ...headers,
            "X-Sdk-Date": sdkDate(epochMs),
            ...(credentials.securityToken !== undefined && { "X-Security-Token": credentials.securityToken }),
          },
          credentials,
        );
        expect(ours["Authorization"]).toBe(official["Authorization"]);
      },
    ),
    { numRuns: 2000 },
  );
});

test("the canonical path ends in a slash and has each segment encoded", () => {
  expect(canonicalPath(["v1", "a/b ü", "jobs"])).toBe("/v1/a%2Fb%20%C3%BC/jobs/");
});

test("the canonical query is sorted by name and value, with empty and repeated values kept", () => {
  const query: [string, string][] = [
    ["tags", "b"],
    ["limit", "10"],
    ["tags", "a b+c%"],
    ["jobName", ""],
  ];
  expect(canonicalQuery(query)).toBe("jobName=&limit=10&tags=a%20b%2Bc%25&tags=b");
});

test("the canonical request has its six parts on lines of their own", () => {
  const request = { method: "get", path: ["v1"], query: [], headers: { Host: "h", "X-Sdk-Date": " d " }, body: "" };
  expect(canonicalRequest(request).split("\n")).toEqual([
    "GET",
    "/v1/",
    "",
    "host:h",
    "x-sdk-date:d",
    "",
    "host;x-sdk-date",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  ]);
});

test("the string to sign begins with the algorithm and a date in UTC without milliseconds", () => {
  expect(sdkDate(epochMs)).toBe("20261123T123456Z");
  expect(stringToSign("20261123T123456Z", "x").split("\n").slice(0, 2)).toEqual([
    "SDK-HMAC-SHA256",
    "20261123T123456Z",
  ]);
});
