import { ApiError, IncompleteListError, NetworkError } from "../../../sdk/errors";
import type { Job } from "../../../sdk/jobs/job";
import { listAll } from "../../../sdk/jobs/listAll";
import { listPages } from "../../../sdk/jobs/listPages";
import type { PageRequest } from "../../../sdk/jobs/listPage";
import { simulateService, someJobs, type Paging } from "../../property/simulatedService";

/** How a list begins where a service is in trouble, contradicts itself, or reads `offset` in an odd way. */

type Answer = { total: number; jobs: Job[] } | Error;

const openers = [
  { offset: 0, limit: 1_000 },
  { offset: 1, limit: 100 },
];
const telling = { offset: 3, limit: 2 };
const refused = new ApiError("refused", { status: 400 });
const down = new ApiError("down", { status: 503 });

async function listWith(answer: (page: PageRequest, request: number) => Answer, best = false, concurrency = 1) {
  const requests: PageRequest[] = [];
  const listed = await listAll(
    (page) => {
      const given = answer(page, requests.push(page) - 1);
      return given instanceof Error ? Promise.reject(given) : Promise.resolve(given);
    },
    { concurrency, consistency: best ? "best-effort" : "strict", onProgress: () => undefined },
  ).then(
    ({ jobs, complete }) => ({ names: jobs.map(({ name }) => name), complete }),
    (error: unknown) => ({ error }),
  );
  return { requests, ...listed };
}

async function list(paging: Partial<Paging>, count: number, total = count) {
  const jobs = someJobs(count);
  const whole: Paging = { offset: "page", cap: 1_000, overCap: "cap", countedIn: "cap", ...paging };
  const service = simulateService(
    whole,
    () => jobs,
    () => total,
  );
  const { jobs: listed, complete } = await listAll(service.fetchPage, {
    ...{ concurrency: 4, consistency: "strict", onProgress: () => undefined },
  });
  expect(listed).toEqual(jobs);
  expect(complete).toBe(true);
  return service.requests;
}

const page = (from: number, to: number, total: number) => ({ total, jobs: someJobs(to).slice(from) });

describe("a refusal is an answer, any other failure is none", () => {
  test("of the first page, while the probe fails otherwise: that failure is told, and nothing more is asked", async () => {
    const { requests, ...ended } = await listWith(({ offset }) => (offset === 0 ? refused : down));
    expect(ended).toEqual({ error: down });
    expect(requests).toEqual(openers);
  });

  test("of everything: the first one is told, after a limit was tried that every service accepts", async () => {
    const first = new ApiError("the first", { status: 400 });
    const { requests, ...ended } = await listWith((_page, request) => (request === 0 ? first : refused));
    expect(ended).toEqual({ error: first });
    expect(requests).toEqual([...openers, { offset: 0, limit: 100 }]);
  });

  test.each([401, 403, 404, 500])("a first page that fails with %d ends the listing", async (status) => {
    const error = new ApiError("no", { status });
    const { requests, ...ended } = await listWith(({ offset }) => (offset === 0 ? error : page(0, 0, 0)));
    expect(ended).toEqual({ error });
    expect(requests).toEqual(openers);
  });

  test.each([
    ["less than total tells", 20, 120],
    ["a length that nobody chooses, and less than total tells", 7, 30],
    ["a length that may be a cap", 50, 50],
    ["more than the probe holds", 150, 150],
  ])("of the probe, with a first page of %s: its failure ends the listing", async (_what, size, total) => {
    for (const error of [down, new NetworkError("cut")]) {
      const ended = await listWith(({ offset }) => (offset === 0 ? page(0, size, total) : error));
      expect(ended).toMatchObject({ error });
    }
  });

  test("of a probe that cannot be past the end: it is told", async () => {
    const ended = await listWith(({ offset }) => (offset === 0 ? page(0, 150, 150) : refused));
    expect(ended).toMatchObject({ error: refused });
  });

  test("of a probe past the end: the list ends where total says so, once the next page is seen to be none", async () => {
    expect(await list({ pastEnd: "refused" }, 50)).toEqual([...openers, { offset: 1, limit: 50 }]);
    expect(await list({ pastEnd: "refused" }, 100)).toEqual([...openers, { offset: 1, limit: 100 }]);
    expect(await list({ pastEnd: "refused" }, 7)).toEqual(openers);
    expect(await list({ pastEnd: "refused", cap: 100, overCap: "refuse" }, 100)).toEqual([
      ...[...openers, { offset: 0, limit: 100 }, { offset: 1, limit: 100 }],
    ]);
  });

  test("of a page in the middle that is none: it is told", async () => {
    const ended = await listWith(({ offset, limit }) =>
      offset < 2 ? page(offset * 100, (offset + 1) * 100, 450) : limit === 100 ? down : page(0, 0, 450),
    );
    expect(ended).toMatchObject({ error: down });
  });
});

