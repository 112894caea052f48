import { randomUUID } from "node:crypto";
import type { Credentials } from "../../../sdk/credentials/credentials";
import type { DlfCredentials } from "../../../sdk/credentials/resolveCredentials";
import { UnexpectedAnswerError } from "../../../sdk/errors";
import { SignedHttp, type HttpSettings, type SignedGet } from "../../../sdk/http/signedHttp";
import type { HttpRequest, HttpResponse } from "../../../sdk/http/transport";
import { readableText } from "../../../sdk/http/bodyText";
import { safeText } from "../../../sdk/redact";
import { signRequest } from "../../../sdk/signing/signRequest";
import { endless, fakeRuntime } from "../fakeRuntime";

const settings: HttpSettings = { attemptTimeoutMs: 1_234, maxAttempts: 3, concurrency: 2, requestsPerSecond: 30 };
const keys = { accessKey: "A", secretKey: "a secret of the first" };
const others = { accessKey: "B", secretKey: "a secret of the second" };
const hour = 3_600_000;
const start = Date.UTC(2026, 10, 23, 12);

type Answer = Partial<HttpResponse> | Error | (() => Promise<Partial<HttpResponse>>);

/** A client of one service that gives these answers, in order; the last one stays. */
function service(answers: Answer[], given: Partial<HttpSettings> = {}, afterRefusal: Credentials[] = []) {
  const runtime = fakeRuntime();
  const sent: { request: HttpRequest; timeoutMs: number; signal: AbortSignal | undefined; at: number }[] = [];
  const told: string[] = [];
  let used: Credentials = keys;
  const credentials: DlfCredentials = {
    current: () => (sent.length % 2 === 0 ? used : Promise.resolve(used)),
    accepted: (those) => told.push(`accepted ${"accessKey" in those ? those.accessKey : ""}`),
    afterRefusal: (those) => {
      told.push(`refused ${"accessKey" in those ? those.accessKey : ""}`);
      const next = afterRefusal.shift();
      used = next ?? used;
      return Promise.resolve(next);
    },
  };
  const http = new SignedHttp(
    { ...settings, ...given },
    async (request, { timeoutMs, signal }) => {
      const answer = answers[Math.min(sent.length, answers.length - 1)];
      sent.push({ request, timeoutMs, signal, at: runtime.monotonic() });
      if (answer instanceof Error) throw answer;
      return { status: 200, headers: {}, body: [], ...(typeof answer === "function" ? await answer() : answer) };
    },
    runtime,
  );
  const get = (request: Partial<SignedGet<string>> = {}, deadline = endless()) =>
    http.get(
      {
        endpoint: "https://dlf.example:8443",
        path: ["v1", "p 1", "jobs"],
        query: [["offset", "0"]],
        headers: { Accept: "application/json" },
        what: "the list",
        parse: ({ body }) => readableText(body),
        ...request,
      },
      credentials,
      deadline,
    );
  return { get, sent, told, runtime };
}

const body = (text: string) => [Buffer.from(text)];

test("sends what is signed, to the endpoint, with the attempt's limit and the deadline's signal", async () => {
  const { get, sent, told } = service([{ body: body("page") }]);
  const deadline = endless();
  expect(await get({}, deadline)).toBe("page");
  const path = ["v1", "p 1", "jobs"];
  const headers = { Accept: "application/json", Host: "dlf.example:8443" };
  const signable = { method: "GET", path, query: [["offset", "0"]] as const, headers, body: "" };
  expect(sent).toMatchObject([
    {
      request: {
        method: "GET",
        url: "https://dlf.example:8443/v1/p%201/jobs?offset=0",
        headers: signRequest(signable, keys, start),
      },
      timeoutMs: 1_234,
    },
  ]);
  expect(sent[0]?.signal).toBe(deadline.signal);
  expect(told).toEqual(["accepted A"]);
});

test("an address without a query has no question mark", async () => {
  const { get, sent } = service([{}]);
  await get({ query: [] });
  expect(sent[0]?.request.url).toBe("https://dlf.example:8443/v1/p%201/jobs");
});

test("each endpoint is told its own host", async () => {
  const { get, sent } = service([{}]);
  for (const host of ["a.example", "b.example", "a.example"]) await get({ endpoint: `https://${host}` });
  expect(sent.map(({ request }) => request.headers["Host"])).toEqual(["a.example", "b.example", "a.example"]);
});

describe("a 401", () => {
  const ahead = { status: 401, headers: { date: new Date(start + hour).toUTCString() } };

  test("by the clock is sent once more by the service's, without a wait; later ones are right at once", async () => {
    const { get, sent, told, runtime } = service([ahead, {}, {}]);
    await get();
    await get();
    expect(sent.map(({ request }) => request.headers["X-Sdk-Date"])).toEqual([
      ...["20261123T120000Z", "20261123T130000Z", "20261123T130000Z"],
    ]);
    expect(runtime.slept).toEqual([]);
    expect(told).toEqual(["accepted A", "accepted A"]);
  });

  test("of credentials that others may replace is sent once more with these", async () => {
    const { get, sent, told } = service([{ status: 401 }, { body: body("page") }], {}, [others]);
    expect(await get()).toBe("page");
    expect(sent).toHaveLength(2);
    expect(sent[1]?.request.headers["Authorization"]).toContain("Access=B");
    expect(told).toEqual(["refused A", "accepted B"]);
  });

  test("of the others as well is an error, and accepts none", async () => {
    const { get, sent, told } = service([{ status: 401 }], {}, [others]);
    await expect(get()).rejects.toMatchObject({ code: "AUTHENTICATION", status: 401, attempts: 1 });
    expect(sent).toHaveLength(2);
    expect(told).toEqual(["refused A"]);
  });

  test("where there are no others is an error at once", async () => {
    const { get, sent, told } = service([{ status: 401 }]);
    await expect(get()).rejects.toMatchObject({ code: "AUTHENTICATION" });
    expect(sent).toHaveLength(1);
    expect(told).toEqual(["refused A"]);
  });
});

