import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answers, type Answer } from "./answer";
import { generateJobs } from "./generateJobs";
import { listJobs } from "./listJobs";
import type { DlfEmulatorOptions, EmulatedCredentials, EmulatedJob, EmulatedRequest, Intervention } from "./options";
import { RequestLog } from "./requestLog";
import { refusal } from "./verifySignature";

const madeUpCredentials: EmulatedCredentials = {
  accessKey: "EMULATORACCESSKEY000",
  secretKey: "emulator-secret-key-that-opens-nothing-0",
};

/** A running emulator. `close()` it, or the process will not end. */
export interface DlfEmulator {
  /** Base address, such as `http://127.0.0.1:41234`: of the service and of IAM. */
  readonly endpoint: string;
  readonly region: string;
  readonly projectId: string;
  /** The first of those that may ask. */
  readonly credentials: EmulatedCredentials;
  /** What was asked of it. */
  readonly requests: RequestLog;
  /** The environment of a program that is to talk to this emulator instead of the service. */
  env(): Record<string, string>;
  /** Replaces all jobs: the next request sees the new ones. */
  setJobs(jobs: readonly EmulatedJob[]): void;
  /** Ends it, with all connections and requests that are open. */
  close(): Promise<void>;
}

/**
 * Starts an HTTP server on 127.0.0.1 that answers "Viewing a Job List", and IAM's project lookup, as Huawei Cloud
 * does: signatures, workspaces, filters, both readings of `offset`, error bodies. For tests without a network.
 */
export async function startDlfEmulator(options: DlfEmulatorOptions = {}): Promise<DlfEmulator> {
  const {
    credentials = [madeUpCredentials],
    region = "cn-north-4",
    projects = [{ id: "0a1b2c3d4e5f60718293a4b5c6d7e8f9", name: region }],
    latencyMs = 0,
    clockOffsetMs = 0,
  } = options;
  let jobs: readonly EmulatedJob[] = isGenerated(options.jobs) ? generateJobs(options.jobs) : (options.jobs ?? []);
  const requests = new RequestLog();
  const timers = new Set<NodeJS.Timeout>();
  const clock = () => Date.now() + clockOffsetMs;

  function trueAnswer(request: EmulatedRequest, message: IncomingMessage, body: Buffer, requestId: string): Answer {
    const headers = flatHeaders(message);
    const signed = { method: request.method, rawUrl: message.url ?? "", headers, body };
    if (request.kind === "other" || request.method !== "GET") {
      const text = "The API does not exist or has not been published in the environment";
      return answers.gateway(404, "APIGW.0101", text, requestId);
    }
    const refused = refusal(signed, credentials, clock());
    if (refused !== undefined) {
      return answers.gateway(401, "APIGW.0301", `Incorrect IAM authentication information: ${refused}`, requestId);
    }
    if (requests.inLastSecond(clock()) > (options.requestsPerSecond ?? Infinity)) {
      const message = `The throttling threshold has been reached: policy user over ratelimit,limit:${options.requestsPerSecond ?? ""},time:1 second`;
      return answers.gateway(429, "APIGW.0308", message, requestId);
    }
    if (request.kind === "projects") {
      const name = request.query.get("name");
      return answers.ok({ projects: projects.filter((each) => name === null || each.name === name) });
    }
    if (!projects.some(({ id }) => request.path === `/v1/${id}/jobs`)) {
      return answers.gateway(403, "APIGW.0302", "No permission to access the project", requestId);
    }
    return listJobs(jobs, request.query, headers["workspace"], options);
  }

  function send(response: ServerResponse, answer: Answer, requestId: string, intervention: Intervention | undefined) {
    if (intervention?.kind === "drop") return void response.destroy();
    if (intervention?.kind === "hang") return;
    const { status, headers, body } = finalAnswer(answer, intervention);
    response.writeHead(status, {
      Date: new Date(clock()).toUTCString(),
      "X-Request-Id": requestId,
      "Content-Type": "application/json;charset=UTF-8",
      "Content-Length": body.length,
      ...headers,
    });
    if (intervention?.kind !== "truncate") return void response.end(body);
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
  }

  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on("data", (chunk: Buffer) => chunks.push(chunk));
    message.on("end", () => {
      const [path = "", ...query] = (message.url ?? "").split("?");
      const { authorization, ...headers } = flatHeaders(message);
      const request = requests.begin({
        kind: kindOf(path),
        method: message.method ?? "",
        path,
        query: new URLSearchParams(query.join("?")),
        headers,
        at: clock(),
      });
      response.on("close", () => {
        requests.end();
      });
      const requestId = `emulator${String(requests.all.length).padStart(24, "0")}`;
      let intervention: Intervention | undefined;
      let answer: Answer;
      try {
        intervention = options.intercept?.(request);
        answer = trueAnswer(request, message, Buffer.concat(chunks), requestId);
      } catch (error) {
        // A query that cannot be decoded, or an `intercept` that throws: told to the client, not the end of the test.
        answer = answers.gateway(500, "EMULATOR", String(error), requestId);
      }
      const delay = latencyMs + (intervention?.kind === "delay" ? intervention.ms : 0);
      if (delay === 0) {
        send(response, answer, requestId, intervention);
        return;
      }
      const timer = setTimeout(() => {
        timers.delete(timer);
        send(response, answer, requestId, intervention);
      }, delay);
      timers.add(timer);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [asking] = credentials;
  const projectId = (projects.find(({ name }) => name === region) ?? projects[0])?.id ?? "";

  return {
    endpoint,
    region,
    projectId,
    credentials: asking,
    requests,
    env: () => ({
      DLF_ENDPOINT: endpoint,
      HUAWEICLOUD_SDK_IAM_ENDPOINT: endpoint,
      HW_REGION_NAME: region,
      HW_PROJECT_ID: projectId,
      HW_ACCESS_KEY: asking.accessKey,
      HW_SECRET_KEY: asking.secretKey,
      ...(asking.securityToken !== undefined && { HW_SECURITY_TOKEN: asking.securityToken }),
    }),
    setJobs: (replacement) => {
      jobs = replacement;
    },
    close: () =>
      new Promise((resolve) => {
        timers.forEach(clearTimeout);
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function isGenerated(jobs: DlfEmulatorOptions["jobs"]): jobs is { seed: number; batch: number; realTime: number } {
  return jobs !== undefined && "seed" in jobs;
}

function isPage(body: unknown): body is { total: unknown; jobs: unknown[] } {
  return typeof body === "object" && body !== null && "jobs" in body;
}

function kindOf(path: string): EmulatedRequest["kind"] {
  if (path === "/v3/projects") return "projects";
  return /^\/v1\/[^/]+\/jobs$/.test(path) ? "jobs" : "other";
}

function finalAnswer(answer: Answer, intervention: Intervention | undefined) {
  if (intervention?.kind === "respond") {
    const { status, headers = {}, body = "" } = intervention;
    return { status, headers, body: Buffer.from(body) };
  }
  const changed =
    intervention?.kind === "page" && answer.status === 200 && isPage(answer.body)
      ? intervention.change(answer.body)
      : answer.body;
  const text = typeof changed === "string" ? changed : JSON.stringify(changed);
  return { status: answer.status, headers: {}, body: Buffer.from(text) };
}

function flatHeaders(message: IncomingMessage): Record<string, string> {
  const headers = Object.entries(message.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]);
  return Object.fromEntries(headers) as Record<string, string>;
}
