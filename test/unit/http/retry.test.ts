import { ApiError, NetworkError, ThrottlingError, TimeoutError, UnexpectedAnswerError } from "../../../sdk/errors";
import type { Deadline } from "../../../sdk/time/deadline";
import { retry } from "../../../sdk/http/retry";
import { RetryQuota } from "../../../sdk/http/retryQuota";
import { endless, fakeRuntime, type FakeRuntime } from "../fakeRuntime";

function run(
  errors: (Error | undefined)[],
  { maxAttempts = 5, quota = new RetryQuota(), runtime = fakeRuntime(), limitMs = 120_000 } = {},
) {
  const waits: number[] = [];
  const left = [...errors];
  const attempts: number[] = [];
  const deadline: Deadline = { ...endless(), at: runtime.monotonic() + limitMs, overdue: "Not finished within 5 s" };
  const result = retry(
    () => {
      attempts.push(runtime.monotonic());
      const error = left.shift();
      return error === undefined ? Promise.resolve("answer") : Promise.reject(error);
    },
    { maxAttempts, runtime, quota, onThrottled: (ms) => waits.push(ms) },
    deadline,
  );
  return { result, attempts, waits, runtime };
}

const status = (code: number) => new ApiError(`status ${code}`, { status: code });
const reset = () => new NetworkError("reset", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });

test.each<[string, Error]>([
  ["a dropped connection", reset()],
  ["an attempt that took too long", new TimeoutError("slow")],
  ["a page that is not this API's", new UnexpectedAnswerError("HTML")],
  ...[408, 500, 502, 503, 504].map((code): [string, Error] => [`status ${code}`, status(code)]),
  ["status 429", new ThrottlingError("slow down", { status: 429 })],
])("%s is tried again", async (_what, error) => {
  const { result, attempts } = run([error]);
  await expect(result).resolves.toBe("answer");
  expect(attempts).toHaveLength(2);
});

test.each<[string, Error]>([
  ...[400, 401, 403, 404, 409].map((code): [string, Error] => [`status ${code}`, status(code)]),
  ["a certificate that is not trusted", new NetworkError("CERT", { permanent: true })],
  ["the end of the whole listing", new TimeoutError("over", { permanent: true })],
  ["a job that cannot be read", new UnexpectedAnswerError("job", { permanent: true })],
  ["a mistake of our own", new TypeError("undefined is not a function")],
])("%s is not tried again", async (_what, error) => {
  const { result, attempts } = run([error]);
  await expect(result).rejects.toBe(error);
  expect(attempts).toHaveLength(1);
});

test("the last error is thrown after five attempts and tells their number", async () => {
  const last = status(503);
  const { result, attempts } = run([status(503), status(503), status(503), status(503), last, undefined]);
  await expect(result).rejects.toBe(last);
  expect(attempts).toHaveLength(5);
  expect(last.attempts).toBe(5);
});

test("the waits grow with full jitter", async () => {
  const { result, runtime } = run([reset(), reset(), reset()]);
  await result;
  expect(runtime.slept).toEqual([125, 250, 500]);
});

test("Retry-After is waited for, and told to the other workers", async () => {
  const { result, runtime, waits } = run([new ThrottlingError("429", { status: 429, retryAfterMs: 7_000 })]);
  await result;
  expect(runtime.slept[0]).toBeGreaterThanOrEqual(7_000);
  expect(waits).toEqual(runtime.slept);
});

test("a Retry-After of more than a minute ends the request at once", async () => {
  const error = new ThrottlingError("429", { status: 429, retryAfterMs: 61_000 });
  const { result, runtime } = run([error]);
  await expect(result).rejects.toBe(error);
  expect(runtime.slept).toEqual([]);
});

test("a wait that would pass the deadline is not begun: the error tells the limit and the last trouble", async () => {
  const { result, runtime } = run([new ThrottlingError("429", { status: 429, retryAfterMs: 7_000 })], {
    limitMs: 5_000,
  });
  await expect(result).rejects.toThrow(/Not finished within 5 s\..*429/);
  expect(runtime.slept).toEqual([]);
});

test("one quota for all requests: a service that is down is not asked five times by each of 300 requests", async () => {
  const quota = new RetryQuota();
  let attempts = 0;
  for (let request = 0; request < 300; request += 1) {
    const failing = run([503, 503, 503, 503, 503].map(status), { quota });
    await expect(failing.result).rejects.toThrow("status 503");
    attempts += failing.attempts.length;
  }
  expect(attempts).toBe(300 + 500 / 5);
});

test("a timeout costs the quota twice as much, a success earns one back", () => {
  const quota = new RetryQuota();
  for (let spent = 0; spent < 500; spent += 10) expect(quota.trySpend({ timeout: true })).toBe(true);
  expect(quota.trySpend({ timeout: false })).toBe(false);
  for (let earned = 0; earned < 5; earned += 1) quota.earn();
  expect(quota.trySpend({ timeout: false })).toBe(true);
});

test("an abort ends a wait with the signal's reason", async () => {
  const runtime: FakeRuntime = fakeRuntime();
  const reason = new Error("the user pressed ^C");
  const deadline = endless(AbortSignal.abort(reason));
  const policy = { maxAttempts: 5, runtime, quota: new RetryQuota(), onThrottled: () => undefined };
  await expect(retry(() => Promise.reject(reset()), policy, deadline)).rejects.toBe(reason);
});

test("a deadline that is over is not begun with", async () => {
  const { result, attempts } = run([undefined], { limitMs: 0 });
  await expect(result).rejects.toMatchObject({ code: "TIMEOUT", permanent: true });
  expect(attempts).toEqual([]);
});

test("a Retry-After of a minute is waited for", async () => {
  const { result, attempts } = run([new ThrottlingError("429", { status: 429, retryAfterMs: 60_000 })]);
  await expect(result).resolves.toBe("answer");
  expect(attempts).toHaveLength(2);
});

test("a failure that is no 429 slows nobody else down", async () => {
  const { result, waits } = run([status(503), reset(), new ThrottlingError("429", { status: 429 })]);
  await result;
  expect(waits).toHaveLength(1);
});

test("what fails that is none of our errors stays as it was", async () => {
  const failure = Object.freeze(new TypeError("undefined is not a function"));
  await expect(run([failure]).result).rejects.toBe(failure);
  expect(failure).not.toHaveProperty("attempts");
});

test("attempts that take too long use the quota up twice as fast", async () => {
  const quota = new RetryQuota();
  let attempts = 0;
  for (let request = 0; request < 300; request += 1) {
    const failing = run(
      [1, 2, 3, 4, 5].map(() => new TimeoutError("slow")),
      { quota },
    );
    await expect(failing.result).rejects.toThrow("slow");
    attempts += failing.attempts.length;
  }
  expect(attempts).toBe(300 + 500 / 10);
});

test("successes earn no more than there was at first", () => {
  const quota = new RetryQuota();
  for (let earned = 0; earned < 100; earned += 1) quota.earn();
  let retries = 0;
  while (quota.trySpend({ timeout: false })) retries += 1;
  expect(retries).toBe(100);
});
