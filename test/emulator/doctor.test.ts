import {
  startDlfEmulator,
  type DlfEmulator,
  type DlfEmulatorOptions,
  type EmulatedJob,
  type EmulatedRequest,
  type Intervention,
} from "../../sdk/testing";
import { mostRequests } from "../../sdk/doctor";
import { examineEmulator, plainJobs, truthOf, wrongly } from "./examineEmulator";

const emulators: DlfEmulator[] = [];
afterEach(() => Promise.all(emulators.splice(0).map((emulator) => emulator.close())));

async function start(options: DlfEmulatorOptions): Promise<DlfEmulator> {
  const emulator = await startDlfEmulator(options);
  emulators.push(emulator);
  return emulator;
}

function respond(status: number, body: unknown): Intervention {
  return { kind: "respond", status, body: typeof body === "string" ? body : JSON.stringify(body) };
}

/** Examines an emulator of such a behaviour, and expects that no request was one too many. */
async function examined(options: DlfEmulatorOptions, count: number, jobType = "BATCH") {
  const emulator = await start({ ...options, jobs: plainJobs(count, jobType) });
  const result = await examineEmulator(emulator, { tags: ["daily"] });
  expect(result.sent).toBe(emulator.requests.all.length);
  expect(result.sent).toBeLessThanOrEqual(mostRequests);
  return result;
}

const readings: DlfEmulatorOptions[] = [
  ...(["page", "record", "record-rounded", "ignored"] as const).map((offset) => ({ offset })),
  ...(["page-1", "refuse", "empty", "empty-total-0"] as const).map((pageZero) => ({
    offset: "page-from-1" as const,
    pageZero,
  })),
];
const ends = (["empty", "refuse", "first-page"] as const).map((pastEnd): DlfEmulatorOptions => ({ pastEnd }));
const limits: DlfEmulatorOptions[] = [
  {},
  { maxLimit: 100 },
  { maxLimit: 100, cappedPagesCountIn: "limit" },
  { maxLimit: 100, overMaxLimit: "refuse" },
  { maxLimit: 10, overMaxLimit: "refuse", maxTotal: 50, tagMatch: "all" },
  { maxLimit: 1 },
  { maxTotal: 100 },
];

describe.each([0, 1, 2, 3, 7, 100, 101, 250])("of %p jobs nothing is told wrongly", (count) => {
  test.each(readings)("%j", async (reading) => {
    for (const limit of limits) {
      const pastEnd = ends[(limits.indexOf(limit) + readings.indexOf(reading) + count) % 3];
      const options = { ...reading, ...limit, ...pastEnd };
      const { values } = await examined(options, count, count % 2 === 0 ? "BATCH" : "REAL_TIME");
      expect({ options, wrong: wrongly(values, truthOf(options, count)) }).toEqual({ options, wrong: [] });
    }
  });
});

test.each(readings.flatMap((reading) => ends.map((end) => ({ ...reading, ...end }))))(
  "with 1,200 jobs everything is told: %j",
  async (options) => {
    const { values } = await examined(options, 1_200);
    const { cappedPages, ...truth } = truthOf(options, 1_200);
    // Where offset is ignored, no request gets to the end.
    const hidden = options.offset === "ignored" ? { total: "not observable", pastEnd: "not observable" } : {};
    expect(values).toMatchObject({ ...truth, ...hidden });
  },
);

test.each([
  [{ maxLimit: 100 }, { cappedPages: "cap", limit101: "capped to 100", limit1000: "capped to 100" }],
  [
    { maxLimit: 37, cappedPagesCountIn: "limit" },
    { cappedPages: "limit", limit1000: "capped to 37" },
  ],
  [
    { maxLimit: 100, overMaxLimit: "refuse" },
    { limit101: "refused", limit1000: "refused" },
  ],
  [{ maxTotal: 200 }, { total: "too low" }],
  [{ tagMatch: "all" }, { tags: "all" }],
  [
    { offset: "page-from-1", pageZero: "empty-total-0", maxLimit: 50, overMaxLimit: "refuse" },
    { offset: "page-from-1" },
  ],
] as const)("what 250 jobs show of %j is told", async (options, values) => {
  expect((await examined(options, 250)).values).toMatchObject(values);
});

