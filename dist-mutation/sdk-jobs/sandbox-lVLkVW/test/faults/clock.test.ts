// @ts-nocheck
import { DlfClient, type DlfClientOptions } from "../../sdk";
import { credentials } from "./secrets";
import {
  expectFailure,
  listedNames,
  namesOf,
  numberedJobs,
  quickClient,
  quickRuntime,
  respond,
  startService,
  timesAsked,
} from "./service";

const hourMs = 3_600_000;
const jobs = numberedJobs(500);
const paging = { jobs, maxLimit: 50 };

describe.each([
  ["an hour ahead", hourMs],
  ["an hour behind", -hourMs],
  ["ten years ahead", 87_600 * hourMs],
  ["ten years behind", -87_600 * hourMs],
])("a service whose clock is %s", (_what, clockOffsetMs) => {
  test("costs the requests under way one more try, once for a client", async () => {
    const emulator = await startService({ ...paging, clockOffsetMs });
    const client = quickClient(emulator);
    expect(await listedNames(client)).toEqual(namesOf(jobs));
    const pages = new Set(emulator.requests.all.map(({ query }) => query.toString())).size;
    // The first page and the probe leave together, and are refused together.
    expect(emulator.requests.jobs - pages).toBeLessThanOrEqual(2);
    emulator.requests.reset();
    expect(await listedNames(client)).toEqual(namesOf(jobs));
    expect(emulator.requests.jobs).toBe(pages);
  });

  test("tells the time of the list by that clock: by it the age of a run is judged", async () => {
    const emulator = await startService({ ...paging, clockOffsetMs });
    const { listedAt } = await quickClient(emulator).listJobs();
    expect(Math.abs(listedAt - (Date.now() + clockOffsetMs))).toBeLessThan(60_000);
  });

  test("is found out by the look-up of the project as well", async () => {
    const emulator = await startService({ ...paging, clockOffsetMs });
    const client = quickClient({ env: () => ({ ...emulator.env(), HW_PROJECT_ID: "" }) });
    expect(await listedNames(client)).toEqual(namesOf(jobs));
    expect(emulator.requests.projects).toBe(2);
    expect(timesAsked(emulator).filter((times) => times > 1)).toHaveLength(1);
  });

  test.each([
    ["a wrong secret key", { ...credentials, secretKey: "another" }],
    ["an unknown access key", { ...credentials, accessKey: "UNKNOWN" }],
    ["a wrong security token", { ...credentials, securityToken: "expired" }],
  ])("and %s: an AuthenticationError after at most one more try for each request", async (_keys, wrong) => {
    const emulator = await startService({ ...paging, clockOffsetMs });
    await expectFailure(quickClient(emulator, { credentials: wrong }).listJobs(), {
      code: "AUTHENTICATION",
      status: 401,
      errorCode: "APIGW.0301",
      attempts: 1,
    });
    expect(Math.max(...timesAsked(emulator))).toBeLessThanOrEqual(2);
  });
});

test("a clock ten minutes off is left alone: the service takes it", async () => {
  const emulator = await startService({ ...paging, clockOffsetMs: 10 * 60_000 });
  expect(await listedNames(quickClient(emulator))).toEqual(namesOf(jobs));
  expect(Math.max(...timesAsked(emulator))).toBe(1);
});

test("a wrong key is told at once when the clocks agree", async () => {
  const emulator = await startService(paging);
  const wrong = { ...credentials, secretKey: "another" };
  await expectFailure(quickClient(emulator, { credentials: wrong }).listJobs(), {
    code: "AUTHENTICATION",
    attempts: 1,
  });
  expect(Math.max(...timesAsked(emulator))).toBe(1);
});

