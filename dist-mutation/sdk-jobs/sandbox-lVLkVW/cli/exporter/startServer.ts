// @ts-nocheck
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CommandError } from "../shell";
import { whole, type Answer, type Question } from "./answer";
import type { ListenAddress } from "./parseListen";

/** A request, or a connection that reads nothing, takes so long at most, in ms. */
const patienceMs = 30_000;
/** So long open answers may take when the exporter is told to end, in ms. */
const farewellMs = 5_000;
/**
 * So long a connection stays, in ms, over which a long answer has just left. By then it has reached the other side's
 * buffers, not its reader, and some readers, fetch among them, take the end of the connection for the end of what they
 * have not unpacked yet.
 */
const lingerMs = 2_000;
/** What is longer may be under way for a while, in bytes. */
const longAnswer = 65_536;

export interface RunningServer {
  /** Such as `http://127.0.0.1:9471`. */
  url: string;
  /** Takes no new request, and resolves once those that are open are answered, or have had their time. */
  close(): Promise<void>;
}

/** @throws CommandError when the address cannot be listened on */
export async function startServer(
  { host, port }: ListenAddress,
  answer: (question: Question) => Promise<Answer>,
): Promise<RunningServer> {
  let lastLongAnswer = -Infinity;
  const server = createServer({ requestTimeout: patienceMs, headersTimeout: patienceMs }, (request, response) => {
    respond(request, response, answer).then(
      (length) => {
        if (length > longAnswer) lastLongAnswer = performance.now();
      },
      // What fails once the answer has begun can only be told by cutting it off.
      () => response.destroy(),
    );
  });
  server.setTimeout(patienceMs);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(new CommandError(`cannot listen on ${host ?? ""}:${port}: ${error.message}`));
    });
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server.address() as AddressInfo, host), close: () => close(server, lastLongAnswer + lingerMs) };
}

/** Resolves to the length of the answer, once all of it has left. */
async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (question: Question) => Promise<Answer>,
): Promise<number> {
  const [path = ""] = (request.url ?? "").split("?");
  const method = request.method ?? "";
  const acceptEncoding = request.headers["accept-encoding"]?.toString();
  const { status, type, length, body, headers } = await answer({ method, path, acceptEncoding }).catch(
    (error: unknown) => whole(500, "text/plain", `${String(error)}\n`),
  );
  response.writeHead(status, { "Content-Type": type, "Content-Length": length, ...headers });
  // Part by part: joined, or taken faster than they leave, each of 50 scrapes would hold its own copy of all jobs. Ended
  // only once they have left: a server that closes takes a connection whose answer was ended for idle, and cuts what of
  // it is still to be sent.
  if (method !== "HEAD") {
    for await (const part of body) {
      if (response.destroyed) return 0;
      await sent(response, part);
    }
  }
  response.end();
  return method === "HEAD" ? 0 : length;
}

/** Resolves also when the other side has gone: then there is nobody left to tell. */
function sent(response: ServerResponse, part: Buffer): Promise<void> {
  return new Promise((resolve) => {
    response.write(part, () => {
      resolve();
    });
  });
}

/** @param notBefore by the clock of `performance` */
async function close(server: Server, notBefore: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, notBefore - performance.now())));
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  server.closeIdleConnections();
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, farewellMs);
  await closed;
  clearTimeout(timer);
}

function urlOf({ address, family, port }: AddressInfo, host: string | undefined): string {
  const shown = host === undefined ? "localhost" : family === "IPv6" ? `[${address}]` : address;
  return `http://${shown}:${port}`;
}