test("three jobs are enough to tell how offset counts", async () => {
  for (const reading of readings) expect((await examined(reading, 3)).values["offset"]).toBe(reading.offset);
});

test("10,000 jobs are examined in as few requests", async () => {
  const { values, sent, checks } = await examined({ maxLimit: 100 }, 10_000);
  expect(sent).toBeLessThan(40);
  expect(values).toMatchObject({ offset: "page", total: "all", pastEnd: "empty", limit1000: "capped to 100" });
  expect(checks.find(({ id }) => id === "list")).toMatchObject({
    mark: "ok",
    seen: "they may: 10,000 batch jobs, 0 real-time jobs",
  });
});

test("one job tells what one job can tell, and of no job the refusals are left", async () => {
  const one = await examined({}, 1);
  expect(one.values).toMatchObject({
    offset: "not observable",
    pastEnd: "empty",
    total: "all",
    jobName: "contains",
    missingFields: "none",
  });
  const none = await examined({ offset: "record" }, 0);
  expect(none.values).toMatchObject({ offset: "not observable", limit101: "not observable", limit1001: "refused" });
  expect(none.findings["total"]).toEqual({ kind: "not observable", why: "there are no jobs" });
});

/** What becomes of a list while it is examined. */
const changes: Record<string, (jobs: EmulatedJob[], fresh: EmulatedJob) => EmulatedJob[]> = {
  "a job in front": (jobs, fresh) => [fresh, ...jobs],
  "a job behind": (jobs, fresh) => [...jobs, fresh],
  "the first job gone": (jobs) => jobs.slice(1),
  "the last job gone": (jobs) => jobs.slice(0, -1),
  "one in the place of another": (jobs, fresh) => [...jobs.slice(0, 1), ...jobs.slice(2), fresh],
  "two in each other's place": ([a, b, ...jobs]) => (a && b ? [b, a, ...jobs] : jobs),
};

describe.each(Object.entries(changes))("a list that changes meanwhile: %s", (_, change) => {
  test.each([
    { offset: "page", count: 7 },
    { offset: "record", count: 250 },
    { offset: "ignored", count: 30 },
    { offset: "page-from-1", count: 101 },
  ] as const)("$offset, $count jobs", async ({ offset, count }) => {
    for (const back of [false, true]) {
      for (let at = 1; at < 32; at += 3) {
        const before = plainJobs(count);
        const after = change(before, { ...plainJobs(1)[0], name: "a_new_one", jobType: "BATCH" });
        let asked = 0;
        const options = { offset, maxLimit: 100 };
        const emulator = await start({
          ...options,
          jobs: before,
          intercept: ({ kind }) => {
            if (kind === "jobs") asked += 1;
            if (asked === at) emulator.setJobs(after);
            if (back && asked === at + 1) emulator.setJobs(before);
            return undefined;
          },
        });
        const { values } = await examineEmulator(emulator, { tags: ["daily"] });
        const { orderTwice, ...truth } = truthOf(options, count);
        const wrong = wrongly(values, truth).filter((line) => !line.includes(": contradictory"));
        expect({ back, at, wrong }).toEqual({ back, at, wrong: [] });
        await emulators.pop()?.close();
      }
    }
  });
});

test("a list in another order each time: nothing that hangs on it is told", async () => {
  let jobs = plainJobs(60);
  const emulator = await start({
    jobs,
    intercept: () => {
      emulator.setJobs((jobs = [...jobs.slice(7), ...jobs.slice(0, 7)]));
      return undefined;
    },
  });
  const { values } = await examineEmulator(emulator);
  expect(values).toMatchObject({ orderTwice: "differs", offset: "not observable", total: "not observable" });
});

