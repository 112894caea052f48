import * as fc from "fast-check";
import { DlfClient, checkFilter, type Job, type JobsFilter } from "../../../sdk";
import { filterWarnings, passes } from "../../../sdk/jobs/filter";
import { startDlfEmulator, type EmulatedJob } from "../../../sdk/testing";

const job = (fields: Partial<Job>): Job => ({ name: "a", jobType: "BATCH", ...fields });

test.each<[string, JobsFilter, Partial<Job>[], Partial<Job>[]]>([
  ["names, exact and with their case", { names: ["a", "b"] }, [{ name: "b" }], [{ name: "A" }, { name: "ab" }]],
  ["names as globs", { names: ["ods_*", "?x"] }, [{ name: "ods_1" }, { name: "ax" }], [{ name: "o" }, { name: "x" }]],
  ["excludeNames", { excludeNames: ["tmp_*"] }, [{ name: "tmp" }], [{ name: "tmp_1" }]],
  ["excludeNames before names", { names: ["*"], excludeNames: ["a"] }, [{ name: "b" }], [{ name: "a" }]],
  ["statuses, in any case", { statuses: ["scheduling"] }, [{ status: "SCHEDULING " }], [{ status: "STOPPED" }]],
  ["statuses: none has a name", { statuses: ["no status"] }, [{}, { status: " " }], [{ status: "STOPPED" }]],
  [
    "statuses of real-time jobs, and of those that nobody knows",
    { statuses: ["NORMAL", "brandNew"] },
    [
      { jobType: "REAL_TIME", status: "normal" },
      { jobType: "REAL_TIME", status: "BRANDNEW" },
    ],
    [{ jobType: "REAL_TIME", status: "EXCEPTION" }],
  ],
  [
    "lastInstanceStatuses",
    { lastInstanceStatuses: ["FAIL", "no status"] },
    [{ lastInstanceStatus: "fail" }, {}],
    [{ lastInstanceStatus: "success" }],
  ],
  ["owners, as globs with their case", { owners: ["etl*"] }, [{ owner: "etl_team" }], [{ owner: "ETL" }]],
  [
    "folders: a slash at the end is none",
    { folders: ["/a/b/"] },
    [{ path: "/a/b" }, { path: "/a/b/" }, { path: "/a/b//" }],
    [{ path: "/a/b/c" }, { path: "/a" }, { path: "/A/b" }],
  ],
  [
    "folders: all below",
    { folders: ["/a/*"] },
    [{ path: "/a/b" }, { path: "/a/b/c/" }],
    [{ path: "/a" }, { path: "/ab" }],
  ],
  ["folders: the root alone", { folders: ["/"] }, [{ path: "/" }, { path: "//" }], [{ path: "/a" }]],
  ["what is not told is kept: a status", { statuses: ["SCHEDULING"] }, [{}, { status: " " }], [{ status: "STOPPED" }]],
  ["what is not told is kept: an owner", { owners: ["etl"] }, [{}, { owner: "" }], [{ owner: "ops" }]],
  ["what is not told is kept: a folder", { folders: ["/a"] }, [{}, { path: "" }], [{ path: "/b" }]],
  [
    "what is not told is kept: how a last instance ended of which the end is told; one that never ran has none",
    { lastInstanceStatuses: ["fail"] },
    [{ lastInstanceEndTime: 1 }, { lastInstanceStatus: "" }],
    [{}, { jobType: "REAL_TIME" }, { lastInstanceStatus: "success", lastInstanceEndTime: 1 }],
  ],
  [
    "what is not told is kept, and the rest of the filter holds",
    { names: ["b"], statuses: ["X"] },
    [{ name: "b" }],
    [{}],
  ],
  [
    "minPriority high",
    { minPriority: "high" },
    [{ priority: 0 }, {}, { priority: 7 }],
    [{ priority: 1 }, { priority: 2 }],
  ],
  ["minPriority medium", { minPriority: "medium" }, [{ priority: 0 }, { priority: 1 }, {}], [{ priority: 2 }]],
  ["minPriority low", { minPriority: "low" }, [{ priority: 0 }, { priority: 2 }, {}], []],
  ["nothing given", {}, [{}, { name: "b", status: "STOPPED" }], []],
])("%s", (_title, filter, passing, others) => {
  expect(passing.map(job).map(passes(filter))).toEqual(passing.map(() => true));
  expect(others.map(job).map(passes(filter))).toEqual(others.map(() => false));
});

/** Text over few letters, so that names and globs meet. */
const text = (signs: string) => fc.string({ unit: fc.constantFrom(...Array.from(signs)), minLength: 1, maxLength: 4 });
const some = <T>(of: fc.Arbitrary<T>) => fc.option(fc.array(of, { minLength: 1, maxLength: 3 }), { nil: undefined });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const status = fc.constantFrom("SCHEDULING", "stopped", "Stopped ", "NEW", "fail", "FAIL", "no status");

const anyFilter = fc.record({
  names: some(text("ab*?")),
  excludeNames: some(text("ab*?")),
  statuses: some(status),
  lastInstanceStatuses: some(status),
  owners: some(text("ab*?")),
  folders: some(text("a/*?")),
  minPriority: maybe(fc.constantFrom("high" as const, "medium" as const, "low" as const)),
});
const anyJob = fc.record({
  name: text("ab"),
  jobType: fc.constant("BATCH" as const),
  status: maybe(status),
  lastInstanceStatus: maybe(status),
  owner: maybe(text("ab")),
  path: maybe(text("a/")),
  priority: maybe(fc.constantFrom(-1, 0, 1, 2, 3)),
}) as fc.Arbitrary<Job>;

