/** `npx tsx test/bench/exporterCost.ts`: what the exporter costs that runs beside a long list. After a build. */
// @ts-nocheck

import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { formatTable } from "../../sdk/text/formatTable";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { environmentOf, message, startEmulatorProcess } from "./childProcess";
import type { Service, Usage } from "./children/messages";
import { compileChildren, compiledChild } from "./compile";

/** Long enough for a list, and for a time in which nothing happens. */
const settings = [
  { jobs: 10_000, intervalMs: 3_000 },
  { jobs: 100_000, intervalMs: 14_000 },
];
/** From one scrape to the next. */
const pauseMs = 50;

interface Scrapes {
  slowestMs: number;
  count: number;
  /** Of the last one, as it is sent. */
  bytes: number;
}

/** Lines of a table. */
export async function measureExporter(progress: (line: string) => void): Promise<string[]> {
  const rows: string[][] = [];
  for (const { jobs, intervalMs } of settings) {
    progress(`exporter: ${jobs} jobs`);
    rows.push(await measureOne(jobs, intervalMs));
  }
  const figures = ["ready s", "CPU ms of an interval", "RSS MiB", "peak MiB", "scrape MB, gzip", "slowest scrape ms"];
  const right = [...figures, "of"].map((title) => ({ title, align: "right" as const }));
  return formatTable([{ title: "exporter, jobs", align: "right" }, ...right], rows);
}

async function measureOne(jobs: number, intervalMs: number): Promise<string[]> {
  const emulator = await startEmulatorProcess({ jobs: { seed: 1, batch: jobs * 0.8, realTime: jobs * 0.2 } });
  const start = performance.now();
  const exporter = startExporter(emulator.service, intervalMs);
  try {
    const url = await addressOf(exporter);
    while ((await ask(`${url}/-/ready`)).status !== 200) await sleep(20);
    const readyMs = performance.now() - start;
    await sleep(intervalMs / 4); // In the middle of the time between two lists, so that there is one whole list ahead.
    const before = await usage(exporter);
    await sleep(intervalMs);
    const after = await usage(exporter);
    const scrapes = await scrapeFor(`${url}/metrics`, intervalMs);
    const { peakMiB } = await usage(exporter);
    return [
      ...[jobs.toLocaleString("en-US"), (readyMs / 1000).toFixed(1), (after.cpuMs - before.cpuMs).toFixed(0)],
      ...[after.rssMiB.toFixed(0), peakMiB.toFixed(0), (scrapes.bytes / 1e6).toFixed(2)],
      ...[scrapes.slowestMs.toFixed(0), String(scrapes.count)],
    ];
  } finally {
    const ended = exporter.exitCode === null ? once(exporter, "exit") : undefined;
    exporter.kill();
    await ended;
    await emulator.close();
  }
}

function startExporter(service: Service, intervalMs: number): ChildProcess {
  const command = join(repositoryRoot, "dist", "cli", "main.js");
  const args = ["exporter", "--listen", "127.0.0.1:0", "--interval", `${intervalMs / 1000}s`];
  return fork(command, args, {
    execArgv: ["--require", compiledChild("reportUsage")],
    ...{ env: environmentOf(service), stdio: ["ignore", "ignore", "pipe", "ipc"] },
  });
}

function addressOf(exporter: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    exporter.stderr?.on("data", (text) => {
      said += String(text);
      const [, url] = /listening on (\S+)\/metrics/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
    exporter.once("exit", () => {
      reject(new Error(`The exporter ended early: ${said}`));
    });
  });
}

function usage(exporter: ChildProcess): Promise<Usage> {
  exporter.send("usage");
  return message<Usage>(exporter);
}

/** One scrape after the other, each over a connection of its own. */
async function scrapeFor(url: string, ms: number): Promise<Scrapes> {
  const end = performance.now() + ms;
  const scrapes: Scrapes = { slowestMs: 0, count: 0, bytes: 0 };
  while (performance.now() < end) {
    const start = performance.now();
    scrapes.bytes = (await ask(url)).bytes;
    scrapes.slowestMs = Math.max(scrapes.slowestMs, performance.now() - start);
    scrapes.count += 1;
    await sleep(pauseMs);
  }
  return scrapes;
}

function ask(url: string): Promise<{ status: number | undefined; bytes: number }> {
  return new Promise((resolve, reject) => {
    const sent = get(url, { agent: false, headers: { "Accept-Encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("end", () => {
        resolve({ status: response.statusCode, bytes });
      });
      response.on("error", reject);
    });
    sent.on("error", reject);
  });
}

if (require.main === module) {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  compileChildren();
  void measureExporter(say).then((lines) => process.stdout.write(`${lines.join("\n")}\n`));
}
