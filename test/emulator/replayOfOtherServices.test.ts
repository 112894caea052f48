import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DlfClient, DlfError, type JobsQuery } from "../../sdk";
import type { DlfEmulator } from "../../sdk/testing";
import { start } from "./officialRequest";
import {
  namedWorkspace,
  recordByDoctor,
  startOtherService,
  type OtherBehaviour,
  type OtherService,
} from "./otherService";

const folder = mkdtempSync(join(tmpdir(), "replay-"));
const services: OtherService[] = [];
const token = "token";
let files = 0;

afterEach(() => {
  for (const service of services.splice(0)) service.close();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function recorded(
  behaviour: OtherBehaviour,
  workspace?: string,
  isKept: (request: { url: string }) => boolean = () => true,
) {
  const original = await startOtherService(behaviour);
  services.push(original);
  const path = join(folder, `${(files += 1)}.json`);
  writeFileSync(path, await recordByDoctor(original, workspace, isKept));
  return { original, replayed: await start({ replay: path, authTokens: [token] }) };
}

/** Names; the error's code where there is no list; or that the recording does not tell. */
async function listed(environment: Record<string, string>, query: JobsQuery): Promise<string[] | string> {
  const client = new DlfClient({ requestsPerSecond: 1_000, maxAttempts: 1 }, { environment });
  try {
    return (await client.listJobs(query)).jobs.map(({ name }) => name);
  } catch (error) {
    if (!(error instanceof DlfError)) throw error;
    return error.message.includes("does not tell") ? "untold" : error.message;
  } finally {
    client.close();
  }
}

interface Told {
  status: number;
  total?: unknown;
  names?: string[] | undefined;
}

async function page(emulator: DlfEmulator, query: Record<string, string>, workspace?: string): Promise<Told> {
  const url = `${emulator.endpoint}/v1/${emulator.projectId}/jobs?${new URLSearchParams(query).toString()}`;
  const headers = { "X-Auth-Token": token, ...(workspace !== undefined && { workspace }) };
  const response = await fetch(url, { headers });
  const body = (await response.json()) as { total?: unknown; jobs?: { name: string }[] };
  return told(response.status, body);
}

function told(status: number, { total, jobs }: { total?: unknown; jobs?: { name: string }[] }): Told {
  return { status, total, names: jobs?.map(({ name }) => name) };
}

const offsets = ["page", "page-from-1", "record", "record-rounded"] as const;
const pastEnds = ["empty", "refuse", "first-page"] as const;
const sizes = [
  { batch: 12, realTime: 9 },
  { batch: 30, realTime: 20, cap: 10 },
  { batch: 130, realTime: 100, cap: 100 },
  { batch: 20, realTime: 30, cap: 10 },
  { batch: 100, realTime: 100, cap: 100 },
];
const totals = ["right", 1, 10, 100, "page", "null", "missing", "too high", "text"] as const;
const names = ["contains", "ignored", "exact", "prefix", "any case"] as const;
const pageZeros = [undefined, 0, "right"] as const;

/** Each offset with each total, and both with most of the rest. */
const cases = Array.from({ length: offsets.length * totals.length }, (_, index): OtherBehaviour => ({
  offset: offsets[index % 4] ?? "page",
  total: totals[index % 9] ?? "right",
  pastEnd: pastEnds[Math.floor(index / 4) % 3] ?? "empty",
  names: names[index % 5] ?? "exact",
  pageZeroTotal: pageZeros[Math.floor(index / 12) % 3],
  ...(sizes[Math.floor(index / 9) + (index % 2)] ?? { batch: 1, realTime: 1 }),
}));

test.each(cases.map((behaviour) => [JSON.stringify(behaviour), behaviour] as const))(
  "as the original, or not told: %s",
  async (_text, behaviour) => {
    const { original, replayed } = await recorded(behaviour);
    for (const jobType of ["BATCH", "REAL_TIME"] as const) {
      const [was, is] = [await listed(original.env, { jobType }), await listed(replayed.env(), { jobType })];
      if (is !== "untold") expect({ jobType, list: is }).toEqual({ jobType, list: was });
      for (const jobName of [undefined, "nosuchname", "h_Stock_0", "_Stock_", "H_STOCK_0"]) {
        for (const limit of ["1", "7", "10", "100", "1000"]) {
          for (const offset of ["0", "1", "2", "10", "100"]) {
            const query = { jobType, limit, offset, ...(jobName !== undefined && { jobName }) };
            const { status, body } = original.reply(new URLSearchParams(query), undefined);
            const answer = await page(replayed, query);
            if (answer.status !== 501) expect({ query, ...answer }).toEqual({ query, ...told(status, body) });
          }
        }
      }
    }
  },
);

test.each(offsets)("a right total is believed of the list that was not looked through: %s", async (offset) => {
  const { original, replayed } = await recorded({ offset, batch: 130, realTime: 90, cap: 100 });
  const query = { jobType: "REAL_TIME" } as const;
  expect(await listed(replayed.env(), query)).toEqual(await listed(original.env, query));
});

test.each(offsets)("a total that another list disproves is not believed: %s", async (offset) => {
  const { replayed } = await recorded({ offset, batch: 250, realTime: 150, total: 100 });
  expect(await listed(replayed.env(), { jobType: "REAL_TIME" })).toBe("untold");
});

describe("of the default workspace one job alone was asked for", () => {
  test.each([
    { total: "right", inDefault: 1, list: ["h_Stock_0"] },
    { total: "right", inDefault: 5, list: "untold" },
    { total: "page", inDefault: 5, list: "untold" },
    { total: 1, inDefault: 5, list: "untold" },
  ] as const)("$inDefault in it, total: $total", async ({ list, ...behaviour }) => {
    const { replayed } = await recorded({ ...behaviour, batch: 12, realTime: 3 }, namedWorkspace);
    expect(await listed(replayed.env(), { jobType: "BATCH" })).toEqual(list);
  });
});

describe("a name that was not asked for", () => {
  test("is answered by the whole list where names are not looked at", async () => {
    const { replayed } = await recorded({ batch: 12, realTime: 3, names: "ignored" });
    const { names: found } = await page(replayed, { jobType: "REAL_TIME", jobName: "nosuchname" });
    expect(found).toHaveLength(3);
  });

  test("is not told where no name was asked for", async () => {
    const { replayed } = await recorded({ batch: 12, realTime: 3 }, undefined, ({ url }) => !url.includes("jobName"));
    expect((await page(replayed, { jobType: "REAL_TIME", jobName: "nosuchname" })).status).toBe(501);
  });

  test("is not told where names are matched in no way that is known", async () => {
    const { replayed } = await recorded({ batch: 12, realTime: 3, names: "others" });
    expect((await page(replayed, { jobType: "REAL_TIME", jobName: "nosuchname" })).status).toBe(501);
  });
});

describe("limits", () => {
  test("that a list refused which changed meanwhile are not taken to be honoured by another", async () => {
    const { replayed } = await recorded({ batch: 130, realTime: 50, cap: 100, overCap: "refuse", growsAfter: 9 });
    expect(await page(replayed, { jobType: "BATCH", limit: "99", offset: "0" })).toMatchObject({ status: 501 });
    expect(await page(replayed, { jobType: "REAL_TIME", limit: "99", offset: "0" })).toMatchObject({ status: 200 });
    expect(await page(replayed, { jobType: "REAL_TIME", limit: "1000", offset: "0" })).toMatchObject({ status: 400 });
  });

  test("larger than any that was asked for are not told", async () => {
    const isShort = ({ url }: { url: string }) => Number(new URL(url).searchParams.get("limit")) <= 100;
    const { replayed } = await recorded({ batch: 30, realTime: 3 }, undefined, isShort);
    expect(await page(replayed, { jobType: "BATCH", limit: "50", offset: "0" })).toMatchObject({ status: 200 });
    expect(await page(replayed, { jobType: "BATCH", limit: "101", offset: "0" })).toMatchObject({ status: 501 });
  });

  test("of which the largest is capped: all jobs were seen, and all are told", async () => {
    const { original, replayed } = await recorded({
      ...{ offset: "page-from-1", cap: 1_000, countsIn: "limit", batch: 1_500, realTime: 0 },
    });
    const list = await listed(replayed.env(), { jobType: "BATCH" });
    expect(list).toHaveLength(1_500);
    expect(list).toEqual(await listed(original.env, { jobType: "BATCH" }));
  });
});