/** The same said in another way: globs as regular expressions, folders by their parts, statuses as what they become. */
function oracle(filter: JobsFilter, { name, status: own, lastInstanceStatus, owner, path, priority }: Job): boolean {
  const glob = (pattern: string) =>
    new RegExp(`^${pattern.replace(/[/]/g, "\\/").replace(/\*/g, "[^]*").replace(/\?/g, "[^]")}$`);
  const among = (globs: readonly string[] | undefined, value: string | undefined) =>
    !globs || (value !== undefined && globs.some((each) => glob(each).test(value)));
  const folder = (given: string) => (/^\/+$/.test(given) ? "/" : given.replace(/\/+$/, ""));
  const plain = (given = "no status") => given.trim().toLowerCase() || "no status";
  const least = { high: 0, medium: 1, low: 2 }[filter.minPriority ?? "low"];
  const rules = [
    among(filter.names, name),
    !(filter.excludeNames && among(filter.excludeNames, name)),
    !filter.statuses || own === undefined || filter.statuses.map(plain).includes(plain(own)),
    !filter.lastInstanceStatuses || filter.lastInstanceStatuses.map(plain).includes(plain(lastInstanceStatus)),
    !owner || among(filter.owners, owner),
    !path || among(filter.folders?.map(folder), folder(path)),
    priority === undefined || priority > 2 || priority <= least,
  ];
  return rules.every(Boolean);
}

test("all parts together are what each of them says", () => {
  fc.assert(
    fc.property(anyFilter, fc.array(anyJob, { maxLength: 20 }), (filter, jobs) => {
      expect(jobs.filter(passes(filter))).toEqual(jobs.filter((each) => oracle(filter, each)));
    }),
    { numRuns: 2_000 },
  );
});

test("a status that is not known is told, with the nearest; one of either type is known, and so is none", () => {
  const warnings = filterWarnings({ statuses: ["SCHEDULED", "NORMAL", "no status"], lastInstanceStatuses: ["failed"] });
  expect(warnings).toEqual([
    expect.stringMatching(/^filter\.statuses: "SCHEDULED" .*"SCHEDULING"/),
    expect.stringMatching(/^filter\.lastInstanceStatuses: "failed" .*"fail"/),
  ]);
});

test.each<[string, unknown]>([
  ["names", { names: [] }],
  ["names[0]", { names: [""] }],
  ["statuses[0]", { statuses: [" "] }],
  ["minPriority", { minPriority: "top" }],
  ["nams", { nams: ["a"] }],
  ["owners", { owners: null }],
  ["filter", null],
])("a filter that cannot be used is refused (%s)", (part, filter) => {
  expect(() => checkFilter(filter)).toThrow(expect.objectContaining({ code: "INVALID_QUERY" }) as Error);
  expect(() => checkFilter(filter)).toThrow(part);
});

describe("a filter is laid over the whole list", () => {
  const jobs = Array.from({ length: 250 }, (_, index): EmulatedJob => {
    return { name: `job_${index}`, jobType: "BATCH", status: index % 2 ? "STOPPED" : "SCHEDULING" };
  });

  test("it leaves jobs out, and no request", async () => {
    const emulator = await startDlfEmulator({ jobs });
    const client = new DlfClient({}, { environment: emulator.env() });
    try {
      expect((await client.listJobs()).total).toBe(250);
      const whole = emulator.requests.jobs;
      const { total, jobs: passing } = await client.listJobs({ filter: { statuses: ["stopped"] } });
      expect([total, passing.length]).toEqual([125, 125]);
      expect(emulator.requests.jobs).toBe(2 * whole);
    } finally {
      client.close();
      await emulator.close();
    }
  });

  test("a list that lacks a job is an error, also where the filter would leave that job out", async () => {
    const emulator = await startDlfEmulator({
      jobs,
      intercept: () => ({
        kind: "page",
        change: (page) => ({ ...page, jobs: page.jobs.filter((job) => (job as { name: string }).name !== "job_1") }),
      }),
    });
    const client = new DlfClient({}, { environment: emulator.env() });
    try {
      await expect(client.listJobs({ filter: { statuses: ["SCHEDULING"] } })).rejects.toMatchObject({
        code: "INCOMPLETE_LIST",
      });
    } finally {
      client.close();
      await emulator.close();
    }
  });
});

test("a filter of a file is taken as it stands, or refused with what is wrong", () => {
  const filter = { names: ["ods_*"], minPriority: "high" };
  expect(checkFilter(filter)).toEqual(filter);
  expect(() => checkFilter({ names: [] })).toThrow("Invalid filter: names must name at least one.");
});

test("a filter that names no status warns of none, and one warns of each that nobody knows", () => {
  expect(filterWarnings({})).toEqual([]);
  expect(filterWarnings({ statuses: ["SCHEDULIN"] })).toEqual([
    expect.stringMatching(/^filter\.statuses: "SCHEDULIN"/),
  ]);
  expect(filterWarnings({ lastInstanceStatuses: ["failed"] })).toEqual([
    expect.stringMatching(/^filter\.lastInstanceStatuses: "failed" is no known status of a last instance/),
  ]);
});
