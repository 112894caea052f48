// @ts-nocheck
import { connect, createServer, type AddressInfo } from "node:net";
import { DlfClient } from "../../sdk";
import { expectFailure, listedNames, namesOf, numberedJobs, once, quickClient, respond, startService } from "./service";

const jobs = numberedJobs(250);
const paging = { jobs, maxLimit: 50 };

test("a client that asks faster than the service allows slows down, and its list is whole", async () => {
  const many = numberedJobs(300);
  const emulator = await startService({ jobs: many, maxLimit: 10, requestsPerSecond: 15 });
  const client = new DlfClient({ requestsPerSecond: 1_000 }, { environment: emulator.env() });
  expect(await listedNames(client)).toEqual(namesOf(many));
  expect(emulator.requests.jobs).toBeGreaterThan(32);
});

test("by default no second sees more than thirty requests", async () => {
  const many = numberedJobs(1_000);
  const emulator = await startService({ jobs: many, maxLimit: 5 });
  const client = new DlfClient({}, { environment: emulator.env() });
  expect(await listedNames(client)).toEqual(namesOf(many));
  const times = emulator.requests.all.map(({ at }) => at);
  expect(times.length).toBeGreaterThanOrEqual(200);
  const inSecondFrom = (begin: number) => times.filter((at) => at >= begin && at < begin + 1_000).length;
  expect(Math.max(...times.map(inSecondFrom))).toBeLessThanOrEqual(30);
});

test("connections that take long to set up do not bring more requests together than the quota allows", async () => {
  const emulator = await startService({ jobs: numberedJobs(300), maxLimit: 10 });
  const slowToConnect = createServer((socket) => {
    const onward = connect(Number(new URL(emulator.endpoint).port), "127.0.0.1");
    socket.on("error", () => onward.destroy());
    onward.on("error", () => socket.destroy());
    setTimeout(() => socket.pipe(onward).pipe(socket), 400);
  });
  await new Promise<void>((resolve) => slowToConnect.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(slowToConnect.address() as AddressInfo).port}`;
  try {
    const client = new DlfClient({ endpoint, requestsPerSecond: 10 }, { environment: emulator.env() });
    expect((await client.listJobs()).total).toBe(300);
    const times = emulator.requests.all.map(({ at }) => at);
    const inSecondFrom = (begin: number) => times.filter((at) => at >= begin && at < begin + 1_000).length;
    expect(Math.max(...times.map(inSecondFrom))).toBeLessThanOrEqual(10);
  } finally {
    slowToConnect.close();
  }
});

test("the quota is one for all listings of a client", async () => {
  const emulator = await startService({ jobs: numberedJobs(50), maxLimit: 10 });
  const client = new DlfClient({ requestsPerSecond: 10 }, { environment: emulator.env() });
  await Promise.all([client.listJobs(), client.listJobs(), client.listJobs()]);
  const times = emulator.requests.all.map(({ at }) => at);
  const inSecondFrom = (begin: number) => times.filter((at) => at >= begin && at < begin + 1_000).length;
  expect(Math.max(...times.map(inSecondFrom))).toBeLessThanOrEqual(10);
});

test.each([
  ["in seconds", () => "1", 900],
  // A date has no milliseconds: two seconds on are at least one.
  ["as a date", () => new Date(Date.now() + 2_000).toUTCString(), 900],
])("Retry-After %s is waited for, by the other requests too", async (_form, header, leastMs) => {
  let throttledAt = Infinity;
  const emulator = await startService({
    ...paging,
    intercept: ({ index }) => {
      if (index !== 0) return undefined;
      throttledAt = Date.now();
      return respond(429, "{}", { "Retry-After": header() });
    },
  });
  const client = new DlfClient({}, { environment: emulator.env() });
  expect(await listedNames(client)).toEqual(namesOf(jobs));
  const [, probe, ...later] = emulator.requests.all.map(({ at }) => at - throttledAt);
  // The probe left together with the first page.
  expect(probe).toBeLessThan(leastMs);
  expect(Math.min(...later)).toBeGreaterThanOrEqual(leastMs);
});

test("Retry-After as a date is read by the service's clock", async () => {
  const hourMs = 3_600_000;
  const emulator = await startService({
    ...paging,
    clockOffsetMs: hourMs,
    intercept: ({ index }) =>
      index === 4
        ? respond(429, "{}", { "Retry-After": new Date(Date.now() + hourMs + 500).toUTCString() })
        : undefined,
  });
  const client = new DlfClient({}, { environment: emulator.env() });
  expect(await listedNames(client)).toEqual(namesOf(jobs));
});

test.each(["soon", "-1", "1.5", "", "1e9", "Mon, 99 Foo 2026 00:00:00 GMT"])(
  "Retry-After: %j is as good as none",
  async (header) => {
    const emulator = await startService({
      ...paging,
      intercept: once(respond(429, "{}", { "Retry-After": header })),
    });
    expect(await listedNames(quickClient(emulator))).toEqual(namesOf(jobs));
  },
);

test.each(["3600", "61", "999999999"])("Retry-After: %s is an error at once that tells the wait", async (header) => {
  const emulator = await startService({ ...paging, intercept: () => respond(429, "{}", { "Retry-After": header }) });
  const begin = Date.now();
  const error = await expectFailure(new DlfClient({}, { environment: emulator.env() }).listJobs(), {
    code: "THROTTLED",
    status: 429,
    attempts: 1,
    retryAfterMs: Number(header) * 1_000,
    requestId: "request-429",
  });
  expect(error.message).toContain(`wait ${header} s`);
  expect(Date.now() - begin).toBeLessThan(2_000);
  // The probe may not have arrived when it is given up.
  expect(emulator.requests.jobs).toBeLessThanOrEqual(2);
});

test("Retry-After longer than what is left of listTimeoutMs is a TimeoutError at once, with the 429 as its cause", async () => {
  const emulator = await startService({ ...paging, intercept: () => respond(429, "{}", { "Retry-After": "30" }) });
  const begin = Date.now();
  const client = new DlfClient({ listTimeoutMs: 5_000 }, { environment: emulator.env() });
  const error = await expectFailure(client.listJobs(), { code: "TIMEOUT" });
  expect(error.cause).toMatchObject({ code: "THROTTLED", requestId: "request-429" });
  expect(Date.now() - begin).toBeLessThan(2_000);
});
