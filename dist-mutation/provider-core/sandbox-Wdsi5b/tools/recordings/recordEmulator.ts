// @ts-nocheck
import { lookUpProject } from "../../sdk/connection/lookUpProject";
import { DlfError } from "../../sdk/errors";
import { SignedHttp } from "../../sdk/http/signedHttp";
import { Connections } from "../../sdk/http/transport";
import { listAll } from "../../sdk/jobs/listAll";
import { listPage, type PageRequest } from "../../sdk/jobs/listPage";
import type { ListingFilter } from "../../sdk/jobs/query";
import { recordExchanges } from "../../sdk/recording/recordExchanges";
import type { RecordedExchange } from "../../sdk/recording/recordedExchange";
import { startDlfEmulator, type DlfEmulator, type DlfEmulatorOptions } from "../../sdk/testing";
import { RunningDeadline } from "../../sdk/time/deadline";
import { systemRuntime, type Runtime } from "../../sdk/time/runtime";

/** A working day, so that a recording is the same whenever it is made. */
const recordedAt = Date.UTC(2026, 10, 24, 6);

/** What an emulator that behaves like this was asked, and what it answered. */
export async function recordEmulator(options: DlfEmulatorOptions): Promise<RecordedExchange[]> {
  const runtime = countingRuntime();
  const emulator = await startDlfEmulator({ ...options, clockOffsetMs: recordedAt - Date.now() });
  const connections = new Connections({ maxResponseBytes: 2 ** 24 });
  const exchanges: RecordedExchange[] = [];
  try {
    // One after the other: in an order that is always the same.
    const settings = { attemptTimeoutMs: 10_000, maxAttempts: 1, concurrency: 1, requestsPerSecond: 1_000 };
    await askAll(emulator, new SignedHttp(settings, recordExchanges(connections.send, exchanges, runtime), runtime));
    return exchanges;
  } finally {
    connections.close();
    await emulator.close();
  }
}

/** Its clocks move whenever somebody looks at them. */
function countingRuntime(): Runtime {
  let looks = 0;
  const after = (ms: number) => () => ms + (looks += 1);
  return { ...systemRuntime, now: after(recordedAt), monotonic: after(0) };
}

/** All lists as a client reads them, and what lies beside them: limits, what is past the end, names, a wrong workspace. */
async function askAll(emulator: DlfEmulator, http: SignedHttp): Promise<void> {
  const { endpoint, projectId, region } = emulator;
  const credentials = {
    current: () => emulator.credentials,
    accepted: () => undefined,
    afterRefusal: () => Promise.resolve(undefined),
  };
  const deadline = new RunningDeadline({ what: "The recording", ms: 60_000 }, systemRuntime);
  const ask = (filter: ListingFilter) => (page: PageRequest) =>
    listPage(http, { endpoint, projectId, credentials }, filter, page, deadline);
  const whole = (filter: ListingFilter) =>
    listAll(ask(filter), { concurrency: 1, consistency: "best-effort", onProgress: () => undefined });
  const filter = (more: Partial<ListingFilter>): ListingFilter => ({ jobType: "BATCH", tags: [], ...more });
  try {
    const asked = [
      () => lookUpProject(http, { iamEndpoint: endpoint, name: region, credentials }, deadline),
      () => whole(filter({})),
      () => whole(filter({ jobType: "REAL_TIME" })),
      ...[1, 2, 3].map((offset) => () => ask(filter({}))({ offset, limit: 2 })),
      ...[101, 1_001].map((limit) => () => ask(filter({ jobType: "REAL_TIME" }))({ offset: 0, limit })),
      () => ask(filter({}))({ offset: 900, limit: 100 }),
      ...["orders", "ORD", "ods_p"].map((jobName) => () => whole(filter({ jobName }))),
      ...[["hourly"], ["finance"], ["finance", "hourly"]].map((tags) => () => whole(filter({ tags }))),
      () => ask(filter({ workspace: "7d3e0f5a9b2c4d68" }))({ offset: 0, limit: 10 }),
    ];
    for (const send of asked) await send().catch(unlessRefused);
  } finally {
    deadline.end();
  }
}

/** Refusals, and lists that contradict themselves, are what a recording is to show. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof DlfError)) throw error;
}
