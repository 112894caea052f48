// @ts-nocheck
import { inspect } from "node:util";
import { DlfClient } from "../../sdk";
import type { EmulatedRequest, Intervention } from "../../sdk/testing";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { credentials, expectNoSecrets } from "./secrets";
import {
  expectFailure,
  failure,
  listedNames,
  namesOf,
  numberedJob,
  numberedJobs,
  quickClient,
  quickRuntime,
  respond,
  startService,
} from "./service";

/** Gateways that quote the request's headers back, each in its way. */
const quotes: [how: string, quote: (headers: IncomingHttpHeaders) => string][] = [
  ["as text", (headers) => lines(headers).join("\r\n")],
  ["on a page", (headers) => `<html><body>${lines(headers).join("<br>")}</body></html>`],
  ["on a page, escaped", (headers) => `<pre>${escapeHtml(lines(headers).join("\n"))}</pre>`],
  ["in the gateway's own form", (headers) => errorBody(lines(headers).join("; "))],
  ["as JSON with slashes escaped", (headers) => errorBody(lines(headers).join("; ")).replaceAll("/", "\\/")],
  ["as JSON in ASCII codes", (headers) => errorBody("\0").replace("\\u0000", asciiCodes(lines(headers).join("; ")))],
  ["as the error code", (headers) => JSON.stringify({ error_code: lines(headers).join("; ") })],
  ["one part of Authorization only", ({ authorization = "" }) => errorBody(authorization.split(", ").at(-1) ?? "")],
  ["Authorization, cut up", ({ authorization = "" }) => errorBody(authorization.split(", ").join(" | "))],
  ["percent-encoded", (headers) => errorBody(encodeURIComponent(lines(headers).join("&")))],
  ["on a page, HTML-escaped by name", (headers) => `<pre>${escapeByName(lines(headers).join("\n"))}</pre>`],
  ["in tags", (headers) => `<p title="${lines(headers).join('"><p title="')}">denied</p>`],
  ["in base64", (headers) => Buffer.from(lines(headers).join("\n")).toString("base64")],
  ["in hex", (headers) => errorBody(Buffer.from(lines(headers).join("\n")).toString("hex"))],
  ["wrapped", (headers) => errorBody(lines(headers).join("\n").replace(/.{20}/g, "$&\n"))],
  ["cut in the middle of the token", (headers) => String(headers["x-security-token"]).slice(0, -8)],
  ["without the beginning of the token", (headers) => errorBody(String(headers["x-security-token"]).slice(8))],
  ["after a long page", (headers) => `${"<br>".repeat(490)}${lines(headers).reverse().join("<br>")}`],
  ["the token only", (headers) => errorBody(`bad token ${String(headers["x-security-token"])}`)],
];

function lines(headers: IncomingHttpHeaders): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
}

function errorBody(message: string): string {
  return JSON.stringify({ error_code: "APIGW.0301", error_msg: message });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'/=+]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function escapeByName(text: string): string {
  const names: Record<string, string> = { "&": "amp", "<": "lt", ">": "gt", "/": "sol", "+": "plus", "=": "equals" };
  return text.replace(/[&<>/+=]/g, (sign) => `&${names[sign] ?? ""};`);
}

function asciiCodes(text: string): string {
  return Array.from(text, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A raw server: the emulator does not hand out `Authorization`. */
async function startGateway(status: number, quote: (headers: IncomingHttpHeaders) => string, inHeaders = false) {
  const server = createServer(({ headers }, response) => {
    const text = quote(headers);
    const quoted = text.replace(/[^\x20-\x7e]/g, " ");
    response.writeHead(status, inHeaders ? { "X-Request-Id": quoted, "Retry-After": quoted, Location: quoted } : {});
    response.end(inHeaders ? "" : text);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return new DlfClient(
    { endpoint, region: "r", projectId: "p", credentials, maxAttempts: 2 },
    { environment: {}, runtime: quickRuntime },
  );
}

describe.each(quotes)("a gateway that quotes the request's headers %s", (_how, quote) => {
  test.each([200, 302, 400, 401, 403, 404, 429, 500, 503])("in a %d: the error shows no secret", async (status) => {
    const client = await startGateway(status, quote);
    await failure(client.listJobs());
  });

  test.each([200, 401, 429, 500])("in the headers of a %d: the error shows no secret", async (status) => {
    const client = await startGateway(status, quote, true);
    await failure(client.listJobs());
  });

  test("in a 200 that is no list: the error shows no secret", async () => {
    await failure((await startGateway(200, (headers) => JSON.stringify({ [quote(headers)]: 1 }))).listJobs());
    await failure((await startGateway(200, (headers) => JSON.stringify({ jobs: quote(headers) }))).listJobs());
  });

  test("as the name of jobs: the error shows no secret", async () => {
    const job = (headers: IncomingHttpHeaders) => ({ ...numberedJob(0), name: quote(headers) });
    const twice = (headers: IncomingHttpHeaders) => JSON.stringify({ total: 2, jobs: [job(headers), job(headers)] });
    const broken = (headers: IncomingHttpHeaders) =>
      JSON.stringify({ total: 1, jobs: [{ ...job(headers), createTime: "?" }] });
    await failure((await startGateway(200, twice)).listJobs());
    await failure((await startGateway(200, broken)).listJobs());
  });
});

test("IAM that quotes the token as the name of a project: the error shows no secret", async () => {
  const emulator = await startService({
    intercept: ({ kind, headers }: EmulatedRequest): Intervention | undefined =>
      kind === "projects"
        ? respond(200, JSON.stringify({ projects: [{ id: "p", name: headers["x-security-token"] }] }))
        : undefined,
  });
  const client = quickClient({ env: () => ({ ...emulator.env(), HW_PROJECT_ID: "" }) });
  await expectFailure(client.listJobs(), { code: "INVALID_CONFIGURATION" });
});

test.each(["job", "e", "s-e", "k", "1", "\\"])("a secret as short as %j changes no job's name", async (secretKey) => {
  const jobs = numberedJobs(30);
  const emulator = await startService({
    jobs,
    credentials: [{ accessKey: "AK", secretKey, securityToken: secretKey }],
  });
  expect(await listedNames(quickClient(emulator))).toEqual(namesOf(jobs));
});

test("a job whose name holds the secret key comes with its own name", async () => {
  const jobs = [{ ...numberedJob(0), name: `a ${credentials.secretKey} b` }];
  const emulator = await startService({ jobs });
  expect(await listedNames(quickClient(emulator))).toEqual(namesOf(jobs));
});

test("a printed client shows no secret", async () => {
  const emulator = await startService();
  const client = quickClient(emulator);
  expectNoSecrets(client);
  await client.listJobs();
  expectNoSecrets(client);
  expectNoSecrets(inspect(client, { depth: Infinity, showHidden: true, getters: true }));
});