test("odd jobs are counted, and no word of theirs is told that may be a name", async () => {
  const [first, second, third] = plainJobs(3);
  const emulator = await start({
    jobs: [
      { ...first, name: "a_job", jobType: "BATCH", status: "HIBERNATING", createUser: undefined, "owner of it": 1 },
      { ...second, name: "b_job", jobType: "BATCH", status: "meier", priority: "1", newField: true },
      { ...third, name: "c_job", jobType: "BATCH", lastInstanceStatus: "paused-by-quota", newField: null },
    ],
  });
  const { values } = await examineEmulator(emulator);
  expect(values).toMatchObject({
    missingFields: "createUser (1)",
    unknownFields: expect.stringMatching(/^newField \(2\), value-\d+ \(1\)$/) as unknown,
    oddFields: "priority (1)",
    unknownStatuses: expect.stringContaining("job HIBERNATING (1)") as unknown,
  });
  expect(values["unknownStatuses"]).toContain("last instance paused-by-quota (1)");
  expect(JSON.stringify(values)).not.toMatch(/meier|owner of it/);
});

const marksOf = ({ checks }: Awaited<ReturnType<typeof examineEmulator>>) =>
  Object.fromEntries(checks.map(({ id, mark }) => [id, mark]));
const seenOf = ({ checks }: Awaited<ReturnType<typeof examineEmulator>>, id: string) =>
  checks.find((check) => check.id === id);

test("all is well: every line says so", async () => {
  const emulator = await start({ jobs: plainJobs(20) });
  const result = await examineEmulator(emulator);
  expect(new Set(Object.values(marksOf(result)))).toEqual(new Set(["ok"]));
});

test("a wrong clock is told, and the rest is found out all the same", async () => {
  const emulator = await start({ jobs: plainJobs(20), clockOffsetMs: 3_600_000 });
  const result = await examineEmulator(emulator);
  expect(seenOf(result, "clock")).toMatchObject({
    mark: "problem",
    seen: expect.stringMatching(/^(59m|1h).* behind/) as unknown,
  });
  expect(marksOf(result)).toMatchObject({ "credentials-taken": "ok", list: "ok" });
  expect(result.values["offset"]).toBe("page");
});

test("a wrong key: refused, and what follows is skipped", async () => {
  const emulator = await start({ jobs: plainJobs(20) });
  const result = await examineEmulator(emulator, { env: { HW_SECRET_KEY: "x9KqTw4LmVbZr7Pd2GhYc8Jn" } });
  expect(marksOf(result)).toMatchObject({
    clock: "ok",
    "credentials-taken": "problem",
    workspace: "skipped",
    list: "skipped",
  });
  expect(seenOf(result, "credentials-taken")?.seen).toContain("401 APIGW.0301");
  expect(new Set(Object.values(result.values))).toEqual(new Set(["not observable", "none"]));
});

test("no key: the places are told, without a path of this machine", async () => {
  const emulator = await start({ jobs: plainJobs(20) });
  const env = { HW_ACCESS_KEY: undefined, HW_SECRET_KEY: undefined, DLF_METADATA_ENDPOINT: "off", HOME: "/home/meier" };
  const result = await examineEmulator(emulator, { env });
  expect(marksOf(result)).toMatchObject({ region: "ok", network: "ok", credentials: "problem", list: "skipped" });
  expect(seenOf(result, "credentials")?.seen).toMatch(/^No credentials\. Looked at: .*\[MISSING_CREDENTIALS\]$/);
  expect(JSON.stringify(result.checks)).not.toContain("meier");
});

test("a region whose project nobody has", async () => {
  const emulator = await start({ jobs: plainJobs(20) });
  const result = await examineEmulator(emulator, { env: { HW_REGION_NAME: "cn-east-3", HW_PROJECT_ID: undefined } });
  expect(marksOf(result)).toMatchObject({ "credentials-taken": "ok", project: "problem", list: "skipped" });
  expect(seenOf(result, "project")?.seen).toContain("No single project named cn-east-3");
});

test("the project of another region", async () => {
  const emulator = await start({ jobs: plainJobs(20) });
  const result = await examineEmulator(emulator, { env: { HW_REGION_NAME: "cn-east-3" } });
  expect(seenOf(result, "project")).toMatchObject({
    mark: "problem",
    seen: "project-1, from environment HW_PROJECT_ID; it is a project of cn-north-4, and the region is cn-east-3",
  });
});

test("a workspace that is none, and whether there is a default one", async () => {
  const emulator = await start({ jobs: plainJobs(20) });
  const result = await examineEmulator(emulator, { workspace: "5f2cae" });
  expect(marksOf(result)).toMatchObject({ workspace: "problem", "default-workspace": "ok", list: "skipped" });
  expect(seenOf(result, "workspace")?.seen).toBe("workspace-1 is not there: 400 DLF.0819");
});

