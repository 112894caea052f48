// @ts-nocheck
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { DlfClient, type DlfClientOptions } from "../../sdk";
import type { DlfEmulatorOptions } from "../../sdk/testing";
import { listInChild } from "./children";
import { credentials } from "./secrets";
import { listedNames, namesOf, numberedJobs, quickRuntime, startService } from "./service";

const jobs = numberedJobs(300);
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** An emulator behind a server that knows which connections are open; all services of the client are there. */
async function start(options: DlfEmulatorOptions = {}, clientOptions: DlfClientOptions = {}) {
  const oidc = { idToken: "id-token", providerUrn: "iam::1:oidc-provider:ci", agencyUrn: "iam::1:agency:d" };
  const emulator = await startService({ jobs, maxLimit: 10, oidc, ...options });
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    const onward = connect(Number(new URL(emulator.endpoint).port), "127.0.0.1");
    socket.on("close", () => {
      open.delete(socket);
      onward.destroy();
    });
    socket.on("error", () => undefined);
    onward.on("error", () => socket.destroy()).on("close", () => socket.destroy());
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const addresses = { endpoint: address, iamEndpoint: address, stsEndpoint: address, region: emulator.region };
  const environment = {
    HUAWEICLOUD_OIDC_PROVIDER_URN: oidc.providerUrn,
    HUAWEICLOUD_OIDC_AGENCY_URN: oidc.agencyUrn,
    HUAWEICLOUD_OIDC_ID_TOKEN: oidc.idToken,
  };
  const client = new DlfClient(
    { requestsPerSecond: 10_000, ...addresses, ...clientOptions },
    { environment, runtime: quickRuntime },
  );
  return { emulator, client, open, address };
}

/** What is closed here is seen there a moment later. */
const soon = () => wait(200);

describe("close()", () => {
  test("leaves no connection open, to STS, IAM and the service; the client lists again after it", async () => {
    const { emulator, client, open } = await start();
    for (let count = 0; count < 3; count += 1) {
      expect(await listedNames(client)).toEqual(namesOf(jobs));
      expect(open.size).toBeGreaterThan(0);
      client.close();
      await soon();
      expect(open.size).toBe(0);
    }
    expect(emulator.requests.projects).toBe(1);
    expect(emulator.issued).toHaveLength(1);
  });

  test("in the middle of a listing: the list is whole, and its connections are closed as they come free", async () => {
    const { client, open } = await start({ latencyMs: 20 }, { concurrency: 3 });
    const listing = listedNames(client);
    await wait(150);
    client.close();
    expect(await listing).toEqual(namesOf(jobs));
    client.close();
    await soon();
    expect(open.size).toBe(0);
  });

  test("after a listing that was aborted, or ran out of time, while it connected or listed", async () => {
    for (const stuck of ["assume-with-oidc", "projects", "jobs"]) {
      const { client, open } = await start(
        { intercept: ({ kind }) => (kind === stuck ? { kind: "hang" } : undefined) },
        { listTimeoutMs: 400 },
      );
      await expect(client.listJobs()).rejects.toMatchObject({ code: "TIMEOUT" });
      await expect(client.listJobs({}, { signal: AbortSignal.timeout(200) })).rejects.toThrow("timeout");
      client.close();
      await soon();
      expect(open.size).toBe(0);
    }
  });

  test("ends a renewal that hangs behind the listings", async () => {
    const { client, emulator, open } = await start({
      keyLifetimeMs: 8_000,
      jobs: numberedJobs(10),
      intercept: ({ kind, index }) => (kind === "assume-with-oidc" && index > 0 ? { kind: "hang" } : undefined),
    });
    await client.listJobs();
    await wait(6_200);
    expect((await client.listJobs()).total).toBe(10);
    expect(emulator.requests.count("assume-with-oidc")).toBe(2);
    client.close();
    await soon();
    expect(open.size).toBe(0);
  });
});

test("a process has no timer and no connection left after a listing and close()", async () => {
  const { address, emulator } = await start();
  const report = await listInChild({
    options: { endpoint: address, projectId: emulator.projectId, credentials },
    close: true,
  });
  expect(report.names).toHaveLength(300);
  expect(report.left).toEqual([]);
});