describe("an empty first page", () => {
  test("whose probe is refused tells what the refusal told, and that nothing is certain", async () => {
    const details = { status: 400, requestId: "r-1", errorCode: "DLF.3051" };
    const refusal = Object.assign(new ApiError("offset", details), { attempts: 2 });
    const { error } = (await listWith(({ offset }) => (offset === 0 ? page(0, 0, 0) : refusal))) as { error: ApiError };
    expect(error).toMatchObject({ ...details, attempts: 2, cause: refusal });
    expect(error.message).toMatch(
      /^The first page of jobs is empty, but that there are none is not certain, .*: offset$/,
    );
  });

  test("whose probe fails otherwise is that failure", async () => {
    expect(await listWith(({ offset }) => (offset === 0 ? page(0, 0, 0) : down))).toMatchObject({ error: down });
  });

  test("before a page 1 that says another total contradicts it", async () => {
    const ended = await listWith(({ offset }) =>
      offset === 0 ? page(0, 0, 10) : offset === 1 ? page(0, 12, 12) : page(0, 0, 12),
    );
    expect(ended).toMatchObject({ error: expect.any(IncompleteListError) as unknown });
    expect((ended as { error: Error }).error.message).toContain("total changed from 10 to 12 between two pages");
  });
});

describe("pages from 1", () => {
  test.each<[string, Partial<Paging>, number, PageRequest[]]>([
    [
      "a page 1 that is refused a large limit",
      { cap: 100, overCap: "refuse", pageZero: "empty" },
      250,
      [
        ...[
          { offset: 0, limit: 100 },
          { offset: 2, limit: 100 },
          { offset: 3, limit: 100 },
        ],
      ],
    ],
    [
      "a page 1 that is shorter than the probe may be",
      { cap: 50, pageZero: "empty" },
      220,
      [2, 3, 4, 5].map((offset) => ({ offset, limit: 50 })),
    ],
    ["a page 1 that one more ends", { pageZero: "empty" }, 199, [{ offset: 2, limit: 100 }]],
    [
      "a page 1 that two more would end",
      { pageZero: "empty" },
      200,
      [
        ...[
          { offset: 1, limit: 1_000 },
          { offset: 2, limit: 200 },
        ],
      ],
    ],
    ["no jobs at all, and page 0 refused", { pageZero: "refused" }, 0, [{ offset: 0, limit: 100 }]],
    ["short ones", { cap: 7 }, 13, [telling, { offset: 2, limit: 7 }]],
  ])("%s", async (_what, paging, count, rest) => {
    expect(await list({ offset: "page-from-1", ...paging }, count)).toEqual([...openers, ...rest]);
  });

  test.each<[string, (jobs: Job[]) => Job[]]>([
    ["lacks one job", (jobs) => jobs.filter((_, index) => index !== 5)],
    ["is shorter than before", (jobs) => jobs.slice(0, 50)],
  ])("a page 1 that %s when it is asked for again is read again", async (_what, change) => {
    const before = someJobs(1_000);
    const after = change(before);
    const paging: Paging = { offset: "page-from-1", cap: 1_000, overCap: "cap", countedIn: "cap", pageZero: "empty" };
    const service = simulateService(paging, (request) => (request < 2 ? before : after));
    const { jobs } = await listAll(service.fetchPage, {
      ...{ concurrency: 4, consistency: "strict", onProgress: () => undefined },
    });
    expect(jobs).toEqual(after);
  });

  test("and that changes each time is told", async () => {
    const ended = await listWith(({ offset, limit }, request) => {
      if (offset === 0) return page(0, 0, 1_000);
      return { total: 1_000, jobs: someJobs(1_000 + request).slice(request, request + limit) };
    });
    expect((ended as { error: Error }).error.message).toContain("page 1 is another one when it is asked for again");
  });
});

