// @ts-nocheck
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import type { EmulatedJob } from "../../sdk/testing";
import { listInChild } from "./children";
import { credentials, expectNoSecrets } from "./secrets";
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

const mebibyte = 1_024 * 1_024;
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function startServer(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_request, response) => {
    answer(response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Writes until the other side has had enough, or `most` bytes. Tells what was written. */
function stream(response: ServerResponse, most: number, written: { bytes: number }): void {
  const chunk = Buffer.alloc(64 * 1_024, " ");
  const more = () => {
    while (!response.destroyed && written.bytes < most) {
      written.bytes += chunk.length;
      if (!response.write(chunk)) return void response.once("drain", more);
    }
    response.end();
  };
  more();
}

describe("an answer over maxResponseBytes", () => {
  const options = { region: "r", projectId: "p", credentials, maxResponseBytes: mebibyte };
  const empty = (response: ServerResponse) => response.end('{"total":0,"jobs":[]}');

  test.each([
    ["of 300 MB", 300 * mebibyte],
    ["without end", Infinity],
  ])("%s is refused while it is read, once, and without holding it", async (_how, most) => {
    const written = { bytes: 0 };
    const endpoint = await startServer((response) => {
      stream(response, most, written);
    });
    const { error, grownBytes } = await listInChild({
      options: { ...options, endpoint },
      warmUpEndpoint: await startServer(empty),
    });
    expect(error).toMatchObject({ code: "UNEXPECTED_ANSWER", attempts: 1, permanent: true });
    expect(error?.message).toContain("maxResponseBytes");
    expectNoSecrets(error);
    // The two requests that begin a listing, and what the sockets between hold.
    expect(written.bytes).toBeLessThan(40 * mebibyte);
    expect(grownBytes).toBeLessThan(60 * mebibyte);
  });

  test.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })],
  ] as const)("%s that unpacks to 300 MB is refused while it is unpacked", async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(300 * mebibyte, " "));
    expect(bomb.length).toBeLessThan(mebibyte);
    const endpoint = await startServer((response) => {
      response.writeHead(200, { "Content-Encoding": encoding }).end(bomb);
    });
    const { error, grownBytes } = await listInChild({
      options: { ...options, endpoint },
      warmUpEndpoint: await startServer(empty),
    });
    expect(error).toMatchObject({ code: "UNEXPECTED_ANSWER", attempts: 1, permanent: true });
    expect(grownBytes).toBeLessThan(60 * mebibyte);
  });

  test("of status 500 is refused as well", async () => {
    const endpoint = await startServer((response) => {
      stream(response.writeHead(500), 5 * mebibyte, { bytes: 0 });
    });
    const emulator = await startService();
    await expectFailure(quickClient(emulator, { endpoint, maxResponseBytes: mebibyte }).listJobs(), {
      code: "UNEXPECTED_ANSWER",
      permanent: true,
    });
  });

  test("by one byte is refused, and one of just the size is read", async () => {
    const page = JSON.stringify({ total: 0, jobs: [] });
    for (const [bytes, fits] of [
      [2_048, true],
      [2_049, false],
    ] as const) {
      const emulator = await startService({ intercept: () => respond(200, page.padEnd(bytes)) });
      const listing = quickClient(emulator, { maxResponseBytes: 2_048 }).listJobs();
      if (fits) expect(await listing).toMatchObject({ jobs: [] });
      else await expectFailure(listing, { code: "UNEXPECTED_ANSWER", permanent: true });
    }
  });
});

