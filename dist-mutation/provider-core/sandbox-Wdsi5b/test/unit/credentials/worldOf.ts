// @ts-nocheck
import { Background } from "../../../sdk/time/background";
import type { ExchangeAnswer, ExchangeRequest } from "../../../sdk/credentials/exchange";
import type { TextFile } from "../../../sdk/credentials/readTextFile";
import { isFound, type Found, type NotFound, type Source, type SourceContext } from "../../../sdk/credentials/source";
import { endless, fakeRuntime, startedAt } from "../fakeRuntime";

export const home = "/home/tester";
export const kooCliPath = `${home}/.hcloud/config.json`;
export const sdkPath = `${home}/.huaweicloud/credentials`;

export interface World extends SourceContext {
  warnings: string[];
  /** What was sent, in order. */
  sent: ExchangeRequest[];
}

export interface WorldOptions {
  environment?: Record<string, string>;
  /** By path; text of its owner alone, or the whole file. */
  files?: Record<string, string | TextFile>;
  /** One for each request. An error is thrown. */
  answers?: (Partial<ExchangeAnswer> | Error)[];
}

/** All that a source can see, made up: no test depends on the machine it runs on. */
export function worldOf({ environment = {}, files = {}, answers = [] }: WorldOptions = {}): World {
  const warnings: string[] = [];
  const runtime = fakeRuntime();
  const sent: ExchangeRequest[] = [];
  const left = [...answers];
  return {
    environment: { HOME: home, ...environment },
    runtime,
    background: new Background(runtime),
    warnings,
    sent,
    warn: (message) => warnings.push(message),
    readTextFile: (path) => {
      const file = files[path];
      return Promise.resolve(typeof file === "string" ? { text: file, mode: 0o600 } : file);
    },
    exchange: (request) => {
      sent.push(request);
      const answer = left.shift();
      if (answer === undefined)
        return Promise.reject(new Error(`unexpected request: ${request.method} ${request.url}`));
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve({ status: 200, headers: {}, text: "", said: "", ...answer });
    },
    iamEndpoint: () => Promise.resolve("https://iam.cn-north-4.myhuaweicloud.com"),
    stsEndpoint: () => Promise.resolve("https://sts.cn-north-4.myhuaweicloud.com"),
  };
}

export async function found(source: Source): Promise<Found> {
  const result = await source(endless());
  if (!isFound(result)) throw new Error(`nothing in ${result.place}: ${result.why}`);
  return result;
}

export async function notFound(source: Source): Promise<NotFound> {
  const result = await source(endless());
  if (isFound(result)) throw new Error(`credentials from ${result.source}`);
  return result;
}

export const keys = { access: "TEMPACCESSKEY0000000", secret: "temp-secret", token: "temp-token" };
export const keyCredentials = { accessKey: keys.access, secretKey: keys.secret, securityToken: keys.token };

/** STS's answer, and IAM's, with keys that end then. */
export function stsAnswer(expiration = "2026-11-23T13:00:00.000000Z"): Partial<ExchangeAnswer> {
  const { access, secret, token } = keys;
  const credentials = { access_key_id: access, secret_access_key: secret, security_token: token, expiration };
  return { text: JSON.stringify({ credentials, request_id: "unknown keys are no trouble" }) };
}
export function iamAnswer(expires_at = "2026-11-23T13:00:00.000000Z"): Partial<ExchangeAnswer> {
  const { access, secret, token: securitytoken } = keys;
  return { status: 201, text: JSON.stringify({ credential: { access, secret, securitytoken, expires_at } }) };
}
/** What the fake clock says at first. */
export const noon = Date.UTC(2026, 10, 23, 12, 0, 0);
/** Then end keys that hold until one o'clock, by the fake monotonic clock. */
export const inAnHour = startedAt + 3_600_000;