describe("a probe that brings the first page again", () => {
  test("a list too short for a cap is all, if total says so", async () => {
    expect(await list({ offset: "ignored" }, 5)).toEqual(openers);
    expect(await list({ offset: "ignored" }, 7)).toEqual([...openers, telling]);
    expect(await list({ offset: "ignored", cap: 100, overCap: "refuse" }, 42)).toEqual([
      ...[...openers, { offset: 0, limit: 100 }],
    ]);
  });

  test("a full page of the probe's length that lies at the end is all", async () => {
    const paging = { offset: "page", cap: 100, countedIn: "limit", pastEnd: "first page" } as const;
    expect(await list(paging, 100)).toEqual([...openers, telling]);
  });

  test("a page of just the length that every service accepts is not believed to be all", async () => {
    const paging = { offset: "ignored", cap: 100, overCap: "refuse" } as const;
    await expect(list(paging, 100)).rejects.toThrow("whatever the offset");
  });

  test("pages from 1 are read on though total is that of the first page", async () => {
    expect(await list({ offset: "page-from-1", cap: 20 }, 33, 20)).toContainEqual({ offset: 2, limit: 20 });
  });

  test("pages from 1 that are shorter than any that can be asked about are read as such", async () => {
    expect(await list({ offset: "page-from-1", cap: 5 }, 12)).toEqual([
      ...[...openers, { offset: 2, limit: 5 }, { offset: 3, limit: 5 }],
    ]);
  });

  test("a job that only a question about pages of one length brings is not left out in silence", async () => {
    const { error } = (await listWith(({ limit }) => {
      const { jobs } = page(0, 51, 50);
      return { total: 50, jobs: limit === 50 ? jobs.slice(1) : jobs.slice(0, limit === 2 ? 2 : 50) };
    })) as { error: Error };
    expect(error).toBeInstanceOf(IncompleteListError);
  });

  test("an offset that is ignored is told, after three readings", async () => {
    const { requests, ...ended } = await listWith(() => page(0, 20, 21));
    expect((ended as { error: Error }).error.message).toContain("the service sends its first page whatever the offset");
    expect(requests).toEqual([1, 2, 3].flatMap(() => [...openers, telling]));
  });

  test("an answer that fits no reading is told", async () => {
    const ended = await listWith(({ offset }) => (offset === 3 ? page(10, 12, 20) : page(0, 20, 20)));
    expect((ended as { error: Error }).error.message).toContain("the first answers do not tell what offset counts");
  });
});

describe("answers that do not fit together", () => {
  test.each<[string, (page: PageRequest) => Answer, string]>([
    [
      "a probe from elsewhere in the list, though the first page is longer than it",
      ({ offset }) => (offset === 0 ? page(0, 150, 600) : page(500, 600, 600)),
      "the first two answers do not fit together",
    ],
    [
      "a probe that begins elsewhere inside of the first page",
      ({ offset }) => (offset === 0 ? page(0, 150, 150) : page(30, 130, 150)),
      "the first two answers do not fit together",
    ],
    [
      "a job that comes twice",
      ({ offset, limit }) => (offset < 2 ? page(offset * 100, offset * 100 + 100, 300) : page(199, 199 + limit, 300)),
      'job "job-199" came twice',
    ],
    [
      "fewer jobs than total tells",
      ({ offset }) => (offset < 2 ? page(offset * 100, offset * 100 + 100, 250) : page(0, 0, 250)),
      "the service sent no more",
    ],
    ["a total that nobody has", () => page(0, 5, 1_000_001), "more than 1000000 jobs, which is taken for a mistake"],
  ])("%s", async (_what, answer, message) => {
    const { error } = (await listWith(answer)) as { error: IncompleteListError };
    expect(error).toBeInstanceOf(IncompleteListError);
    expect(error.message).toContain(message);
    expect(error.message).toMatch(/^The list of jobs is not whole: the service says there are \d+, its pages held \d+/);
  });
});

test("a list of which the first two answers are all is held against total", async () => {
  const { error } = (await listWith(({ offset }) => page(offset, 5, 7))) as { error: Error };
  expect(error).toMatchObject({ code: "INCOMPLETE_LIST", expected: 7, received: 5 });
  expect(error.message).toContain("(the service sent no more)");
});

test("as many jobs as are believed are no mistake of the service", async () => {
  const { error } = (await listWith(() => page(0, 5, 1_000_000))) as { error: Error };
  expect(error.message).not.toContain("taken for a mistake");
});

