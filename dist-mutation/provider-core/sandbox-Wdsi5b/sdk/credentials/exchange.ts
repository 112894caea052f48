// @ts-nocheck
import type { Deadline } from "../time/deadline";
import type { Credentials } from "./credentials";

/** One request to a service that hands out credentials. */
export interface ExchangeRequest {
  method: "GET" | "POST" | "PUT";
  /** The whole address. */
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
  /** What is asked for, for error messages: `temporary keys from STS (sts.cn-north-4.myhuaweicloud.com)`. */
  what: string;
  /** Signs the request, or adds the token. Absent: sent as it is. */
  signWith?: Credentials | undefined;
  /**
   * For services of this very machine or its network: no proxy, and a single attempt of at most so many ms.
   * Absent: attempts and their limit as for every other request of the client.
   */
  localLimitMs?: number | undefined;
}

export interface ExchangeAnswer {
  status: number;
  /** By lower-cased name. */
  headers: Readonly<Record<string, string | undefined>>;
  text: string;
  /** The server's clock, in ms since the epoch, when it told it. */
  date?: number | undefined;
  /** `X-Request-Id`, as it may stand in an error. */
  requestId?: string | undefined;
  /** What the service says went wrong, as it may stand in an error. Empty for an answer that says nothing. */
  said: string;
}

/**
 * Sends it, again where that helps and the deadline allows, and resolves with every answer that is final, refusals
 * included.
 *
 * @throws NetworkError, TimeoutError when there was none; ApiError, ThrottlingError for 5xx and 429 after all attempts
 */
export type Exchange = (request: ExchangeRequest, deadline: Deadline) => Promise<ExchangeAnswer>;
