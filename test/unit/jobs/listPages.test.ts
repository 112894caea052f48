import { ApiError } from "../../../sdk/errors";
import { listAll } from "../../../sdk/jobs/listAll";
import { simulateService, someJobs, type Paging } from "../../property/simulatedService";

const honest: Paging = { offset: "page", cap: 1_000, overCap: "cap", countedIn: "cap" };

const openers = [
  { offset: 0, limit: 1_000 },
  { offset: 1, limit: 100 },
];

async function list(paging: Partial<Paging>, count: number, total = count) {
  const jobs = someJobs(count);
  const service = simulateService(
    { ...honest, ...paging },
    () => jobs,
    () => total,
  );
  const result = await listAll(service.fetchPage, {
    concurrency: 10,
    consistency: "strict",
    onProgress: () => undefined,
  });
  return { listed: result.jobs.length, requests: service.requests };
}

test.each([
  ["rounded down", 130, (offset: number) => Math.floor(offset / 50) * 50],
  ["pages from 1", 80, (offset: number) => Math.max(0, offset - 1) * 50],
])("pages of one length, %s, and a total that is the page's: the whole list", async (_what, count, start) => {
  const jobs = someJobs(count);
  const { jobs: listed } = await listAll(
    ({ offset }) => {
      const page = jobs.slice(start(offset), start(offset) + 50);
      return Promise.resolve({ total: 50, jobs: page.length === 0 ? jobs.slice(0, 50) : page });
    },
    { concurrency: 4, consistency: "strict", onProgress: () => undefined },
  );
  expect(listed).toHaveLength(count);
});

const offsets = ["page", "record"] as const;

describe.each(offsets)("offset counting by %s", (offset) => {
  test("a list on one page takes two requests, sent at once", async () => {
    for (const count of [1, 2, 11, 51, 99, 100]) {
      const { listed, requests } = await list({ offset }, count);
      expect(listed).toBe(count);
      expect(requests).toEqual(openers);
    }
  });

  test("a first page of as many as were asked for is confirmed, though total says that it was all", async () => {
    expect((await list({ offset }, 1_500, 1_000)).listed).toBe(1_500);
    expect((await list({ offset }, 1_000)).requests).toHaveLength(3);
  });

  test.each([
    [200, 500],
    [500, 600],
    [250, 500],
    [300, 900],
    [137, 1_000],
    [999, 1_001],
    [10, 11],
    [50, 80],
    [64, 100],
  ])("a first page of %d, and a total that says so, may be a cap: all %d jobs are listed", async (cap, count) => {
    for (const countedIn of ["cap", "limit"] as const) {
      const { listed, requests } = await list({ offset, cap, countedIn }, count, cap);
      expect(listed).toBe(count);
      // The pages, the probe, and one more to see that nothing follows; all of it twice, since total cannot confirm it.
      expect(requests.length).toBeLessThanOrEqual(2 * (Math.ceil(count / cap) + 2));
    }
  });

  test("a first page that may be a cap costs one small request more", async () => {
    for (const count of [200, 250, 999]) expect((await list({ offset }, count)).requests).toHaveLength(3);
  });

  test("a first page of exactly 100 is confirmed by the probe", async () => {
    expect((await list({ offset, cap: 100 }, 250, 100)).listed).toBe(250);
    expect((await list({ offset, cap: 100 }, 100)).requests).toHaveLength(2);
  });

  test("a last page that is full is followed by one request more: a total that is too small hides nothing", async () => {
    expect((await list({ offset, cap: 100 }, 450, 300)).listed).toBe(450);
  });

  test("a total that is one too small is found out, at whatever place", async () => {
    for (const count of [101, 102, 103, 201, 202, 301]) {
      expect((await list({ offset, cap: 100 }, count, count - 1)).listed).toBe(count);
    }
  });

  test("with a limit over 100 refused, a list of 300 takes two requests more than pages", async () => {
    const { listed, requests } = await list({ offset, cap: 100, overCap: "refuse" }, 300);
    expect(listed).toBe(300);
    expect(requests.length).toBeLessThanOrEqual(5);
  });
});

test("a short first page of a likely length is asked for its continuation, where the probe cannot have shown it", async () => {
  expect((await list({ offset: "page" }, 50)).requests).toEqual([...openers, { offset: 1, limit: 50 }]);
  expect((await list({ offset: "record" }, 50)).requests).toEqual(openers);
});

test("a probe that is shorter than a first page of more than 100 allows ends the list", async () => {
  expect((await list({ offset: "page" }, 199)).requests).toEqual(openers);
});

test("a probe that begins within the first page and goes on behind it does not end the list", async () => {
  for (const total of [150, 170]) {
    expect((await list({ offset: "page", cap: 150 }, 170, total)).listed).toBe(170);
  }
});

test("a probe that lacks jobs of the first page contradicts it", async () => {
  const service = simulateService(
    honest,
    (request) => someJobs(request === 0 ? 180 : 170),
    () => 180,
  );
  const options = { concurrency: 10, consistency: "strict", onProgress: () => undefined } as const;
  await expect(listAll(service.fetchPage, options)).rejects.toThrow("180");
  const once = simulateService(
    honest,
    (request) => someJobs(request === 1 ? 170 : 180),
    () => 180,
  );
  expect((await listAll(once.fetchPage, options)).jobs).toHaveLength(180);
  expect(once.requests).toHaveLength(4);
});

