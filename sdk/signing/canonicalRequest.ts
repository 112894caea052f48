import { createHash } from "node:crypto";
import { rfc3986 } from "./rfc3986";

/** A request as the signature sees it: nothing encoded yet. */
export interface SignableRequest {
  method: string;
  /** Decoded path segments: `["v1", projectId, "jobs"]`. */
  path: readonly string[];
  /** Decoded names and values; a name may come more than once, a value may be empty. */
  query: readonly (readonly [name: string, value: string])[];
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** The path as it is sent. The canonical one has a slash more at its end. */
export function requestPath(path: readonly string[]): string {
  return `/${path.map(rfc3986).join("/")}`;
}

export function canonicalPath(path: readonly string[]): string {
  const sent = requestPath(path);
  return sent.endsWith("/") ? sent : `${sent}/`;
}

/** Sorted by name, then by value, both before encoding. What is sent is this very string. */
export function canonicalQuery(query: SignableRequest["query"]): string {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...query]
    .sort(([nameA, valueA], [nameB, valueB]) => order(nameA, nameB) || order(valueA, valueB))
    .map(([name, value]) => `${rfc3986(name)}=${rfc3986(value)}`)
    .join("&");
}

function sortedHeaders(headers: SignableRequest["headers"]): [name: string, value: string][] {
  return Object.entries(headers)
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.trim()])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Lower-cased, sorted, joined by `;`. */
export function signedHeaderNames(headers: SignableRequest["headers"]): string {
  return sortedHeaders(headers)
    .map(([name]) => name)
    .join(";");
}

export function sha256Hex(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** "Canonical request" of Huawei Cloud's API Request Signing Guide. */
export function canonicalRequest(request: SignableRequest): string {
  const headerLines = sortedHeaders(request.headers).map(([name, value]) => `${name}:${value}\n`);
  return [
    request.method.toUpperCase(),
    canonicalPath(request.path),
    canonicalQuery(request.query),
    headerLines.join(""),
    signedHeaderNames(request.headers),
    sha256Hex(request.body),
  ].join("\n");
}
