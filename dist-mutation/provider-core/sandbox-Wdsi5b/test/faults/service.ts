// @ts-nocheck
import { DlfClient, DlfError, type DlfClientOptions, type DlfErrorCode, type JobsQuery, type Runtime } from "../../sdk";
import {
  startDlfEmulator,
  type DlfEmulator,
  type DlfEmulatorOptions,
  type EmulatedJob,
  type EmulatedRequest,
  type Intervention,
} from "../../sdk/testing";
import { credentials, expectNoSecrets } from "./secrets";

const started: DlfEmulator[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((emulator) => emulator.close()));
});

/** An emulator with keys that `expectNoSecrets` knows, closed when the test ends. */
export async function startService(options: DlfEmulatorOptions = {}): Promise<DlfEmulator> {
  const emulator = await startDlfEmulator({ credentials: [credentials], ...options });
  started.push(emulator);
  return emulator;
}

/** Real time, but waits between attempts that are over at once. */
export const quickRuntime: Runtime = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  random: () => 0,
  sleep: (_ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const timer = setTimeout(resolve, 1);
      signal?.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      });
    }),
};

/** Without the waits of backoff, and in no test held up by the default quota. */
export function quickClient(emulator: Pick<DlfEmulator, "env">, options: DlfClientOptions = {}): DlfClient {
  return new DlfClient(
    { requestsPerSecond: 10_000, ...options },
    { environment: emulator.env(), runtime: quickRuntime },
  );
}

export function numberedJobs(count: number): EmulatedJob[] {
  return Array.from({ length: count }, (_, index) => numberedJob(index));
}

export function numberedJob(index: number): EmulatedJob {
  return {
    name: `job_${String(index).padStart(5, "0")}`,
    jobType: "BATCH",
    status: "SCHEDULING",
    createUser: "etl",
    createTime: 1_680_783_636_000 + index,
  };
}

export async function listedNames(client: DlfClient, query?: JobsQuery): Promise<string[]> {
  const { jobs, total, complete } = await client.listJobs(query);
  expect({ total, complete }).toEqual({ total: jobs.length, complete: true });
  return jobs.map(({ name }) => name);
}

export function namesOf(jobs: readonly { name: string }[]): string[] {
  return jobs.map(({ name }) => name).sort();
}

/** The error that a listing ends in: one of the package's own, which shows no secrets. */
export async function failure(listing: Promise<unknown>): Promise<DlfError> {
  const error = await listing.then(
    (result) => new Error(`no failure, but ${JSON.stringify(result).slice(0, 200)}`),
    (error: unknown) => error,
  );
  expectNoSecrets(error);
  if (!(error instanceof DlfError)) throw error;
  return error;
}

export async function expectFailure(
  listing: Promise<unknown>,
  expected: { code: DlfErrorCode } & Record<string, unknown>,
): Promise<DlfError> {
  const error = await failure(listing);
  const { message, stack, ...own } = error;
  expect({ ...own, message: error.message }).toMatchObject(expected);
  expect(error).not.toHaveProperty("id");
  return error;
}

/** Intervenes in the first request for each page only. */
export function once(intervention: Intervention): (request: EmulatedRequest) => Intervention | undefined {
  const seen = new Set<string>();
  return ({ query }) => {
    const page = query.toString();
    if (seen.has(page)) return undefined;
    seen.add(page);
    return intervention;
  };
}

export function respond(
  status: number,
  body: string | Buffer = "",
  headers: Record<string, string> = {},
): Extract<Intervention, { kind: "respond" }> {
  return { kind: "respond", status, headers: { "X-Request-Id": `request-${status}`, ...headers }, body };
}

/** How often each page was asked for. */
export function timesAsked({ requests }: DlfEmulator): number[] {
  const times = new Map<string, number>();
  for (const { query } of requests.all) times.set(query.toString(), (times.get(query.toString()) ?? 0) + 1);
  return [...times.values()];
}
