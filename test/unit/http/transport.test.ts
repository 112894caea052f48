import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { getEventListeners } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { readableText } from "../../../sdk/http/bodyText";
import { Connections, type HttpRequest } from "../../../sdk/http/transport";
import { safeText } from "../../../sdk/redact";

const proxySettings = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy", "ALL_PROXY"];
const environment = process.env;
const closers: (() => void)[] = [];
beforeEach(() => {
  process.env = Object.fromEntries(Object.entries(environment).filter(([name]) => !proxySettings.includes(name)));
});
afterEach(() => {
  process.env = environment;
  for (const close of closers.splice(0)) close();
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A server, what it was asked, and the connections to it that are open. */
async function serve(answer: RequestListener = (_request, response) => response.end("{}")) {
  const asked: IncomingMessage[] = [];
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  return { url, asked, open, host: new URL(url).host };
}

function connections(maxResponseBytes = 1_000): Connections {
  const made = new Connections({ maxResponseBytes });
  closers.push(() => {
    made.close();
  });
  return made;
}

const limits = { timeoutMs: 5_000 };

function send(url: string, request: Partial<HttpRequest> = {}) {
  return connections().send({ method: "GET", url, headers: {}, ...request }, limits);
}

async function failure(sending: Promise<unknown>): Promise<Error & { code?: string; permanent?: boolean }> {
  return sending.then(
    () => {
      throw new Error("it was answered");
    },
    (error: unknown) => error as Error,
  );
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !holds(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

describe("an answer", () => {
  test.each([200, 204, 302, 401, 429, 503])("with status %d is one, and no redirect is followed", async (status) => {
    const { url, asked } = await serve((_request, response) => {
      response.writeHead(status, { Location: "/elsewhere", "X-Request-Id": "r-1" }).end();
    });
    const answer = await send(`${url}/here?a=1`);
    expect(answer).toMatchObject({ status, headers: { location: "/elsewhere", "x-request-id": "r-1" } });
    expect(asked.map((request) => request.url)).toEqual(["/here?a=1"]);
  });

  test("comes in pieces, as its bytes, decompressed", async () => {
    const sent = "日本 ".repeat(100);
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(sent));
    });
    const { body } = await send(url);
    expect(readableText(body)).toBe(sent);
  });

  test("method, headers and body are sent as given", async () => {
    const bodies: Promise<string>[] = [];
    const { url, asked } = await serve((request, response) => {
      bodies.push(text(request));
      response.end();
    });
    await send(url, { method: "PUT", headers: { "X-Some": "thing", Host: "other.example" }, data: '{"a":1}' });
    expect(asked[0]).toMatchObject({ method: "PUT", headers: { "x-some": "thing", host: "other.example" } });
    expect(await bodies[0]).toBe('{"a":1}');
  });
});

describe("maxResponseBytes", () => {
  const bytes = (count: number) => serve((_request, response) => response.end(Buffer.alloc(count, "x")));

  test("so many are read", async () => {
    const { url } = await bytes(1_000);
    expect(readableText((await send(url)).body)).toHaveLength(1_000);
  });

  test("one more is refused for good, by the name of the option", async () => {
    const { url, host } = await bytes(1_001);
    const error = await failure(send(url));
    expect(error).toMatchObject({ code: "UNEXPECTED_ANSWER", permanent: true });
    expect(error.message).toBe(
      `${host} sent more than 1000 bytes (maxResponseBytes): refused. This is hardly the service itself.`,
    );
  });

  test("an answer without an end is cut off, and its connection with it", async () => {
    const { url, open } = await serve((_request, response) => {
      const pour = () => {
        while (response.write(Buffer.alloc(500, "x"))) if (response.destroyed) return;
        response.once("drain", pour);
      };
      pour();
    });
    await expect(send(url)).rejects.toMatchObject({ code: "UNEXPECTED_ANSWER" });
    await until(() => open.size === 0);
  });
});

describe("an attempt that takes too long", () => {
  test.each<[string, RequestListener]>([
    ["no answer", () => undefined],
    ["an answer that trickles", (_request, response) => void setInterval(() => response.write("x"), 10).unref()],
  ])("%s: a timeout that may be tried again, and no connection is left", async (_what, answer) => {
    const { url, host, open } = await serve(answer);
    const error = await failure(
      connections().send({ method: "GET", url, headers: {} }, { timeoutMs: 150, signal: new AbortController().signal }),
    );
    expect(error).toMatchObject({ code: "TIMEOUT", message: `${host} did not answer within 150 ms.` });
    expect(error.permanent).not.toBe(true);
    await until(() => open.size === 0);
  });
});

describe("the caller's signal", () => {
  test("one that is aborted already: nothing is sent", async () => {
    const { url, asked } = await serve();
    const reason = new Error("no longer");
    const signal = AbortSignal.abort(reason);
    const request = { method: "GET", url, headers: {} } as const;
    expect(await failure(connections().send(request, { ...limits, signal }))).toBe(reason);
    expect(asked).toEqual([]);
  });

  test("one that is aborted on the way ends the attempt with its reason", async () => {
    const controller = new AbortController();
    const { url, open } = await serve(() => {
      controller.abort(new Error("no longer"));
    });
    const request = { method: "GET", url, headers: {} } as const;
    const from = performance.now();
    const sending = connections().send(request, { ...limits, signal: controller.signal });
    expect((await failure(sending)).message).toBe("no longer");
    expect(performance.now() - from).toBeLessThan(limits.timeoutMs / 2);
    await until(() => open.size === 0);
  });

  test("nothing is left behind on it", async () => {
    const { signal } = new AbortController();
    const { url } = await serve();
    await connections().send({ method: "GET", url, headers: {} }, { ...limits, signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("a service that is not there", () => {
  test("its error tells host, code and what to look at, and holds nothing of the request", async () => {
    const { url, host } = await serve();
    for (const close of closers.splice(0)) close();
    const error = await failure(send(url, { headers: { Authorization: "a signature" } }));
    expect(error).toMatchObject({ code: "NETWORK", permanent: false, cause: { code: "ECONNREFUSED" } });
    expect(error.message).toMatch(`${host} could not be reached: connect ECONNREFUSED`);
    expect(error.message).toMatch(/\. Check the endpoint, the network and HTTPS_PROXY\.$/);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("a signature");
    expect(error.cause).not.toHaveProperty("config");
  });

  test("a name that nobody knows may be misspelt", async () => {
    const error = await failure(send("http://dlf.nowhere.invalid/"));
    expect(error).toMatchObject({ code: "NETWORK", permanent: false });
    expect(error.message).toMatch(
      /^dlf\.nowhere\.invalid could not be reached: .* Is the region, or the endpoint, spelled right\?$/,
    );
  });

  test("one that cuts the connection may be tried again", async () => {
    const { url } = await serve((request) => request.socket.destroy());
    expect(await failure(send(url))).toMatchObject({ code: "NETWORK", permanent: false });
  });
});

describe("TLS", () => {
  let folder = "";
  let tls = { key: Buffer.of(), cert: Buffer.of() };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "transport-"));
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    const files = ["-keyout", key, "-out", cert, "-subj", "/CN=transport", "-days", "2"];
    execFileSync("openssl", ["req", "-x509", ...curve, ...files], { stdio: "pipe" });
    tls = { key: readFileSync(key), cert: readFileSync(cert) };
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("a certificate that is not trusted is no trouble that passes, and the error says what to do", async () => {
    const port = await listen(createTlsServer(tls, (_request, response) => response.end()));
    const error = await failure(send(`https://127.0.0.1:${port}/`));
    expect(error).toMatchObject({ code: "NETWORK", permanent: true });
    expect(error.message).toMatch(/\. If it has a private CA, name its file in NODE_EXTRA_CA_CERTS\.$/);
  });
});

describe("HTTPS_PROXY", () => {
  const target = "https://dlf.example:8443/v1/jobs";
  const mark = randomUUID();
  const refuse = (socket: { end: (text: string) => unknown }) =>
    socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nConnection: close\r\n\r\n");

  /** A proxy that refuses every tunnel, or answers none. */
  async function proxy(answer: (socket: { end: (text: string) => unknown }) => unknown = refuse) {
    const tunnels: { to: string | undefined; authorization: string | undefined }[] = [];
    const open = new Set<unknown>();
    const server = createServer();
    server.on("connect", ({ url: to, headers }: IncomingMessage, socket: Socket) => {
      tunnels.push({ to, authorization: headers["proxy-authorization"] });
      open.add(socket);
      socket.on("error", () => undefined).on("close", () => open.delete(socket));
      socket.resume().on("end", () => socket.end());
      answer(socket);
    });
    return { port: await listen(server), tunnels, open };
  }

  test("a service is asked through it, and its refusal is an answer as any other", async () => {
    const { port, tunnels } = await proxy();
    process.env["HTTPS_PROXY"] = `http://127.0.0.1:${port}`;
    expect((await send(target)).status).toBe(407);
    expect(tunnels).toEqual([{ to: "dlf.example:8443", authorization: undefined }]);
  });

  test("its password is sent, and is a secret as it stands and as it is meant", async () => {
    const { port, tunnels } = await proxy();
    const password = randomUUID();
    process.env["HTTPS_PROXY"] = `http://user%40corp:pass%2F${password}@127.0.0.1:${port}`;
    await send(target);
    const base64 = (value: string) => Buffer.from(value).toString("base64");
    const sent = tunnels[0]?.authorization?.replace("Basic ", "") ?? "";
    const [meant, written] = [base64(`user@corp:pass/${password}`), base64(`user%40corp:pass%2F${password}`)];
    expect([meant, written]).toContain(sent);
    const secrets = [`pass/${password}`, `pass%2F${password}`, meant, written];
    for (const secret of secrets) expect(safeText(`said ${secret}`)).not.toContain(secret);
  });

  test.each([
    ["a password that is no encoding", `http://user:100%25-%zz-${mark}@127.0.0.1:1`],
    ["no password", `http://${mark}@127.0.0.1:1`],
    ["no address", "http://:::"],
  ])("%s is no reason to fail otherwise than by the network", async (_what, address) => {
    process.env["HTTPS_PROXY"] = address;
    await expect(send(target)).rejects.toMatchObject({ code: "NETWORK" });
  });

  test("a short one, which is looked for as it stands alone, is a secret as it is written and as it is meant", async () => {
    const end = randomUUID().slice(0, 5);
    process.env["HTTPS_PROXY"] = `http://user:q%2F${end}@127.0.0.1:1`;
    await failure(send(target));
    for (const secret of [`q%2F${end}`, `q/${end}`]) expect(safeText(`said ${secret}`)).not.toContain(secret);
  });

  test("a password that is no encoding is a secret as it stands; a name without one is none", async () => {
    const [password, name] = [randomUUID(), randomUUID()];
    process.env["HTTPS_PROXY"] = `http://user:%zz-${password}@127.0.0.1:1`;
    await failure(send(target));
    expect(safeText(`said %zz-${password}`)).not.toContain(password);
    process.env["HTTPS_PROXY"] = `http://${name}@127.0.0.1:1`;
    await failure(send(target));
    const header = Buffer.from(`${name}:`).toString("base64");
    expect(safeText(`said ${header}`)).toBe(`said ${header}`);
  });

  test("one that never answers leaves no connection when the attempt is over", async () => {
    const { port, open } = await proxy(() => undefined);
    process.env["HTTPS_PROXY"] = `http://127.0.0.1:${port}`;
    const sending = connections().send({ method: "GET", url: target, headers: {} }, { timeoutMs: 200 });
    await expect(sending).rejects.toMatchObject({ code: "TIMEOUT" });
    await until(() => open.size === 0);
  });

  test("this machine is asked without it, by plain HTTP or where the request says so", async () => {
    const { port, tunnels } = await proxy();
    process.env["HTTPS_PROXY"] = process.env["HTTP_PROXY"] = `http://127.0.0.1:${port}`;
    const { url } = await serve();
    expect((await send(url)).status).toBe(200);
    const { url: tls } = { url: url.replace("http:", "https:") };
    await expect(send(tls, { proxy: false })).rejects.toMatchObject({ code: "NETWORK" });
    expect(tunnels).toEqual([]);
  });
});

describe("connections", () => {
  test("one is kept for the next request, until they are closed; a new one is opened after that", async () => {
    const { url, open, asked } = await serve();
    const client = connections();
    const get = () => client.send({ method: "GET", url, headers: {} }, limits);
    await get();
    await get();
    expect(new Set(asked.map(({ socket }) => socket)).size).toBe(1);
    expect(open.size).toBe(1);
    client.close();
    await until(() => open.size === 0);
    await get();
    expect(new Set(asked.map(({ socket }) => socket)).size).toBe(2);
  });

  test("one in use is closed when its answer has come, which is read whole", async () => {
    let answer = () => undefined as unknown;
    const { url, open, asked } = await serve((_request, response) => {
      answer = () => response.end("whole");
    });
    const client = connections();
    const sending = client.send({ method: "GET", url, headers: {} }, limits);
    await until(() => asked.length === 1);
    client.close();
    answer();
    expect(readableText((await sending).body)).toBe("whole");
    await until(() => open.size === 0);
  });
});
