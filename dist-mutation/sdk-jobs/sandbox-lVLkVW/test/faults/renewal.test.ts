// @ts-nocheck
import { inspect } from "node:util";
import { DlfClient, type DlfClientOptions } from "../../sdk";
import type { DlfEmulator, DlfEmulatorOptions, EmulatedRequest, Intervention } from "../../sdk/testing";
import { expectFailure, listedNames, namesOf, numberedJobs, quickRuntime, respond, startService } from "./service";

const oidc = {
  idToken: "id-token-of-the-ci-system",
  providerUrn: "iam::1:oidc-provider:ci",
  agencyUrn: "iam::1:agency:d",
};
const jobs = numberedJobs(5_000);

function environmentOf(emulator: DlfEmulator): Record<string, string> {
  return {
    ...{ ...emulator.addresses(), HW_PROJECT_ID: emulator.projectId },
    HUAWEICLOUD_OIDC_PROVIDER_URN: oidc.providerUrn,
    HUAWEICLOUD_OIDC_AGENCY_URN: oidc.agencyUrn,
    HUAWEICLOUD_OIDC_ID_TOKEN: oidc.idToken,
  };
}

async function start(options: DlfEmulatorOptions = {}, clientOptions: DlfClientOptions = {}) {
  const emulator = await startService({ jobs, maxLimit: 100, oidc, ...options });
  const warnings: string[] = [];
  const client = new DlfClient(
    { requestsPerSecond: 10_000, concurrency: 4, ...clientOptions },
    { environment: environmentOf(emulator), runtime: quickRuntime, warn: (message) => warnings.push(message) },
  );
  return { emulator, client, warnings };
}

/** How the lists' requests were answered, as far as keys go: by which keys they were made. */
function tokensOf({ requests }: DlfEmulator): Set<string | undefined> {
  const lists = requests.all.filter(({ kind }) => kind === "jobs");
  return new Set(lists.map(({ headers }) => headers["x-security-token"]));
}

test("keys that end in the middle of a long listing are renewed before, and no page is lost or refused", async () => {
  const { emulator, client } = await start({ keyLifetimeMs: 1_600, latencyMs: 90 }, { concurrency: 2 });
  expect(await listedNames(client)).toEqual(namesOf(jobs));
  expect(tokensOf(emulator).size).toBeGreaterThanOrEqual(2);
  expect(emulator.issued.length).toBeGreaterThanOrEqual(2);
  const pages = emulator.requests.all.filter(({ kind }) => kind === "jobs").map(({ query }) => query.toString());
  expect(new Set(pages).size).toBe(pages.length);
});

test("iterateJobs renews in its middle as well, at its caller's pace", async () => {
  const { client, emulator } = await start({ keyLifetimeMs: 300, latencyMs: 20 });
  const names: string[] = [];
  for await (const { name } of client.iterateJobs()) {
    names.push(name);
    if (names.length % 500 === 0) await new Promise((resolve) => setTimeout(resolve, 60));
  }
  expect(names.sort()).toEqual(namesOf(jobs));
  expect(emulator.issued.length).toBeGreaterThanOrEqual(2);
});

test("twenty listings at once: one exchange at first, one renewal between them when the keys are over", async () => {
  const { emulator, client } = await start({ jobs: numberedJobs(300), keyLifetimeMs: 4_000 });
  const twenty = () => Promise.all(Array.from({ length: 20 }, () => listedNames(client)));
  await twenty();
  expect(emulator.issued).toHaveLength(1);
  const expiresAt = emulator.issued[0]?.expiresAt ?? 0;
  await new Promise((resolve) => setTimeout(resolve, expiresAt - Date.now() + 20));
  for (const names of await twenty()) expect(names).toEqual(namesOf(numberedJobs(300)));
  expect(emulator.issued).toHaveLength(2);
  expect(emulator.requests.count("assume-with-oidc")).toBe(2);
});