test("a deployer may not list", async () => {
  const credentials = {
    accessKey: "DEPLOYERACCESSKEY000",
    secretKey: "Qm3vXz8RtLw6KbNd1HsPf5Yc",
    workspaceRole: "deployer",
  } as const;
  const result = await examineEmulator(await start({ jobs: plainJobs(20), credentials: [credentials] }));
  expect(marksOf(result)).toMatchObject({ "credentials-taken": "ok", workspace: "ok", list: "problem" });
  expect(seenOf(result, "list")?.todo).toContain("the role deployer may not");
});

test("keys that IAM takes and the service refuses: a problem", async () => {
  const refusal = respond(401, { error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication information" });
  const emulator = await start({
    jobs: plainJobs(20),
    intercept: ({ kind }) => (kind === "jobs" ? refusal : undefined),
  });
  const result = await examineEmulator(emulator);
  expect(marksOf(result)).toMatchObject({ "credentials-taken": "problem", list: "skipped" });
});

test("keys that end meanwhile: a problem, and no refusal of theirs is taken for one of a limit", async () => {
  const refusal = respond(401, { error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication information" });
  const intercept = ({ kind, index }: EmulatedRequest) => (kind === "jobs" && index >= 5 ? refusal : undefined);
  const result = await examineEmulator(await start({ jobs: plainJobs(40), intercept }), { tags: ["daily"] });
  expect(seenOf(result, "credentials-taken")?.seen).toContain("refused, after they had been taken");
  expect(result.findings).toMatchObject({
    limit101: { kind: "not observable" },
    tags: { kind: "not observable", why: "it was refused: 401 APIGW.0301" },
  });
});

test.each([
  [403, { error_code: "DLF.6888" }, "refused: 403 DLF.6888"],
  [500, {}, "status 500"],
  [200, "<html>", "status 200 with a page of HTML or XML in the place of JSON"],
])("real-time jobs that cannot be listed (%d): a problem, though batch jobs can", async (status, body, seen) => {
  const answer = respond(status, body);
  const intercept = ({ query }: EmulatedRequest) => (query.get("jobType") === "REAL_TIME" ? answer : undefined);
  const result = await examineEmulator(await start({ jobs: plainJobs(40), intercept }));
  expect(seenOf(result, "list")).toMatchObject({
    mark: "problem",
    seen: `they may: 40 batch jobs; real-time jobs: ${seen}`,
  });
});

/** Answers by these jobs, whatever a service of the emulator's kinds would answer. */
const answeredBy =
  (answer: (query: URLSearchParams) => Intervention) =>
  ({ kind, query }: EmulatedRequest) =>
    kind === "jobs" ? answer(query) : undefined;
const numbersOf = (query: URLSearchParams) => ({
  offset: Number(query.get("offset")),
  limit: Math.min(1_000, Number(query.get("limit"))),
});

test.each([6, 250])(
  "of %d jobs the last page again past the end is told, and total is not said to be too low",
  async (count) => {
    const jobs = plainJobs(count);
    const emulator = await start({
      intercept: answeredBy((query) => {
        const { offset, limit } = numbersOf(query);
        if (query.get("jobType") === "REAL_TIME") return respond(200, { total: 0, jobs: [] });
        const first = Math.min(offset, Math.ceil(jobs.length / limit) - 1) * limit;
        return respond(200, { total: jobs.length, jobs: jobs.slice(first, first + limit) });
      }),
    });
    const { values } = await examineEmulator(emulator);
    expect(values).toMatchObject({ offset: "page", pastEnd: "last page", total: "not observable", orderTwice: "same" });
  },
);

test.each([
  [404, "refused", "all"],
  [500, "not observable", "not observable"],
])("past the end status %d: how offset counts is told all the same", async (status, pastEnd, total) => {
  const jobs = plainJobs(250);
  const intercept = ({ query }: EmulatedRequest) => {
    const { offset, limit } = numbersOf(query);
    return offset > 0 && offset * limit >= jobs.length ? respond(status, {}) : undefined;
  };
  const { values } = await examineEmulator(await start({ jobs, intercept }));
  expect(values).toMatchObject({ offset: "page", orderTwice: "same", pastEnd, total });
});

test("a service that does not look at jobType: it is told, and each job is counted once", async () => {
  const jobs = [...plainJobs(40), ...plainJobs(47, "REAL_TIME").slice(40)];
  const page = respond(200, { total: jobs.length, jobs });
  const emulator = await start({
    intercept: answeredBy((query) => (query.get("offset") === "0" ? page : respond(200, { total: 47, jobs: [] }))),
  });
  const result = await examineEmulator(emulator);
  expect(result.values).toMatchObject({ jobType: "ignored", unknownFields: "tags (47)" });
  expect(seenOf(result, "list")).toMatchObject({
    mark: "problem",
    seen: "they may: at least 40 batch jobs, at least 7 real-time jobs, but the list ends with an error: jobType is not looked at",
  });
});

test.each([
  ["suffix", (name: string, sought: string) => name.endsWith(sought)],
  ["word", (name: string, sought: string) => name === sought || name.split("_").includes(sought)],
  ["exact", (name: string, sought: string) => name === sought],
])("names that are matched by %s", async (value, matches) => {
  const jobs = plainJobs(30);
  const emulator = await start({
    jobs,
    intercept: ({ query }) => {
      const sought = query.get("jobName");
      if (sought === null) return undefined;
      const found = jobs.filter(({ name }) => matches(name, sought));
      return respond(200, { total: found.length, jobs: found });
    },
  });
  const { values, sent } = await examineEmulator(emulator);
  expect(values["jobName"]).toBe(value);
  expect(sent).toBeLessThanOrEqual(mostRequests);
});

test("a tag that no job has is told as that", async () => {
  const { findings } = await examineEmulator(await start({ jobs: plainJobs(20) }), { tags: ["unknown-tag"] });
  expect(findings["tags"]).toEqual({ kind: "not observable", why: "no job has the tag" });
});

const oneJob = { ...plainJobs(1)[0], jobType: "BATCH" };
test.each([
  ["a job without a name", { total: 1, jobs: [{ ...oneJob, name: undefined }] }, /1 job cannot be read/],
  ["a job of the other type", { total: 1, jobs: [{ ...oneJob, jobType: "REAL_TIME" }] }, /jobType is not looked at/],
  ["a time in a text", { total: 1, jobs: [{ ...oneJob, createTime: "yesterday" }] }, /1 job cannot be read/],
  ["a total that is too high", { total: 5, jobs: [oneJob] }, /total is more than there are/],
  ["a total that is none", { total: "many", jobs: [oneJob] }, /total is missing, or no number/],
])("%s, with which a list ends in an error: a problem", async (_what, page, seen) => {
  const isFirst = (query: URLSearchParams) => query.get("offset") === "0" && query.get("jobType") === "BATCH";
  const emulator = await start({
    intercept: answeredBy((query) =>
      respond(200, isFirst(query) ? page : { total: query.get("jobType") === "BATCH" ? page.total : 0, jobs: [] }),
    ),
  });
  const result = await examineEmulator(emulator);
  expect(seenOf(result, "list")).toMatchObject({ mark: "problem", seen: expect.stringMatching(seen) as unknown });
});

test("a refusal of one word that is a part of the agency's name tells nothing of the name", async () => {
  const agency = { HW_ASSUME_ROLE_AGENCY_NAME: "quark_finance", HW_ASSUME_ROLE_DOMAIN_NAME: "my_quark_secret" };
  for (const said of ["quark", { error_msg: "quark" }, "my", "ok"]) {
    const refusal = respond(403, said);
    const emulator = await start({ intercept: ({ kind }) => (kind === "securitytokens" ? refusal : undefined) });
    const result = await examineEmulator(emulator, { env: agency });
    expect(seenOf(result, "credentials")?.seen).toContain("agency-1");
    expect(JSON.stringify(result.checks)).not.toMatch(/quark|finance|secret_|_secret/);
  }
});

test.each(["securitytokens", "assume-with-oidc"] as const)(
  "what is said where no keys are given (%s) is told without whom it names",
  async (kind) => {
    const said = "User alice of account zhangwei may not assume agency dev-alice";
    const refusal = respond(403, { error_code: "PAP5.0011", error_msg: said });
    const oidc = {
      HW_ACCESS_KEY: undefined,
      HW_SECRET_KEY: undefined,
      HUAWEICLOUD_OIDC_PROVIDER_URN: "iam::1:oidc-provider:ci",
      HUAWEICLOUD_OIDC_AGENCY_URN: "iam::1:agency:deploy",
      HUAWEICLOUD_OIDC_ID_TOKEN: "id-token-of-the-ci-system-0123456789",
    };
    const agency = { HW_ASSUME_ROLE_AGENCY_NAME: "deploy", HW_ASSUME_ROLE_DOMAIN_NAME: "obsthof" };
    const emulator = await start({ intercept: (request) => (request.kind === kind ? refusal : undefined) });
    const result = await examineEmulator(emulator, {
      env: kind === "securitytokens" ? agency : { ...oidc, HUAWEICLOUD_SDK_STS_ENDPOINT: emulator.endpoint },
    });
    expect(seenOf(result, "credentials")).toMatchObject({ mark: "problem" });
    expect(seenOf(result, "credentials")?.seen).toContain("403");
    expect(JSON.stringify(result.checks)).not.toMatch(/alice|zhangwei|obsthof/);
  },
);

test("names in KooCLI's file are not told, also where the file is what is wrong", async () => {
  const profile = { name: "streusel", mode: "AKSK", accessKeyId: "EMULATORACCESSKEY000", region: "cn-north-4" };
  const keys = { secretAccessKey: "emulator-secret-key-that-opens-nothing-0" };
  const agency = { agencyName: "pflaume", agencyDomainName: "kirschhof" };
  const fileOf = (current: string, ...profiles: object[]) => JSON.stringify({ current, profiles });
  const emulator = await start({});
  const env = { HW_ACCESS_KEY: undefined, HW_SECRET_KEY: undefined, HOME: "/home/meier" };
  for (const file of [
    fileOf("streusel", profile),
    fileOf("mirabelle", { ...profile, ...keys }),
    fileOf("streusel", { ...profile, ...keys, ...agency }),
  ]) {
    const result = await examineEmulator(emulator, { env, file });
    expect(JSON.stringify(result.checks)).not.toMatch(/streusel|mirabelle|pflaume|kirschhof|meier/);
    expect(result.checks.map(({ mark }) => mark)).toContain("problem");
  }
});

test("a proxy that answers HTML", async () => {
  const emulator = await start({
    jobs: plainJobs(20),
    intercept: () => ({
      kind: "respond",
      status: 200,
      headers: { "Content-Type": "text/html" },
      body: "<html>Sign in, Mr. Meier</html>",
    }),
  });
  const result = await examineEmulator(emulator);
  expect(seenOf(result, "list")).toMatchObject({
    mark: "problem",
    seen: "status 200 with a page of HTML or XML in the place of JSON",
  });
  expect(marksOf(result)).toMatchObject({ "credentials-taken": "skipped" });
  expect(JSON.stringify(result.checks)).not.toContain("Meier");
});

test.each(["drop", "503", "429"])("a service in trouble (%s) is asked few times", async (trouble) => {
  const emulator = await start({
    jobs: plainJobs(20),
    intercept: () =>
      trouble.length === 3 ? { kind: "respond", status: Number(trouble), body: "{}" } : { kind: "drop" },
  });
  const result = await examineEmulator(emulator);
  expect(marksOf(result)["list"]).toBe("problem");
  expect(result.sent).toBeLessThanOrEqual(6);
});

test("a service that fails now and then uses up the requests, and no more than all", async () => {
  let index = 0;
  const emulator = await start({
    jobs: plainJobs(250),
    maxLimit: 100,
    intercept: () => ((index += 1) % 2 === 1 ? { kind: "respond", status: 503, body: "{}" } : undefined),
  });
  const { sent, values } = await examineEmulator(emulator, { tags: ["daily"] });
  expect(sent).toBe(mostRequests);
  expect(emulator.requests.all).toHaveLength(mostRequests);
  expect(wrongly(values, truthOf({ maxLimit: 100 }, 250))).toEqual([]);
});
