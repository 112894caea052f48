// @ts-nocheck
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { run } from "../../cli/run";
import { Interrupted } from "../../cli/shell";
import { DlfClient, DlfError } from "../../sdk";
import { parseRecording, type Recording } from "../../sdk/recording/recording";
import { keptOutputs, runInProcess } from "../cli/commandInProcess";
import { readMetrics } from "../cli/readMetrics";
import { start } from "./officialRequest";

const folder = join(__dirname, "../recordings");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const types = ["BATCH", "REAL_TIME"] as const;

interface RecordedJob {
  name: string;
  jobType: string;
}

/** The different jobs of all answers to requests without a filter. Undefined: such a list was not asked for. */
function recordedNames({ exchanges }: Recording, jobType: string, workspace: string | undefined): string[] | undefined {
  const pages = exchanges.flatMap(({ request, response }) => {
    const { pathname, searchParams } = new URL(request.url);
    const others = [...searchParams.keys()].filter((name) => !["jobType", "offset", "limit"].includes(name));
    const { jobs } = (response?.body ?? {}) as { jobs?: RecordedJob[] };
    const isMeant =
      pathname.startsWith("/v1/") &&
      others.length === 0 &&
      (searchParams.get("jobType") ?? "BATCH") === jobType &&
      request.headers["workspace"] === workspace;
    return isMeant && jobs ? [jobs] : [];
  });
  if (pages.length === 0) return undefined;
  return [...new Set(pages.flat().map(({ name }) => name))].sort();
}

test("there is a recording of each behaviour of the emulator", () => {
  expect(files.filter((name) => name.startsWith("emulator-")).length).toBeGreaterThan(15);
});

describe.each(files)("%s", (file) => {
  const path = join(folder, file);
  const recording = parseRecording(readFileSync(path, "utf8"));
  const places = async () => {
    const { workspaces } = await start({ replay: path });
    return [undefined, ...workspaces].flatMap((workspace) =>
      types
        .map((jobType) => ({ workspace, jobType, names: recordedNames(recording, jobType, workspace) }))
        .flatMap(({ names, ...place }) => (names === undefined ? [] : [{ ...place, names }])),
    );
  };

  /** The client's list from a replay; undefined where there is none, by an error that says so. */
  async function listed(query: { workspace: string | undefined; jobType: "BATCH" | "REAL_TIME" }) {
    const emulator = await start({ replay: path });
    const client = new DlfClient({}, { environment: emulator.env() });
    try {
      return (await client.listJobs(query)).jobs.map(({ name }) => name);
    } catch (error) {
      expect(error).toBeInstanceOf(DlfError);
      return undefined;
    } finally {
      client.close();
    }
  }

  test("the client lists just what was recorded", async () => {
    const all = await places();
    expect(all).not.toHaveLength(0);
    for (const { names, ...query } of all) {
      const found = await listed(query);
      // A real one need not hold a list that is whole: of a user without the right to list, say.
      if (found !== undefined || file.startsWith("emulator-")) expect(found).toEqual(names);
    }
  });

  test("the client finds the project by the region's name", async () => {
    const emulator = await start({ replay: path });
    const { HW_PROJECT_ID, ...environment } = emulator.env();
    const client = new DlfClient({}, { environment });
    expect((await client.describeConfiguration()).project.value).toBe(HW_PROJECT_ID);
    client.close();
  });

  test("a gate counts the same jobs", async () => {
    for (const { names, workspace, jobType } of await places()) {
      const emulator = await start({ replay: path });
      const where = workspace === undefined ? [] : ["--workspace", workspace];
      const gate = async (rules: object) => {
        const args = ["gate", "--rules", "-", "--type", jobType, ...where];
        return (await runInProcess({ args, env: emulator.env(), input: JSON.stringify(rules) })).status;
      };
      const isWhole = (await listed({ workspace, jobType })) !== undefined;
      const count = { minJobs: names.length, maxJobs: names.length, requiredJobs: names.slice(0, 1) };
      expect(await gate({ ...count, allowEmpty: true })).toBe(isWhole ? 0 : 2);
      expect(await gate({ ...count, minJobs: names.length + 1, maxJobs: names.length + 1 })).toBe(isWhole ? 1 : 2);
    }
  });

  test("the exporter tells of the same jobs", async () => {
    const all = await places();
    for (const workspace of new Set(all.map((place) => place.workspace))) {
      const emulator = await start({ replay: path });
      const args = ["--listen", "127.0.0.1:0", ...(workspace === undefined ? [] : ["--workspace", workspace])];
      const ofWorkspace = all.filter((place) => place.workspace === workspace);
      if ((await Promise.all(ofWorkspace.map(listed))).includes(undefined)) continue;
      const metrics = await exported(args, emulator.env());
      expect(metrics.get(`dlf_exporter_up{workspace="${workspace ?? "default"}"}`)).toBe(1);
      const told = metrics.named("dlf_job_status").map((series) => /job="([^"]*)"/.exec(series)?.[1]);
      expect([...new Set(told)].sort()).toEqual(ofWorkspace.flatMap(({ names }) => names).sort());
    }
  });
});

/** The exporter's metrics once it has listed. */
async function exported(args: readonly string[], env: Record<string, string>) {
  const { written, ...outputs } = keptOutputs(false);
  const ending = new AbortController();
  let status: number | undefined;
  const ended = run(["exporter", ...args], {
    ...{ ...outputs, env, stdin: Readable.from([]), signal: ending.signal },
    ...{ now: () => Date.now(), monotonic: () => performance.now(), sleep: setTimeout },
  }).then((code) => (status = code));
  try {
    for (;;) {
      const url = /listening on (\S+)\/metrics/.exec(written.stderr)?.[1];
      const isReady = url !== undefined && (await fetch(`${url}/-/ready`)).ok;
      if (isReady) return readMetrics(await (await fetch(`${url}/metrics`)).text());
      if (status !== undefined || written.stderr.includes("failed")) throw new Error(written.stderr);
      await setTimeout(10);
    }
  } finally {
    ending.abort(new Interrupted("SIGTERM"));
    await ended;
  }
}
