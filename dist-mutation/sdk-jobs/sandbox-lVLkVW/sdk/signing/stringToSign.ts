// @ts-nocheck
import { sha256Hex } from "./canonicalRequest";

export const algorithm = "SDK-HMAC-SHA256";

/** A time as `X-Sdk-Date` wants it: `yyyyMMddTHHmmssZ`, in UTC. */
export function sdkDate(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** "String to sign" of the API Request Signing Guide. */
export function stringToSign(date: string, canonical: string): string {
  return [algorithm, date, sha256Hex(canonical)].join("\n");
}
