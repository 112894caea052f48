// @ts-nocheck
import { safeText } from "../redact";
import type { Job } from "./job";

/** What the reference promises of every job, and some servers leave out. */
const promised = ["status", "createUser", "createTime"] as const;

/** Counts the jobs that lack a field which the API's reference promises. */
export class MissingFields {
  #jobs = 0;
  #first = "";
  readonly #fields = new Set<string>();

  count(jobs: readonly Job[]): void {
    for (const job of jobs) {
      if (promised.every((field) => job[field] !== undefined)) continue;
      if (this.#jobs === 0) this.#first = job.name;
      this.#jobs += 1;
      for (const field of promised) if (job[field] === undefined) this.#fields.add(field);
    }
  }

  /** In one line what there is to tell, without a secret; undefined where no job lacks anything. */
  get warning(): string | undefined {
    if (this.#jobs === 0) return undefined;
    const fields = promised.filter((field) => this.#fields.has(field)).join(", ");
    const jobs = `${this.#jobs} job${this.#jobs === 1 ? "" : "s"}`;
    return (
      `${jobs} came without fields that the API's reference promises (${fields}), such as ` +
      `${JSON.stringify(safeText(this.#first))}: what is not there is left out of the job.`
    );
  }
}