test("keys that are revoked in the middle: twenty listings, one renewal, no job lost", async () => {
  let revokeAt = 400;
  const { emulator, client } = await start(
    {
      jobs: numberedJobs(3_000),
      latencyMs: 5,
      intercept: ({ kind, index }): Intervention | undefined => {
        if (kind === "jobs" && index === revokeAt) {
          emulator.issued.slice().forEach(({ accessKey }) => {
            emulator.revoke(accessKey);
          });
          revokeAt = Infinity;
        }
        return undefined;
      },
    },
    { concurrency: 10 },
  );
  const lists = await Promise.all(Array.from({ length: 20 }, () => listedNames(client)));
  for (const names of lists) expect(names).toEqual(namesOf(numberedJobs(3_000)));
  expect(emulator.issued).toHaveLength(2);
});

describe("a 401", () => {
  const always401 = ({ kind }: EmulatedRequest) =>
    kind === "jobs" ? respond(401, '{"error_code":"APIGW.0301"}') : undefined;

  test("to keys that were just issued leads to no renewal", async () => {
    const { emulator, client } = await start({ intercept: always401 });
    await expectFailure(client.listJobs(), { code: "AUTHENTICATION", status: 401 });
    expect(emulator.issued).toHaveLength(1);
  });

  test("to keys that had been taken leads to one renewal, and to none again when that did not help", async () => {
    let broken = false;
    const { emulator, client } = await start({
      jobs: numberedJobs(10),
      intercept: (request) => (broken ? always401(request) : undefined),
    });
    await client.listJobs();
    broken = true;
    for (let count = 0; count < 3; count += 1) await expectFailure(client.listJobs(), { code: "AUTHENTICATION" });
    expect(emulator.issued).toHaveLength(2);
    broken = false;
    expect((await client.listJobs()).total).toBe(10);
  });

  test("to keys in code stands, after one request for each page", async () => {
    const credentials = { accessKey: "WRONG", secretKey: "wrong" };
    const { emulator, client } = await start({}, { credentials });
    await expectFailure(client.listJobs(), { code: "AUTHENTICATION", attempts: 1 });
    expect(emulator.requests.jobs).toBeLessThanOrEqual(2);
    expect(emulator.issued).toHaveLength(0);
  });

  test("to an environment that holds other keys by now is cured by them", async () => {
    const emulator = await startService({ jobs: numberedJobs(10) });
    const environment: Record<string, string> = { ...emulator.env(), HW_SECRET_KEY: "of-yesterday" };
    const client = new DlfClient({}, { environment, runtime: quickRuntime });
    await expectFailure(client.listJobs(), { code: "AUTHENTICATION" });
    Object.assign(environment, emulator.env());
    expect((await client.listJobs()).total).toBe(10);
    expect((await client.listJobs()).total).toBe(10);
  });

  test("by a wrong clock is the clock's business: no renewal", async () => {
    const { emulator, client } = await start({ clockOffsetMs: 3_600_000 });
    expect(await listedNames(client)).toEqual(namesOf(jobs));
    expect(emulator.issued).toHaveLength(1);
  });
});

