// @ts-nocheck
import { NetworkError, TimeoutError } from "../../../sdk/errors";
import { parseRecording } from "../../../sdk/recording/recording";
import { recordExchanges } from "../../../sdk/recording/recordExchanges";
import type { RecordedExchange } from "../../../sdk/recording/recordedExchange";
import type { HttpRequest, Transport } from "../../../sdk/http/transport";

const url = "https://dayu-dlf.cn-north-4.myhuaweicloud.com/v1/p/jobs?limit=10";
const request = (more: Partial<HttpRequest> = {}): HttpRequest => ({ method: "GET", url, headers: {}, ...more });

async function recorded(transport: Transport, sent: HttpRequest, signal?: AbortSignal): Promise<RecordedExchange[]> {
  const into: RecordedExchange[] = [];
  let ms = 100;
  const runtime = { now: () => 5_000, monotonic: () => (ms += 7.4) };
  await recordExchanges(transport, into, runtime)(sent, { timeoutMs: 1, signal }).catch(() => undefined);
  return into;
}

const answers: Transport = () =>
  Promise.resolve({
    status: 200,
    headers: { "content-type": "application/json", "set-cookie": "secret", "x-request-id": "r", etag: "e" },
    body: [Buffer.from('{"total":'), Buffer.from("0}")],
  });

test("notes request and answer, without what could tell a secret", async () => {
  const headers = {
    ...{
      Authorization: "secret",
      "X-Auth-Token": "secret",
      "X-Security-Token": "secret",
      "X-Metadata-Token": "secret",
    },
    ...{ Cookie: "secret", "X-Sdk-Date": "20261124T000000Z", Workspace: "w", "X-Project-Id": "p", Accept: "*/*" },
  };
  const noted = await recorded(answers, request({ headers }));
  expect(noted).toEqual([
    {
      request: {
        method: "GET",
        url,
        headers: { "x-sdk-date": "20261124T000000Z", workspace: "w", "x-project-id": "p", accept: "*/*" },
      },
      response: {
        status: 200,
        headers: { "content-type": "application/json", "x-request-id": "r" },
        body: '{"total":0}',
      },
      sentAt: 5_000,
      durationMs: 7,
    },
  ]);
  expect(JSON.stringify(noted)).not.toContain("secret");
});

test("passes on the answer itself, and the error itself", async () => {
  const answer = await recordExchanges(answers, [])(request(), { timeoutMs: 1 });
  expect(Buffer.concat(answer.body).toString()).toBe('{"total":0}');
  const failure = new NetworkError("none", {});
  const failing = recordExchanges(() => Promise.reject(failure), []);
  await expect(failing(request(), { timeoutMs: 1 })).rejects.toBe(failure);
});

test.each([
  ["https://iam.cn-north-4.myhuaweicloud.com/v3.0/OS-CREDENTIAL/securitytokens", "POST"],
  ["https://sts.cn-north-4.myhuaweicloud.com/v5/agencies/assume", "POST"],
  ["http://169.254.169.254/openstack/latest/securitykey", "GET"],
  ["http://127.0.0.1/pod/credentials", "POST"],
  [url, "POST"],
] as const)("notes nothing of %s, %s", async (other, method) => {
  expect(await recorded(answers, request({ url: other, method }))).toEqual([]);
});

test("notes IAM's projects", async () => {
  const projects = "https://iam.cn-north-4.myhuaweicloud.com/v3/projects?name=cn-north-4";
  expect(await recorded(answers, request({ url: projects }))).toHaveLength(1);
});

test.each([
  ["TIMEOUT", new TimeoutError("late")],
  ["ECONNREFUSED", new NetworkError("no", { cause: Object.assign(new Error("no"), { code: "ECONNREFUSED" }) })],
  ["NETWORK", new NetworkError("no", {})],
  ["UNKNOWN", new Error("no")],
])("notes %s where no answer came", async (code, error) => {
  const [noted] = await recorded(() => Promise.reject(error), request());
  expect(noted).toMatchObject({ error: code });
  expect(noted).not.toHaveProperty("response");
});

describe("what is no recording is refused", () => {
  test.each([
    ["{", "it is not JSON"],
    ['{"version":2}', "This is a recording of version 2. This version of pulumi-dlf reads version 1"],
    ["[]", "expected object"],
    ['{"version":1}', "about"],
    ['{"version":1,"about":"","packageVersion":"","exchanges":[{}]}', "exchanges[0].sentAt"],
  ])("%s", (text, message) => {
    expect(() => parseRecording(text)).toThrow(message);
  });
});
