import * as http from "node:http";
import * as https from "node:https";
import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import type { AxiosAdapter, AxiosHeaders, AxiosRequestConfig } from "axios";
import { getProxyForUrl } from "proxy-from-env";
import { TimeoutError, UnexpectedAnswerError } from "../errors";
import { keepSecret } from "../redact";
import { formatDuration } from "../text/duration";
import { connectionError } from "./connectionError";

export interface HttpRequest {
  method: "GET" | "POST" | "PUT";
  url: string;
  headers: Readonly<Record<string, string>>;
  data?: string;
  /** Passes by `HTTPS_PROXY`: a metadata service answers its own machine alone. */
  proxy?: false;
}

export interface HttpResponse {
  status: number;
  /** By lower-cased name. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Decompressed, in the pieces in which it came: to join those of long pages takes as much memory once more. */
  body: readonly Buffer[];
}

export interface AttemptLimits {
  /** From the first byte sent to the last one read. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** One attempt: any status resolves, no answer rejects. */
export type Transport = (request: HttpRequest, limits: AttemptLimits) => Promise<HttpResponse>;

/**
 * The only place that knows axios. Connections are kept alive; redirects are not followed, because the signature
 * would travel to the other host; `HTTPS_PROXY` and `NO_PROXY` are obeyed by axios itself, whose tunnels are not kept.
 *
 * The agents keep no process alive: their idle sockets are unreferenced by Node.js.
 */
export class Connections {
  readonly #maxResponseBytes: number;
  #agents = createAgents();

  constructor({ maxResponseBytes }: { maxResponseBytes: number }) {
    this.#maxResponseBytes = maxResponseBytes;
  }

  readonly send: Transport = (request, limits) => {
    const options = { ...fixedOptions, ...this.#agents };
    return attempt(request, options, limits, this.#maxResponseBytes);
  };

  /** Closes those that are idle at once, those in use when they become idle. What is sent from now on opens new ones. */
  close(): void {
    const { httpAgent, httpsAgent } = this.#agents;
    this.#agents = createAgents();
    for (const agent of [httpAgent, httpsAgent]) closeIdle(agent);
  }
}

const fixedOptions: AxiosRequestConfig = {
  maxRedirects: 0,
  responseType: "stream",
  validateStatus: () => true,
};

function createAgents() {
  return { httpAgent: new http.Agent({ keepAlive: true }), httpsAgent: new https.Agent({ keepAlive: true }) };
}

/** Now and from now on: `destroy` of the agent would cut the answers under way as well. */
function closeIdle(agent: http.Agent): void {
  agent.on("free", (socket: Socket) => socket.destroy());
  for (const socket of Object.values(agent.freeSockets).flat()) socket?.destroy();
}

/**
 * axios' sender itself. What `axios.request` puts around it, such as merged defaults, interceptors and transformers, is
 * of no use here, lets a program's global settings in, and takes a sixth of the CPU time of a list of many pages.
 *
 * Loaded with the first request: programs that only read what was listed do not wait for it.
 */
function loadAxios() {
  return (loading ??= import("axios").then(({ default: axios, AxiosHeaders }) => ({
    send: axios.getAdapter("http"),
    AxiosHeaders,
  })));
}

let loading: Promise<{ send: AxiosAdapter; AxiosHeaders: typeof AxiosHeaders }> | undefined;

async function attempt(
  request: HttpRequest,
  options: AxiosRequestConfig,
  { timeoutMs, signal }: AttemptLimits,
  maxResponseBytes: number,
): Promise<HttpResponse> {
  const { send, AxiosHeaders } = await loadAxios();
  signal?.throwIfAborted();
  // A limit for the attempt as a whole: axios' own `timeout` begins anew with every byte that arrives.
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
  }, timeoutMs);
  const abort = () => {
    controller.abort();
  };
  signal?.addEventListener("abort", abort);
  try {
    const route = routeOf(request, controller.signal);
    const sent = { ...options, ...request, ...route, headers: new AxiosHeaders(request.headers) };
    const answer = await send({ ...sent, signal: controller.signal });
    const body = await readBody(answer.data as Readable, request.url, maxResponseBytes);
    const headers = Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
    return {
      status: answer.status,
      headers: Object.fromEntries(headers) as Record<string, string>,
      body,
    };
  } catch (error) {
    signal?.throwIfAborted();
    const { host } = new URL(request.url);
    if (controller.signal.aborted)
      throw new TimeoutError(`${host} did not answer within ${formatDuration(timeoutMs)}.`);
    throw connectionError(error, host);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

/**
 * Directly, or by the proxy that axios finds in the environment. The socket to a proxy is in nobody's hands until the
 * proxy has answered: an agent of the attempt's own makes it end with the attempt, or a proxy that never answers would
 * keep the process alive. Tunnels are not kept for a next request anyway.
 */
function routeOf({ url, proxy }: HttpRequest, signal: AbortSignal): AxiosRequestConfig {
  // Plain HTTP is for this machine alone, which a proxy cannot reach.
  if (proxy === false || url.startsWith("http:")) return { proxy: false };
  const proxyUrl = getProxyForUrl(url);
  if (proxyUrl === "") return {};
  keepProxySecret(proxyUrl);
  const ofAttempt: https.AgentOptions & { signal: AbortSignal } = { signal };
  return { httpsAgent: new https.Agent(ofAttempt) };
}

/** A proxy may quote what it was sent, as any other server. */
function keepProxySecret(proxyUrl: string): void {
  const { username, password } = new URL(proxyUrl);
  if (password === "") return;
  // As it stands in the address, which is how axios sends it, and as it is meant.
  for (const read of [(text: string) => text, decoded]) {
    keepSecret(read(password), Buffer.from(`${read(username)}:${read(password)}`).toString("base64"));
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @throws UnexpectedAnswerError for a body that is too long, once so much of it has come; errors of the connection */
async function readBody(stream: Readable, url: string, maxResponseBytes: number): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // To leave the loop early destroys the stream, and with it the connection.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxResponseBytes) {
      throw new UnexpectedAnswerError(
        `${new URL(url).host} sent more than ${maxResponseBytes} bytes (maxResponseBytes): refused. This is hardly the service itself.`,
        { permanent: true },
      );
    }
    chunks.push(chunk);
  }
  return chunks;
}
