// @ts-nocheck
import { createExchange } from "../../../sdk/http/exchange";
import { ServerClock } from "../../../sdk/http/serverClock";
import type { HttpResponse } from "../../../sdk/http/transport";
import { endless, fakeRuntime } from "../fakeRuntime";

const settings = { attemptTimeoutMs: 15_000, maxAttempts: 3 };

/** An exchange over a transport that gives these answers, in order. */
function start(...answers: (Partial<HttpResponse> | Error)[]) {
  const sent: { request: object; timeoutMs: number }[] = [];
  const runtime = fakeRuntime();
  const exchange = createExchange(
    (request, { timeoutMs }) => {
      sent.push({ request, timeoutMs });
      const answer = answers.shift();
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve({ status: 200, headers: {}, body: [], ...answer });
    },
    new ServerClock(),
    settings,
    runtime,
  );
  return { exchange, sent, runtime };
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
