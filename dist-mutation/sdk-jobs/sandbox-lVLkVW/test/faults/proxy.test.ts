// @ts-nocheck
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { request } from "node:http";
import { listInChild } from "./children";
import { credentials, expectNoSecrets } from "./secrets";
import { namesOf, numberedJobs, startService } from "./service";
import type { DlfEmulator } from "../../sdk/testing";

/** Resolves nowhere but in the proxy below. */
const madeUpHost = "dayu-dlf.faults.invalid";
const jobs = numberedJobs(120);
let folder = "";
let tls = { key: Buffer.of(), cert: Buffer.of() };
let ca = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "faults-ca-"));
  ca = join(folder, "ca.pem");
  const keyFile = join(folder, "key.pem");
  const names = `subjectAltName=DNS:${madeUpHost},DNS:localhost,IP:127.0.0.1`;
  const subject = ["-subj", "/CN=faults", "-addext", names, "-days", "2"];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  execFileSync("openssl", ["req", "-x509", ...curve, "-keyout", keyFile, "-out", ca, ...subject], { stdio: "pipe" });
  tls = { key: readFileSync(keyFile), cert: readFileSync(ca) };
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** HTTPS in front of an emulator. Counts the connections that came as far as a request. */
async function startHttps({ endpoint }: DlfEmulator): Promise<{ port: number; requests: () => number }> {
  let requests = 0;
  const server = createHttpsServer(tls, (incoming, outgoing) => {
    requests += 1;
    request(`${endpoint}${incoming.url ?? ""}`, { headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    }).end();
  });
  return { port: await listen(server), requests: () => requests };
}

