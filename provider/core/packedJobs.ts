import { gunzipSync, gzipSync } from "node:zlib";
import type { Job } from "../../sdk/index";

/** Ten thousand jobs in a state, in half a megabyte: JSON, by gzip, in base64. */
export function packJobs(jobs: readonly Job[]): string {
  return gzipSync(JSON.stringify(jobs)).toString("base64");
}

/** @param packed or the list itself, as 0.1.0 wrote it */
export function unpackJobs(packed: string | Job[]): Job[] {
  if (typeof packed !== "string") return packed;
  return JSON.parse(gunzipSync(Buffer.from(packed, "base64")).toString("utf8")) as Job[];
}
