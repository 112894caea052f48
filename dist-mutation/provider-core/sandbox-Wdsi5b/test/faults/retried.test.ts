// @ts-nocheck
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Intervention } from "../../sdk/testing";
import {
  expectFailure,
  listedNames,
  namesOf,
  numberedJobs,
  once,
  quickClient,
  respond,
  startService,
  timesAsked,
} from "./service";

const jobs = numberedJobs(250);
const paging = { jobs, maxLimit: 100 };
const html = "<html><body><h1>Under maintenance</h1></body></html>";
const errorBody = '{"error_code":"DLF.0100","error_msg":"Internal trouble"}';

/** Each with the code and the status that it ends in when it does not pass. */
const passing: [what: string, intervention: Intervention, code: string, status?: number][] = [
  ["a dropped connection", { kind: "drop" }, "NETWORK"],
  ["a body cut in the middle", { kind: "truncate" }, "NETWORK"],
  ["status 408", respond(408), "API_ERROR", 408],
  ["status 429", respond(429, errorBody), "THROTTLED", 429],
  ["status 500", respond(500, errorBody), "API_ERROR", 500],
  ["status 502 with HTML", respond(502, html), "API_ERROR", 502],
  ["status 503", respond(503), "API_ERROR", 503],
  ["status 504", respond(504, html), "API_ERROR", 504],
  ["HTML in a 200", respond(200, html), "UNEXPECTED_ANSWER", 200],
  ["an empty body in a 200", respond(200, ""), "UNEXPECTED_ANSWER", 200],
  ["jobs: null in a 200", respond(200, '{"total":250,"jobs":null}'), "UNEXPECTED_ANSWER", 200],
  ["no jobs in a 200", respond(200, '{"total":250}'), "UNEXPECTED_ANSWER", 200],
  ["no total in a 200", respond(200, '{"jobs":[]}'), "UNEXPECTED_ANSWER", 200],
  ["null in a 200", respond(200, "null"), "UNEXPECTED_ANSWER", 200],
  ["an error body in a 200", respond(200, errorBody), "UNEXPECTED_ANSWER", 200],
  ["truncated JSON in a 200", respond(200, '{"total":250,"jobs":[{"name":"job_0"'), "UNEXPECTED_ANSWER", 200],
  [
    "invalid UTF-8 in a 200",
    respond(200, Buffer.concat([Buffer.from('{"total":0,"jobs":[],"x":"'), Buffer.of(0xc3, 0x28), Buffer.from('"}')])),
    "UNEXPECTED_ANSWER",
    200,
  ],
  ["a corrupt gzip body", respond(200, gzipSync("{}").fill(0xff, 10), { "Content-Encoding": "gzip" }), "NETWORK"],
];

test.each(passing)("%s is tried again, and the list is whole", async (_what, intervention) => {
  const emulator = await startService({ ...paging, intercept: once(intervention) });
  expect(await listedNames(quickClient(emulator))).toEqual(namesOf(jobs));
  expect(timesAsked(emulator).every((times) => times === 2)).toBe(true);
});

test.each(passing)("%s that stays is an error after five attempts, never a list", async (...row) => {
  const [, intervention, code, status] = row;
  const emulator = await startService({ ...paging, intercept: () => intervention });
  await expectFailure(quickClient(emulator).listJobs(), {
    code: code as never,
    attempts: 5,
    ...(status !== undefined && { status, requestId: `request-${status}` }),
  });
  expect(Math.max(...timesAsked(emulator))).toBe(5);
});

test.each(passing)("%s that stays on a later page is an error too, also at best effort", async (...row) => {
  const [, intervention, code] = row;
  const emulator = await startService({
    ...paging,
    intercept: ({ query }) => (query.get("offset") === "2" ? intervention : undefined),
  });
  await expectFailure(quickClient(emulator).listJobs({ consistency: "best-effort" }), {
    code: code as never,
    attempts: 5,
  });
});

