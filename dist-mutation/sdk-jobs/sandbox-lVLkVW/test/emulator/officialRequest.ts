// @ts-nocheck
import { createHash, createHmac } from "node:crypto";
import { request, type IncomingHttpHeaders } from "node:http";
import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner";
import { startDlfEmulator, type DlfEmulator, type DlfEmulatorOptions } from "../../sdk/testing";

const started: DlfEmulator[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((emulator) => emulator.close()));
});

/** An emulator that is closed when the test ends. */
export async function start(options: DlfEmulatorOptions = {}): Promise<DlfEmulator> {
  const emulator = await startDlfEmulator(options);
  started.push(emulator);
  return emulator;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  body: { total?: number; jobs?: { name: string }[]; error_code?: string; error_msg?: string; projects?: unknown[] };
}

export interface Asked {
  path?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  credentials?: { accessKey: string; secretKey: string; securityToken?: string };
  date?: Date;
  /** Whether `Host` is among the signed headers: the Go SDK leaves it out. */
  signHost?: boolean;
  /** What is sent may differ from what was signed. */
  alter?: (sent: { url: string; headers: Record<string, string>; method: string }) => unknown;
}

/** A request that the vendor's own signer has signed, sent as it is by node:http. */
export function ask(emulator: DlfEmulator, asked: Asked = {}): Promise<Answer> {
  const { query = {}, credentials = emulator.credentials, date = new Date(), signHost = true } = asked;
  const path = asked.path ?? `/v1/${emulator.projectId}/jobs`;
  const { securityToken } = credentials;
  const { host } = new URL(emulator.endpoint);
  const toSign: Record<string, string> = {
    "X-Sdk-Date": `${date.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`,
    ...(securityToken !== undefined && { "X-Security-Token": securityToken }),
    ...asked.headers,
  };
  const keys = { getAk: () => credentials.accessKey, getSk: () => credentials.secretKey };
  const signable = { method: "GET", endpoint: `${emulator.endpoint}${path}`, queryParams: query, headers: toSign };
  const signed = AKSKSigner.sign(signable, keys as never) as Record<string, string>;
  const authorization = signHost ? signed["Authorization"] : withoutHost(path, credentials, toSign);
  const parameters = Object.entries(query).map((pair) => pair.map(encodeURIComponent).join("="));
  const url = parameters.length > 0 ? `${path}?${parameters.join("&")}` : path;
  const sent = { url, method: "GET", headers: { ...toSign, host, Authorization: authorization ?? "" } };
  asked.alter?.(sent);
  return send(emulator, sent);
}

/** As golangsdk signs, `Host` not being among the headers. For requests without a query. */
function withoutHost(
  path: string,
  { accessKey, secretKey }: { accessKey: string; secretKey: string },
  toSign: Record<string, string>,
): string {
  const names = Object.keys(toSign).map((name) => name.toLowerCase());
  names.sort();
  const value = (name: string) => Object.entries(toSign).find(([each]) => each.toLowerCase() === name)?.[1] ?? "";
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  const lines = names.map((name) => `${name}:${value(name)}\n`).join("");
  const canonical = ["GET", `${path}/`, "", lines, names.join(";"), hash("")].join("\n");
  const text = `SDK-HMAC-SHA256\n${value("x-sdk-date")}\n${hash(canonical)}`;
  const signature = createHmac("sha256", secretKey).update(text).digest("hex");
  return `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
}

export function send(
  { endpoint }: DlfEmulator,
  { url, method = "GET", headers = {} }: { url: string; method?: string; headers?: Record<string, string> },
): Promise<Answer> {
  const { hostname, port } = new URL(endpoint);
  return new Promise((resolve, reject) => {
    const sending = request({ hostname, port, path: url, method, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, body: parsed(text) });
      });
    });
    sending.on("error", reject).end();
  });
}

function parsed(text: string): Answer["body"] {
  try {
    return JSON.parse(text) as Answer["body"];
  } catch {
    return {};
  }
}
