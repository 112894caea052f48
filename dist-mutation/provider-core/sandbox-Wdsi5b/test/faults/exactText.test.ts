// @ts-nocheck
import { DlfClient } from "../../sdk";
import { credentials } from "./secrets";
import { expectFailure, listedNames, numberedJob, quickClient, startService } from "./service";

const oddTexts = [
  "a#b",
  "a&limit=1",
  "a;b",
  "a+b",
  "100%",
  "%23%2F%00",
  "a b",
  " ",
  "a=b",
  "a?b/c\\d",
  "é",
  "e\u0301",
  "作业",
  "😀👩‍👩‍👧",
  "\u202eabc",
  "'\"`$(id)",
  "!*()~",
  "__proto__",
  "a\r\nX-Injected: 1",
  "a\0b",
];

const expectedParameters = ["jobType", "limit", "offset"];

test.each(oddTexts)("the jobName %j reaches the service exactly, with nothing beside it", async (jobName) => {
  const jobs = [{ ...numberedJob(0), name: `x${jobName}y` }, numberedJob(1)];
  const emulator = await startService({ jobs });
  expect(await listedNames(quickClient(emulator), { jobName })).toEqual([`x${jobName}y`]);
  for (const { query, path, headers } of emulator.requests.all) {
    expect(query.getAll("jobName")).toEqual([jobName]);
    expect([...query.keys()].sort()).toEqual(["jobName", ...expectedParameters].sort());
    expect(path).toBe(`/v1/${emulator.projectId}/jobs`);
    expect(headers).not.toHaveProperty("x-injected");
  }
});

test.each(oddTexts)("the tag %j reaches the service exactly, with nothing beside it", async (tag) => {
  const jobs = [{ ...numberedJob(0), tags: [tag] }, numberedJob(1)];
  const emulator = await startService({ jobs });
  const listed = await listedNames(quickClient(emulator), { tags: [tag, "other"] });
  expect(listed).toEqual(["job_00000"]);
  for (const { query } of emulator.requests.all) {
    expect(query.getAll("tags")).toEqual([`${tag},other`]);
    expect([...query.keys()].sort()).toEqual(["tags", ...expectedParameters].sort());
  }
});

test.each(oddTexts)("exactName finds the job named %j, and not those that contain it", async (name) => {
  const jobs = [name, `${name}_2`, `x${name}`].map((each) => ({ ...numberedJob(0), name: each }));
  const emulator = await startService({ jobs });
  expect(await listedNames(quickClient(emulator), { jobName: name, exactName: true })).toEqual([name]);
});

test.each(["a\r\nX-Injected: 1", "a\nb", "a b", "é", "", "a\0", "x".repeat(129)])(
  "the workspace %j is refused before anything is sent",
  async (workspace) => {
    const emulator = await startService();
    await expectFailure(quickClient(emulator).listJobs({ workspace }), { code: "INVALID_QUERY" });
    expect(() => quickClient(emulator, { workspace })).toThrow(
      expect.objectContaining({ code: "INVALID_CONFIGURATION" }) as Error,
    );
    expect(emulator.requests.all).toHaveLength(0);
  },
);

test("a workspace reaches the service in its header, and is left out when there is none", async () => {
  const jobs = [{ ...numberedJob(0), workspace: "w-1" }, numberedJob(1)];
  const emulator = await startService({ jobs });
  expect(await listedNames(quickClient(emulator), { workspace: "w-1" })).toEqual(["job_00000"]);
  expect(emulator.requests.all.every(({ headers }) => headers["workspace"] === "w-1")).toBe(true);
  emulator.requests.reset();
  expect(await listedNames(quickClient(emulator))).toEqual(["job_00001"]);
  expect(emulator.requests.all.some(({ headers }) => "workspace" in headers)).toBe(false);
});

test("a workspace that does not exist is the service's own error", async () => {
  const emulator = await startService();
  await expectFailure(quickClient(emulator).listJobs({ workspace: "none" }), {
    code: "API_ERROR",
    status: 400,
    errorCode: "DLF.0819",
    message: expect.stringMatching(/Workspace does not exists.* default workspace: name one/),
  });
});

test("keys that may not list are told which role may", async () => {
  const emulator = await startService({ credentials: [{ ...credentials, workspaceRole: "deployer" }] });
  await expectFailure(quickClient(emulator).listJobs(), {
    code: "API_ERROR",
    errorCode: "DLF.6888",
    message: expect.stringContaining("the role viewer may list"),
  });
});

test.each(["\r\nX-Injected: 1", "é", " ", "a\0b"])(
  "keys that hold %j are refused before anything is sent",
  async (text) => {
    const emulator = await startService();
    for (const key of ["accessKey", "secretKey", "securityToken"]) {
      const credentials = { accessKey: "a", secretKey: "s", [key]: `x${text}` };
      const error = await expectFailure(quickClient(emulator, { credentials }).listJobs(), {
        code: "MISSING_CREDENTIALS",
      });
      expect(error.message).not.toContain(`x${text}`);
    }
    expect(emulator.requests.all).toHaveLength(0);
  },
);

test.each(["../p", "a/b", "p?x=1", "p#", "p\r\n", "é", "%2e%2e"])("the project ID %j is refused", async (projectId) => {
  const emulator = await startService();
  expect(() => quickClient(emulator, { projectId })).toThrow(
    expect.objectContaining({ code: "INVALID_CONFIGURATION" }) as Error,
  );
});

test.each([
  "http://dayu-dlf.cn-north-4.myhuaweicloud.com",
  "http://10.0.0.1",
  "http://127.0.0.1.example.com",
  "http://localhost.example.com",
  "http://[::2]",
  "ftp://127.0.0.1",
  "file:///etc/passwd",
  "https://user:password@dayu-dlf.cn-north-4.myhuaweicloud.com",
  "https://dayu-dlf.cn-north-4.myhuaweicloud.com/path",
])("the endpoint %s is refused before anything is sent", (endpoint) => {
  const construct = (options: object) => () => new DlfClient({ region: "r", ...options }, { environment: {} });
  const refusal = expect.objectContaining({ code: "INVALID_CONFIGURATION" }) as Error;
  expect(construct({ endpoint })).toThrow(refusal);
  expect(construct({ iamEndpoint: endpoint })).toThrow(refusal);
});