test.each([
  ["no Date", undefined],
  ["a Date that is none", "soon"],
  ["a Date at the end of time", "Sat, 13 Sep 275760 00:00:00 GMT"],
  ["a Date before the Christian era", "Tue, 20 Apr -271821 00:00:00 GMT"],
  ["a Date in five figures", "Fri, 01 Jan 12000 00:00:00 GMT"],
])("a 401 with %s is an AuthenticationError", async (_what, date) => {
  const emulator = await startService({ ...paging, intercept: () => respond(401, "{}", date ? { Date: date } : {}) });
  let now = Date.now();
  const runtime = { ...quickRuntime, now: () => (now += 1) };
  const client = new DlfClient({}, { environment: emulator.env(), runtime });
  await expectFailure(client.listJobs(), { code: "AUTHENTICATION", attempts: 1 });
  expect(Math.max(...timesAsked(emulator))).toBeLessThanOrEqual(2);
});

test("a 401 whose Date jumps to and fro costs one more try for each request, not a loop", async () => {
  const emulator = await startService({
    ...paging,
    intercept: ({ index }) =>
      respond(401, "{}", { Date: new Date(Date.now() + (index % 2 === 0 ? 1 : -1) * hourMs).toUTCString() }),
  });
  await expectFailure(quickClient(emulator).listJobs(), { code: "AUTHENTICATION", attempts: 1 });
  expect(Math.max(...timesAsked(emulator))).toBeLessThanOrEqual(2);
});

test("a single 401 with a wrong Date, from a proxy say, does not spoil the client for good", async () => {
  const emulator = await startService({
    ...paging,
    intercept: ({ index }) => (index === 0 ? respond(401, "{}", { Date: "Mon, 01 Jan 2001 00:00:00 GMT" }) : undefined),
  });
  const client = quickClient(emulator);
  await client.listJobs().catch(() => undefined);
  expect(await listedNames(client)).toEqual(namesOf(jobs));
});

test("every attempt is signed anew, with the date that it is then", async () => {
  let now = Date.now();
  const emulator = await startService({
    ...paging,
    intercept: ({ index }) => {
      if (index >= 4) return undefined;
      now += 2_000;
      return respond(503);
    },
  });
  const client = new DlfClient({}, { environment: emulator.env(), runtime: { ...quickRuntime, now: () => now } });
  expect(await listedNames(client)).toEqual(namesOf(jobs));
  expect(new Set(emulator.requests.all.map(({ headers }) => headers["x-sdk-date"])).size).toBeGreaterThanOrEqual(2);
});

describe("a wall clock of this machine that is set by 8 hours", () => {
  /** A client that has used its whole quota, and a clock that can be set. */
  async function start(options: DlfClientOptions = {}) {
    const emulator = await startService({ jobs: numberedJobs(40), maxLimit: 10 });
    const clock = { shift: 0 };
    const runtime = { ...quickRuntime, now: () => Date.now() + clock.shift };
    const client = new DlfClient({ requestsPerSecond: 6, ...options }, { environment: emulator.env(), runtime });
    const list = async () => {
      emulator.requests.reset();
      expect(await listedNames(client)).toEqual(namesOf(numberedJobs(40)));
      return Math.max(...timesAsked(emulator));
    };
    return { emulator, clock, list, client };
  }

  test.each([
    ["back and forth, twice", [-8, 0, -8, 0]],
    ["forward and back, twice", [8, 0, 8, 0]],
  ])("%s: each list is whole at once, and signed by the new clock after one more try", async (_how, shifts) => {
    const { clock, list } = await start();
    expect(await list()).toBe(1);
    for (const hours of shifts) {
      clock.shift = hours * hourMs;
      const begin = performance.now();
      expect(await list()).toBe(2);
      expect(await list()).toBe(1);
      expect(performance.now() - begin).toBeLessThan(20_000);
    }
  });

  test.each([-8, 8])("by %d hours in the middle of a listing: it is whole", async (hours) => {
    const clock = { shift: 0 };
    const emulator = await startService({
      ...paging,
      intercept: ({ index }) => {
        if (index === 4) clock.shift = hours * hourMs;
        return index === 4 ? respond(503) : undefined;
      },
    });
    const runtime = { ...quickRuntime, now: () => Date.now() + clock.shift };
    const client = new DlfClient({ requestsPerSecond: 8 }, { environment: emulator.env(), runtime });
    expect(await listedNames(client)).toEqual(namesOf(jobs));
  });
});