describe("an answer that is made to hurt", () => {
  const depth = 200_000;
  const nested = "[".repeat(depth) + "]".repeat(depth);
  const job = JSON.stringify(numberedJob(0)).slice(1, -1);

  test.each([
    ["deeply nested", nested],
    ["a deeply nested list of jobs", `{"total":1,"jobs":${nested}}`],
    ["a deeply nested total", `{"total":${nested},"jobs":[]}`],
    ["a deeply nested name", `{"total":1,"jobs":[{${job},"name":${nested}}]}`],
    ["a number", "1"],
    ["a text", '"jobs"'],
    ["jobs as an object", '{"total":1,"jobs":{"0":{}}}'],
    ["jobs as a text", '{"total":4,"jobs":"jobs"}'],
    ["only prototypes", '{"__proto__":{"total":0,"jobs":[]}}'],
    ["a mandatory field by prototype", `{"total":1,"jobs":[{"__proto__":{${job}}}]}`],
    ["a total beyond 2^53", '{"total":9007199254740993,"jobs":[]}'],
    ["an infinite total", '{"total":1e999,"jobs":[]}'],
    ["an infinite time", `{"total":1,"jobs":[{${job},"createTime":1e999}]}`],
  ])("%s: an UnexpectedAnswerError", async (_what, body) => {
    const emulator = await startService({ intercept: () => respond(200, body) });
    await expectFailure(quickClient(emulator).listJobs(), { code: "UNEXPECTED_ANSWER" });
  });

  test("unknown fields, nested or named after prototypes, are left out", async () => {
    const fields = `"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"new":${nested}`;
    const emulator = await startService({
      intercept: () => respond(200, `{"total":1,"jobs":[{${job},${fields}}],"__proto__":{"polluted":1}}`),
    });
    const { jobs } = await quickClient(emulator).listJobs();
    expect(jobs).toEqual([numberedJob(0)]);
    expect(Object.keys(jobs[0] ?? {}).sort()).toEqual(Object.keys(numberedJob(0)).sort());
    expect(jobs[0]).not.toHaveProperty("polluted");
    expect({}).not.toHaveProperty("polluted");
  });

  test("a header block without end is a NetworkError", async () => {
    const emulator = await startService();
    const server = createServer().on("connection", (socket) => {
      socket.on("error", () => undefined);
      socket.write(`HTTP/1.1 200 OK\r\n${"X-Filler: x\r\n".repeat(20_000)}`);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expectFailure(quickClient(emulator, { endpoint }).listJobs(), { code: "NETWORK", attempts: 5 });
  });

  test("a server that speaks no HTTP is a NetworkError", async () => {
    const emulator = await startService();
    const server = createServer().on("connection", (socket) => {
      socket.on("error", () => undefined);
      socket.end("SSH-2.0-OpenSSH_9.9\r\n");
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expectFailure(quickClient(emulator, { endpoint }).listJobs(), { code: "NETWORK", attempts: 5 });
  });

  test("a reason of megabytes is cut short in the error", async () => {
    const emulator = await startService({
      intercept: () =>
        respond(500, JSON.stringify({ error_code: "X".repeat(mebibyte), error_msg: "y".repeat(mebibyte) }), {
          "X-Request-Id": "z".repeat(5_000),
        }),
    });
    const error = await expectFailure(quickClient(emulator).listJobs(), { code: "API_ERROR" });
    expect(JSON.stringify(error).length + error.message.length).toBeLessThan(3_000);
  });
});

test("20,000 jobs with odd names are all listed, each under its own name", async () => {
  const odd = [
    "é",
    "e\u0301",
    "作业",
    "😀",
    "\u200b",
    "\u202e",
    "\0",
    "\n",
    "__proto__",
    "constructor",
    "#&;+% ",
    "\ud800",
  ];
  const jobs: EmulatedJob[] = Array.from({ length: 20_000 }, (_, index) => ({
    ...numberedJob(index),
    name: `${odd[index % odd.length] ?? ""}${index < odd.length ? "" : String(index)}`,
  }));
  const emulator = await startService({ jobs });
  const listed = await listedNames(quickClient(emulator));
  expect(listed).toHaveLength(20_000);
  expect(new Set(listed)).toEqual(new Set(namesOf(jobs)));
});

test("names that differ in nothing but their Unicode form, or case, are two jobs", async () => {
  const jobs = ["é", "e\u0301", "Job", "job"].map((name, index) => ({ ...numberedJob(index), name }));
  const emulator = await startService({ jobs });
  expect(await listedNames(quickClient(emulator))).toEqual(namesOf(jobs));
});

test("a byte order mark in front of the answer does no harm", async () => {
  const page = JSON.stringify({ total: 1, jobs: numberedJobs(1) });
  const emulator = await startService({
    intercept: ({ query }) => respond(200, query.get("offset") === "0" ? `\ufeff${page}` : '{"total":1,"jobs":[]}'),
  });
  expect(await listedNames(quickClient(emulator))).toEqual(["job_00000"]);
});
