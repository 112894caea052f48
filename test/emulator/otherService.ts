import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { examine } from "../../sdk/doctor";
import type { RecordedExchange } from "../../sdk/recording/recordedExchange";

/** What the emulator itself never does: a `total` and a `jobName` of another kind. */
export interface OtherBehaviour {
  offset?: "page" | "page-from-1" | "record" | "record-rounded";
  /** Where pages count from 1, page 0 is empty, and says so many. Default: it is page 1. */
  pageZeroTotal?: number | "right" | undefined;
  pastEnd?: "empty" | "refuse" | "first-page";
  cap?: number;
  overCap?: "cap" | "refuse";
  /** What pages under a silent cap are counted in. */
  countsIn?: "cap" | "limit";
  /** A number: never more than it. Default: right. */
  total?: "right" | "page" | "null" | "missing" | "too high" | "text" | number;
  names?: "contains" | "prefix" | "exact" | "any case" | "others" | "ignored";
  batch: number;
  realTime: number;
  /** How many jobs the default workspace has, where these are of another one. */
  inDefault?: number;
  /** As many requests for the list are answered before one batch job more is there. */
  growsAfter?: number;
}

export const namedWorkspace = "0d3e0f5a9b2c4d68";

const project = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

interface Reply {
  status: number;
  body: { total?: unknown; jobs?: { name: string }[]; error_code?: string };
}

export interface OtherService {
  env: Record<string, string>;
  /** As it answers over HTTP. */
  reply: (query: URLSearchParams, workspace: string | undefined) => Reply;
  close: () => void;
}

export async function startOtherService(behaviour: OtherBehaviour): Promise<OtherService> {
  let asked = 0;
  const reply: OtherService["reply"] = (query, workspace) => answer(behaviour, query, workspace, asked);
  const server = createServer((message, response) => {
    const { searchParams } = new URL(message.url ?? "", "http://localhost");
    const { status, body } = reply(searchParams, [message.headers["workspace"]].flat()[0]);
    asked += 1;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = {
    DLF_ENDPOINT: endpoint,
    HUAWEICLOUD_SDK_IAM_ENDPOINT: endpoint,
    HW_REGION_NAME: "cn-north-4",
    HW_PROJECT_ID: project,
    HW_ACCESS_KEY: "OTHERACCESSKEY000000",
    HW_SECRET_KEY: "other-secret-key-that-opens-nothing",
  };
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { env, reply, close };
}

function answer(
  behaviour: OtherBehaviour,
  query: URLSearchParams,
  workspace: string | undefined,
  asked: number,
): Reply {
  const {
    offset = "page",
    pastEnd = "empty",
    cap = 1_000,
    overCap = "cap",
    total = "right",
    names = "contains",
  } = behaviour;
  const refused: Reply = { status: 400, body: { error_code: "DLF.3051" } };
  const of = (name: string) => query.get(name) ?? undefined;
  const place = Number(of("offset") ?? 0);
  const limit = Number(of("limit") ?? 10);
  if (limit > cap && overCap === "refuse") return refused;
  const matching = jobsOf(behaviour, of("jobType") ?? "BATCH", workspace, asked).filter(
    ({ name }) => of("jobName") === undefined || isFound(names, name, of("jobName") ?? ""),
  );
  if (offset === "page-from-1" && place === 0 && behaviour.pageZeroTotal !== undefined) {
    const { pageZeroTotal } = behaviour;
    return { status: 200, body: { total: pageZeroTotal === "right" ? matching.length : pageZeroTotal, jobs: [] } };
  }
  const size = Math.min(limit, cap);
  const counted = behaviour.countsIn === "limit" ? limit : size;
  const starts = {
    page: place * counted,
    "page-from-1": Math.max(0, place - 1) * counted,
    record: place,
    "record-rounded": place - (place % counted),
  };
  const isPastEnd = starts[offset] > 0 && starts[offset] >= matching.length;
  if (isPastEnd && pastEnd === "refuse") return refused;
  const start = isPastEnd && pastEnd === "first-page" ? 0 : starts[offset];
  const jobs = matching.slice(start, start + size);
  return { status: 200, body: { total: said(total, matching.length, jobs.length), jobs } };
}

function said(total: NonNullable<OtherBehaviour["total"]>, all: number, onPage: number): unknown {
  if (typeof total === "number") return Math.min(total, all);
  return { right: all, page: onPage, null: null, missing: undefined, "too high": all + 3, text: String(all) }[total];
}

function isFound(names: NonNullable<OtherBehaviour["names"]>, name: string, sought: string): boolean {
  switch (names) {
    case "contains":
      return name.includes(sought);
    case "prefix":
      return name.startsWith(sought);
    case "exact":
      return name === sought;
    case "any case":
      return name.toLowerCase().includes(sought.toLowerCase());
    case "others":
      return !name.includes(sought);
    case "ignored":
      return true;
  }
}

function jobsOf(behaviour: OtherBehaviour, jobType: string, workspace: string | undefined, asked: number) {
  const { batch, realTime, inDefault, growsAfter = Infinity } = behaviour;
  const hasGrown = jobType === "BATCH" && asked >= growsAfter;
  const ofType = jobType === "BATCH" ? batch : realTime;
  const count = inDefault !== undefined && workspace === undefined ? inDefault : ofType;
  return Array.from({ length: count + (hasGrown ? 1 : 0) }, (_, index) => ({
    name: `${"hgbdface"[index % 8] ?? ""}_Stock_${(index * 7_919) % 10_007}${jobType === "BATCH" ? "" : "r"}`,
    jobType,
    status: jobType === "BATCH" ? "SCHEDULING" : "NORMAL",
    createUser: "meier",
    createTime: 1_680_783_636_000,
  }));
}

/** The text of a recording by the doctor, under the true names. */
export async function recordByDoctor(
  { env }: OtherService,
  workspace: string | undefined,
  isKept: (request: { url: string }) => boolean,
): Promise<string> {
  let time = 5_000;
  const sleep = (ms: number) => {
    time += ms;
    return Promise.resolve();
  };
  const { exchanges } = await examine(
    { client: { workspace }, tags: [], timeLimitMs: 120_000 },
    {
      environment: env,
      runtime: { now: () => Date.now(), monotonic: () => time, random: () => 0, sleep },
      readTextFile: () => Promise.resolve(undefined),
      signal: new AbortController().signal,
    },
  );
  return recordingText(exchanges.filter(({ request }) => isKept(request)));
}

function recordingText(exchanges: readonly RecordedExchange[]): string {
  const parsed = exchanges.map(({ response, ...exchange }) => ({
    ...exchange,
    ...(response && { response: { ...response, body: JSON.parse(response.body) as unknown } }),
  }));
  return JSON.stringify({ version: 1, exchanges: parsed });
}
