// @ts-nocheck
import type { DlfEmulatorOptions } from "../../sdk/testing";

/** So many that pages of ten are two, the last one short; as many with a full last one. */
const jobs = { seed: 17, batch: 16, realTime: 3 };
const fullPages = { seed: 17, batch: 20, realTime: 3 };
/** An answer that comes again and again is to stay short. */
const fewer = { seed: 17, batch: 13, realTime: 3 };
const short = { maxLimit: 10 } as const;

/** What a service may do, by the name of the recording that shows it. */
export const behaviours: Readonly<Record<string, DlfEmulatorOptions>> = {
  "offset-page": { jobs },
  "offset-page-from-1": { jobs, offset: "page-from-1" },
  "offset-record": { jobs, offset: "record" },
  "offset-record-rounded": { jobs, offset: "record-rounded" },
  "offset-ignored": { jobs: fewer, offset: "ignored" },
  "page-zero-refused": { jobs, offset: "page-from-1", pageZero: "refuse" },
  "page-zero-empty": { jobs, offset: "page-from-1", pageZero: "empty" },
  "page-zero-empty-total-0": { jobs, offset: "page-from-1", pageZero: "empty-total-0" },
  "past-end-empty": { jobs: fullPages, ...short, pastEnd: "empty" },
  "past-end-refused": { jobs: fullPages, ...short, pastEnd: "refuse" },
  "past-end-first-page": { jobs: fullPages, ...short, pastEnd: "first-page" },
  "total-too-small": { jobs, ...short, maxTotal: 12 },
  "limit-capped": { jobs, ...short, offset: "record" },
  "limit-capped-pages-in-limit": { jobs, ...short, cappedPagesCountIn: "limit" },
  "limit-refused": { jobs, maxLimit: 100, overMaxLimit: "refuse" },
  "tags-any": { jobs, tagMatch: "any" },
  "tags-all": { jobs, tagMatch: "all" },
};
