// @ts-nocheck
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { EmulatedCredentials } from "./options";

export interface SignedRequest {
  method: string;
  /** Path and query as they came, nothing decoded. */
  rawUrl: string;
  /** By lower-cased name. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

const maxClockDifferenceMs = 15 * 60_000;

/**
 * Why a request is not taken; undefined when its signature holds.
 *
 * Written from the API Request Signing Guide alone, and from the side of a server: it verifies whatever headers the
 * request says are signed, and any spelling of its query. It shares nothing with the client's signer.
 */
export function refusal(
  request: SignedRequest,
  accepted: readonly EmulatedCredentials[],
  now: number,
): string | undefined {
  const authorization = request.headers["authorization"];
  if (authorization === undefined) return "no Authorization header";
  const parts = /^SDK-HMAC-SHA256 Access=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/.exec(
    authorization,
  );
  if (!parts) return "malformed Authorization header";
  const [, accessKey = "", headerList = "", signature = ""] = parts;
  const signed = headerList.split(";");

  const credentials = accepted.find((each) => each.accessKey === accessKey);
  if (!credentials) return "unknown access key";
  if (!signed.includes("x-sdk-date")) return "X-Sdk-Date is not signed";
  const date = request.headers["x-sdk-date"] ?? "";
  const age = now - sdkDateToMs(date);
  if (!(Math.abs(age) <= maxClockDifferenceMs)) return "request expired, or the clock is wrong";
  if (credentials.securityToken !== undefined) {
    if (request.headers["x-security-token"] !== credentials.securityToken) return "wrong X-Security-Token";
    if (!signed.includes("x-security-token")) return "X-Security-Token is not signed";
  }

  const holds = canonicalForms(request, signed).some((canonical) => {
    const text = `SDK-HMAC-SHA256\n${date}\n${createHash("sha256").update(canonical).digest("hex")}`;
    const expected = createHmac("sha256", credentials.secretKey).update(text).digest();
    return timingSafeEqual(expected, Buffer.from(signature, "hex"));
  });
  return holds ? undefined : "verify aksk signature fail";
}

/** One form for each way to read a `+` in the query: itself, or a space as in HTML forms. */
function canonicalForms(request: SignedRequest, signed: readonly string[]): string[] {
  const [path, query] = splitOnce(request.rawUrl, "?");
  const queries = query.includes("+") ? [query, query.replaceAll("+", "%20")] : [query];
  const segments = path.split("/").map((segment) => encode(decodeURIComponent(segment)));
  const uri = segments.join("/");
  const headers = signed.map((name) => `${name}:${(request.headers[name] ?? "").trim()}\n`).join("");
  const bodyHash = createHash("sha256").update(request.body).digest("hex");
  return queries.map((each) =>
    [
      request.method,
      uri.endsWith("/") ? uri : `${uri}/`,
      normalizeQuery(each),
      headers,
      signed.join(";"),
      bodyHash,
    ].join("\n"),
  );
}

function normalizeQuery(query: string): string {
  if (query === "") return "";
  const pairs = query.split("&").map((pair) => splitOnce(pair, "=").map(decodeURIComponent) as [string, string]);
  pairs.sort((a, b) => (a[0] === b[0] ? compare(a[1], b[1]) : compare(a[0], b[0])));
  return pairs.map((pair) => pair.map(encode).join("=")).join("&");
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

const unreserved = new Set(Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"));

/** Byte by byte, as RFC 3986 has it. */
function encode(text: string): string {
  let encoded = "";
  for (const byte of Buffer.from(text, "utf8")) {
    encoded += unreserved.has(byte)
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return encoded;
}

/** NaN for anything but `yyyyMMddTHHmmssZ`. */
function sdkDateToMs(date: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!parts) return NaN;
  const [year = 0, month = 1, day, hours, minutes, seconds] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hours, minutes, seconds);
}