test("an error tells what was asked for, and quotes no secret that was sent", async () => {
  const secret = randomUUID();
  const { get } = service([{ status: 401 }, { status: 400, body: body(`bad key ${secret}`) }], {}, [
    { accessKey: "C", secretKey: secret },
  ]);
  const error = await get().catch((each: unknown) => each as Error);
  expect((error as Error).message).toContain("400");
  expect((error as Error).message).toContain("to the list.");
  expect((error as Error).message).not.toContain(secret);
  expect(safeText(secret)).not.toContain(secret);
});

test("a page that cannot be read is asked for again", async () => {
  const { get, sent } = service([{ body: body("torn") }, { body: body("page") }]);
  const parse = ({ body: pieces }: HttpResponse) => {
    if (readableText(pieces) === "torn") throw new UnexpectedAnswerError("torn");
    return readableText(pieces);
  };
  expect(await get({ parse })).toBe("page");
  expect(sent).toHaveLength(2);
});

test("a service that stays broken is asked maxAttempts times", async () => {
  const { get, sent } = service([{ status: 503 }]);
  await expect(get()).rejects.toMatchObject({ status: 503, attempts: 3 });
  expect(sent).toHaveLength(3);
});

test("the time of a Retry-After is by the service's clock", async () => {
  const later = { status: 503, headers: { "retry-after": "Mon, 23 Nov 2026 13:00:30 GMT" } };
  const ahead = { status: 401, headers: { date: new Date(start + hour).toUTCString() } };
  const { get, runtime } = service([ahead, later, {}]);
  await get();
  expect(runtime.slept[0]).toBeGreaterThanOrEqual(30_000);
  expect(runtime.slept[0]).toBeLessThan(60_000);
});

describe("the rate", () => {
  const apart = (sent: { at: number }[]) => sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));

  test("is kept by all requests of a client", async () => {
    const { get, sent } = service([{}], { requestsPerSecond: 1 });
    for (let index = 0; index < 3; index += 1) await get();
    expect(apart(sent)).toEqual([1_010, 1_010]);
  });

  test("is halved by a 429 for all of them, and comes back with successes", async () => {
    const { get, sent } = service([{ status: 429, headers: { "retry-after": "5" } }, {}], { requestsPerSecond: 2 });
    for (let index = 0; index < 4; index += 1) await get();
    const [afterRefusal = 0, ...rest] = apart(sent);
    expect(afterRefusal).toBeGreaterThanOrEqual(5_000);
    // One a second at first; after the first success two again.
    expect(rest).toEqual([0, 1_010, 0]);
  });

  test("after a 429 the other requests wait as well, for as long as it asks", async () => {
    const { get, sent, runtime } = service([{ status: 429, headers: { "retry-after": "5" } }, {}]);
    const waits: number[] = [];
    runtime.sleep = (ms) => {
      waits.push(ms);
      return new Promise(() => undefined);
    };
    for (let index = 0; index < 2; index += 1) {
      void get();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(sent).toHaveLength(1);
    expect(waits).toHaveLength(2);
    for (const ms of waits) expect(ms).toBeGreaterThanOrEqual(5_000);
  });

  test("a wait for it that would pass the deadline is not begun", async () => {
    const { get, sent, runtime } = service([{}], { requestsPerSecond: 1 });
    await get();
    const deadline = { ...endless(), at: runtime.monotonic() + 1_000, overdue: "Not finished within 1 s" };
    await expect(get({}, deadline)).rejects.toThrow("Not finished within 1 s");
    expect(sent).toHaveLength(1);
  });

  test("a request counts from when it was answered, also where it was not", async () => {
    const slow = async () => {
      await world.runtime.sleep(700);
      throw new UnexpectedAnswerError("cut", { permanent: true });
    };
    const world = service([slow, {}], { requestsPerSecond: 1 });
    await expect(world.get()).rejects.toThrow("cut");
    await world.get();
    expect(apart(world.sent)).toEqual([700 + 1_010]);
  });
});

test("no more than concurrency requests are under way; one whose deadline ends leaves the line", async () => {
  const releases: (() => void)[] = [];
  const held = () =>
    new Promise<object>((resolve) => {
      releases.push(() => {
        resolve({});
      });
    });
  const { get, sent } = service([held], { concurrency: 2 });
  const turns = () => new Promise((resolve) => setImmediate(resolve));
  const first = [get(), get()];
  const controller = new AbortController();
  const third = get({}, endless(controller.signal));
  const fourth = get();
  await turns();
  expect(sent).toHaveLength(2);
  controller.abort(new Error("no longer"));
  await expect(third).rejects.toThrow("no longer");
  releases[0]?.();
  await turns();
  expect(sent).toHaveLength(3);
  for (const release of releases) release();
  await Promise.all([...first, fourth]);
});
