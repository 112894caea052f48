import type { DlfEmulatorOptions, EmulatedJob, Intervention } from "../../sdk/testing";
import {
  expectFailure,
  listedNames,
  namesOf,
  numberedJob,
  numberedJobs,
  quickClient,
  respond,
  startService,
} from "./service";

interface Page {
  total: unknown;
  jobs: unknown[];
}
const change = (changed: (page: Page) => unknown): Intervention => ({ kind: "page", change: changed });

const jobs = numberedJobs(250);
const names = namesOf(jobs);
const paging = { jobs, maxLimit: 50 };

/** Every request for this page, from `from` on and before `until`. */
function onPage(offset: number, intervention: Intervention, { from = 0, until = Infinity } = {}) {
  let times = -1;
  return ({ query }: { query: URLSearchParams }) => {
    if (query.get("offset") !== String(offset)) return undefined;
    times += 1;
    return times >= from && times < until ? intervention : undefined;
  };
}

describe("a page that contradicts the list", () => {
  const contradictions: [what: string, intercept: ReturnType<typeof onPage>][] = [
    [
      "an empty page in the middle",
      onPage(
        2,
        change(({ total }) => ({ total, jobs: [] })),
      ),
    ],
    [
      "a page shorter than the others",
      onPage(
        2,
        change((page) => ({ ...page, jobs: page.jobs.slice(0, 49) })),
      ),
    ],
    [
      "a last page that lacks a job",
      onPage(
        4,
        change((page) => ({ ...page, jobs: page.jobs.slice(1) })),
      ),
    ],
    [
      "a page that brings a job twice",
      onPage(
        3,
        change((page) => ({ ...page, jobs: [...page.jobs, page.jobs[0]] })),
      ),
    ],
    [
      "a page that brings another page's job",
      onPage(
        3,
        change((page) => ({ ...page, jobs: [numberedJob(0)] })),
      ),
    ],
    [
      "a first page that brings a job twice",
      onPage(
        0,
        change((page) => ({ ...page, jobs: Array(50).fill(page.jobs[0]) })),
      ),
    ],
    [
      "a total that is another on one page",
      onPage(
        2,
        change((page) => ({ ...page, total: 251 })),
      ),
    ],
    [
      "a total that is zero on one page",
      onPage(
        2,
        change((page) => ({ ...page, total: 0 })),
      ),
    ],
  ];

  test.each(contradictions)("%s: an IncompleteListError that tells both numbers", async (_what, intercept) => {
    const emulator = await startService({ ...paging, intercept });
    const error = await expectFailure(quickClient(emulator).listJobs(), { code: "INCOMPLETE_LIST", expected: 250 });
    expect(error).toHaveProperty("received", expect.any(Number));
    expect(error.message).toContain("250");
    // Three readings of five pages, each with a probe and one page to see the end.
    expect(emulator.requests.jobs).toBeLessThanOrEqual(3 * 7);
  });

  test.each(contradictions)("%s, at best effort: marked incomplete, and no job twice", async (_what, intercept) => {
    const emulator = await startService({ ...paging, intercept });
    const listed: number[] = [];
    const result = await quickClient(emulator).listJobs(
      { consistency: "best-effort" },
      { onProgress: (progress) => listed.push(progress.listed) },
    );
    expect(result.complete).toBe(false);
    expect(Math.max(...listed)).toBeLessThanOrEqual(jobs.length);
    expect(new Set(namesOf(result.jobs)).size).toBe(result.jobs.length);
    expect(names).toEqual(expect.arrayContaining(namesOf(result.jobs)));
  });

  test.each([
    ["an empty page in the middle", change(({ total }) => ({ total, jobs: [] }))],
    ["a page shorter than the others", change((page) => ({ ...page, jobs: page.jobs.slice(0, 49) }))],
    ["a job that comes twice", change((page) => ({ ...page, jobs: [...page.jobs.slice(1), numberedJob(0)] }))],
    ["a total that changes", change((page) => ({ ...page, total: 260 }))],
  ])("%s, once: the list is read again and whole", async (_what, intervention) => {
    const emulator = await startService({ ...paging, intercept: onPage(2, intervention, { until: 1 }) });
    expect(await listedNames(quickClient(emulator))).toEqual(names);
  });

  test("what changed twice is read a third time, and the third reading is the list", async () => {
    const emulator = await startService({
      ...paging,
      intercept: onPage(
        2,
        change(({ total }) => ({ total, jobs: [] })),
        { until: 2 },
      ),
    });
    expect(await listedNames(quickClient(emulator))).toEqual(names);
  });

  test("iterateJobs ends with the contradiction at once: what it handed out cannot be taken back", async () => {
    const emulator = await startService({
      ...paging,
      intercept: onPage(
        2,
        change(({ total }) => ({ total, jobs: [] })),
        { until: 1 },
      ),
    });
    const seen: string[] = [];
    const iterating = async () => {
      for await (const { name } of quickClient(emulator).iterateJobs()) seen.push(name);
    };
    await expectFailure(iterating(), { code: "INCOMPLETE_LIST" });
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("a job name that came twice is cut short in the error", async () => {
    const long: EmulatedJob = { ...numberedJob(0), name: `Signature=${"x".repeat(500_000)}\n` };
    const emulator = await startService({ jobs: [long, long] });
    const error = await expectFailure(quickClient(emulator).listJobs(), { code: "INCOMPLETE_LIST" });
    expect(error.message.length).toBeLessThan(1_000);
  });
});

describe("total", () => {
  const total = (value: unknown) => () => change((page) => ({ ...page, total: value }));

  test.each([251, 300, 1_000, 100_000])("%d where there are 250 jobs: an IncompleteListError", async (value) => {
    const emulator = await startService({ ...paging, intercept: total(value) });
    await expectFailure(quickClient(emulator).listJobs(), { code: "INCOMPLETE_LIST", expected: value, received: 250 });
    // Behind the end no more is asked for than what was under way: not all the pages that total promises.
    expect(emulator.requests.jobs).toBeLessThanOrEqual(3 * 20);
  });

  test.each([0, 1, 49, 51, 100, 200, 249])("%d where there are 250 jobs: all 250 are listed", async (value) => {
    const emulator = await startService({ ...paging, intercept: total(value) });
    expect(await listedNames(quickClient(emulator))).toEqual(names);
  });

  test.each([
    ["goes", names.slice(1)],
    ["goes, and another comes", [...names.slice(1), "z_new_one"]],
  ])("too low, and a job %s while the list is read: none is missing", async (_what, left) => {
    const emulator = await startService({
      ...{ ...paging, maxTotal: 200 },
      intercept: ({ query }) => {
        if (query.get("offset") === "3") emulator.setJobs(left.map((name, index) => ({ ...numberedJob(index), name })));
        return undefined;
      },
    });
    expect(await listedNames(quickClient(emulator))).toEqual(left);
  });

  test("too low, and other jobs with each reading: an IncompleteListError, or a list that says so", async () => {
    let came = 0;
    const emulator = await startService({
      ...{ ...paging, maxTotal: 200 },
      intercept: ({ query }) => {
        if (query.get("offset") !== "0") return undefined;
        came += 1;
        emulator.setJobs([{ ...numberedJob(0), name: `a_new_${came}` }, ...jobs]);
        return undefined;
      },
    });
    await expectFailure(quickClient(emulator).listJobs(), { code: "INCOMPLETE_LIST", expected: 200, received: 251 });
    const { complete } = await quickClient(emulator).listJobs({ consistency: "best-effort" });
    expect(complete).toBe(false);
    expect(came).toBe(2 * 3);
  });

  test.each([1_000_001, "999999999999999"])("%j is a mistake of the service, not a million requests", async (value) => {
    const emulator = await startService({ ...paging, intercept: total(value) });
    await expectFailure(quickClient(emulator).listJobs(), { code: "INCOMPLETE_LIST" });
    expect(emulator.requests.jobs).toBeLessThanOrEqual(3 * 2);
  });

  test("in a string is read as the number it spells", async () => {
    const emulator = await startService({ ...paging, intercept: total("250") });
    expect(await listedNames(quickClient(emulator))).toEqual(names);
  });

  test.each([undefined, null, "", "many", "-1", "1e3", " 250", -1, 2.5, 1e300, true, [250], {}])(
    "%j is no total: an error, not a list",
    async (value) => {
      const emulator = await startService({ ...paging, intercept: total(value) });
      const error = await expectFailure(quickClient(emulator).listJobs(), { code: "UNEXPECTED_ANSWER", attempts: 5 });
      expect(error.message).toContain("total");
    },
  );

  test("that changes once is read again", async () => {
    const emulator = await startService({ ...paging, intercept: onPage(3, total(300)(), { until: 1 }) });
    expect(await listedNames(quickClient(emulator))).toEqual(names);
  });

  test("that changes with every answer is an IncompleteListError", async () => {
    const emulator = await startService({
      ...paging,
      intercept: ({ index }) => change((page) => ({ ...page, total: 250 + index })),
    });
    await expectFailure(quickClient(emulator).listJobs(), { code: "INCOMPLETE_LIST" });
    expect(emulator.requests.jobs).toBeLessThanOrEqual(3 * 20);
  });
});

describe("jobs that come and go while the list is read", () => {
  const extra = (index: number): EmulatedJob => ({ ...numberedJob(index), name: `a_new_${index}` });

  test.each([
    ["inserted at the front", [extra(0), ...jobs]],
    ["inserted at the end", [...jobs, extra(0)]],
    ["deleted at the front", jobs.slice(1)],
    ["deleted at the end", jobs.slice(0, -1)],
    ["replaced by another at the front", [extra(0), ...jobs.slice(1)]],
    ["replaced: one deleted in front, one appended", [...jobs.slice(1), extra(0)]],
  ])("a job %s once: the list as it is before or after, nothing between", async (_what, after) => {
    for (const at of [1, 2, 4, 6]) {
      const emulator = await startService({
        ...paging,
        // The answer to this very request is still made of the old list.
        intercept: ({ index }) => {
          if (index === at) emulator.setJobs(after);
          return undefined;
        },
      });
      const listed = await listedNames(quickClient(emulator, { concurrency: 1 }));
      // A swap that leaves the number and no name twice cannot be seen from outside, except for the job itself.
      if (after.length === jobs.length) expect(new Set(listed).size).toBe(jobs.length);
      else expect([names, namesOf(after)]).toContainEqual(listed);
    }
  });

  test.each([
    ["inserted", (index: number) => [...Array.from({ length: index + 1 }, (_, each) => extra(each)), ...jobs]],
    ["deleted", (index: number) => jobs.slice(index + 1)],
  ])("a job %s before every page: an IncompleteListError after three readings", async (_what, listAt) => {
    const emulator = await startService({
      ...paging,
      intercept: ({ index }) => {
        emulator.setJobs(listAt(index));
        return undefined;
      },
    });
    await expectFailure(quickClient(emulator).listJobs(), { code: "INCOMPLETE_LIST" });
    expect(emulator.requests.jobs).toBeLessThanOrEqual(3 * 10);
  });
});

describe("readings of offset and limit", () => {
  const counts = [0, 1, 37, 38, 100, 250, 251, 740, 1_001];
  const pagings = (["page", "record", "page-from-1"] as const).flatMap((offset) =>
    [37, 100, 250, 1_000].flatMap((maxLimit) =>
      (["cap", "limit"] as const).map((cappedPagesCountIn) => ({ offset, maxLimit, cappedPagesCountIn })),
    ),
  );

  test.each(pagings)("offset $offset, at most $maxLimit, counted in $cappedPagesCountIn: exact", async (read) => {
    const emulator = await startService(read);
    for (const count of counts) {
      const some = numberedJobs(count);
      emulator.setJobs(some);
      emulator.requests.reset();
      expect(await listedNames(quickClient(emulator))).toEqual(namesOf(some));
      expect(emulator.requests.jobs).toBeLessThanOrEqual(Math.ceil(count / read.maxLimit) + 3);
    }
  });

  test.each([37, 50, 99, 100, 250, 1_000])("an ignored offset, pages of %d: whole or an error", async (maxLimit) => {
    const emulator = await startService({ offset: "ignored", maxLimit });
    // As many jobs as a full page could be the first of many such pages.
    for (const count of [0, 1, maxLimit - 1]) {
      emulator.setJobs(numberedJobs(count));
      expect(await listedNames(quickClient(emulator))).toEqual(namesOf(numberedJobs(count)));
    }
    for (const count of [maxLimit + 1, 2 * maxLimit, 10 * maxLimit]) {
      emulator.setJobs(numberedJobs(count));
      emulator.requests.reset();
      await expectFailure(quickClient(emulator).listJobs(), { code: "INCOMPLETE_LIST", expected: count });
      expect(emulator.requests.jobs).toBeLessThanOrEqual(3 * 12);
    }
  });

  test.each(["page", "record"] as const)(
    "a limit over 100 that is refused: pages of 100, offset %s",
    async (offset) => {
      const emulator = await startService({ offset, maxLimit: 100, overMaxLimit: "refuse" });
      for (const count of counts) {
        const some = numberedJobs(count);
        emulator.setJobs(some);
        emulator.requests.reset();
        expect(await listedNames(quickClient(emulator))).toEqual(namesOf(some));
        expect(emulator.requests.jobs).toBeLessThanOrEqual(Math.ceil(count / 100) + 3);
      }
    },
  );

  const odd: DlfEmulatorOptions[] = [
    { offset: "record-rounded" },
    ...(["refuse", "empty", "empty-total-0"] as const).map((pageZero) => ({
      offset: "page-from-1" as const,
      pageZero,
    })),
    ...(["page", "record", "record-rounded", "page-from-1"] as const).flatMap((offset) =>
      (["refuse", "first-page"] as const).map((pastEnd) => ({ offset, pastEnd })),
    ),
  ];
  const oddAndCapped = odd.flatMap((read) => [37, 100, 250, 1_000].map((maxLimit) => ({ ...read, maxLimit })));

  test.each(oddAndCapped)("%j: exact as well", async (read) => {
    const emulator = await startService(read);
    for (const count of counts.filter((each) => each > 0)) {
      const some = numberedJobs(count);
      emulator.setJobs(some);
      emulator.requests.reset();
      expect(await listedNames(quickClient(emulator))).toEqual(namesOf(some));
      // A page 0 that is refused looks like a limit that is, which takes a request to tell.
      const requests = Math.ceil(count / read.maxLimit) + (read.pageZero === "refuse" ? 4 : 3);
      expect(emulator.requests.jobs).toBeLessThanOrEqual(requests);
    }
  });

  test.each([
    [200, 500],
    [500, 600],
    [250, 500],
    [300, 900],
    [50, 80],
  ])("a cap of %d, and total says no more: all %d jobs are listed", async (maxLimit, count) => {
    for (const offset of ["page", "record", "record-rounded", "page-from-1"] as const) {
      const emulator = await startService({
        ...{ offset, maxLimit, maxTotal: maxLimit, cappedPagesCountIn: "limit" },
        jobs: numberedJobs(count),
      });
      expect(await listedNames(quickClient(emulator))).toEqual(namesOf(numberedJobs(count)));
    }
  });

  test("no jobs on page 0, and page 1 refused: an error that says so, not the empty list", async () => {
    const emulator = await startService({
      ...{ jobs, offset: "page-from-1", pageZero: "empty-total-0" },
      intercept: ({ query }) => (query.get("offset") === "1" ? respond(400, "{}") : undefined),
    });
    const error = await expectFailure(quickClient(emulator).listJobs(), {
      ...{ code: "API_ERROR", status: 400, requestId: "request-400", attempts: 1 },
    });
    expect(error.message).toContain("that there are none is not certain");
  });

  test("a limit that is refused does not hide why the next request failed", async () => {
    const refusesMore = { jobs, maxLimit: 100, overMaxLimit: "refuse" } as const;
    const probe = (status: number) => ({
      ...refusesMore,
      intercept: ({ query }: { query: URLSearchParams }) =>
        query.get("offset") === "1" ? respond(status, "{}") : undefined,
    });
    const of = async (status: number) => quickClient(await startService(probe(status)));
    await expectFailure((await of(403)).listJobs(), { code: "AUTHENTICATION", status: 403 });
    await expectFailure((await of(503)).listJobs(), { code: "API_ERROR", status: 503 });
    await expectFailure((await of(429)).listJobs(), { code: "THROTTLED", status: 429 });
  });

  test("who ends a list is told so, though a limit was refused before", async () => {
    const emulator = await startService({
      ...{ jobs, maxLimit: 100, overMaxLimit: "refuse" },
      intercept: ({ query }) => (query.get("offset") === "1" ? { kind: "hang" } : undefined),
    });
    const reason = new Error("enough");
    const ended = new AbortController();
    const listing = quickClient(emulator).listJobs({}, { signal: ended.signal });
    setTimeout(() => {
      ended.abort(reason);
    }, 100);
    await expect(listing).rejects.toBe(reason);
  });

  test("a limit that is refused even at 100 is the service's own error", async () => {
    const emulator = await startService({ jobs, maxLimit: 50, overMaxLimit: "refuse" });
    await expectFailure(quickClient(emulator).listJobs(), {
      code: "API_ERROR",
      status: 400,
      errorCode: "DLF.3051",
      attempts: 1,
    });
    // The first two, and the first page once more with a limit that is documented.
    expect(emulator.requests.jobs).toBe(3);
  });

  test("a service that refuses to read past the end still gives its single page", async () => {
    const emulator = await startService({
      jobs: jobs.slice(0, 7),
      intercept: ({ query }) => (query.get("offset") === "0" ? undefined : respond(400, "{}")),
    });
    expect(await listedNames(quickClient(emulator))).toEqual(namesOf(jobs.slice(0, 7)));
  });
});

describe("jobs that cannot be read", () => {
  test.each([
    ["without a name", { name: undefined }],
    ["with an empty name", { name: "" }],
    ["with a status that is no text", { status: 7 }],
    ["with a time that is a text", { createTime: "yesterday" }],
    ["with a time beyond 2^53", { createTime: 2 ** 53 + 2 }],
    ["of the other type", { jobType: "REAL_TIME" }],
    ["of no type", { jobType: undefined }],
  ])("a job %s: an error at once that names it, not a list without it", async (_what, fields) => {
    const broken = { ...numberedJob(7), ...fields };
    const emulator = await startService({
      ...paging,
      intercept: () => change((page) => ({ ...page, jobs: [...page.jobs.slice(1), broken] })),
    });
    const error = await expectFailure(quickClient(emulator).listJobs(), {
      code: "UNEXPECTED_ANSWER",
      permanent: true,
      attempts: 1,
      status: 200,
    });
    expect(error.requestId).toMatch(/^request\d+$/);
    expect(error).toHaveProperty("job", broken.name ? "job_00007" : "number 50 of the page");
  });

  test.each([null, 7, "job", [], [[]]])("%j in the place of a job: an error, not a list without it", async (value) => {
    const emulator = await startService({
      ...paging,
      intercept: () => change((page) => ({ ...page, jobs: [...page.jobs.slice(1), value] })),
    });
    await expectFailure(quickClient(emulator).listJobs(), { code: "UNEXPECTED_ANSWER", permanent: true });
  });
});
