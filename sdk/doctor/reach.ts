import { lookup } from "node:dns/promises";
import * as http from "node:http";
import * as https from "node:https";
import * as net from "node:net";
import * as tls from "node:tls";
import type { Socket } from "node:net";
import { getProxyForUrl } from "proxy-from-env";
import { untilAborted } from "../time/runtime";

/** How far the way to an endpoint leads. */
export interface Reached {
  /** The step that failed; absent: all is well. */
  failed?: "DNS" | "proxy" | "connection" | "TLS";
  /** Why: a code such as ENOTFOUND, or a proxy's status. */
  code?: string;
  /** Host and port of the proxy. Absent: there is none on this way. */
  proxy?: string;
  /** How many addresses the name has; absent behind a proxy, which looks them up itself. */
  addresses?: number;
  /** Such as TLSv1.3; absent without TLS. */
  protocol?: string;
  /** When the certificate ends, in ms since the epoch. */
  certificateEndsAt?: number;
}

const stepMs = 5_000;

/**
 * Name, proxy, connection and TLS of an endpoint, one after the other. Nothing is asked of the service itself.
 *
 * @throws the signal's reason
 */
export async function reach(endpoint: string, signal: AbortSignal): Promise<Reached> {
  const { hostname, protocol, port } = new URL(endpoint);
  const host = hostname.replace(/^\[|\]$/g, "");
  const target = { host, port: Number(port) || (protocol === "https:" ? 443 : 80) };
  const proxyUrl = protocol === "https:" ? getProxyForUrl(endpoint) : "";
  const seen: Reached = {};
  let step: NonNullable<Reached["failed"]> = "DNS";
  let socket: Socket | undefined;
  try {
    if (proxyUrl === "") {
      seen.addresses = (await within(lookup(host, { all: true }), signal)).length;
      step = "connection";
      const direct = net.connect(target);
      socket = direct;
      await once(direct, "connect", signal);
    } else {
      step = "proxy";
      if (!URL.canParse(proxyUrl)) return { failed: "proxy", code: "not a URL" };
      seen.proxy = new URL(proxyUrl).host;
      const tunnel = await openTunnel(new URL(proxyUrl), `${host}:${target.port}`, signal);
      if (typeof tunnel === "number") return { ...seen, failed: "proxy", code: `status ${tunnel}` };
      socket = tunnel;
    }
    if (protocol !== "https:") return seen;
    step = "TLS";
    // `host` is what the certificate must be of; an address is no name that a server may be asked for.
    const secure = tls.connect({ socket, host, ...(net.isIP(host) === 0 && { servername: host }) });
    socket = secure;
    await once(secure, "secureConnect", signal);
    const endsAt = Date.parse(secure.getPeerCertificate().valid_to);
    return {
      ...seen,
      protocol: secure.getProtocol() ?? "TLS",
      ...(!Number.isNaN(endsAt) && { certificateEndsAt: endsAt }),
    };
  } catch (error) {
    signal.throwIfAborted();
    return { ...seen, failed: step, code: codeOf(error) };
  } finally {
    socket?.on("error", () => undefined).destroy();
  }
}

/** A connection through a proxy; its status, where it makes none. */
async function openTunnel(proxy: URL, target: string, signal: AbortSignal): Promise<Socket | number> {
  const send = proxy.protocol === "https:" ? https.request : http.request;
  const user =
    proxy.username === "" ? undefined : `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const request = send({
    host: proxy.hostname.replace(/^\[|\]$/g, ""),
    port: proxy.port === "" ? (proxy.protocol === "https:" ? 443 : 80) : proxy.port,
    method: "CONNECT",
    path: target,
    headers: {
      Host: target,
      ...(user !== undefined && { "Proxy-Authorization": `Basic ${Buffer.from(user).toString("base64")}` }),
    },
    agent: false,
  });
  const answered = new Promise<Socket | number>((resolve, reject) => {
    request.on("connect", (response, socket: Socket) => {
      if (response.statusCode === 200) {
        resolve(socket);
        return;
      }
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    request.on("response", (response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", reject);
  });
  request.end();
  try {
    return await within(answered, signal);
  } catch (error) {
    request.destroy();
    throw error;
  }
}

function once(socket: Socket, event: "connect" | "secureConnect", signal: AbortSignal): Promise<void> {
  const happened = new Promise<void>((resolve, reject) => {
    socket.once(event, () => {
      resolve();
    });
    socket.once("error", reject);
    socket.once("close", () => {
      reject(Object.assign(new Error("closed"), { code: "ECONNRESET" }));
    });
  });
  return within(happened, signal);
}

/** So long as a step may take. */
async function within<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort(Object.assign(new Error("timeout"), { code: "TIMEOUT" }));
  }, stepMs);
  try {
    return await untilAborted(promise, AbortSignal.any([signal, limit.signal]));
  } finally {
    clearTimeout(timer);
  }
}

function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === "string" && /^[A-Z0-9_]{1,60}$/.test(code) ? code : "UNKNOWN";
}
