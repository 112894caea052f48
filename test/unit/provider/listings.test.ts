import { createServer } from "node:http";
import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from "node:net";
import { Listings, startedSince, type SharedListOptions } from "../../../provider/core/listings";
import { generateJobs } from "../../../sdk/testing/generateJobs";
import { startDlfEmulator, type DlfEmulator } from "../../../sdk/testing";

const askedNow: SharedListOptions = { isNewEnough: startedSince(Infinity) };

/** How the service takes a listing: it hangs up at once, or refuses, and so many ms pass by the clock of `Listings`. */
let emulator: DlfEmulator;
let answer: "drop" | "refuse" | "list";
let time: number;
let takesMs: number;
/** What happens while a request is answered. */
let meanwhile: () => void;

beforeEach(async () => {
  [answer, time, takesMs, meanwhile] = ["drop", 0, 20_000, () => undefined];
  emulator = await startDlfEmulator({
    jobs: { seed: 1, batch: 3, realTime: 0 },
    intercept: () => {
      time += takesMs;
      const given = answer;
      meanwhile();
      if (given === "drop") return { kind: "drop" };
      return given === "refuse" ? { kind: "respond", status: 400, body: "{}" } : undefined;
    },
  });
});

afterEach(() => emulator.close());

function listingsOfRun(): Listings {
  const { accessKey, secretKey } = {
    accessKey: emulator.env()["HW_ACCESS_KEY"],
    secretKey: emulator.env()["HW_SECRET_KEY"],
  };
  const { region, projectId, endpoint } = emulator;
  const credentials = { accessKey: accessKey ?? "", secretKey: secretKey ?? "" };
  return new Listings(
    () => Promise.resolve({ region, projectId, endpoint, credentials, maxAttempts: 1, concurrency: 1 }),
    () => undefined,
    undefined,
    () => time,
  );
}

/** How a listing ends, and how many requests it took. */
async function ask(listings: Listings, options: Partial<SharedListOptions> = {}, jobName?: string) {
  const before = emulator.requests.jobs;
  const ended = await listings.list({ jobName }, {}, { ...askedNow, ...options }).then(
    ({ total }) => total,
    (error: unknown) => (error as { code: string }).code,
  );
  return [ended, emulator.requests.jobs > before] as const;
}

test("a service that did not answer one is not asked by the next, as long again as that took", async () => {
  const listings = listingsOfRun();
  expect(await ask(listings)).toEqual(["NETWORK", true]);
  const took = time;
  answer = "list";
  time = 2 * took - 1;
  expect(await ask(listings)).toEqual(["NETWORK", false]);
  time = 2 * took;
  expect(await ask(listings)).toEqual([3, true]);
  expect(await ask(listings)).toEqual([3, true]);
});

test("and for a minute at most", async () => {
  takesMs = 600_000;
  const listings = listingsOfRun();
  await ask(listings);
  time += 59_999;
  expect(await ask(listings)).toEqual(["NETWORK", false]);
  time += 1;
  expect(await ask(listings)).toEqual(["NETWORK", true]);
});

test("who waits for the service asks it anew, and what it answers holds for the next", async () => {
  const listings = listingsOfRun();
  await ask(listings);
  [answer, takesMs] = ["list", 1];
  expect(await ask(listings, { asksAnew: true })).toEqual([3, true]);
  expect(await ask(listings)).toEqual([3, true]);
});

test("another question is asked, and so is one that failed at once, or was answered by a refusal", async () => {
  const listings = listingsOfRun();
  await ask(listings);
  expect(await ask(listings, {}, "job")).toEqual(["NETWORK", true]);
  answer = "refuse";
  const refused = listingsOfRun();
  expect(await ask(refused)).toEqual(["API_ERROR", true]);
  expect(await ask(refused)).toEqual(["API_ERROR", true]);
  [answer, takesMs] = ["drop", 0];
  const atOnce = listingsOfRun();
  expect(await ask(atOnce)).toEqual(["NETWORK", true]);
  expect(await ask(atOnce)).toEqual(["NETWORK", true]);
});

