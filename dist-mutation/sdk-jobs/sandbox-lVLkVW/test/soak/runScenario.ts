// @ts-nocheck
import { DlfClient, DlfError, type Job } from "../../sdk/index";
import { startDlfEmulator, type EmulatedJob } from "../../sdk/testing/index";
import { checkFailure, checkRequests, checkResult, type Result } from "./checks";
import { faultOf, type FaultKind } from "./faults";
import type { Scenario } from "./scenario";
import { shortSleeps } from "./shortSleeps";

export interface Outcome {
  /** `whole`, `cancelled`, the code of an error... */
  kind: string;
  jobs: number;
  requests: number;
  faults: FaultKind[];
  /** What must not have happened. */
  violations: string[];
}

export async function runScenario(scenario: Scenario): Promise<Outcome> {
  const { service, changes, faults, query } = scenario;
  const [{ secretKey, securityToken }] = service.credentials ?? [{ secretKey: "" }];
  const secrets = [secretKey, ...(securityToken === undefined ? [] : [securityToken])];
  const versions: (readonly EmulatedJob[])[] = [scenario.jobs];
  const injected: FaultKind[] = [];
  const emulator = await startDlfEmulator({
    ...service,
    jobs: scenario.jobs,
    intercept: (request) => {
      if (request.kind !== "jobs") return undefined;
      const changed = changes.get(request.index);
      if (changed) {
        versions.push(changed);
        emulator.setJobs(changed);
      }
      const fault = faultOf(faults, request, secrets);
      if (fault) injected.push(fault.kind);
      return fault?.intervention;
    },
  });
  const { endpoint, region, credentials } = emulator;
  // The project ID is found through IAM: one request more, of another kind.
  const client = new DlfClient(
    { ...scenario.client, endpoint, iamEndpoint: endpoint, region, credentials },
    { environment: {}, runtime: shortSleeps(scenario.chance.random) },
  );
  const violations: string[] = [];
  let kind: string;
  let jobs = 0;
  try {
    const result = await list(client, scenario);
    jobs = result.jobs.length;
    kind = result.kind;
    violations.push(...checkResult(result, scenario, versions));
  } catch (error) {
    kind = error instanceof DlfError ? error.code : error === cancelled ? "cancelled" : "untyped error";
    violations.push(...checkFailure(error, kind, secrets));
  }
  const requests = emulator.requests.jobs;
  violations.push(...checkRequests(requests, scenario, versions, injected.length > 0, query));
  await emulator.close();
  violations.push(...(await openSockets()));
  return { kind, jobs, requests, faults: injected, violations };
}

/** What an aborted listing rejects with. */
const cancelled = new Error("The caller has had enough.");

async function list(client: DlfClient, { call, query, abortAfterMs, breakAfter }: Scenario): Promise<Result> {
  const controller = new AbortController();
  const timer =
    abortAfterMs === undefined
      ? undefined
      : setTimeout(() => {
          controller.abort(cancelled);
        }, abortAfterMs);
  try {
    const { signal } = controller;
    if (call === "listJobs") {
      const { jobs, complete, total } = await client.listJobs(query, { signal });
      return { jobs, kind: complete ? "whole" : "marked incomplete", total };
    }
    const jobs: Job[] = [];
    for await (const job of client.iterateJobs(query, { signal })) {
      jobs.push(job);
      if (jobs.length === breakAfter) return { jobs, kind: "left early" };
    }
    return { jobs, kind: "whole, one by one" };
  } finally {
    clearTimeout(timer);
  }
}

/** Connections that are left when the emulator is gone, given a moment to notice it. */
async function openSockets(): Promise<string[]> {
  for (let wait = 0; wait < 200; wait += 1) {
    const open = process.getActiveResourcesInfo().filter((name) => name.startsWith("TCP"));
    if (open.length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return ["sockets stayed open for a second after the emulator was closed"];
}
