import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answers, type Answer } from "./answer";
import { EmulatedServices, kindOf } from "./emulatedServices";
import { generateJobs } from "./generateJobs";
import { IssuedKeys } from "./issuedKeys";
import type { DlfEmulatorOptions, EmulatedCredentials, EmulatedJob, Intervention, IssuedCredentials } from "./options";
import { Replay } from "./replay";
import { RequestLog } from "./requestLog";
import { writeAnswer } from "./writeAnswer";

const madeUpCredentials: EmulatedCredentials = {
  accessKey: "EMULATORACCESSKEY000",
  secretKey: "emulator-secret-key-that-opens-nothing-0",
};

/** A running emulator. `close()` it, or the process will not end. */
export interface DlfEmulator {
  /** Base address, such as `http://127.0.0.1:41234`: of the service, of IAM, STS and the metadata service. */
  readonly endpoint: string;
  /** Where a pod asks for its keys: for `HC_CONTAINER_CREDENTIALS_FULL_URI`. */
  readonly podUri: string;
  /** Of the service and its projects. */
  readonly region: string;
  /** The first of the projects. */
  readonly projectId: string;
  /** The IDs of workspaces that it knows besides those of jobs; of a recording: all that were asked for in it. */
  readonly workspaces: readonly string[];
  /** The first of those that may ask. */
  readonly credentials: EmulatedCredentials;
  /** What was asked of it. */
  readonly requests: RequestLog;
  /** All temporary keys that it has handed out, in order. */
  readonly issued: readonly IssuedCredentials[];
  /** Temporary keys with this access key are refused from now on. */
  revoke(accessKey: string): void;
  /** The environment of a program that is to talk to this emulator instead of the service. */
  env(): Record<string, string>;
  /** The same without credentials and project: a test adds those that it is about. */
  addresses(): Record<string, string>;
  /** Replaces all jobs: the next request sees the new ones. */
  setJobs(jobs: readonly EmulatedJob[]): void;
  /** Ends it, with all connections and requests that are open. */
  close(): Promise<void>;
}

/**
 * Starts an HTTP server on 127.0.0.1 that answers "Viewing a Job List" and the calls around it as Huawei Cloud does:
 * signatures, workspaces, filters, both readings of `offset`, error bodies; IAM's projects, temporary keys from IAM,
 * STS, the metadata service and a pod's endpoint. For tests without a network.
 */
export async function startDlfEmulator(options: DlfEmulatorOptions = {}): Promise<DlfEmulator> {
  const replay = options.replay === undefined ? undefined : new Replay(options.replay);
  const {
    credentials = [madeUpCredentials],
    region = replay?.region ?? "cn-north-4",
    projects = [{ id: replay?.projectId ?? "0a1b2c3d4e5f60718293a4b5c6d7e8f9", name: region }],
    latencyMs = 0,
    clockOffsetMs = replay?.clockOffsetMs ?? 0,
  } = options;
  let jobs: readonly EmulatedJob[] = isGenerated(options.jobs) ? generateJobs(options.jobs) : (options.jobs ?? []);
  const requests = new RequestLog();
  const timers = new Set<NodeJS.Timeout>();
  const clock = () => Date.now() + clockOffsetMs;
  const issued = new IssuedKeys(clock);
  const state = { options, region, credentials, projects, issued, requests, clock, replay };
  const services = new EmulatedServices({ ...state, jobs: () => jobs });

  function answer(message: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const [path = "", ...query] = (message.url ?? "").split("?");
    const allHeaders = flatHeaders(message);
    const { authorization, ...headers } = allHeaders;
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
    const requestId = `request${String(requests.all.length).padStart(24, "0")}`;
    let intervention: Intervention | undefined;
    let found: Answer;
    try {
      intervention = options.intercept?.(request);
      const signed = { method: request.method, rawUrl: message.url ?? "", headers: allHeaders, body };
      found = services.answer({ ...request, body: parsed(body), authorization }, signed, requestId);
    } catch (error) {
      // A query that cannot be decoded, or an `intercept` that throws: told to the client, not the end of the test.
      found = answers.gateway(500, "EMULATOR", String(error), requestId);
    }
    const write = () => {
      try {
        writeAnswer(response, found, { requestId, now: clock(), intervention });
      } catch (error) {
        // What HTTP cannot send, by an intervention say: told to the client as well.
        const told = answers.gateway(500, "EMULATOR", String(error), requestId);
        writeAnswer(response, told, { requestId, now: clock(), intervention: undefined });
      }
    };
    const delay = latencyMs + (intervention?.kind === "delay" ? intervention.ms : 0);
    if (delay === 0) {
      write();
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      write();
    }, delay);
    timers.add(timer);
  }

  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on("data", (chunk: Buffer) => chunks.push(chunk));
    message.on("end", () => {
      answer(message, response, Buffer.concat(chunks));
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
    podUri: `${endpoint}/pod/credentials`,
    region,
    projectId,
    workspaces: replay?.workspaces ?? options.workspaces ?? [],
    credentials: asking,
    requests,
    issued: issued.all,
    revoke: (accessKey) => {
      issued.revoke(accessKey);
    },
    env: () => ({
      DLF_ENDPOINT: endpoint,
      HUAWEICLOUD_SDK_IAM_ENDPOINT: endpoint,
      HW_REGION_NAME: region,
      HW_PROJECT_ID: projectId,
      HW_ACCESS_KEY: asking.accessKey,
      HW_SECRET_KEY: asking.secretKey,
      ...(asking.securityToken !== undefined && { HW_SECURITY_TOKEN: asking.securityToken }),
    }),
    addresses: () => ({
      DLF_ENDPOINT: endpoint,
      DLF_METADATA_ENDPOINT: endpoint,
      HUAWEICLOUD_SDK_IAM_ENDPOINT: endpoint,
      HUAWEICLOUD_SDK_STS_ENDPOINT: endpoint,
      HW_REGION_NAME: region,
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

function flatHeaders(message: IncomingMessage): Record<string, string> {
  const headers = Object.entries(message.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]);
  return Object.fromEntries(headers) as Record<string, string>;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8")) as unknown;
  } catch {
    return undefined;
  }
}
