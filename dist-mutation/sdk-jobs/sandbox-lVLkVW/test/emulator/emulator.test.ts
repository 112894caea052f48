// @ts-nocheck
import { setTimeout as wait } from "node:timers/promises";
import type { EmulatedRequest, Intervention } from "../../sdk/testing";
import { ask, send, start } from "./officialRequest";

const jobs = [{ name: "one", jobType: "BATCH" }];
const page = { jobs, total: 1 };

describe("IAM", () => {
  const projects = [
    { id: "p1", name: "cn-north-4" },
    { id: "p2", name: "cn-north-4_team" },
  ];
  test.each([
    ["a name finds that project alone", { name: "cn-north-4" }, [projects[0]]],
    ["an unknown name finds none", { name: "cn-north" }, []],
    ["no name finds all", {}, projects],
  ])("%s", async (_what, query, expected) => {
    const { status, body } = await ask(await start({ projects }), { path: "/v3/projects", query });
    expect([status, body.projects]).toEqual([200, expected]);
  });

  test("asks for a signature too", async () => {
    expect((await send(await start(), { url: "/v3/projects" })).status).toBe(401);
  });

  test("by default there is one project, with the region's name", async () => {
    const emulator = await start({ region: "eu-west-101" });
    const { body } = await ask(emulator, { path: "/v3/projects" });
    expect(body.projects).toEqual([{ id: emulator.projectId, name: "eu-west-101" }]);
  });
});

test("a project that is not there is the gateway's 403", async () => {
  const { status, body } = await ask(await start(), { path: "/v1/another/jobs" });
  expect([status, body.error_code]).toEqual([403, "APIGW.0302"]);
});

test.each(["/", "/v1/p/job", "/v2/p/jobs", "/v3/project"])("an address that is none (%s) is a 404", async (path) => {
  const { status, body } = await ask(await start(), { path });
  expect([status, body.error_code]).toEqual([404, "APIGW.0101"]);
});

test("more requests in a second than its quota are the gateway's 429, and a second later all is well", async () => {
  const emulator = await start({ requestsPerSecond: 3 });
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask(emulator)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
  expect(answers.find(({ status }) => status === 429)?.body.error_code).toBe("APIGW.0308");
  await wait(1_100);
  expect((await ask(emulator)).status).toBe(200);
});

test.each([3_600_000, -3_600_000])("a clock that is %d ms ahead shows in Date and in what is refused", async (ms) => {
  const emulator = await start({ clockOffsetMs: ms });
  const refused = await ask(emulator);
  expect(refused.status).toBe(401);
  expect(Math.abs(Date.parse(refused.headers.date ?? "") - Date.now() - ms)).toBeLessThan(5_000);
  expect((await ask(emulator, { date: new Date(Date.now() + ms) })).status).toBe(200);
});

test("latencyMs is how long an answer takes at least", async () => {
  const emulator = await start({ latencyMs: 120 });
  const begin = Date.now();
  await ask(emulator);
  expect(Date.now() - begin).toBeGreaterThanOrEqual(115);
});

