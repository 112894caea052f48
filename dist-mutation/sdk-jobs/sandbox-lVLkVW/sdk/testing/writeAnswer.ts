// @ts-nocheck
import type { ServerResponse } from "node:http";
import type { Answer } from "./answer";
import type { Intervention } from "./options";

/** Sends an answer, or does to the request what `intervention` says in its place. */
export function writeAnswer(
  response: ServerResponse,
  answer: Answer,
  { requestId, now, intervention }: { requestId: string; now: number; intervention: Intervention | undefined },
): void {
  if (intervention?.kind === "drop") return void response.destroy();
  if (intervention?.kind === "hang") return;
  const { status, headers, body } = finalAnswer(answer, intervention);
  response.writeHead(status, {
    Date: new Date(now).toUTCString(),
    "X-Request-Id": requestId,
    "Content-Type": "application/json;charset=UTF-8",
    "Content-Length": body.length,
    ...headers,
  });
  if (intervention?.kind !== "truncate") return void response.end(body);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

function finalAnswer(answer: Answer, intervention: Intervention | undefined) {
  if (intervention?.kind === "respond") {
    const { status, headers = {}, body = "" } = intervention;
    return { status, headers, body: Buffer.from(body) };
  }
  const changed =
    intervention?.kind === "page" && answer.status === 200 && isPage(answer.body)
      ? intervention.change(answer.body)
      : answer.body;
  const text = typeof changed === "string" ? changed : JSON.stringify(changed);
  return { status: answer.status, headers: answer.headers ?? {}, body: Buffer.from(text) };
}

function isPage(body: unknown): body is { total: unknown; jobs: unknown[] } {
  return typeof body === "object" && body !== null && "jobs" in body;
}
