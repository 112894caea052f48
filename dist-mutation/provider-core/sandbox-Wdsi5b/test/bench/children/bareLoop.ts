// @ts-nocheck
import { Agent } from "node:http";
import type { Contestant } from "./contestant";
import { get } from "./get";

/** The loop without the official client around it: node:http, the official signer, JSON.parse and nothing else. */
export const bareLoop: Contestant = async ({ service, offset }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const jobs: unknown[] = [];
  for (let page = 0; ; page += 1) {
    const body = await get(agent, service, { offset: offset === "page" ? page : page * 100, limit: 100 });
    const answer = JSON.parse(body.toString("utf8")) as { jobs: unknown[] };
    if (answer.jobs.length === 0) break;
    jobs.push(...answer.jobs);
  }
  agent.destroy();
  return jobs.length;
};
