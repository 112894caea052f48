// @ts-nocheck
import type { DlfEmulatorOptions, EmulatedJob } from "../../sdk/testing";
import { ask, start } from "./officialRequest";

const numbered = (count: number, fields: Partial<EmulatedJob> = {}): EmulatedJob[] =>
  Array.from({ length: count }, (_, index) => ({ name: `job_${index}`, jobType: "BATCH", ...fields }));

async function listed(options: DlfEmulatorOptions, query: Record<string, string>, headers = {}) {
  const { status, body } = await ask(await start(options), { query, headers });
  if (body.jobs) return body.jobs.map(({ name }) => Number(name.split("_")[1]));
  return { status, ...body };
}

const range = (from: number, until: number) => Array.from({ length: until - from }, (_, index) => from + index);
const invalid = { status: 400, error_code: "DLF.3051", error_msg: "The request parameter is invalid." };
const noWorkspace = { status: 400, error_code: "DLF.0819", error_msg: "Workspace does not exists" };

describe("offset and limit", () => {
  const jobs = numbered(1_200);
  const capped = { jobs, maxLimit: 100 } as const;
  test.each<[string, DlfEmulatorOptions, Record<string, string>, number[]]>([
    ["without them: the first ten", { jobs }, {}, range(0, 10)],
    ["offset counts pages by default", { jobs }, { offset: "2", limit: "5" }, range(10, 15)],
    ["record: offset counts jobs", { jobs, offset: "record" }, { offset: "2", limit: "5" }, range(2, 7)],
    ["page-from-1: 1 is the first page", { jobs, offset: "page-from-1" }, { offset: "1", limit: "5" }, range(0, 5)],
    ["page-from-1: so is 0", { jobs, offset: "page-from-1" }, { offset: "0", limit: "5" }, range(0, 5)],
    ["page-from-1: 2 is the second", { jobs, offset: "page-from-1" }, { offset: "2", limit: "5" }, range(5, 10)],
    [
      "page-from-1, page 0 empty: no jobs at 0",
      { jobs, offset: "page-from-1", pageZero: "empty" },
      { offset: "0", limit: "5" },
      [],
    ],
    [
      "page-from-1, page 0 empty: 1 is the first page",
      { jobs, offset: "page-from-1", pageZero: "empty" },
      { offset: "1", limit: "5" },
      range(0, 5),
    ],
    [
      "record-rounded: down to a multiple of the limit",
      { jobs, offset: "record-rounded" },
      { offset: "9", limit: "5" },
      range(5, 10),
    ],
    ["ignored: always the first page", { jobs, offset: "ignored" }, { offset: "7", limit: "5" }, range(0, 5)],
    ["a limit of 1000 is the largest", { jobs }, { limit: "1000" }, range(0, 1_000)],
    ["a cap shortens pages silently", capped, { limit: "1000" }, range(0, 100)],
    ["pages count in the cap by default", capped, { offset: "1", limit: "1000" }, range(100, 200)],
    [
      "or in the limit asked for, with gaps between",
      { ...capped, cappedPagesCountIn: "limit" },
      { offset: "1", limit: "1000" },
      range(1_000, 1_100),
    ],
    ["refuse: the largest limit is served", { ...capped, overMaxLimit: "refuse" }, { limit: "100" }, range(0, 100)],
    ["behind the end there is nothing", { jobs }, { offset: "99", limit: "1000" }, []],
    ["or the first page again", { jobs, pastEnd: "first-page" }, { offset: "240", limit: "5" }, range(0, 5)],
    [
      "refuse past the end: the last page is served",
      { jobs, pastEnd: "refuse" },
      { offset: "239", limit: "5" },
      range(1_195, 1_200),
    ],
    ["refuse past the end: an empty list is served", { pastEnd: "refuse" }, { offset: "0", limit: "5" }, []],
  ])("%s", async (_what, options, query, expected) => {
    expect(await listed(options, query)).toEqual(expected);
  });

  test.each<[string, DlfEmulatorOptions, Record<string, string>]>([
    ["refuse: a limit over the largest", { ...capped, overMaxLimit: "refuse" }, { limit: "101" }],
    ["refuse past the end: the page behind the last", { jobs, pastEnd: "refuse" }, { offset: "240", limit: "5" }],
    [
      "page-from-1, page 0 refused: offset 0",
      { jobs, offset: "page-from-1", pageZero: "refuse" },
      { offset: "0", limit: "5" },
    ],
    ["a limit over 1000", {}, { limit: "1001" }],
    ["a limit of 0", {}, { limit: "0" }],
    ["a negative limit", {}, { limit: "-1" }],
    ["a limit that is no number", {}, { limit: "ten" }],
    ["an empty limit", {}, { limit: "" }],
    ["a negative offset", {}, { offset: "-1" }],
    ["an offset that is no number", {}, { offset: "1.5" }],
    ["an unknown jobType", {}, { jobType: "STREAM" }],
    ["a jobType in lower case", {}, { jobType: "batch" }],
  ])("%s is DLF.3051", async (_what, options, query) => {
    expect(await listed(options, query)).toEqual(invalid);
  });
});

