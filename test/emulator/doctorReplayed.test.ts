import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anonymize } from "../../sdk/recording/anonymize";
import { askedOfNobody } from "../../sdk/recording/askedOfNobody";
import { formatRecording } from "../../sdk/recording/formatRecording";
import type { Recording } from "../../sdk/recording/recording";
import type { DlfEmulatorOptions, EmulatedJob, EmulatedRequest, Intervention } from "../../sdk/testing";
import { behaviours } from "../../tools/recordings/behaviours";
import { examineEmulator, plainJobs } from "./examineEmulator";
import { start } from "./officialRequest";

const folder = mkdtempSync(join(tmpdir(), "doctor-replayed-"));
let files = 0;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Matching = (name: string, sought: string) => boolean;

const matchings: Record<string, Matching> = {
  contains: (name, sought) => name.includes(sought),
  prefix: (name, sought) => name.startsWith(sought),
  exact: (name, sought) => name === sought,
  ignored: () => true,
};

/** A service that matches names in its own way, or says no. */
function matching(jobs: readonly EmulatedJob[], match: Matching | "refused", ignoresCase: boolean) {
  return ({ kind, query }: EmulatedRequest): Intervention | undefined => {
    const sought = query.get("jobName");
    if (kind !== "jobs" || sought === null) return undefined;
    const headers = { "Content-Type": "application/json" };
    if (match === "refused") {
      const body = JSON.stringify({ error_code: "DLF.3051", error_msg: "The request parameter is invalid." });
      return { kind: "respond", status: 400, headers, body };
    }
    const inCase = (text: string) => (ignoresCase ? text.toLowerCase() : text);
    const found = jobs.filter(
      ({ name, jobType }) => jobType === query.get("jobType") && match(inCase(name), inCase(sought)),
    );
    const page = found.slice(0, Number(query.get("limit"))).map(({ tags, workspace, ...job }) => job);
    return { kind: "respond", status: 200, headers, body: JSON.stringify({ total: found.length, jobs: page }) };
  };
}

/** What the doctor tells of such a service, and what it tells of a replay of what it saw there. */
async function examinedTwice(options: DlfEmulatorOptions, tags: string[], workspace?: string) {
  const original = await examineEmulator(await start(options), { tags, ...(workspace !== undefined && { workspace }) });
  const recording = anonymize(original.exchanges, { packageVersion: "0.0.0", known: original.identities.known });
  const file = join(folder, `${(files += 1)}.json`);
  writeFileSync(file, formatRecording(recording));
  const replay = await start({ replay: file });
  const [replayedWorkspace] = replay.workspaces;
  const replayed = await examineEmulator(replay, {
    tags: tagsOf(recording).slice(0, tags.length),
    ...(replayedWorkspace !== undefined && { workspace: replayedWorkspace }),
  });
  return { original, replayed, recording };
}

/** Those that were asked for, in order. */
function tagsOf({ exchanges }: Recording): string[] {
  const all = exchanges.flatMap(({ request }) => new URL(request.url).searchParams.get("tags")?.split(",") ?? []);
  return [...new Set(all)].filter((tag) => tag !== askedOfNobody);
}

function told({ observations }: { observations: { id: string; finding: unknown }[] }) {
  return Object.fromEntries(observations.map(({ id, finding }) => [id, finding]));
}

/** The doctor passes over the first four; others begin like the name that it makes up. */
const jobs: EmulatedJob[] = ["aaaab", "AAAA", "x1", "数据", "pulse_Report", "pulumi", "Pulse", "purchase_report"].map(
  (name, index) => ({
    name,
    jobType: "BATCH",
    status: "STOPPED",
    createUser: "meier",
    createTime: 1_790_000_000_000 + index * 1_000,
  }),
);

