import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DlfClient, DlfError, type Job, type JobsQuery } from "../../sdk";
import { anonymize } from "../../sdk/recording/anonymize";
import { formatRecording } from "../../sdk/recording/formatRecording";
import type { Recording } from "../../sdk/recording/recording";
import { startDlfEmulator, type DlfEmulator, type DlfEmulatorOptions } from "../../sdk/testing";
import { behaviours } from "../../tools/recordings/behaviours";
import { recordEmulator } from "../../tools/recordings/recordEmulator";
import { ask, start } from "./officialRequest";

const folder = mkdtempSync(join(tmpdir(), "replay-"));
let files = 0;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(recording: Recording | string): string {
  const path = join(folder, `${(files += 1)}.json`);
  writeFileSync(path, typeof recording === "string" ? recording : formatRecording(recording));
  return path;
}

async function recordingOf(options: DlfEmulatorOptions): Promise<Recording> {
  return anonymize(await recordEmulator(options), { packageVersion: "0.0.0" });
}

async function listed(emulator: DlfEmulator, query: JobsQuery): Promise<Job[]> {
  const client = new DlfClient({}, { environment: emulator.env() });
  try {
    return (await client.listJobs(query)).jobs;
  } finally {
    client.close();
  }
}

/** The list, or the error's code where a list that is empty cannot be told from one that is refused. */
async function outcome(emulator: DlfEmulator, query: JobsQuery): Promise<{ told: unknown; jobs: Job[] }> {
  try {
    const jobs = await listed(emulator, query);
    return { told: withoutNames(jobs), jobs };
  } catch (error) {
    return { told: error instanceof DlfError ? error.errorCode : error, jobs: [] };
  }
}

/** All but what is made up; times from the first one on. */
function withoutNames(jobs: readonly Job[]): unknown[] {
  const first = Math.min(...jobs.map(({ createTime }) => createTime ?? Infinity));
  const owners = [...new Set(jobs.map(({ owner }) => owner))];
  const paths = [...new Set(jobs.map(({ path }) => path))];
  return jobs.map((job) => {
    const { name, owner, path, createUser, lastUpdateUser, ...rest } = job;
    const times = Object.entries(rest).map(([field, value]): [string, unknown] => [
      field,
      field.endsWith("Time") ? Number(value) - first : value,
    ]);
    return {
      ...Object.fromEntries(times),
      length: name.length,
      owner: owners.indexOf(owner),
      path: paths.indexOf(path),
    };
  });
}

describe.each(Object.entries(behaviours))("%s", (_name, options) => {
  test("the same lists as the original, but for the names", async () => {
    const recording = await recordingOf(options);
    const [original, replayed] = await Promise.all([start(options), start({ replay: fileOf(recording) })]);
    for (const jobType of ["BATCH", "REAL_TIME", "ALL"] as const) {
      const [was, is] = [await listed(original, { jobType }), await listed(replayed, { jobType })];
      expect(withoutNames(is)).toEqual(withoutNames(was));
      expect(is.map(({ name }) => name).filter((name) => was.some((job) => job.name === name))).toEqual([]);
    }
    const queries = recording.exchanges.map(({ request }) => new URL(request.url).searchParams);
    const madeUp = (parameter: string) =>
      [...new Set(queries.map((query) => query.get(parameter)))].filter((each) => each !== null);
    const originals = { jobName: ["orders", "ORD", "ods_p"], tags: ["hourly", "finance", "finance,hourly"] };
    for (const [index, jobName] of originals.jobName.entries()) {
      const is = await outcome(replayed, { jobName: madeUp("jobName")[index] });
      expect(is.told).toEqual((await outcome(original, { jobName })).told);
      const part = (madeUp("jobName")[index] ?? "").toLowerCase();
      expect(is.jobs.filter(({ name }) => !name.toLowerCase().includes(part))).toEqual([]);
    }
    for (const [index, tags] of originals.tags.entries()) {
      const is = await listed(replayed, { tags: madeUp("tags")[index]?.split(",") ?? [] });
      expect(withoutNames(is)).toEqual(withoutNames(await listed(original, { tags: tags.split(",") })));
    }
  });

  test("other pages: as the original, or not told", async () => {
    const [original, replayed] = await Promise.all([
      start(options),
      start({ replay: fileOf(await recordingOf(options)) }),
    ]);
    // Their order is the same: so the first of one is the first of the other.
    const [was, is] = [await listed(original, { jobType: "ALL" }), await listed(replayed, { jobType: "ALL" })];
    const originalName = new Map(is.map(({ name }, index) => [name, was[index]?.name]));
    const seen = { told: 0, untold: 0 };
    for (const limit of [1, 2, 3, 7, 10, 11, 16, 17, 99, 100, 101, 999, 1_000]) {
      for (const offset of [0, 1, 2, 3, 5, 10, 16, 17, 20, 21, 100]) {
        const query = { jobType: "BATCH", limit: String(limit), offset: String(offset) };
        const [expected, answer] = [await ask(original, { query }), await ask(replayed, { query })];
        if (answer.status === 501) {
          expect(answer.body).toMatchObject({ error_code: "REPLAY" });
          seen.untold += 1;
          continue;
        }
        seen.told += 1;
        const names = answer.body.jobs?.map(({ name }) => originalName.get(name));
        expect({ query, status: answer.status, names, total: answer.body.total }).toEqual({
          ...{ query, status: expected.status },
          ...{ names: expected.body.jobs?.map(({ name }) => name), total: expected.body.total },
        });
      }
    }
    expect(seen.told).toBeGreaterThan(seen.untold);
  });
});