describe("a probe that brings the first page again", () => {
  const again: [what: string, paging: Partial<Paging>, next: { offset: number; limit: number }][] = [
    ["pages from 1", { offset: "page-from-1", cap: 20 }, { offset: 2, limit: 20 }],
    ["records rounded down", { offset: "record-rounded", cap: 20 }, { offset: 20, limit: 20 }],
    [
      "page 1 past the end",
      { offset: "page", cap: 20, countedIn: "limit", pastEnd: "first page" },
      { offset: 1, limit: 20 },
    ],
  ];
  test.each(again)("%s: one question inside of it tells how to read on", async (_what, paging, next) => {
    const { listed, requests } = await list(paging, 33);
    expect(listed).toBe(33);
    expect(requests).toEqual([...openers, { offset: 3, limit: 2 }, next]);
  });

  test("an ignored offset: the page is the list if total says so", async () => {
    expect((await list({ offset: "ignored" }, 250)).listed).toBe(250);
  });

  test.each([
    ["100 jobs of 250, total 100", { cap: 100 }, 250, 100],
    ["1,000 jobs of 2,000, total 1,000", { cap: 1_000 }, 2_000, 1_000],
    ["20 jobs of 21", { cap: 20 }, 21, 21],
  ])("an ignored offset, %s: an error", async (_what, paging, count, total) => {
    await expect(list({ offset: "ignored", ...paging }, count, total)).rejects.toThrow("whatever the offset");
  });
});

describe("pages from 1 without a page 0", () => {
  test.each(["empty", "empty, total 0"] as const)("%s: page 1 is asked for in full length", async (pageZero) => {
    const paging = { offset: "page-from-1", pageZero } as const;
    expect(await list(paging, 1_234)).toEqual({
      listed: 1_234,
      requests: [...openers, { offset: 1, limit: 1_000 }, { offset: 2, limit: 1_000 }],
    });
    expect((await list(paging, 42)).requests).toEqual([...openers, { offset: 2, limit: 42 }]);
    expect((await list(paging, 142)).requests).toEqual([...openers, { offset: 2, limit: 100 }]);
    expect((await list(paging, 0)).requests).toEqual(openers);
  });

  test("refused: the same, after page 0 was asked for with a limit that every service accepts", async () => {
    const { listed, requests } = await list({ offset: "page-from-1", pageZero: "refused" }, 1_234);
    expect(listed).toBe(1_234);
    expect(requests.slice(2)).toEqual([
      { offset: 0, limit: 100 },
      { offset: 1, limit: 1_000 },
      { offset: 2, limit: 1_000 },
    ]);
  });

  test("a page 1 that has changed when it is asked for again is read again", async () => {
    const service = simulateService({ ...honest, offset: "page-from-1", pageZero: "empty" }, (request) =>
      request < 2 ? someJobs(1_000).reverse() : someJobs(1_000),
    );
    const options = { concurrency: 10, consistency: "strict", onProgress: () => undefined } as const;
    expect((await listAll(service.fetchPage, options)).jobs).toEqual(someJobs(1_000));
    expect(service.requests).toHaveLength(3 + 4);
  });
});

describe("a refusal past the end", () => {
  test("with a limit over 100 refused as well, a short list is still found", async () => {
    const { listed, requests } = await list({ pastEnd: "refused", cap: 100, overCap: "refuse" }, 42);
    expect(listed).toBe(42);
    expect(requests).toEqual([...openers, { offset: 0, limit: 100 }]);
  });

  test("before the end, as total tells it, it is the service's own error", async () => {
    await expect(list({ pastEnd: "refused", cap: 100 }, 250, 301)).rejects.toThrow(ApiError);
  });

  test("an empty first page whose probe is refused is not the empty list", async () => {
    await expect(list({ pastEnd: "refused" }, 0)).rejects.toThrow(/empty.*not certain.*offset refused/);
  });
});

describe("where total says less than came, the same jobs have to come twice", () => {
  const [a, b, c, d, e] = someJobs(5);
  const abc = [a, b, c];
  /** The list as it is at each reading: all on one page, of which `total` tells two. */
  function read(readings: readonly (typeof abc)[], consistency: "strict" | "best-effort" = "strict") {
    let count = 0;
    return listAll(
      ({ offset }) => {
        const jobs = offset === 0 ? readings[count++] : [];
        return Promise.resolve({ total: 2, jobs: jobs?.filter((job) => job !== undefined) ?? [] });
      },
      { concurrency: 1, consistency, onProgress: () => undefined },
    ).then(({ jobs, complete }) => ({ names: jobs.map(({ name }) => name), complete, readings: count }));
  }
  const namesOf = (jobs: typeof abc) => jobs.map((job) => job?.name);

  test("at once", async () => {
    expect(await read([abc, [c, b, a]])).toEqual({ names: namesOf([c, b, a]), complete: true, readings: 2 });
  });

  test.each([
    ["another one among as many", [a, b, d]],
    ["one more", [a, b, c, d]],
    ["as many others", [d, e, a]],
    ["one less", abc],
  ])("or at the next reading: %s", async (_what, next) => {
    const first = next === abc ? [a, b, c, d] : abc;
    expect(await read([first, next, next])).toEqual({ names: namesOf(next), complete: true, readings: 3 });
  });

  test("or the list is not whole", async () => {
    const each = [abc, [a, b, d], [a, c, d, e]];
    await expect(read(each)).rejects.toMatchObject({
      ...{ code: "INCOMPLETE_LIST", expected: 2, received: 4 },
      message: expect.stringContaining("pages held 4 different ones (and others at each reading)") as string,
    });
    expect(await read(each, "best-effort")).toEqual({ names: namesOf([a, c, d, e]), complete: false, readings: 3 });
  });
});