/** A proxy that knows CONNECT, leads every host to this machine, and notes all that it is told. */
async function startProxy({ refuse = false } = {}) {
  const connects: string[] = [];
  const plain: string[] = [];
  const server = createHttpServer((incoming, outgoing) => {
    plain.push(incoming.url ?? "");
    outgoing.writeHead(502).end();
  });
  server.on("connect", (incoming, socket) => {
    connects.push(`${incoming.url ?? ""} ${JSON.stringify(incoming.headers)}`);
    // Whoever asked may be gone by now.
    socket.on("error", () => undefined);
    if (refuse) {
      const said = String(incoming.headers["proxy-authorization"]);
      const password = Buffer.from(said.replace("Basic ", ""), "base64").toString();
      const body = JSON.stringify({ error_code: "407", error_msg: `${said} is wrong: ${password}` });
      const headers = `X-Request-Id: ${password}\r\nContent-Length: ${body.length}\r\n`;
      return void socket.end(`HTTP/1.1 407 Proxy Authentication Required\r\n${headers}\r\n${body}`);
    }
    const target = connect(Number(incoming.url?.split(":")[1]), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
    target.on("error", () => socket.destroy());
    socket.on("error", () => target.destroy());
  });
  return { url: `http://127.0.0.1:${await listen(server)}`, connects, plain };
}

function optionsFor(endpoint: string) {
  return { endpoint, region: "r", projectId: "", credentials };
}

async function start(proxyOptions = {}) {
  const emulator = await startService({ jobs });
  const https = await startHttps(emulator);
  const proxy = await startProxy(proxyOptions);
  const options = { ...optionsFor(`https://${madeUpHost}:${https.port}`), projectId: emulator.projectId };
  return { emulator, https, proxy, options };
}

test("HTTPS_PROXY: the proxy sees the host and nothing else of the request", async () => {
  const { https, proxy, options } = await start();
  const { names } = await listInChild({ options }, { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: ca });
  expect(names).toEqual(namesOf(jobs));
  expect(proxy.plain).toEqual([]);
  expect(proxy.connects.length).toBeGreaterThan(0);
  for (const seen of proxy.connects) {
    expect(seen).toContain(`${madeUpHost}:${https.port} `);
    expectNoSecrets(seen);
    expect(seen).not.toMatch(/authorization|x-sdk-date|security-token/i);
  }
});

test("NO_PROXY: the host is reached without the proxy", async () => {
  const { https, proxy, options } = await start();
  const { names } = await listInChild(
    { options: { ...options, endpoint: `https://localhost:${https.port}` } },
    { HTTPS_PROXY: proxy.url, NO_PROXY: "example.com,localhost", NODE_EXTRA_CA_CERTS: ca },
  );
  expect(names).toEqual(namesOf(jobs));
  expect([...proxy.connects, ...proxy.plain]).toEqual([]);
});

test.each([
  ["through a proxy", true],
  ["without a proxy", false],
])("a certificate of an unknown CA, %s: a NetworkError that names NODE_EXTRA_CA_CERTS, not retried", async (...row) => {
  const { https, proxy, options } = await start();
  const { error } = await listInChild(
    { options: row[1] ? options : { ...options, endpoint: `https://localhost:${https.port}` } },
    row[1] ? { HTTPS_PROXY: proxy.url } : {},
  );
  expect(error).toMatchObject({ code: "NETWORK", permanent: true, attempts: 1 });
  expect(error?.message).toContain("NODE_EXTRA_CA_CERTS");
  expectNoSecrets(error);
  expect(https.requests()).toBe(0);
});

test("a certificate of another host is a NetworkError, not retried", async () => {
  const { https, proxy, options } = await start();
  const { error } = await listInChild(
    { options: { ...options, endpoint: `https://another.invalid:${https.port}` } },
    { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: ca },
  );
  expect(error).toMatchObject({ code: "NETWORK", permanent: true, attempts: 1 });
  expect(https.requests()).toBe(0);
});

test("a proxy that never answers keeps no process alive", async () => {
  const { options } = await start();
  const silent = createHttpServer();
  silent.on("connect", (_incoming, socket) => socket.on("error", () => undefined));
  const HTTPS_PROXY = `http://127.0.0.1:${await listen(silent)}`;
  // The child is ended, and the test fails, unless it ends by itself.
  const { error } = await listInChild(
    { options: { ...options, attemptTimeoutMs: 300, maxAttempts: 2 } },
    { HTTPS_PROXY },
  );
  expect(error).toMatchObject({ code: "TIMEOUT", attempts: 2 });
});

test.each(["proxy-password", "p%40ss-word"])(
  "a proxy that refuses is an error, and its password (%s) is not in it",
  async (password) => {
    const { https, proxy, options } = await start({ refuse: true });
    const withPassword = proxy.url.replace("//", `//usr:${password}@`);
    const { error } = await listInChild({ options }, { HTTPS_PROXY: withPassword, NODE_EXTRA_CA_CERTS: ca });
    expect(error?.message).toContain("407");
    expectNoSecrets(error);
    expect(error?.message).toContain("This is a proxy's answer");
    for (const secret of [password, decodeURIComponent(password)]) {
      expect(error?.shown).not.toContain(secret);
      expect(error?.shown).not.toContain(Buffer.from(`usr:${secret}`).toString("base64").slice(0, 12));
    }
    expect(https.requests()).toBe(0);
  },
);

test("a proxy that is not there is a NetworkError that names HTTPS_PROXY", async () => {
  const { options } = await start();
  const { error } = await listInChild(
    { options: { ...options, maxAttempts: 2 } },
    { HTTPS_PROXY: "http://127.0.0.1:1" },
  );
  expect(error).toMatchObject({ code: "NETWORK", attempts: 2 });
  expect(error?.message).toContain("HTTPS_PROXY");
});

test("HTTP_PROXY: plain HTTP to this machine stays on this machine", async () => {
  const { emulator, proxy, options } = await start();
  const { names } = await listInChild(
    { options: { ...options, endpoint: emulator.endpoint } },
    { HTTP_PROXY: proxy.url, http_proxy: proxy.url, ALL_PROXY: proxy.url },
  );
  expect(proxy.plain).toEqual([]);
  expect(names).toEqual(namesOf(jobs));
});
