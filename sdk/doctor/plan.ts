/** So many attempts a request has. The second is for what passes. */
export const mostAttempts = 2;

export interface PlannedRequests {
  /** What is asked for, for people. */
  what: string;
  most: number;
}

/** All that is asked, at most, in this order. The last line is for whatever goes wrong on the way. */
export const plan: readonly PlannedRequests[] = [
  { what: "projects, from IAM (the one of the region, or whether the one given is of it)", most: 2 },
  { what: "the first jobs of each type, with limits of 100, 10 and 1, at the offsets 0 and 1", most: 8 },
  { what: "the first job of the default workspace, where another one is named", most: 1 },
  { what: "pages at the offsets 1, 2 and 3, of one or two jobs", most: 3 },
  { what: "first pages with limits of 101, 1,000 and 1,001", most: 3 },
  { what: "the page behind the longest one that came, and page 1 with the same limit", most: 2 },
  { what: "the last job, and the place behind it", most: 2 },
  { what: "a page far past the end", most: 2 },
  { what: "jobs with a tag, with a made-up one, with both", most: 7 },
  { what: "jobs by a name, by parts of it, in the other case, by a made-up one", most: 12 },
  { what: "the first pages once more, to see whether the list has changed", most: 7 },
  { what: "second attempts, and what the place of the credentials needs (keys of an agency, say)", most: 4 },
];

/** No run sends more. */
export const mostRequests = plan.reduce((sum, { most }) => sum + most, 0);

/** Far below the service's quota of 30 in a second, which others of the same user need as well. */
export const requestsPerSecond = 10;
