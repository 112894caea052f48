// @ts-nocheck
import { request } from "node:http";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { acceptsGzip } from "../../cli/exporter/acceptsGzip";
import { answer } from "../../cli/exporter/answer";
import { crcOfBoth } from "../../cli/exporter/crcOfBoth";
import { gzipFile, gzipPart, joinParts } from "../../cli/exporter/gzipPart";
import { JobsCollector } from "../../cli/exporter/jobsCollector";
import { jobMetrics, rememberJobs } from "../../cli/metrics/jobMetrics";
import type { Job } from "../../sdk";
import { batchJob, realTimeJob, startCommand, startService, until } from "./command";
import { readMetrics } from "./readMetrics";

describe("gzip is for those who ask for it", () => {
  test.each([
    ["gzip", true],
    ["deflate, GZIP;q=0.5", true],
    ["gzip ; q=0.001", true],
    ["x-gzip", true],
    ["*", true],
    ["*;q=0.1, identity;q=0", true],
    ["gzip;q=1.0, identity; q=0.5, *;q=0", true],
    [undefined, false],
    ["", false],
    ["identity", false],
    ["br, zstd", false],
    ["gzip;q=0", false],
    ["gzip;q=0.000, *", false],
    ["*;q=0", false],
    ["identity, gzip;q=0.5", false],
    ["gzip;q=much", false],
    ["gzippy", false],
  ])("Accept-Encoding: %s: %s", (header, accepted) => {
    expect(acceptsGzip(header)).toBe(accepted);
  });
});

describe("texts that are compressed one by one and put together", () => {
  const texts = fc.array(fc.array(fc.string({ unit: "grapheme", maxLength: 300 }), { maxLength: 5 }), { maxLength: 6 });

  test("are one file of gzip, whose sums are right: not several, of which some clients read the first alone", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (pieces) => {
        const file = Buffer.concat(gzipFile(joinParts(await Promise.all(pieces.map((each) => gzipPart(each))))));
        const expected = Buffer.from(pieces.flat().join(""));
        expect(gunzipSync(file).equals(expected)).toBe(true);
        // All of it is one stream: one that ended sooner would end here as well.
        expect(inflateRawSync(file.subarray(10, -8)).equals(expected)).toBe(true);
        expect(file.subarray(-8)).toEqual(gzipSync(expected).subarray(-8));
      }),
      { numRuns: 100 },
    );
  });

  test("the sum of two texts comes from those of each, however long the second is", () => {
    const crc = (text: string) => gzipSync(text).readUInt32LE(gzipSync(text).length - 8);
    for (const length of [0, 1, 255, 65_536, 1_234_567]) {
      const second = "b".repeat(length);
      expect(crcOfBoth(crc("a first text"), crc(second), length)).toBe(crc(`a first text${second}`));
    }
    expect(crcOfBoth(crc("alone"), 0, 0)).toBe(crc("alone"));
  });
});

const names = ["orders", 'odd "name" \\ 数据\n', "payments"];
const jobs = [...names.map((name) => batchJob(name)), realTimeJob("clicks")] as unknown as Job[];
const types = ["BATCH", "REAL_TIME"] as const;

function startCollector(lists: Record<string, () => readonly Job[]>): JobsCollector {
  return new JobsCollector({
    ...{
      workspaces: Object.keys(lists),
      types,
      intervalMs: 60_000,
      now: () => 1_700_000_000_000,
      log: () => undefined,
    },
    list: (workspace) => Promise.resolve(lists[workspace]?.() ?? []),
  });
}

async function scrape(collector: JobsCollector, acceptEncoding?: string) {
  const { headers, length, body } = await answer({ method: "GET", path: "/metrics", acceptEncoding }, collector);
  const whole = await buffer(Readable.from(body));
  expect(length).toBe(whole.length);
  return { headers, text: (headers?.["Content-Encoding"] === "gzip" ? gunzipSync(whole) : whole).toString() };
}

const { signal } = new AbortController();

test("both forms hold the same: the exporter's metrics, and those of all workspaces, metric by metric", async () => {
  const collector = startCollector({ w1: () => jobs, empty: () => [], w2: () => jobs.slice(1) });
  for (const workspace of ["w2", "empty", "w1"]) await collector.collect(workspace, signal);
  const zipped = await scrape(collector, "gzip");
  const plain = await scrape(collector);
  expect(zipped.headers).toEqual({ "Content-Encoding": "gzip", Vary: "Accept-Encoding" });
  expect(plain.headers).toEqual({ Vary: "Accept-Encoding" });
  const listed = { w1: jobs, empty: [], w2: jobs.slice(1) };
  const expected = await jobMetrics(
    Object.entries(listed).map(([workspace, its]) => ({
      ...{ workspace, jobs: its, types, remembered: rememberJobs(its, 1_700_000_000_000) },
    })),
  );
  expect(plain.text).toBe(collector.health.render() + expected);
  expect(zipped.text).toBe(plain.text);
  expect(readMetrics(plain.text).named("dlf_job_priority")).toHaveLength(7);
});

test("jobs are written once for each list, whoever asks; what the exporter tells of itself is new in each scrape", async () => {
  const collector = startCollector({ w: () => jobs });
  await collector.collect("w", signal);
  const written = collector.metrics().jobs;
  const requests = 'dlf_exporter_requests_total{workspace="w"}';
  for (const encoding of ["gzip", undefined]) {
    const before = readMetrics((await scrape(collector, encoding)).text).get(requests) ?? NaN;
    collector.health.requested("w");
    expect(readMetrics((await scrape(collector, encoding)).text).get(requests)).toBe(before + 1);
  }
  expect(collector.metrics().jobs).toBe(written);
  await collector.collect("w", signal);
  expect(collector.metrics().jobs).not.toBe(written);
});

