// @ts-nocheck
import { DlfClient } from "../../../sdk/index";
import type { Contestant } from "./contestant";
import type { Listing } from "./messages";

export const listJobs: Contestant = async (listing) => (await clientFor(listing).listJobs()).total;

export const iterateJobs: Contestant = async (listing) => {
  let count = 0;
  for await (const job of clientFor(listing).iterateJobs()) if (job.name !== "") count += 1;
  return count;
};

function clientFor({ service, requestsPerSecond }: Listing): DlfClient {
  return new DlfClient({ ...service, requestsPerSecond, listTimeoutMs: 600_000 }, { environment: {} });
}
