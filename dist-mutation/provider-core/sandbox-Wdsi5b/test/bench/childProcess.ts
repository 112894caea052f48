// @ts-nocheck
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { withoutCallersSettings } from "../../tools/engine/withoutCallersSettings";
import { compiledChild } from "./compile";
import type { ContestantName, Listing, Measurement, RoundTrip, Service } from "./children/messages";
import type { DlfEmulatorOptions } from "../../sdk/testing/index";

export interface EmulatorProcess {
  service: Service;
  /** List requests since the last call. */
  takeRequests(): Promise<number>;
  close(): Promise<void>;
}

export async function startEmulatorProcess(options: DlfEmulatorOptions): Promise<EmulatorProcess> {
  const child = start("emulator", [JSON.stringify(options)]);
  const service = await message<Service>(child);
  return {
    service,
    takeRequests: () => {
      child.send("requests");
      return message<number>(child);
    },
    close: async () => {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

/** What points a program at that emulator. Nothing stands in the way of loopback. */
export function environmentOf({ endpoint, projectId, credentials }: Service): Record<string, string> {
  return {
    ...{ DLF_ENDPOINT: endpoint, HW_PROJECT_ID: projectId, NO_PROXY: "127.0.0.1" },
    ...{ HW_ACCESS_KEY: credentials.accessKey, HW_SECRET_KEY: credentials.secretKey },
  };
}

/** One listing in a fresh process; without one, what the process costs that does nothing. */
export function measureListing(contestant: ContestantName, listing?: Listing): Promise<Measurement> {
  return runChild("listing", [contestant, ...(listing ? [JSON.stringify(listing)] : [])]);
}

export function measureRoundTrip(listing: Listing): Promise<RoundTrip> {
  return runChild("roundTrip", [JSON.stringify(listing)]);
}

async function runChild<T>(name: string, args: string[]): Promise<T> {
  const child = start(name, args);
  const ended = once(child, "exit");
  const answer = await message<T>(child);
  child.disconnect();
  await ended;
  return answer;
}

function start(name: string, args: string[]): ChildProcess {
  // Neither tsx, nor a proxy, nor the caller's account reaches the children.
  const kept = Object.entries(withoutCallersSettings(process.env)).filter(([key]) => !/_proxy$|^node_/i.test(key));
  return fork(compiledChild(name), args, { execArgv: [], env: Object.fromEntries(kept) });
}

/** The next one. Rejects when the process ends before. */
export function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const failed = (status: unknown) => {
      reject(new Error(`A process of the bench ended early (${String(status)}).`));
    };
    child.once("exit", failed).once("message", (answer) => {
      child.off("exit", failed);
      resolve(answer as T);
    });
  });
}
