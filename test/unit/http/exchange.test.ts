import { createExchange } from "../../../sdk/http/exchange";
import { ServerClock } from "../../../sdk/http/serverClock";
import type { HttpResponse } from "../../../sdk/http/transport";
import { signRequest } from "../../../sdk/signing/signRequest";
import { endless, fakeRuntime } from "../fakeRuntime";

const settings = { attemptTimeoutMs: 15_000, maxAttempts: 3 };

/** An exchange over a transport that gives these answers, in order. */
function start(...answers: (Partial<HttpResponse> | Error)[]) {
  const sent: { request: object; timeoutMs: number }[] = [];
  const runtime = fakeRuntime();
  const clock = new ServerClock();
  const exchange = createExchange(
    (request, { timeoutMs }) => {
      sent.push({ request, timeoutMs });
      const answer = answers.shift();
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve({ status: 200, headers: {}, body: [], ...answer });
    },
    clock,
    settings,
    runtime,
  );
  return { exchange, sent, runtime, clock };
}

const request = { method: "POST", url: "https://sts.example:8443/v5/a?b=c", body: { a: 1 }, what: "keys" } as const;

test("the body goes as JSON, the address as it is", async () => {
  const { exchange, sent } = start();
  await exchange({ ...request, headers: { "X-Idp-Id": "i" } }, endless());
  expect(sent).toEqual([
    {
      request: {
        method: "POST",
        url: request.url,
        data: '{"a":1}',
        headers: {
          Accept: "application/json",
          "Content-Type": "application/json",
          "X-Idp-Id": "i",
          Host: "sts.example:8443",
        },
      },
      timeoutMs: 15_000,
    },
  ]);
});

test("a local request takes no proxy, has one attempt and its own limit, and resolves with whatever is answered", async () => {
  const { exchange, sent } = start({ status: 503 });
  expect(await exchange({ ...request, localLimitMs: 1_500 }, endless())).toMatchObject({ status: 503 });
  expect(sent).toMatchObject([{ request: { proxy: false }, timeoutMs: 1_500 }]);
  const failing = start(new Error("cut"));
  await expect(failing.exchange({ ...request, localLimitMs: 1 }, endless())).rejects.toThrow("cut");
  expect(failing.sent).toHaveLength(1);
});

test("another request leaves the proxy to the environment", async () => {
  const { exchange, sent } = start();
  await exchange(request, endless());
  expect(sent[0]?.request).not.toHaveProperty("proxy");
});

test.each([429, 500, 503])("a %d is tried again, and is an error after all attempts", async (status) => {
  const { exchange, sent, runtime } = start({ status }, {});
  expect((await exchange(request, endless())).status).toBe(200);
  expect(runtime.slept).toHaveLength(1);
  expect(sent).toHaveLength(2);
  const failing = start({ status }, { status }, { status });
  await expect(failing.exchange(request, endless())).rejects.toMatchObject({ status, attempts: 3 });
});

test.each([400, 401, 403, 404])("a %d is an answer", async (status) => {
  const { exchange, sent } = start({ status });
  expect((await exchange(request, endless())).status).toBe(status);
  expect(sent).toHaveLength(1);
});

test("a redirect is not followed: the token would go to another host", async () => {
  const { exchange, sent } = start({ status: 302, headers: { location: "https://elsewhere.example" } });
  await expect(exchange(request, endless())).rejects.toMatchObject({ code: "UNEXPECTED_ANSWER" });
  expect(sent).toHaveLength(1);
});

test("signed with keys, or with an IAM token", async () => {
  const { exchange, sent } = start({}, {});
  await exchange({ ...request, signWith: { accessKey: "A", secretKey: "S", securityToken: "T" } }, endless());
  await exchange({ ...request, signWith: { authToken: "IAM" } }, endless());
  const [signed, token] = sent.map(({ request: each }) => (each as { headers: Record<string, string> }).headers);
  expect(signed).toMatchObject({
    "X-Security-Token": "T",
    Authorization: expect.stringMatching(/^SDK-HMAC-SHA256 Access=A, SignedHeaders=.*content-type;host/) as string,
  });
  expect(token).toMatchObject({ "X-Auth-Token": "IAM" });
  expect(token).not.toHaveProperty("Authorization");
});

