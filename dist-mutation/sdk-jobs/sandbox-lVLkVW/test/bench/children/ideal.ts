// @ts-nocheck
import { Agent } from "node:http";
import { idealRequests, idealConcurrency } from "../ideal";
import type { Contestant } from "./contestant";
import { get } from "./get";
import type { Listing, RoundTrip } from "./messages";

/** The ideal's requests by bare node:http, and JSON.parse: told the page's size and what offset counts, it checks nothing. */
export const ideal: Contestant = async ({ service, jobs, offset, pageSize }) => {
  const agent = new Agent({ keepAlive: true });
  const limit = Math.min(pageSize, 1000);
  const all: unknown[] = [];
  const read = async (page: number) => {
    const body = await get(agent, service, { offset: offset === "page" ? page : page * limit, limit });
    all.push(...(JSON.parse(body.toString("utf8")) as { jobs: unknown[] }).jobs);
  };
  await read(0);
  const requests = idealRequests({ jobs, pageSize });
  let next = 1;
  const work = async () => {
    while (next < requests) await read(next++);
  };
  await Promise.all(Array.from({ length: idealConcurrency }, work));
  agent.destroy();
  return all.length;
};

/** One page as long as they come: the first request of this process, then the median of more over its connection. */
export async function roundTrip({ service, pageSize }: Listing): Promise<RoundTrip> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let run = 0; run < 10; run += 1) {
    const start = performance.now();
    await get(agent, service, { offset: 0, limit: pageSize });
    times.push(performance.now() - start);
  }
  agent.destroy();
  const [coldMs = NaN, ...warm] = times;
  // The first warm ones run code that is not compiled yet.
  return { coldMs, warmMs: warm.slice(1).sort((a, b) => a - b)[4] ?? NaN };
}