describe("a page behind the end, as total tells it", () => {
  const behind = (jobs: Job[]) =>
    listWith(({ offset, limit }) =>
      limit === 200 ? { total: 200, jobs } : offset === 0 ? page(0, 200, 200) : page(100, 200, 200),
    );

  test("that is the first one again is none", async () => {
    expect(await behind(someJobs(200))).toMatchObject({ complete: true, names: { length: 200 } });
  });

  test.each([
    ["begins as the first one, and holds others", [...someJobs(1), ...someJobs(350).slice(200)]],
    ["holds the first one, and one job more", someJobs(201)],
    ["holds some of the first one", [...someJobs(100), ...someJobs(300).slice(200)]],
  ])("that %s is a contradiction", async (_what, jobs) => {
    expect(await behind(jobs)).toMatchObject({ error: { code: "INCOMPLETE_LIST" } });
  });
});

describe("pages ahead", () => {
  const most = async (concurrency: number, jobsAhead?: number) => {
    const jobs = someJobs(2_000);
    const service = simulateService({ offset: "page", cap: 100, overCap: "cap", countedIn: "cap" }, () => jobs);
    const options = { concurrency, strict: true, ...(jobsAhead !== undefined && { jobsAhead }) };
    for await (const each of listPages(service.fetchPage, options)) expect(each.total).toBe(2_000);
    return service.mostAtOnce;
  };

  test("are as many as may be asked for at once, or fewer where more jobs were held than may be", async () => {
    expect(await most(6)).toBe(6);
    expect(await most(6, 350)).toBe(3);
    expect(await most(6, 10_000)).toBe(6);
    // The first two requests are sent together in any case.
    expect(await most(6, 50)).toBe(2);
  });
});

test("what has come is told after each page, with the total", async () => {
  const told: unknown[] = [];
  const service = simulateService({ offset: "page", cap: 100, overCap: "cap", countedIn: "cap" }, () => someJobs(250));
  await listAll(service.fetchPage, {
    ...{ concurrency: 1, consistency: "strict", onProgress: (progress) => told.push(progress) },
  });
  expect(told).toEqual([100, 200, 250].map((listed) => ({ listed, total: 250 })));
});

describe("at best effort", () => {
  /** Pages of 100, of which these are empty. */
  const withGaps =
    (...gaps: number[]) =>
    ({ offset }: PageRequest) =>
      gaps.includes(offset) || offset > 5 ? page(0, 0, 600) : page(offset * 100, offset * 100 + 100, 600);

  test("one gap is read over", async () => {
    const listed = await listWith(withGaps(2), true);
    expect(listed).toMatchObject({ complete: false });
    expect((listed as { names: string[] }).names).toHaveLength(500);
    expect((listed as { names: string[] }).names).toContain("job-300");
  });

  test("the reading that held most is what comes", async () => {
    const whole = withGaps(2);
    const short = withGaps(1, 2, 3, 4);
    for (const shortOnes of [
      [1, 2],
      [0, 2],
      [0, 1],
    ]) {
      let reading = -1;
      const listed = await listWith((asked) => {
        if (asked.offset === 0) reading += 1;
        return (shortOnes.includes(reading) ? short : whole)(asked);
      }, true);
      expect(listed).toMatchObject({ complete: false, names: { length: 500 } });
    }
  });

  test("of nothing comes nothing", async () => {
    const { requests, ...listed } = await listWith(() => page(0, 0, 5), true);
    expect(listed).toStrictEqual({ complete: false, names: [] });
    expect(requests).toHaveLength(3 * 2);
  });

  test("a refusal behind a contradiction is the end", async () => {
    const listed = await listWith(({ offset }) => {
      if (offset > 2) return refused;
      return page(offset * 100, offset * 100 + 100, offset === 2 ? 501 : 500);
    }, true);
    expect(listed).toMatchObject({ complete: false, names: { length: 300 } });
  });

  test("a page that brings nothing new ends the reading", async () => {
    const { requests, ...listed } = await listWith(
      ({ offset }) => page(Math.min(offset, 1) * 100, Math.min(offset, 1) * 100 + 100, 600),
      true,
    );
    expect(listed).toMatchObject({ complete: false, names: { length: 200 } });
    expect(requests).toHaveLength(3 * 3);
  });

  test("behind two of them nothing is looked for", async () => {
    const { requests, ...listed } = await listWith(withGaps(2, 3), true);
    expect((listed as { names: string[] }).names).toHaveLength(200);
    expect(requests).toHaveLength(3 * 4);
    expect(requests).not.toContainEqual({ offset: 4, limit: 100 });
  });
});

test("a total that is smaller than a short first page is followed by one page more, and all is read twice", async () => {
  const once = [...openers, { offset: 1, limit: 7 }];
  expect(await list({}, 7, 5)).toEqual([...once, ...once]);
});
