// @ts-nocheck
import { acceptsGzip } from "./acceptsGzip";
import { gzipFile, gzipPart, joinParts, unzipped, type GzipPart } from "./gzipPart";
import type { CollectedMetrics, JobsCollector } from "./jobsCollector";

export interface Question {
  method: string;
  path: string;
  /** The header of that name. */
  acceptEncoding?: string | undefined;
}

export interface Answer {
  status: number;
  type: string;
  /** Of the body, in bytes. */
  length: number;
  /** Nothing is done for it before it is read. */
  body: Iterable<Buffer> | AsyncIterable<Buffer>;
  headers?: Record<string, string>;
}

/** As Prometheus asks for it in the Accept header of its own accord. */
const metricsType = "text/plain; version=0.0.4; charset=utf-8";

/** What the exporter says to a request. It never lists: it tells what it has. */
export async function answer(
  { method, path, acceptEncoding }: Question,
  collector: Pick<JobsCollector, "metrics" | "ready">,
): Promise<Answer> {
  if (method !== "GET" && method !== "HEAD")
    return { ...text(405, "Only GET and HEAD."), headers: { Allow: "GET, HEAD" } };
  switch (path) {
    case "/metrics":
      return acceptsGzip(acceptEncoding) ? zipped(collector.metrics()) : plain(collector.metrics());
    case "/-/healthy":
    case "/healthz":
      return text(200, "The exporter is running.");
    case "/-/ready":
      return collector.ready ? text(200, "There is a list of jobs.") : text(503, "No list of jobs has come yet.");
    case "/":
      return whole(200, "text/html; charset=utf-8", linkPage);
    default:
      return text(404, "Not found. Look at /metrics.");
  }
}

/** What is known of the jobs is compressed already, once for all who ask; the exporter's own metrics are new each time. */
async function zipped({ health, jobs }: CollectedMetrics): Promise<Answer> {
  const own = await gzipPart([health]);
  const body = gzipFile(jobs === undefined ? own : joinParts([own, jobs]));
  const length = body.reduce((sum, part) => sum + part.length, 0);
  return { status: 200, type: metricsType, length, body, headers: { ...varies, "Content-Encoding": "gzip" } };
}

function plain({ health, jobs }: CollectedMetrics): Answer {
  const own = Buffer.from(health);
  const length = own.length + (jobs?.size ?? 0);
  return { status: 200, type: metricsType, length, body: inTurn(own, jobs), headers: varies };
}

const varies = { Vary: "Accept-Encoding" };

async function* inTurn(own: Buffer, jobs: GzipPart | undefined): AsyncGenerator<Buffer> {
  yield own;
  if (jobs !== undefined) yield* unzipped(jobs);
}

function text(status: number, line: string): Answer {
  return whole(status, "text/plain; charset=utf-8", `${line}\n`);
}

export function whole(status: number, type: string, content: string): Answer {
  const body = Buffer.from(content);
  return { status, type, length: body.length, body: [body] };
}

const linkPage = `<!doctype html>
<html lang="en">
<title>dlf-jobs exporter</title>
<h1>dlf-jobs exporter</h1>
<p>Jobs of Huawei Cloud DataArts Factory, for Prometheus.</p>
<ul>
<li><a href="/metrics">/metrics</a></li>
<li><a href="/-/healthy">/-/healthy</a>: the process answers</li>
<li><a href="/-/ready">/-/ready</a>: a list of jobs has come</li>
</ul>
</html>
`;
