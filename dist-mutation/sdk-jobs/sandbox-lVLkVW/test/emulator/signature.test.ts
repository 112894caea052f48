// @ts-nocheck
import { ask, send, start } from "./officialRequest";

const withToken = { accessKey: "AK", secretKey: "SK", securityToken: "TOKEN" };
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

test("takes what the official signer has signed", async () => {
  const { status, body } = await ask(await start());
  expect([status, body]).toEqual([200, { jobs: [], total: 0 }]);
});

const oddTexts = ["a b", " ", "a+b", "100%", "%2F", "a/b", "a&b=c", "#;?", "é", "e\u0301", "作业", "😀", "!'()*~", ""];

test.each(oddTexts)("takes %j in a query, and finds the job by it", async (text) => {
  const job = { name: `<${text}>`, jobType: "BATCH", tags: [text] };
  const emulator = await start({ jobs: [{ name: "_", jobType: "BATCH" }, job] });
  const { status, body } = await ask(emulator, { query: { jobName: text, tags: text, limit: "5" } });
  expect(status).toBe(200);
  expect(body.jobs?.map(({ name }) => name)).toContain(`<${text}>`);
  expect(emulator.requests.all[0]?.query.get("jobName")).toBe(text);
});

test.each([
  ["a + for a space", (url: string) => url.replaceAll("%20", "+")],
  ["escapes in lower case", (url: string) => url.replaceAll("%C3%A9", "%c3%a9")],
  ["escapes that were not needed", (url: string) => url.replace("jobName", "job%4eame")],
  ["parameters in another order", (url: string) => url.replace(/\?(.*)&(.*)$/, "?$2&$1")],
])("takes any spelling of the query: %s", async (_what, spell) => {
  const emulator = await start();
  const query = { limit: "5", jobName: "a b é" };
  const { status } = await ask(emulator, { query, alter: (sent) => (sent.url = spell(sent.url)) });
  expect(status).toBe(200);
  expect(emulator.requests.all[0]?.query.get("jobName")).toBe("a b é");
});

test.each([
  ["Host, workspace and project are signed", { headers: { workspace: "w", "X-Project-Id": "p" } }],
  ["Host is not signed, as the Go SDK does", { signHost: false }],
  ["Host is not signed, workspace is", { signHost: false, headers: { workspace: "w" } }],
  [
    "X-Project-Id was added after signing, as the Go SDK does",
    { alter: ({ headers }: { headers: Record<string, string> }) => void (headers["X-Project-Id"] = "p") },
  ],
  ["the security token is signed", { credentials: withToken }],
  ["the date is 14 minutes old", { date: minutes(-14) }],
  ["the date is 14 minutes ahead", { date: minutes(14) }],
])("takes a request where %s", async (_what, asked) => {
  const emulator = await start({ workspaces: ["w"], credentials: [{ accessKey: "A", secretKey: "S" }, withToken] });
  expect((await ask(emulator, asked)).status).toBe(200);
});

interface Sent {
  url: string;
  method: string;
  headers: Record<string, string>;
}
const authorization = (change: (value: string) => string) => ({
  alter: ({ headers }: Sent): unknown => void (headers["Authorization"] = change(headers["Authorization"] ?? "")),
});

test.each([
  ["another secret key", { credentials: { ...withToken, secretKey: "other" } }],
  ["an unknown access key", { credentials: { ...withToken, accessKey: "other" } }],
  ["another security token", { credentials: { ...withToken, securityToken: "other" } }],
  ["no security token where one belongs", { credentials: { accessKey: "AK", secretKey: "SK" } }],
  [
    "a security token that is not signed",
    {
      credentials: { accessKey: "AK", secretKey: "SK" },
      alter: ({ headers }: Sent): unknown => void (headers["X-Security-Token"] = "TOKEN"),
    },
  ],
  ["a query changed on the way", { alter: (sent: Sent): unknown => void (sent.url = sent.url.replace("=5", "=6")) }],
  ["a parameter added on the way", { alter: (sent: Sent): unknown => void (sent.url += "&offset=1") }],
  [
    "a path changed on the way",
    { alter: (sent: Sent): unknown => void (sent.url = sent.url.replace("/jobs", "2/jobs")) },
  ],
  [
    "a signed header changed on the way",
    {
      headers: { workspace: "w" },
      alter: ({ headers }: Sent): unknown => void (headers["workspace"] = "v"),
    },
  ],
  ["a date 16 minutes old", { date: minutes(-16) }],
  ["a date 16 minutes ahead", { date: minutes(16) }],
  [
    "a date changed on the way",
    { alter: ({ headers }: Sent): unknown => void (headers["X-Sdk-Date"] = "20260101T000000Z") },
  ],
  ["a date of another form", { headers: { "X-Sdk-Date": new Date().toISOString() } }],
  ["a date that is not signed", authorization((value) => value.replace(/x-sdk-date;?/, ""))],
  ["no Authorization", { alter: ({ headers }: Sent): unknown => Reflect.deleteProperty(headers, "Authorization") }],
  ["another algorithm", authorization((value) => value.replace("SDK-HMAC-SHA256", "SDK-HMAC-SM3"))],
  ["a signature cut short", authorization((value) => value.slice(0, -1))],
  [
    "a signature of another request",
    authorization((value) => value.replace(/.$/, (last) => (last === "0" ? "1" : "0"))),
  ],
])("refuses %s with the gateway's 401", async (_what, asked: Parameters<typeof ask>[1]) => {
  const emulator = await start({ credentials: [withToken], workspaces: ["w", "v"] });
  const answer = await ask(emulator, { query: { limit: "5" }, ...asked });
  expect(answer.status).toBe(401);
  expect(answer.body).toEqual({
    error_code: "APIGW.0301",
    error_msg: expect.stringContaining("Incorrect IAM authentication information: ") as string,
    request_id: answer.headers["x-request-id"],
  });
});

test("knows no other method than GET", async () => {
  const emulator = await start();
  expect((await ask(emulator, { alter: (sent) => (sent.method = "DELETE") })).status).toBe(404);
});

test.each(["/v1/%/jobs", "/v1/%zz/jobs", "//", "/v1/p/jobs?jobName=%", "/v1/p/jobs?%E0%A4=1", "*", "//[/jobs"])(
  "answers the odd address %s, and goes on",
  async (url) => {
    const emulator = await start();
    const signed = "SDK-HMAC-SHA256 Access=EMULATORACCESSKEY000, SignedHeaders=x-sdk-date, Signature=" + "0".repeat(64);
    const date = `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
    const { status } = await send(emulator, { url, headers: { Authorization: signed, "X-Sdk-Date": date } });
    expect(status).toBeGreaterThanOrEqual(400);
    expect((await ask(emulator)).status).toBe(200);
  },
);
