// @ts-nocheck
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { DlfClient } from "../../sdk";
import type { DlfEmulator, Intervention } from "../../sdk/testing";
import { expectFailure, listedNames, namesOf, numberedJobs, quickClient, respond, startService } from "./service";
import { expectNoSecrets } from "./secrets";

const jobs = numberedJobs(500);
const paging = { jobs, maxLimit: 10 };
const hang: Intervention = { kind: "hang" };

test.each([
  ["that hangs", () => hang],
  [
    "that hangs on a later page",
    ({ query }: { query: URLSearchParams }) => (query.get("offset") === "7" ? hang : undefined),
  ],
  ["that is down", () => respond(503)],
])(
  "a service %s: listTimeoutMs ends the listing with a TimeoutError that tells the limit",
  async (_what, intercept) => {
    const emulator = await startService({ ...paging, intercept });
    const begin = Date.now();
    const client = new DlfClient({ listTimeoutMs: 300, maxAttempts: 20 }, { environment: emulator.env() });
    const error = await expectFailure(client.listJobs(), { code: "TIMEOUT" });
    expect(Date.now() - begin).toBeLessThan(1_500);
    expect(error.message).toMatch(/\b(300|2\d\d) ms\b/);
  },
);

test("listTimeoutMs holds for the look-up of the project as well", async () => {
  const emulator = await startService({ ...paging, intercept: () => hang });
  const client = new DlfClient(
    { listTimeoutMs: 300 },
    { environment: { ...emulator.env(), HW_PROJECT_ID: undefined } },
  );
  const begin = Date.now();
  await expectFailure(client.listJobs(), { code: "TIMEOUT" });
  expect(Date.now() - begin).toBeLessThan(1_500);
  expect(emulator.requests.jobs).toBe(0);
});

describe("while the client connects", () => {
  const projectByName = (emulator: DlfEmulator) => ({ ...emulator.env(), HW_PROJECT_ID: undefined });

  test.each([
    ["hangs", hang],
    ["is down", respond(503)],
  ])("an IAM that %s: listTimeoutMs ends it, and the error tells the step", async (_what, intervention) => {
    const emulator = await startService({
      ...paging,
      intercept: ({ kind }) => (kind === "projects" ? intervention : undefined),
    });
    const options = { listTimeoutMs: 500, maxAttempts: 20 };
    const client = new DlfClient(options, { environment: projectByName(emulator) });
    for (const ask of [() => client.listJobs(), () => client.describeConfiguration()]) {
      const begin = performance.now();
      const error = await expectFailure(ask(), { code: "TIMEOUT" });
      expect(performance.now() - begin).toBeLessThan(900);
      expect(error.message).toMatch(/within 500 ms \(listTimeoutMs\), while looking up the project \S+ in IAM/);
    }
  });

  test("a metadata service that hangs is not taken for none: listTimeoutMs ends it, and the error tells the step", async () => {
    const emulator = await startService({ intercept: () => hang });
    const environment = { ...emulator.addresses(), HW_PROJECT_ID: "p", HOME: "/nonexistent" };
    const begin = performance.now();
    const client = new DlfClient({ listTimeoutMs: 500, metadataEndpoint: emulator.endpoint }, { environment });
    const error = await expectFailure(client.listJobs(), { code: "TIMEOUT" });
    expect(performance.now() - begin).toBeLessThan(900);
    expect(error.message).toMatch(/\(listTimeoutMs\), while asking for a token from/);
  });

  test("an aborted listing asks IAM no more", async () => {
    const emulator = await startService({ ...paging, intercept: () => respond(503) });
    const client = new DlfClient({ maxAttempts: 20 }, { environment: projectByName(emulator) });
    const controller = new AbortController();
    const outcome = client.listJobs({}, { signal: controller.signal }).catch((error: unknown) => error);
    await wait(150);
    controller.abort(new Error("^C"));
    await outcome;
    const sent = emulator.requests.projects;
    expect(sent).toBeGreaterThan(0);
    await wait(2_500);
    expect(emulator.requests.projects).toBe(sent);
  });

  test("who came later, and has time left, gets what the first no longer waits for; it is asked for once", async () => {
    const emulator = await startService({
      ...paging,
      jobs: numberedJobs(20),
      intercept: ({ kind }) => (kind === "projects" ? { kind: "delay", ms: 900 } : undefined),
    });
    const options = { listTimeoutMs: 700, requestsPerSecond: 10_000 };
    const client = new DlfClient(options, { environment: projectByName(emulator) });
    const first = expectFailure(client.listJobs(), { code: "TIMEOUT" });
    await wait(500);
    const second = listedNames(client);
    await first;
    expect(await second).toHaveLength(20);
    expect(emulator.requests.projects).toBe(1);
  });

  test("the client is as good as new after it", async () => {
    let down = true;
    const emulator = await startService({
      ...paging,
      intercept: ({ kind }) => (down && kind === "projects" ? hang : undefined),
    });
    const options = { listTimeoutMs: 10_000, requestsPerSecond: 10_000 };
    const client = new DlfClient(options, { environment: projectByName(emulator) });
    const signal = AbortSignal.timeout(200);
    await expect(client.listJobs({}, { signal })).rejects.toBe(
      await new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          resolve(signal.reason);
        });
      }),
    );
    down = false;
    expect(await listedNames(client)).toEqual(namesOf(jobs));
    expect(await listedNames(client)).toEqual(namesOf(jobs));
    expect(emulator.requests.projects).toBe(2);
  });
});

