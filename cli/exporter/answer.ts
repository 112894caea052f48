import type { JobsCollector } from "./jobsCollector";

export interface Answer {
  status: number;
  type: string;
  body: readonly Buffer[];
  headers?: Record<string, string>;
}

/** As Prometheus asks for it in the Accept header of its own accord. */
const metricsType = "text/plain; version=0.0.4; charset=utf-8";

/** What the exporter says to a request. It never lists: it tells what it has. */
export async function answer(
  { method, path }: { method: string; path: string },
  collector: Pick<JobsCollector, "metrics" | "ready">,
): Promise<Answer> {
  if (method !== "GET" && method !== "HEAD")
    return { ...text(405, "Only GET and HEAD."), headers: { Allow: "GET, HEAD" } };
  switch (path) {
    case "/metrics":
      return { status: 200, type: metricsType, body: await collector.metrics() };
    case "/-/healthy":
    case "/healthz":
      return text(200, "The exporter is running.");
    case "/-/ready":
      return collector.ready ? text(200, "There is a list of jobs.") : text(503, "No list of jobs has come yet.");
    case "/":
      return { status: 200, type: "text/html; charset=utf-8", body: [Buffer.from(linkPage)] };
    default:
      return text(404, "Not found. Look at /metrics.");
  }
}

function text(status: number, line: string): Answer {
  return { status, type: "text/plain; charset=utf-8", body: [Buffer.from(`${line}\n`)] };
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