test("a renewal that fails while the keys still hold is a warning", async () => {
  const { client, emulator, warnings } = await start({
    keyLifetimeMs: 4_000,
    jobs: numberedJobs(10),
    intercept: ({ kind, index }) =>
      kind === "assume-with-oidc" && index > 0 ? respond(403, '{"error_code":"PAP5.1"}') : undefined,
  });
  await client.listJobs();
  await new Promise((resolve) => setTimeout(resolve, 3_050));
  expect((await client.listJobs()).total).toBe(10);
  // Nobody waits for it: it may fail after the list has come.
  for (let count = 0; count < 50 && warnings.length === 0; count += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(warnings).toEqual([
    expect.stringMatching(/^The credentials of OIDC .* could not be renewed: OIDC: no credentials.*403 PAP5\.1/),
  ]);
  expect(emulator.requests.count("assume-with-oidc")).toBe(2);
});

test("a renewal that fails after their end is the listing's error", async () => {
  const { client } = await start({
    keyLifetimeMs: 100,
    jobs: numberedJobs(10),
    intercept: ({ kind, index }) =>
      kind === "assume-with-oidc" && index > 0 ? respond(403, '{"error_code":"PAP5.1"}') : undefined,
  });
  await client.listJobs();
  await new Promise((resolve) => setTimeout(resolve, 150));
  await expectFailure(client.listJobs(), { code: "AUTHENTICATION", status: 403 });
});

test("a renewal that hangs in the middle of a listing ends with the listing's own limit", async () => {
  const { client } = await start(
    {
      ...{ keyLifetimeMs: 1_600, latencyMs: 100 },
      intercept: ({ kind, index }) => (kind === "assume-with-oidc" && index > 0 ? { kind: "hang" } : undefined),
    },
    { listTimeoutMs: 2_000, concurrency: 1 },
  );
  await client.describeConfiguration();
  const begin = Date.now();
  await expectFailure(client.listJobs(), { code: "TIMEOUT" });
  // The renewal began later: its own limit, as long as the listing's, would end later, too.
  expect(Date.now() - begin).toBeLessThan(2_700);
});

describe("secrets of sources", () => {
  const iamToken = "iam-token-that-opens-nothing";
  const secrets = [oidc.idToken, iamToken];
  function expectNone(value: unknown, more: string[] = []) {
    const shown = [
      inspect(value, { depth: Infinity, showHidden: true, maxStringLength: Infinity }),
      JSON.stringify(value),
    ];
    for (const secret of [...secrets, ...more]) for (const text of shown) expect(text).not.toContain(secret);
  }

  test.each([400, 401, 403, 404, 500, 200])("STS quotes the ID token in a %d: no error shows it", async (status) => {
    const quote = JSON.stringify({
      error_code: "X",
      error_msg: `bad ${oidc.idToken}`,
      error: { message: oidc.idToken },
    });
    const { client } = await start({
      intercept: ({ kind }) =>
        kind === "assume-with-oidc" ? respond(status, quote, { "X-Request-Id": oidc.idToken }) : undefined,
    });
    const error = await client.listJobs().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expectNone(error);
  });

  test("an IAM token that is quoted back is not shown", async () => {
    const emulator = await startService({
      intercept: ({ headers }) => respond(401, JSON.stringify({ error_code: `bad ${headers["x-auth-token"] ?? ""}` })),
    });
    const client = new DlfClient(
      { credentials: { authToken: iamToken } },
      { environment: { ...emulator.addresses(), HW_PROJECT_ID: "p" }, runtime: quickRuntime },
    );
    expectNone(await client.listJobs().catch((reason: unknown) => reason));
    expectNone(client);
  });

  test("issued keys show neither in the client, nor in its description, nor in an error that quotes them", async () => {
    let quote = false;
    const { emulator, client } = await start({
      jobs: numberedJobs(10),
      intercept: ({ kind, headers }) =>
        quote && kind === "jobs"
          ? respond(400, JSON.stringify({ error_code: headers["x-security-token"] }))
          : undefined,
    });
    await client.listJobs();
    quote = true;
    const error = await client.listJobs().catch((reason: unknown) => reason);
    const issued = emulator.issued.flatMap(({ secretKey, securityToken }) => [secretKey, securityToken]);
    expect(issued).toHaveLength(2);
    const description = await client.describeConfiguration();
    for (const value of [error, client, description]) expectNone(value, issued);
    expectNone(description, [emulator.issued[0]?.accessKey ?? ""]);
    expect(description.credentials.accessKey).toBe("EMUL…0X");
  });
});

describe.each([-8, 8])("a wall clock that is set by %d hours", (hours) => {
  async function startSettable(options: DlfEmulatorOptions) {
    const emulator = await startService({ jobs: numberedJobs(10), oidc, ...options });
    const clock = { shift: 0 };
    const runtime = { ...quickRuntime, now: () => Date.now() + clock.shift };
    const client = new DlfClient({}, { environment: environmentOf(emulator), runtime });
    await client.listJobs();
    clock.shift = hours * 3_600_000;
    return { emulator, client };
  }

  test("ends no keys before their time", async () => {
    const { emulator, client } = await startSettable({ keyLifetimeMs: 3_600_000 });
    expect((await client.listJobs()).total).toBe(10);
    expect(emulator.issued).toHaveLength(1);
  });

  test("lets no keys end unnoticed", async () => {
    const { emulator, client } = await startSettable({ keyLifetimeMs: 300 });
    await new Promise((resolve) => setTimeout(resolve, 350));
    emulator.requests.reset();
    expect((await client.listJobs()).total).toBe(10);
    expect(emulator.issued).toHaveLength(2);
    // Asked for before the first request of the list was sent with the old ones.
    expect(emulator.requests.all[0]?.kind).toBe("assume-with-oidc");
  });
});
