// @ts-nocheck
import { ApiError, AuthenticationError } from "../errors";
import type { ExchangeAnswer } from "./exchange";

/** A source's request for credentials was answered, and not with credentials. */
export function refused(answer: ExchangeAnswer, source: string, what: string, advice: string): ApiError {
  const said = [String(answer.status), answer.said].filter((part) => part !== "").join(" ");
  const message = `${source}: no credentials, the request for ${what} was refused (${said}). ${advice}`;
  const details = { status: answer.status, requestId: answer.requestId };
  const refusedForGood = answer.status === 401 || answer.status === 403;
  return refusedForGood ? new AuthenticationError(message, details) : new ApiError(message, details);
}