describe("what is asked together shares a listing", () => {
  const quick = { maxAttempts: 1, concurrency: 1 };

  /** Two accounts, and what a client of each was made of. */
  function listings(signal?: AbortSignal, warn: (message: string) => void = () => undefined) {
    const made: string[] = [];
    const { region, projectId, endpoint } = emulator;
    const of = new Listings(
      ({ workspace }, namespace) => {
        made.push(`${namespace} ${workspace ?? ""}`.trim());
        const { accessKey, secretKey } = emulator.credentials;
        return Promise.resolve({ ...{ region, projectId, endpoint, ...quick }, credentials: { accessKey, secretKey } });
      },
      warn,
      signal,
      () => time,
    );
    return { of, made };
  }

  beforeEach(() => {
    [answer, takesMs] = ["list", 10];
  });

  test("the same query, however its defaults are written, by the same connection", async () => {
    const { of, made } = listings();
    const connections = [{}, { client: {} }, { configNamespace: "dlf" }, { client: { workspace: undefined } }];
    const queries = [{}, { jobType: "BATCH" as const }, { consistency: "strict" as const }, { jobName: undefined }];
    const lists = connections.flatMap((connection) => queries.map((query) => of.list(query, connection, askedNow)));
    const all = await Promise.all(lists);
    expect(new Set(all).size).toBe(1);
    expect(emulator.requests.jobs).toBe(2);
    expect(made).toEqual(["dlf"]);
  });

  test("another query and another connection get lists of their own", async () => {
    const { of, made } = listings();
    const all = await Promise.all([
      of.list({}, {}, askedNow),
      of.list({ jobType: "ALL" }, {}, askedNow),
      of.list({}, { configNamespace: "dlf-eu" }, askedNow),
      of.list({}, { client: { workspace: "w" } }, askedNow),
    ]);
    expect(new Set(all).size).toBe(4);
    expect(made).toEqual(["dlf", "dlf-eu", "dlf w"]);
  });

  test("a list that started when it was wanted, or later, is taken; an older one is not", async () => {
    const { of } = listings();
    time = 100;
    const list = await of.list({}, {}, askedNow);
    expect(await of.list({}, {}, { isNewEnough: startedSince(100) })).toBe(list);
    expect(await of.list({}, {}, { isNewEnough: startedSince(100.5) })).not.toBe(list);
  });

  test("who asks while a list is under way that is too old for it gets another, which outlives the failure of the first", async () => {
    const { of } = listings();
    answer = "drop";
    let second: ReturnType<typeof of.list> | undefined;
    meanwhile = () => {
      second ??= of.list({}, {}, { isNewEnough: startedSince(time + 1) });
      answer = "list";
    };
    await expect(of.list({}, {}, askedNow)).rejects.toMatchObject({ code: "NETWORK" });
    const listed = await second;
    expect(await of.list({}, {}, { isNewEnough: startedSince(0) })).toBe(listed);
  });

  test("a list that failed is taken by nobody who asks after it", async () => {
    const { of } = listings();
    answer = "refuse";
    await expect(of.list({}, {}, askedNow)).rejects.toMatchObject({ code: "API_ERROR" });
    answer = "list";
    expect((await of.list({}, {}, { isNewEnough: startedSince(0) })).total).toBe(3);
  });

  test("the end of the run ends its lists", async () => {
    const controller = new AbortController();
    const { of } = listings(controller.signal);
    controller.abort(new Error("the run is over"));
    await expect(of.list({}, {}, askedNow)).rejects.toThrow("the run is over");
  });

  test("its progress is told to who asked first", async () => {
    const { of } = listings();
    const progress: unknown[] = [];
    await of.list({}, {}, { ...askedNow, onProgress: (each) => progress.push(each) });
    expect(progress).toContainEqual({ listed: 3, total: 3 });
  });

  test("what a client has to tell is warned of", async () => {
    const warnings: string[] = [];
    const [job] = generateJobs({ seed: 1, batch: 1, realTime: 0 });
    emulator.setJobs(job === undefined ? [] : [{ ...job, lastInstanceStatus: "exploded" }]);
    const { of } = listings(undefined, (message) => warnings.push(message));
    await of.list({}, {}, askedNow);
    expect(warnings).toEqual([expect.stringContaining('"exploded"')]);
  });

  test("where the values of a client come from can be asked", async () => {
    const described = await listings().of.describe({});
    expect(JSON.stringify(described)).toContain(emulator.projectId);
  });
});

test("a service that is too slow counts as one that did not answer", async () => {
  const { region, projectId, endpoint, credentials } = emulator;
  let now = 0;
  const listings = new Listings(
    () => Promise.resolve({ region, projectId, endpoint, credentials, maxAttempts: 1, listTimeoutMs: 100 }),
    () => undefined,
    undefined,
    () => (now += 1_000),
  );
  await emulator.close();
  const hanging = createServer(() => undefined);
  await new Promise<void>((resolve) => hanging.listen(Number(new URL(endpoint).port), "127.0.0.1", resolve));
  try {
    await expect(listings.list({}, {}, askedNow)).rejects.toMatchObject({ code: "TIMEOUT" });
    const from = performance.now();
    await expect(listings.list({}, {}, askedNow)).rejects.toMatchObject({ code: "TIMEOUT" });
    expect(performance.now() - from).toBeLessThan(50);
  } finally {
    hanging.closeAllConnections();
    hanging.close();
  }
});

test("nothing is left open while nothing is asked, and what is under way stays open", async () => {
  [answer, takesMs] = ["list", 0];
  const open = new Set<Socket>();
  const proxy = createTcpServer((socket) => {
    open.add(socket);
    const onward = connect(Number(new URL(emulator.endpoint).port), "127.0.0.1");
    socket
      .on("error", () => undefined)
      .on("close", () => {
        open.delete(socket);
        onward.destroy();
      });
    onward.on("error", () => undefined).on("close", () => socket.destroy());
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const { region, projectId, credentials } = emulator;
  const listings = new Listings(
    (_given, namespace) =>
      namespace === "dlf"
        ? Promise.resolve({ region, projectId, endpoint, credentials })
        : Promise.reject(new Error("no such namespace")),
    () => undefined,
  );
  try {
    await expect(listings.list({}, { configNamespace: "none" }, askedNow)).rejects.toThrow("no such namespace");
    expect((await listings.list({}, {}, askedNow)).total).toBe(3);
    for (let turn = 0; turn < 100 && open.size > 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(open.size).toBe(0);
  } finally {
    for (const socket of open) socket.destroy();
    proxy.close();
  }
});