test("a listing that the quota keeps from its end says so once, before its limit", async () => {
  const emulator = await startService(paging);
  const client = new DlfClient({ requestsPerSecond: 2, listTimeoutMs: 600 }, { environment: emulator.env() });
  const error = await expectFailure(client.listJobs(), { code: "TIMEOUT", permanent: true });
  expect(error.message.match(/not finished/g)).toHaveLength(1);
  expect(emulator.requests.jobs).toBe(2);
});

test("a listing that waits for the places of another one ends with its own limit and its own signal", async () => {
  const emulator = await startService({ ...paging, intercept: () => hang });
  const client = quickClient(emulator, { concurrency: 1, listTimeoutMs: 700 });
  const first = expectFailure(client.listJobs(), { code: "TIMEOUT" });
  await wait(50);
  const begin = performance.now();
  const reason = new Error("^C");
  const controller = new AbortController();
  const second = expect(client.listJobs({}, { signal: controller.signal })).rejects.toBe(reason);
  setTimeout(() => {
    controller.abort(reason);
  }, 100);
  await second;
  expect(performance.now() - begin).toBeLessThan(400);
  await first;
});

/** Red within seconds where attemptTimeoutMs does not hold, in the place of a test that hangs. */
const notForEver = () => ({ signal: AbortSignal.timeout(3_000) });

test("an attempt that is not answered is given up after attemptTimeoutMs, and made again", async () => {
  const emulator = await startService({ ...paging, intercept: () => hang });
  const client = quickClient(emulator, { attemptTimeoutMs: 150, maxAttempts: 2 });
  const error = await expectFailure(client.listJobs({}, notForEver()), { code: "TIMEOUT", attempts: 2 });
  expect(error.message).toContain("150 ms");
});