test.each([
  ['{"error_code":"PAP5.1","error_msg":"no"}', "PAP5.1 no"],
  ['{"errorCode":"PAP5.1","errorMsg":"no"}', "PAP5.1 no"],
  ['{"credential":{"secret":"unknown to everybody"}}', ""],
  ['{"error":{"code":401,"title":"Unauthorized","message":"no"}}', "Unauthorized no"],
  ["<html><b>Bad</b> gateway</html>", "Bad gateway"],
  ["null", ""],
  ["", ""],
])("what %s says", async (text, said) => {
  const { exchange } = start({ status: 400, body: [Buffer.from(text)] });
  expect((await exchange(request, endless())).said.replace(/\s+/g, " ")).toBe(said);
});

/** What was sent with the n-th request. */
function headersOf(sent: ReturnType<typeof start>["sent"], index: number): Record<string, string> {
  return (sent[index]?.request as { headers: Record<string, string> }).headers;
}

const keys = { accessKey: "A", secretKey: "S" };

describe("a clock that differs from the service's", () => {
  const hour = 3_600_000;
  const refusal = (now: number) => ({ status: 401, headers: { date: new Date(now + hour).toUTCString() } });

  test("a refused signature is made once more, by the service's clock, and so is every one after it", async () => {
    const { exchange, sent, runtime, clock } = start(refusal(Date.UTC(2026, 10, 23, 12)), {}, {});
    const signed = { ...request, signWith: keys };
    expect((await exchange(signed, endless())).status).toBe(200);
    expect(clock.offsetMs).toBe(hour);
    await exchange(signed, endless());
    expect(runtime.slept).toEqual([]);
    const dates = [0, 1, 2].map((index) => headersOf(sent, index)["X-Sdk-Date"]);
    expect(dates).toEqual(["20261123T120000Z", "20261123T130000Z", "20261123T130000Z"]);
  });

  test("without a signature nothing is sent again: the clock is not the trouble", async () => {
    const { exchange, sent, clock } = start(refusal(Date.UTC(2026, 10, 23, 12)));
    expect((await exchange(request, endless())).status).toBe(401);
    expect(sent).toHaveLength(1);
    expect(clock.offsetMs).toBe(0);
  });

  test("the time of a Retry-After is by the service's clock", async () => {
    const { exchange, runtime, clock } = start(
      { status: 503, headers: { "retry-after": "Mon, 23 Nov 2026 13:00:30 GMT" } },
      {},
    );
    clock.offsetMs = hour;
    await exchange(request, endless());
    expect(runtime.slept[0]).toBeGreaterThanOrEqual(30_000);
    expect(runtime.slept[0]).toBeLessThan(60_000);
  });
});

test.each([300, 408])("a %d is no answer", async (status) => {
  const { exchange } = start({ status }, { status }, { status });
  await expect(exchange(request, endless())).rejects.toMatchObject({ status });
});

test.each([199, 500, 503])("an error (%d) tells what was asked for", async (status) => {
  const { exchange } = start({ status }, { status }, { status });
  await expect(exchange(request, endless())).rejects.toThrow("to keys.");
});

test("while it is under way the deadline can tell what is being done", async () => {
  const { exchange } = start();
  const deadline = endless();
  await exchange(request, deadline);
  expect(deadline.doing).toBe("asking for keys");
});

test("a request without a body sends none, and says nothing of its type", async () => {
  const { exchange, sent } = start({});
  await exchange({ method: "GET", url: request.url, what: "keys" }, endless());
  expect(sent[0]?.request).toEqual({
    method: "GET",
    url: request.url,
    headers: { Accept: "application/json", Host: "sts.example:8443" },
  });
  expect(sent[0]?.request).not.toHaveProperty("data");
});

test("the signature is over path, query and body as they are sent", async () => {
  const url = "https://sts.example/v5/a%20b/c?x=1&y=%2F";
  for (const body of [{ a: 1 }, undefined]) {
    const { exchange, sent } = start({});
    await exchange({ method: "POST", url, what: "keys", signWith: keys, body }, endless());
    const { Authorization, "X-Sdk-Date": _date, ...headers } = headersOf(sent, 0);
    const query = [
      ["x", "1"],
      ["y", "/"],
    ] as const;
    const data = body === undefined ? "" : '{"a":1}';
    const signable = { method: "POST", path: ["v5", "a b", "c"], query, headers, body: data };
    expect(Authorization).toBe(signRequest(signable, keys, Date.UTC(2026, 10, 23, 12))["Authorization"]);
  }
});

test("the service's time is told where it tells it", async () => {
  const date = "Mon, 23 Nov 2026 13:00:30 GMT";
  const { exchange } = start({ headers: { date } }, { headers: { date: "soon" } }, {});
  expect((await exchange(request, endless())).date).toBe(Date.parse(date));
  expect(await exchange(request, endless())).not.toHaveProperty("date");
  expect(await exchange(request, endless())).not.toHaveProperty("date");
});