describe("an intervention", () => {
  const always = (intervention: Intervention) => start({ jobs, intercept: () => intervention });

  test("respond: another answer, with its headers, its bytes, and the request ID that every answer has", async () => {
    const body = Buffer.from([0x7b, 0xff]);
    const emulator = await always({ kind: "respond", status: 503, headers: { "Retry-After": "1" }, body });
    const answer = await ask(emulator);
    expect([answer.status, answer.headers["retry-after"], answer.text]).toEqual([503, "1", body.toString("utf8")]);
    expect(answer.headers["x-request-id"]).toBeDefined();
  });

  test("respond without a body: an empty one", async () => {
    const answer = await ask(await always({ kind: "respond", status: 204 }));
    expect([answer.status, answer.text]).toEqual([204, ""]);
  });

  test("drop: no answer", async () => {
    await expect(ask(await always({ kind: "drop" }))).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  test("truncate: an answer that ends in the middle", async () => {
    await expect(ask(await always({ kind: "truncate" }))).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  test("hang: nothing, until close()", async () => {
    const emulator = await always({ kind: "hang" });
    const asking = ask(emulator).catch((error: unknown) => error);
    expect(await Promise.race([asking, wait(150, "waiting")])).toBe("waiting");
    await emulator.close();
    expect(await asking).toMatchObject({ code: "ECONNRESET" });
  });

  test("delay: the true answer, later", async () => {
    const begin = Date.now();
    expect((await ask(await always({ kind: "delay", ms: 120 }))).body).toEqual(page);
    expect(Date.now() - begin).toBeGreaterThanOrEqual(115);
  });

  test("page: the true page, changed", async () => {
    const emulator = await always({
      kind: "page",
      change: ({ jobs: all }) => ({ total: "many", jobs: [...all, null] }),
    });
    expect((await ask(emulator)).body).toEqual({ total: "many", jobs: [...jobs, null] });
  });

  test("page: text is sent as it is", async () => {
    expect((await ask(await always({ kind: "page", change: () => '{"total":' }))).text).toBe('{"total":');
  });

  test("page: a refusal stays what it is", async () => {
    const emulator = await always({ kind: "page", change: () => ({}) });
    expect((await ask(emulator, { query: { limit: "0" } })).body.error_code).toBe("DLF.3051");
  });

  test("is chosen by what was asked, counted for each kind since the last reset", async () => {
    const seen: EmulatedRequest[] = [];
    const emulator = await start({ workspaces: ["w"], intercept: (request) => void seen.push(request) });
    await ask(emulator, { query: { jobName: "a b&c" }, headers: { workspace: "w" } });
    await ask(emulator, { path: "/v3/projects" });
    await ask(emulator);
    emulator.requests.reset();
    await ask(emulator);
    expect(seen.map(({ kind, index }) => [kind, index])).toEqual([
      ["jobs", 0],
      ["projects", 0],
      ["jobs", 1],
      ["jobs", 0],
    ]);
    expect(seen[0]?.query.get("jobName")).toBe("a b&c");
    expect(seen[0]?.headers["workspace"]).toBe("w");
    expect(seen[0]?.headers).not.toHaveProperty("authorization");
  });
});

test("requests are counted by kind, and how many were under way at once", async () => {
  const emulator = await start({ latencyMs: 60 });
  await Promise.all([ask(emulator), ask(emulator), ask(emulator, { path: "/v3/projects" })]);
  await ask(emulator);
  const { jobs: lists, projects, maxConcurrent, all } = emulator.requests;
  expect({ lists, projects, maxConcurrent, all: all.length }).toEqual({
    lists: 3,
    projects: 1,
    maxConcurrent: 3,
    all: 4,
  });
  emulator.requests.reset();
  expect(emulator.requests.all).toEqual([]);
});

test("setJobs is what the next request sees", async () => {
  const emulator = await start();
  expect((await ask(emulator)).body.total).toBe(0);
  emulator.setJobs(jobs);
  expect((await ask(emulator)).body).toEqual(page);
});

test("close() ends open requests and lets go of the port", async () => {
  const emulator = await start({ latencyMs: 10_000 });
  const asking = ask(emulator).catch((error: unknown) => error);
  await wait(100);
  await emulator.close();
  expect(await asking).toMatchObject({ code: "ECONNRESET" });
  const again = await start({ port: Number(new URL(emulator.endpoint).port) });
  expect(again.endpoint).toBe(emulator.endpoint);
});

test("a port that is taken is an error", async () => {
  const { endpoint } = await start();
  await expect(start({ port: Number(new URL(endpoint).port) })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("env() is what a program needs to reach it, with the security token where there is one", async () => {
  const keys = { accessKey: "a", secretKey: "s", securityToken: "t" };
  const emulator = await start({ credentials: [keys], region: "r" });
  expect(emulator.env()).toEqual({
    DLF_ENDPOINT: emulator.endpoint,
    HUAWEICLOUD_SDK_IAM_ENDPOINT: emulator.endpoint,
    HW_REGION_NAME: "r",
    HW_PROJECT_ID: emulator.projectId,
    HW_ACCESS_KEY: "a",
    HW_SECRET_KEY: "s",
    HW_SECURITY_TOKEN: "t",
  });
  expect((await start()).env()).not.toHaveProperty("HW_SECURITY_TOKEN");
});