test("an attempt that takes too long is given up and tried again", async () => {
  const emulator = await startService({ ...paging, intercept: once({ kind: "hang" }) });
  expect(await listedNames(quickClient(emulator, { attemptTimeoutMs: 150 }))).toEqual(namesOf(jobs));
});

test("a service that hangs on every attempt is a TimeoutError after five of them", async () => {
  const emulator = await startService({ ...paging, intercept: () => ({ kind: "hang" }) });
  await expectFailure(quickClient(emulator, { attemptTimeoutMs: 60 }).listJobs(), { code: "TIMEOUT", attempts: 5 });
});

test("maxAttempts is how often a request is sent", async () => {
  const emulator = await startService({ ...paging, intercept: () => respond(503) });
  await expectFailure(quickClient(emulator, { maxAttempts: 2 }).listJobs(), { code: "API_ERROR", attempts: 2 });
  expect(Math.max(...timesAsked(emulator))).toBe(2);
});

test("a service that is down is asked no more often than the quota of retries allows", async () => {
  const emulator = await startService({ ...paging, intercept: () => respond(503) });
  const client = quickClient(emulator);
  for (let listing = 0; listing < 30; listing += 1) await expectFailure(client.listJobs(), { code: "API_ERROR" });
  // Two requests begin each listing, and the quota of 500 pays for a hundred retries.
  expect(emulator.requests.jobs).toBeLessThanOrEqual(30 * 2 + 100);
});

test("when a connection dies between two listings, the next one opens another", async () => {
  const emulator = await startService(paging);
  const client = quickClient(emulator);
  await client.listJobs();
  await emulator.close();
  const again = await startService({ ...paging, port: Number(new URL(emulator.endpoint).port) });
  expect(await listedNames(client)).toEqual(namesOf(jobs));
  expect(again.requests.jobs).toBeGreaterThan(0);
});

test("a service that is not there is a NetworkError which names its address", async () => {
  const emulator = await startService();
  await emulator.close();
  const error = await expectFailure(quickClient(emulator).listJobs(), { code: "NETWORK", attempts: 5 });
  expect(error.message).toContain(new URL(emulator.endpoint).host);
  expect(error.cause).toMatchObject({ code: "ECONNREFUSED" });
});

test.each([
  [400, "API_ERROR"],
  [401, "AUTHENTICATION"],
  [403, "AUTHENTICATION"],
  [404, "API_ERROR"],
  [409, "API_ERROR"],
] as const)("status %i is not tried again", async (status, code) => {
  const emulator = await startService({ ...paging, intercept: () => respond(status, errorBody) });
  await expectFailure(quickClient(emulator).listJobs(), {
    code,
    status,
    attempts: 1,
    requestId: `request-${status}`,
    errorCode: "DLF.0100",
  });
  expect(timesAsked(emulator).every((times) => times === 1)).toBe(true);
});

test.each([201, 204, 206])("status %i is no list: an error without a second try", async (status) => {
  const emulator = await startService({ ...paging, intercept: () => respond(status) });
  await expectFailure(quickClient(emulator).listJobs(), {
    code: "UNEXPECTED_ANSWER",
    status,
    attempts: 1,
    permanent: true,
  });
});

test.each([301, 302, 303, 307, 308])("a redirect (%i) is an error: its target hears nothing at all", async (status) => {
  let heard = 0;
  const target = createServer((_request, response) => {
    heard += 1;
    response.end('{"total":0,"jobs":[]}');
  }).on("connection", () => (heard += 1));
  await new Promise<void>((resolve) => target.listen(0, "127.0.0.1", resolve));
  const location = `http://127.0.0.1:${(target.address() as AddressInfo).port}/v1/p/jobs`;
  try {
    const emulator = await startService({ ...paging, intercept: () => respond(status, "", { Location: location }) });
    await expectFailure(quickClient(emulator).listJobs(), {
      code: "UNEXPECTED_ANSWER",
      status,
      attempts: 1,
      permanent: true,
      requestId: `request-${status}`,
    });
    expect(timesAsked(emulator).every((times) => times === 1)).toBe(true);
    expect(heard).toBe(0);
  } finally {
    target.close();
  }
});