test.each<[string, DlfEmulatorOptions, number]>([
  ["is right", {}, 50],
  ["is right on an empty page 0", { offset: "page-from-1", pageZero: "empty" }, 50],
  ["is 0 there if told so", { offset: "page-from-1", pageZero: "empty-total-0" }, 0],
  ["says at most maxTotal", { maxTotal: 20 }, 20],
  ["says less than maxTotal", { maxTotal: 60 }, 50],
])("total %s", async (_what, options, total) => {
  const { body } = await ask(await start({ jobs: numbered(50), ...options }), { query: { offset: "0", limit: "30" } });
  expect(body.total).toBe(total);
});

describe("filters", () => {
  const jobs: EmulatedJob[] = [
    { name: "Ods_1", jobType: "BATCH", tags: ["a", "b"] },
    { name: "ods_2", jobType: "REAL_TIME", tags: ["a"] },
    { name: "dwd_3", jobType: "BATCH", tags: ["b"] },
    { name: "dwd_4", jobType: "BATCH" },
  ];
  test.each<[string, DlfEmulatorOptions, Record<string, string>, number[]]>([
    ["BATCH is the default type", {}, {}, [1, 3, 4]],
    ["REAL_TIME is the other", {}, { jobType: "REAL_TIME" }, [2]],
    ["jobName finds names that contain it, in any case", {}, { jobName: "oDs" }, [1]],
    ["an empty jobName finds all", {}, { jobName: "" }, [1, 3, 4]],
    ["several tags mean any of them by default", {}, { tags: "a,b" }, [1, 3]],
    ["or all of them", { tagMatch: "all" }, { tags: "a,b" }, [1]],
    ["an empty tags finds all", {}, { tags: "" }, [1, 3, 4]],
    ["an unknown tag finds none", {}, { tags: "c" }, []],
  ])("%s", async (_what, options, query, expected) => {
    expect(await listed({ jobs, ...options }, query)).toEqual(expected);
  });

  test("total counts all that match, whatever the page holds", async () => {
    const { body } = await ask(await start({ jobs }), { query: { limit: "1" } });
    expect([body.total, body.jobs?.length]).toEqual([3, 1]);
  });

  test("tags and workspace are never sent, every other field as it stands", async () => {
    const job = { name: "j", jobType: "BATCH", workspace: "w", tags: ["a"], new: { field: [null] } };
    const { body } = await ask(await start({ jobs: [job] }), { headers: { workspace: "w" } });
    expect(body.jobs).toEqual([{ name: "j", jobType: "BATCH", new: { field: [null] } }]);
  });
});

describe("workspaces", () => {
  const options = { workspaces: ["empty"], jobs: [...numbered(1), ...numbered(2, { workspace: "w" })] };
  test("without the header, the default workspace is listed", async () => {
    expect(await listed(options, {})).toEqual([0]);
  });
  test("with it, that workspace is", async () => {
    expect(await listed(options, {}, { workspace: "w" })).toEqual([0, 1]);
  });
  test("one may be empty", async () => {
    expect(await listed(options, {}, { workspace: "empty" })).toEqual([]);
  });
  test.each(["unknown", ""])("%j is refused", async (workspace) => {
    expect(await listed(options, {}, { workspace })).toEqual(noWorkspace);
  });
});

describe("generated jobs", () => {
  const numbers = { seed: 7, batch: 300, realTime: 40 };
  const all = async (options: DlfEmulatorOptions, jobType: string) =>
    (await ask(await start(options), { query: { limit: "1000", jobType } })).body.jobs as unknown as EmulatedJob[];

  test("are the same for the same seed, and others for another", async () => {
    const jobs = await all({ jobs: numbers }, "BATCH");
    expect(await all({ jobs: numbers }, "BATCH")).toEqual(jobs);
    expect(await all({ jobs: { ...numbers, seed: 8 } }, "BATCH")).not.toEqual(jobs);
  });

  test.each([
    ["BATCH", 300, "status", ["SCHEDULING", "STOPPED", "PAUSED"]],
    ["BATCH", 300, "lastInstanceStatus", ["running", "success", "fail", "running-exception", "manual-stop"]],
    ["REAL_TIME", 40, "status", ["STARTING", "NORMAL", "EXCEPTION", "STOPPING", "STOPPED"]],
  ])("%s: %d with different names, and every %s occurs", async (jobType, count, field, values) => {
    const jobs = await all({ jobs: numbers }, jobType);
    expect(new Set(jobs.map(({ name }) => name)).size).toBe(count);
    expect([...new Set(jobs.map((job) => job[field]))]).toEqual(expect.arrayContaining(values));
  });

  test("only BATCH jobs have instances, and some have not run yet", async () => {
    const batch = await all({ jobs: numbers }, "BATCH");
    expect(batch.some((job) => !("lastInstanceStatus" in job))).toBe(true);
    expect((await all({ jobs: numbers }, "REAL_TIME")).some((job) => "lastInstanceStatus" in job)).toBe(false);
  });
});

test("keys of the workspace role deployer may not list, those of a viewer may", async () => {
  const keys = { accessKey: "AK", secretKey: "SK" };
  const refused = { status: 400, error_code: "DLF.6888", error_msg: "The user does not have the permission." };
  expect(await listed({ credentials: [{ ...keys, workspaceRole: "deployer" }] }, {})).toEqual(refused);
  expect(await listed({ credentials: [{ ...keys, workspaceRole: "viewer" }] }, {})).toEqual([]);
});
