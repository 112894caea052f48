import type { Job } from "../../sdk/index";

/**
 * Jobs in a state, in JSON by type and name. A text, since the engine copies, compares and logs each value by itself; one
 * that it can read, since it prints what a refresh has changed from these, job by job and field by field.
 */
export function jobsToText(jobs: readonly Job[]): string {
  return JSON.stringify(Object.fromEntries(jobs.map((job) => [`${job.jobType}/${job.name}`, job])));
}

/**
 * @param stored or the list itself, as 0.1.0 wrote it
 * @returns undefined for anything else: somebody has changed the state
 */
export function jobsOfText(stored: unknown): Job[] | undefined {
  const jobs = typeof stored === "string" ? valuesOf(stored) : stored;
  return Array.isArray(jobs) && jobs.every(isJob) ? jobs : undefined;
}

function valuesOf(text: string): unknown {
  try {
    const byName: unknown = JSON.parse(text);
    return typeof byName === "object" && byName !== null ? Object.values(byName) : undefined;
  } catch {
    return undefined;
  }
}

function isJob(value: unknown): value is Job {
  return typeof (value as Partial<Job> | null)?.name === "string";
}
