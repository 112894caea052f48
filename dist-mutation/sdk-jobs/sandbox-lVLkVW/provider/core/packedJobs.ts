// @ts-nocheck
import { gunzipSync, gzipSync } from "node:zlib";
import type { Job } from "../../sdk/index";

/** More than any list is: what unpacks to more is no list of jobs. */
const mostBytes = 2 ** 28;

/** Ten thousand jobs in a state, in half a megabyte: JSON, by gzip, in base64. */
export function packJobs(jobs: readonly Job[]): string {
  return gzipSync(JSON.stringify(jobs)).toString("base64");
}

/**
 * @param packed or the list itself, as 0.1.0 wrote it
 * @returns undefined for anything else: somebody has changed the state
 */
export function unpackJobs(packed: unknown): Job[] | undefined {
  const jobs = typeof packed === "string" ? parsed(packed) : packed;
  return Array.isArray(jobs) && jobs.every(isJob) ? jobs : undefined;
}

function parsed(packed: string): unknown {
  try {
    const text = gunzipSync(Buffer.from(packed, "base64"), { maxOutputLength: mostBytes }).toString("utf8");
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isJob(value: unknown): value is Job {
  return typeof (value as Partial<Job> | null)?.name === "string";
}