test("an answer that trickles in is given up after attemptTimeoutMs, however often a byte comes", async () => {
  const server = createServer((_request, response) => {
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => {
      clearInterval(timer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const emulator = await startService();
    const client = quickClient(emulator, { endpoint, attemptTimeoutMs: 150, maxAttempts: 2 });
    await expectFailure(client.listJobs({}, notForEver()), { code: "TIMEOUT", attempts: 2 });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test("a listing that failed leaves nothing going on behind it", async () => {
  const emulator = await startService({
    ...paging,
    intercept: ({ query }) => (query.get("offset") === "1" ? respond(403) : hang),
  });
  const client = quickClient(emulator, { attemptTimeoutMs: 200, listTimeoutMs: 400 });
  await expectFailure(client.listJobs(), { code: "TIMEOUT" });
  const sent = emulator.requests.jobs;
  await wait(300);
  expect(emulator.requests.jobs).toBe(sent);
});

describe("an AbortSignal", () => {
  const reason = new Error("the user pressed ^C");

  test("that is aborted already: its reason, and nothing is sent", async () => {
    const emulator = await startService(paging);
    await expect(quickClient(emulator).listJobs({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(emulator.requests.all).toHaveLength(0);
  });

  test.each([
    ["while the service hangs", { intercept: () => hang }, {}],
    ["while a retry is waited for", { intercept: () => respond(429, "", { "Retry-After": "30" }) }, {}],
    ["while the quota is waited for", {}, { requestsPerSecond: 2 }],
    ["while pages come in", { latencyMs: 30 }, { concurrency: 2 }],
  ])("%s: the listing ends at once with its reason, and sends nothing more", async (_when, options, clientOptions) => {
    const emulator = await startService({ ...paging, ...options });
    const client = new DlfClient(clientOptions, { environment: emulator.env() });
    const controller = new AbortController();
    const listing = client.listJobs({}, { signal: controller.signal });
    const outcome = expect(listing).rejects.toBe(reason);
    await wait(150);
    const begin = Date.now();
    controller.abort(reason);
    await outcome;
    expect(Date.now() - begin).toBeLessThan(500);
    const sent = emulator.requests.jobs;
    expect(sent).toBeGreaterThan(0);
    await wait(300);
    // As many as go out at once may have been on their way when the signal came.
    expect(emulator.requests.jobs).toBeLessThanOrEqual(sent + 2);
    expectNoSecrets(await listing.catch((error: unknown) => error));
  });

  test("while the project is looked up: the listing ends at once with its reason", async () => {
    const emulator = await startService({
      ...paging,
      intercept: ({ kind }) => (kind === "projects" ? hang : undefined),
    });
    const client = new DlfClient(
      { listTimeoutMs: 4_000 },
      { environment: { ...emulator.env(), HW_PROJECT_ID: undefined } },
    );
    const controller = new AbortController();
    const outcome = client.listJobs({}, { signal: controller.signal }).catch((error: unknown) => error);
    await wait(150);
    const begin = Date.now();
    controller.abort(reason);
    expect(await outcome).toBe(reason);
    expect(Date.now() - begin).toBeLessThan(1_000);
    expect(emulator.requests.jobs).toBe(0);
  });

  test("of one listing leaves the other listings of the client alone", async () => {
    const emulator = await startService({ ...paging, latencyMs: 10 });
    const client = quickClient(emulator);
    const controller = new AbortController();
    const ended = expect(client.listJobs({}, { signal: controller.signal })).rejects.toBe(reason);
    const other = listedNames(client);
    setTimeout(() => {
      controller.abort(reason);
    }, 25);
    await ended;
    expect(await other).toEqual(namesOf(jobs));
  });

  test("of one listing does not end a look-up of the project that others wait for", async () => {
    const emulator = await startService({
      ...paging,
      intercept: ({ kind }) => (kind === "projects" ? { kind: "delay", ms: 200 } : undefined),
    });
    const client = quickClient({ env: () => ({ ...emulator.env(), HW_PROJECT_ID: "" }) });
    const controller = new AbortController();
    const ended = expect(client.listJobs({}, { signal: controller.signal })).rejects.toBe(reason);
    const other = listedNames(client);
    setTimeout(() => {
      controller.abort(reason);
    }, 50);
    await ended;
    expect(await other).toEqual(namesOf(jobs));
    expect(emulator.requests.projects).toBe(1);
  });

  test("ends iterateJobs", async () => {
    const emulator = await startService(paging);
    const controller = new AbortController();
    const seen = new Set<string>();
    const iterating = async () => {
      for await (const job of quickClient(emulator, { concurrency: 1 }).iterateJobs(
        {},
        { signal: controller.signal },
      )) {
        seen.add(job.name);
        if (seen.size === 25) controller.abort(reason);
      }
    };
    await expect(iterating()).rejects.toBe(reason);
    expect(seen.size).toBeLessThan(jobs.length);
  });
});

describe("iterateJobs", () => {
  test.each([1, 4])("that is left early asks for no more than %d pages ahead", async (concurrency) => {
    const emulator = await startService(paging);
    const seen = new Set<string>();
    for await (const job of quickClient(emulator, { concurrency }).iterateJobs()) {
      seen.add(job.name);
      if (seen.size === 35) break;
    }
    await wait(200);
    // Three and a half pages and the probe, and the window behind them.
    expect(emulator.requests.jobs).toBeLessThanOrEqual(4 + 1 + concurrency);
  });

  test("that is left at the first job sends nothing after it", async () => {
    const emulator = await startService(paging);
    for await (const { name } of quickClient(emulator).iterateJobs()) {
      expect(name).toBe("job_00000");
      break;
    }
    const sent = emulator.requests.jobs;
    await wait(150);
    expect(emulator.requests.jobs).toBe(sent);
    expect(sent).toBe(2);
  });

  test("does not count the time that its caller takes", async () => {
    const emulator = await startService(paging);
    const seen = new Set<string>();
    for await (const job of quickClient(emulator, { concurrency: 1, listTimeoutMs: 1_500 }).iterateJobs()) {
      seen.add(job.name);
      if (seen.size % 100 === 0) await wait(500);
    }
    expect(seen.size).toBe(jobs.length);
  });
});