describe("a replay", () => {
  const options = behaviours["offset-record"] ?? {};

  test("still verifies signatures", async () => {
    const emulator = await start({ replay: fileOf(await recordingOf(options)) });
    const credentials = { ...emulator.credentials, secretKey: "another" };
    expect((await ask(emulator, { credentials })).status).toBe(401);
    expect((await ask(emulator, { path: "/v1/another/jobs" })).status).toBe(403);
  });

  test("has the recording's project and workspaces, and refuses a workspace that was refused", async () => {
    const recording = await recordingOf(options);
    const emulator = await start({ replay: fileOf(recording) });
    expect(recording.exchanges.at(-1)?.request.url).toContain(`/v1/${emulator.projectId}/jobs`);
    expect(emulator.workspaces).toEqual([recording.exchanges.at(-1)?.request.headers["workspace"]]);
    await expect(listed(emulator, { workspace: emulator.workspaces[0] })).rejects.toMatchObject({
      errorCode: "DLF.0819",
    });
  });

  test("does not tell of a tag, or of a workspace, that nobody asked for", async () => {
    const emulator = await start({ replay: fileOf(await recordingOf(options)) });
    await expect(listed(emulator, { tags: ["other"] })).rejects.toMatchObject({ status: 501, errorCode: "REPLAY" });
    await expect(listed(emulator, { workspace: "other" })).rejects.toMatchObject({ errorCode: "REPLAY" });
  });

  test("tells of a name that nobody asked for, in the recording's way to match one", async () => {
    const emulator = await start({ replay: fileOf(await recordingOf(options)) });
    const all = await listed(emulator, {});
    const part = all[3]?.name.slice(2, 9).toUpperCase() ?? "";
    const found = await listed(emulator, { jobName: part });
    expect(found).toEqual(all.filter(({ name }) => name.toUpperCase().includes(part)));
    expect(found).not.toHaveLength(0);
  });

  test("does not make up a list to the length that it says it has", async () => {
    const recording = JSON.parse(JSON.stringify(await recordingOf(options))) as Recording;
    // Full pages alone: nothing else tells where the list ends.
    const exchanges = recording.exchanges.filter(({ request }) =>
      /jobType=BATCH.*limit=2&|limit=2&.*jobType=BATCH/.test(request.url),
    );
    expect(exchanges).toHaveLength(3);
    for (const { response } of exchanges) (response?.body as { total: number }).total = 2_147_483_647;
    const emulator = await start({ replay: fileOf({ ...recording, exchanges }) });
    const query = { jobType: "BATCH", limit: "5", offset: "0", jobName: "q" };
    expect((await ask(emulator, { query })).status).toBe(501);
  });

  test.each<[string, (text: string) => string]>([
    ["a header that HTTP has not", (text: string) => text.replace('"content-type":', '"x\\r\\ny":')],
    [
      "a value of a header that would begin another one",
      (text: string) => text.replace("application/json", "a\\r\\nb: c"),
    ],
    ["an address that is none", (text: string) => text.replace(/"url": ?"[^"]+"/, '"url": "nowhere"')],
    ...[0, 99, 100, 199, 200.5, 600, 99_999].map(
      (status) =>
        [`the status ${status}`, (text: string) => text.replace('"status": 200', `"status": ${status}`)] satisfies [
          string,
          unknown,
        ],
    ),
    ["an answer without a body", (text: string) => text.replace('"body": {', '"other": {')],
  ])("is refused by its file's name with %s", async (_what, change) => {
    const path = fileOf(change(formatRecording(await recordingOf(options))));
    const refusal = await start({ replay: path }).then(() => "none", String);
    expect(refusal).toContain(`${path} is no recording: `);
    expect(refusal).toContain("at exchanges[0].");
  });

  test.each([
    "Trailer",
    "transfer-encoding",
    "connection",
    "keep-alive",
    "upgrade",
    "proxy-connection",
    "content-length",
  ])("does not send on what was about the connection: %s", async (name) => {
    const recording = await recordingOf(options);
    const exchanges = recording.exchanges.map((each) =>
      each.response ? { ...each, response: { ...each.response, headers: { [name]: "x-other", "x-kept": "1" } } } : each,
    );
    const emulator = await start({ replay: fileOf({ ...recording, exchanges }) });
    const { status, headers, body } = await ask(emulator, { query: { jobType: "BATCH", limit: "1000", offset: "0" } });
    expect([status, headers["x-kept"], body.jobs?.length]).toEqual([200, "1", 16]);
    expect(headers[name.toLowerCase()]).not.toBe("x-other");
  });

  test("that cannot be sent is told to the client", async () => {
    const intercept = () => ({ kind: "respond", status: 99_999 }) as const;
    const { status, body } = await ask(await start({ replay: fileOf(await recordingOf(options)), intercept }));
    expect([status, body.error_code]).toEqual([500, "EMULATOR"]);
  });

  test("does not guess what offset counts from a first page alone", async () => {
    const recording = await recordingOf(options);
    // The second one, far past the end, shows that total does not count the jobs of a page.
    const exchanges = recording.exchanges.filter(({ request }) =>
      /[?]jobType=BATCH&limit=(1000&offset=0|100&offset=900)$/.test(request.url),
    );
    expect(exchanges).toHaveLength(2);
    const emulator = await start({ replay: fileOf({ ...recording, exchanges }) });
    const page = (offset: string) => ask(emulator, { query: { jobType: "BATCH", limit: "5", offset } });
    expect((await page("0")).body.jobs).toHaveLength(5);
    const { status, body } = await page("1");
    expect([status, body.error_msg]).toEqual([501, expect.stringContaining("more than one way")]);
  });

  test("gives the answers to the same request one after the other, then the last one again", async () => {
    const recording = await recordingOf(options);
    const one = recording.exchanges.find(({ request }) => request.url.includes("/jobs?"));
    const failed = { status: 503, headers: {}, bytes: 0, body: { error_code: "APIGW.0500" } };
    const exchanges = one ? [{ ...one, response: failed }, ...recording.exchanges] : [];
    const emulator = await start({ replay: fileOf({ ...recording, exchanges }) });
    const query = Object.fromEntries(new URL(one?.request.url ?? "").searchParams);
    const statuses = [await ask(emulator, { query }), await ask(emulator, { query }), await ask(emulator, { query })];
    expect(statuses.map(({ status }) => status)).toEqual([503, 200, 200]);
  });

  test("has the clock of the service, as far off as it was", async () => {
    const recording = await recordingOf(options);
    const hour = 3_600_000;
    const exchanges = recording.exchanges.map((each) => ({ ...each, sentAt: each.sentAt - hour }));
    const emulator = await start({ replay: fileOf({ ...recording, exchanges }) });
    // Refused at first, since its clock is an hour ahead; then the client signs by the service's clock.
    expect(await listed(emulator, {})).toHaveLength(16);
    const { headers } = await ask(emulator, {});
    expect(Math.abs(Date.parse(headers.date ?? "") - Date.now() - hour)).toBeLessThan(60_000);
  });

  test("of lists that changed while they were read tells only what was asked", async () => {
    const recording = await recordingOf(options);
    const exchanges = recording.exchanges.map((each) => {
      const { response } = each;
      const body = response?.body as { jobs?: unknown[] };
      const isLater = each.request.url.includes("offset=1&") || each.request.url.endsWith("offset=1");
      return isLater && response && body.jobs
        ? { ...each, response: { ...response, body: { ...body, jobs: [...body.jobs].reverse() } } }
        : each;
    });
    const emulator = await start({ replay: fileOf({ ...recording, exchanges }) });
    const asked = await ask(emulator, { query: { jobType: "BATCH", limit: "1000", offset: "0" } });
    expect(asked.status).toBe(200);
    const other = await ask(emulator, { query: { jobType: "BATCH", limit: "3", offset: "0" } });
    expect([other.status, other.body.error_msg]).toEqual([501, expect.stringContaining("contradict")]);
  });

  test.each([
    ["no file", undefined, "cannot be read"],
    ["no JSON", "{", "cannot be read"],
    ["another version", '{"version":2}', "its version is 2"],
    ["no version", "{}", "its version is missing"],
    ["no exchanges", '{"version":1}', "is no recording"],
  ])("refuses %s", async (_what, text, message) => {
    const replay = text === undefined ? join(folder, "none.json") : fileOf(text);
    await expect(startDlfEmulator({ replay })).rejects.toThrow(message);
  });
});
