import { Agent } from "node:http";
import type { Contestant } from "./contestant";
import { get } from "./get";

/**
 * What users of the Terraform provider and of the official SDK write: one page of 100 after another over one
 * connection, until a page is empty. Whatever comes is believed.
 */
export const loop: Contestant = async ({ service, offset }) => {
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