describe.each([...Object.keys(matchings), "refused"])("of a service by whose jobName a name is found by: %s", (way) => {
  test.each([true, false])("the doctor tells the same of the replay; case ignored: %p", async (ignoresCase) => {
    const all = [...jobs, ...plainJobs(60)];
    const intercept = matching(all, matchings[way] ?? "refused", ignoresCase);
    const { original, replayed } = await examinedTwice({ jobs: all, intercept }, ["daily"]);
    expect(told(replayed)).toEqual(told(original));
    if (way === "refused") return;
    expect(original.values).toMatchObject({
      jobName: way,
      jobNameCase: way === "ignored" || ignoresCase ? "ignored" : "matters",
    });
  });
});

test.each<[string, DlfEmulatorOptions, string[]]>([
  ["all tags", { tagMatch: "all", maxLimit: 100 }, ["daily"]],
  ["a tag that no job has, then one that jobs have", { offset: "record" }, ["nobody's", "finance"]],
  ["no tag", { offset: "page-from-1", pageZero: "refuse", maxLimit: 10, overMaxLimit: "refuse" }, []],
])("the doctor tells the same of the replay: %s", async (_what, options, tags) => {
  const { original, replayed } = await examinedTwice({ ...options, jobs: plainJobs(250) }, tags);
  expect(told(replayed)).toEqual(told(original));
});

test.each(Object.entries(behaviours))("the doctor tells the same of the replay: %s", async (_what, options) => {
  const { original, replayed } = await examinedTwice(options, ["finance"]);
  expect(told(replayed)).toEqual(told(original));
});

test.each([
  ["as a list", (tags: readonly string[]) => ({ tags })],
  ["as a text, in a field of another name", (tags: readonly string[]) => ({ jobTags: tags.join(",") })],
])("the doctor tells the same of the replay: tags that jobs come with, %s", async (_what, fieldOf) => {
  const tagged = plainJobs(40);
  const intercept = ({ kind, query }: EmulatedRequest): Intervention | undefined => {
    if (kind !== "jobs" || query.has("jobName")) return undefined;
    const sought = query.get("tags")?.split(",");
    const found = tagged.filter(
      ({ jobType, tags }) =>
        jobType === query.get("jobType") && (sought === undefined || sought.some((tag) => tags?.includes(tag))),
    );
    const [offset, limit] = [Number(query.get("offset")), Number(query.get("limit"))];
    const page = found
      .slice(offset * limit, (offset + 1) * limit)
      .map(({ tags = [], ...job }) => ({ ...job, ...fieldOf(tags) }));
    const body = JSON.stringify({ total: found.length, jobs: page });
    return { kind: "respond", status: 200, headers: { "Content-Type": "application/json" }, body };
  };
  const { original, replayed } = await examinedTwice({ jobs: tagged, intercept }, []);
  expect(original.values["tags"]).toBe("any");
  expect(told(replayed)).toEqual(told(original));
});

test("the doctor tells the same of the replay: a workspace with statuses and fields that are new", async () => {
  const workspace = "5f2cae93b07d4e6f";
  const odd = { status: "WAITING", retryCount: 3, lastInstanceStatus: "half-done", secondOwner: "meier" };
  const inWorkspace = plainJobs(30).map((job, index) => ({ ...job, workspace, ...(index % 2 === 0 && odd) }));
  const { original, replayed } = await examinedTwice({ jobs: inWorkspace }, ["daily"], workspace);
  expect(original.values["unknownFields"]).toBe("retryCount (15), secondOwner (15)");
  expect(told(replayed)).toEqual(told(original));
});

test("what is asked for and nobody has stays as it is", async () => {
  const { recording } = await examinedTwice({ jobs: [...jobs, ...plainJobs(9)] }, ["daily"]);
  const asked = recording.exchanges.map(({ request }) => new URL(request.url).searchParams);
  expect(asked.filter((query) => query.get("jobName") === askedOfNobody)).toHaveLength(1);
  expect(asked.some((query) => query.get("tags")?.endsWith(`,${askedOfNobody}`))).toBe(true);
});