test("while a long list is written, scrapes are answered with the one before, or with the exporter's own metrics", async () => {
  const many = Array.from({ length: 30_000 }, (_, index) => batchJob(`job_${index}`)) as unknown as Job[];
  let listed: readonly Job[] = many;
  const collector = startCollector({ w: () => listed });
  const scrapesMeanwhile = async () => {
    const seen: (number | undefined)[] = [];
    const state = { ended: false };
    const collecting = collector.collect("w", signal).finally(() => (state.ended = true));
    for (;;) {
      const { text } = await scrape(collector, "gzip");
      // Whatever a scrape is made of: everybody has a turn.
      await new Promise((resolve) => setImmediate(resolve));
      // One that ends after the list was written may hold it.
      if (state.ended) break;
      const metrics = readMetrics(text);
      expect(metrics.get('dlf_exporter_listed_jobs{workspace="w"}')).toBe(
        metrics.named("dlf_job_priority").length || undefined,
      );
      seen.push(metrics.get('dlf_exporter_listed_jobs{workspace="w"}'));
    }
    await collecting;
    return seen;
  };
  const first = await scrapesMeanwhile();
  expect(new Set(first)).toEqual(new Set([undefined]));
  expect(first.length).toBeGreaterThan(20);

  listed = jobs;
  await collector.collect("w", signal);
  listed = many;
  const second = await scrapesMeanwhile();
  expect(new Set(second)).toEqual(new Set([jobs.length]));
  expect(second.length).toBeGreaterThan(20);
});

test("a list that is being written when the exporter is told to end is left", async () => {
  const many = Array.from({ length: 5_000 }, (_, index) => batchJob(`job_${index}`)) as unknown as Job[];
  const collector = startCollector({ w: () => many });
  const ending = new AbortController();
  const collecting = collector.collect("w", ending.signal);
  // The list has come, and the first pause is made.
  await new Promise((resolve) => setImmediate(resolve));
  ending.abort();
  await collecting;
  expect(collector.ready).toBe(false);
  expect(collector.health.render()).toContain('dlf_exporter_up{workspace="w"} 0');
});

describe("by HTTP", () => {
  interface Received {
    status: number | undefined;
    encoding: string | undefined;
    length: number;
    body: Buffer;
  }

  /** As it comes: fetch asks for gzip, and unpacks it, of its own accord. */
  function get(url: string, headers: Record<string, string>, method = "GET", begun?: () => void): Promise<Received> {
    return new Promise((resolve, reject) => {
      const sent = request(url, { method, headers, agent: false }, (response) => {
        const { statusCode: status, headers: got } = response;
        begun?.();
        buffer(response).then((body) => {
          resolve({ status, encoding: got["content-encoding"], length: Number(got["content-length"]), body });
        }, reject);
      });
      sent.on("error", reject);
      sent.end();
    });
  }

  async function startExporter(count: number) {
    const emulator = await startService({ jobs: { seed: 1, batch: count * 0.8, realTime: count * 0.2 } });
    const exporter = startCommand(["exporter", "--listen", "127.0.0.1:0", "--interval", "1h"], emulator.env());
    const url = await until("an address", () => /listening on (\S+)/.exec(exporter.output.stderr)?.[1]);
    await until("a list", async () => {
      const { body } = await get(url, {});
      return body.includes('dlf_exporter_up{workspace="default"} 1') ? true : undefined;
    });
    return { ...exporter, url };
  }

  test("the same metrics with and without gzip, as long as they are said to be, also for HEAD", async () => {
    const { url } = await startExporter(1_000);
    const plain = await get(url, {});
    const zipped = await get(url, { "Accept-Encoding": "gzip" });
    expect([plain.encoding, zipped.encoding]).toEqual([undefined, "gzip"]);
    for (const refused of ["gzip;q=0", "identity"]) {
      expect(await get(url, { "Accept-Encoding": refused })).toEqual(plain);
    }
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    expect(readMetrics(plain.body.toString()).named("dlf_job_priority")).toHaveLength(1_000);
    for (const got of [plain, zipped]) expect(got.length).toBe(got.body.length);
    expect(zipped.length).toBeLessThan(plain.length / 10);
    // The list is an hour from its next: nothing has changed, and nothing was written anew.
    expect(await get(url, { "Accept-Encoding": "gzip" })).toEqual(zipped);
    expect(await get(url, { "Accept-Encoding": "gzip" }, "HEAD")).toEqual({ ...zipped, body: Buffer.alloc(0) });
    expect(await get(url, {}, "HEAD")).toEqual({ ...plain, body: Buffer.alloc(0) });
  });

  test("an answer that is under way without gzip at SIGTERM is finished", async () => {
    const { url, child, ended } = await startExporter(10_000);
    const { body, length } = await get(url, {}, "GET", () => child.kill("SIGTERM"));
    expect(body).toHaveLength(length);
    expect(readMetrics(body.toString()).named("dlf_job_priority")).toHaveLength(10_000);
    expect((await ended).status).toBe(0);
  });

  test("scrapers that go away in the middle of an answer leave the exporter as it is", async () => {
    const { url } = await startExporter(10_000);
    for (let count = 0; count < 20; count += 1) {
      await new Promise<void>((resolve, reject) => {
        const sent = request(url, { agent: false }, (response) => {
          response.once("data", () => {
            response.destroy();
            resolve();
          });
        });
        sent.on("error", reject);
        sent.end();
      });
    }
    expect((await get(url, {})).status).toBe(200);
  });
});
